/** An order's quantity and the bucket it is due in. */
export interface DueOrder {
  readonly bucket: number;
  readonly quantity: number;
}

/** How far an order may reach for forecast: buckets before and after its own. */
export interface NettingWindow {
  readonly early: number;
  readonly late: number;
}

/**
 * Nets the forecast by firm orders: each order, in order of date, consumes the forecast of its own bucket, then of earlier ones within
 * `early`, then of later ones within `late`; never below zero.
 *
 * @param forecast Units a bucket, 0 or more.
 * @param orders Firm orders inside the horizon, in order of date.
 * @returns Net forecast a bucket; demand is orders + net forecast.
 * @example netForecast([350, 350, 350], [{ bucket: 0, quantity: 130 }, { bucket: 1, quantity: 100 }, { bucket: 2, quantity: 80 }], { early: 0, late: 0 })
 *   //=> [220, 250, 270]
 * @see frePPLe, forecast netting (NetEarly, NetLate)
 */
export function netForecast(
  forecast: readonly number[],
  orders: readonly DueOrder[],
  window: NettingWindow,
): readonly number[] {
  const net = [...forecast];
  for (const order of orders) {
    let open = order.quantity;
    for (const bucket of reach(order.bucket, window, net.length)) {
      const taken = Math.min(open, net[bucket] ?? 0);
      if (taken <= 0) continue;
      net[bucket] = (net[bucket] ?? 0) - taken;
      open -= taken;
      if (open <= 0) break;
    }
  }
  return net;
}

/** Own bucket, then backwards, then forwards. */
function reach(own: number, { early, late }: NettingWindow, count: number): number[] {
  const buckets = [own];
  for (let back = 1; back <= early; back += 1) buckets.push(own - back);
  for (let ahead = 1; ahead <= late; ahead += 1) buckets.push(own + ahead);
  return buckets.filter((bucket) => bucket >= 0 && bucket < count);
}
