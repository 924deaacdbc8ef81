/** What demand, resource capacity and the balance say: what was assumed, what contradicts itself, and what to do about it. */
export const issuesBalance = {
  // Resource capacity
  'issue.capacity-overlap':
    'Rows {row} and {next} of {resource} hold at the same time; the one that begins later counts. Set the To of row {row} to the day before.',
  'issue.capacity-negative': '{resource} has a negative capacity ({value, number}); it is read as zero. Correct it.',
  'issue.hours-per-head-assumed':
    '{resource} has heads but no hours per head: {hours, number} hours per working day are assumed. Fill in Hours per head.',
  'issue.capacity-zero':
    '{resource} has no capacity in {count, plural, one {one period} other {# periods}}, the first of them {bucket}. If that is wrong, correct the row.',
  'issue.capacity-gap':
    'No row gives the capacity of {resource} in {count, plural, one {one period} other {# periods}}, from {bucket}: it counts as zero. Add a row, or extend From and To.',
  // Demand
  'issue.override-repeated':
    '{family} already has a quantity of this stream for {bucket} in row {row}; the later row counts. Delete one of the two.',
  'issue.orders-overdue':
    '{count, plural, one {One order} other {# orders}} of {family}, {quantity, number} units, should already have been delivered: due in the first period.',
  'issue.orders-beyond-horizon':
    '{count, plural, one {One order} other {# orders}} of {family}, {quantity, number} units, fall after the horizon and are not planned. Lengthen the horizon to see them.',
  // What the balance reads
  'issue.family-defaults':
    '{count, plural, one {One item is} other {# items are}} not in Families ({families}{count, plural, =1 {} =2 {} =3 {} =4 {} =5 {} other { …}}): no stock, price or cost is assumed. Add {count, plural, one {it} other {them}} to plan stock and money.',
  'issue.material-cycle':
    'Row {row}: {component} is, directly or not, made of {parent} itself. The row is left out. Correct the bill of materials.',
  'issue.material-negative':
    'Row {row}: the quantity of {component} in {parent} is negative. The row is left out. Correct it.',
  'issue.routing-unknown-resource':
    'Row {row}: {family} is made on {resource}, which Capacity does not have, so nothing limits it there. Correct the name, or add the resource.',
  'issue.routing-negative':
    'Row {row}: {family} has negative hours on {resource}; they are read as zero. Correct them.',
  'issue.offset-beyond-lead-time':
    'Row {row}: the offset of {family} on {resource} is longer than its lead time; the offset counts. Lengthen the lead time if that is right.',
  'issue.balance-service-unlimited':
    'Nothing says how {family} is made or bought: it is taken to be delivered as asked, without limit. Add Routings, or a purchase or subcontract cost, to plan its capacity.',
  'issue.item-without-supply':
    '{family} is needed, but nobody makes or buys it: beyond stock and receipts there is none. Add a routing or a purchase cost.',
  'issue.stock-negative':
    '{family} has a negative opening stock ({value, number}); it is read as a backlog of as many units. Correct it, or use Opening backlog.',
  'issue.receipt-overdue':
    'Row {row}: {quantity, number} units of {family} should already have arrived; they are expected in the first period. Correct the date.',
  'issue.safety-above-maximum':
    'The safety stock of {family} is above its maximum stock of {maximum, number}; the maximum counts. Correct one of the two.',
  'issue.cost-negative': '{family} has a negative price or cost ({value, number}); it is read as zero. Correct it.',
  'issue.cost-missing':
    '{family} is made but has no unit cost: making it counts as free, capacity apart. Fill in Unit cost.',
  'issue.price-missing':
    '{family} has no price, so selling it earns nothing and the plan of most profit leaves it aside. Fill in Price.',
  'issue.lot-above-demand':
    'The lot of {family} ({lot, number}) is larger than all that the horizon needs ({needed, number}): making it leaves stock behind. Check Min lot and Lot multiple.',
  'issue.scale-spread':
    'The costs of {family} are more than a million times apart from the others. Check units and decimals.',
  'issue.balance-frozen':
    '{count, plural, one {The first period is frozen} other {The first # periods are frozen}}: nothing new starts in {count, plural, one {it} other {them}}, only Receipts arrive.',
  // What the balance finds
  'issue.balance-nothing':
    'There is no demand by family, so there is nothing to balance. Add Demand, Orders or Overrides, or a Family to Pipeline or Targets.',
  'issue.balance-not-solved':
    'The balance could not be solved ({status}). Check quantities and costs for extreme values.',
  'issue.selling-capacity-reached':
    '{teams} cannot sell more: in {count, plural, one {one period} other {# periods}}, first in {bucket}, what is shipped ends at the quotas and not at supply. Raise quotas or hire, or take the quotas out to plan supply alone.',
  'issue.balance-stopped':
    'Planning was stopped early, as asked. {left, select, goals {What had been found until then is served; the goals after it (lower priorities, fair shares, safety stock) were left to cost.} search {This is the best plan found until then: the best possible may be {gap, number, ::percent .##} better.} other {The plan is proven best, but loads may be less level, and what is to blame for shortages was not worked out.}} Plan again without stopping for the whole plan.',
  'issue.balance-feasible':
    'The balance is a good plan but not proven best: the best possible may be {gap, number, ::percent .##} better. A longer Time limit may close the gap.',
  'issue.stock-above-maximum':
    'The stock of {family} must exceed its maximum by up to {quantity, number} units, first in {bucket}: what is there and on order cannot be used sooner. Raise Max stock or put off receipts.',
  'issue.stock-expires':
    'Up to {quantity, number} units of {family} will outlive their shelf life, first in {bucket}. Sell, promote or order less.',
  'issue.closing-stock-unreachable':
    '{family} ends {quantity, number} units below its closing stock: even with everything that can be made and bought. Lower Closing stock or add capacity.',
  'issue.idle-unavoidable':
    'Idle labour is not allowed, but {resource} cannot use {hours, number} paid hours. Allow idle labour, or allow layoffs by giving Layoff cost.',
  'fix.add-hours': 'add {hours, number} {unit} on {resource} in {period}',
  'fix.buy-more': 'buy {quantity, number} more units of {family} in {period}, beyond the limit',
  'fix.subcontract-more': 'subcontract {quantity, number} more units of {family} in {period}, beyond the limit',
  'fix.get-material': 'get {quantity, number} more units of {component} by {period}',
  'fix.unfreeze': 'release {quantity, number} units of {family} in the frozen period {period}',
  'fix.expedite': 'expedite {quantity, number} units of {family}, faster than the lead time',
  'fix.sell-later': 'sell {quantity, number} units of {family} in {period}, or raise the quotas of {teams}',
  'fix.accept-later': 'agree to deliver {quantity, number} units of {family} in {period}',
  'tieOut.demand-orders': 'Orders in the demand plan against the Orders sheet',
  'tieOut.balance-demand': 'Shipped, lost and late against demand in the balance',
} as const;
