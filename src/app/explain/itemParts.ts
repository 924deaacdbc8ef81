import { explainItem } from '../../planning/balance/explain';
import type { ItemReason } from '../../planning/balance/explain';
import type { Peg } from '../../planning/balance/reasons/pegging';
import { pegSupply } from '../../planning/balance/reasons/pegging';
import { soldOutIn } from '../../planning/balance/sellingLimits';
import type { PriceRange, Shortage, ShortageCause } from '../../planning/resultBalance';
import { phraseOr } from '../../sheets/outputs/context';
import { causeWords } from '../../sheets/outputs/shortages';
import type { ExplanationLine, ExplanationPart } from './explanation';
import { partOf } from './explanation';
import { familyInputs, resourceInputs } from './inputParts';
import type { Scene } from './scene';

/** Quantities below this are rounding. */
const NOTICEABLE = 1e-4;
/** Lists longer than this are cut: what is left is small. */
const MOST_LINES = 8;

/** Rows of a family's block that are supply: what of it goes where. */
const SUPPLY: Readonly<Record<string, 'stock' | 'receipt' | 'arrival'>> = {
  opening: 'stock',
  receipts: 'receipt',
  arrived: 'arrival',
};

/** Why a quantity of a family in a bucket is as it is: pegs, why it is short, what one more unit costs, the cheapest fixes, the inputs. */
export function itemParts(scene: Scene, family: string, row: string, bucket: number): readonly ExplanationPart[] {
  const reason = explainItem(scene.memory.plan, family, bucket);
  if (!reason) return [];
  const { t } = scene;
  const short = reason.lost + reason.backlog > NOTICEABLE;
  return [
    ...(short ? shortageParts(scene, reason) : []),
    ...partOf(t('explain.part.servedFrom'), short || row in SUPPLY ? [] : servedLines(scene, reason.servedFrom)),
    ...partOf(t('explain.part.goesTo'), goesTo(scene, family, row, bucket)),
    ...partOf(t('explain.part.price'), priceLines(scene, reason)),
    ...partOf(t('explain.part.inputs'), familyInputs(scene, family, row, bucket)),
  ];
}

function shortageParts(scene: Scene, reason: ItemReason): readonly ExplanationPart[] {
  const { t, number, period } = scene;
  const heading = t('explain.part.short', {
    lost: number(reason.lost),
    late: number(reason.backlog),
    kind: reason.lost > NOTICEABLE ? (reason.backlog > NOTICEABLE ? 'both' : 'lost') : 'late',
    period: period(reason.bucket),
  });
  const causes = reason.causes.map((cause) => causeLine(scene, cause));
  return [
    ...partOf(heading, causes.length > 0 ? causes : [{ text: t('explain.noCause') }]),
    ...partOf(t('explain.part.fixes'), fixLines(scene, reason.fixes)),
    ...partOf(t('explain.part.paths'), pathLines(scene, reason)),
    ...partOf(t('explain.part.servedFrom'), servedLines(scene, reason.servedFrom)),
    ...partOf(t('explain.part.limits'), limitInputs(scene, reason.causes)),
  ];
}

/** 'Capacity of Line 2 in 2026-W50', with what one more unit of it is worth. */
function causeLine(scene: Scene, cause: ShortageCause): ExplanationLine {
  const { t, money, period, context } = scene;
  const words = causeWords(context, cause);
  const text =
    cause.bucket === undefined ? words : t('explain.inPeriod', { what: words, period: period(cause.bucket) });
  return { text, ...(cause.price ? { amount: t('explain.oneMoreWorth', { money: money(cause.price) }) } : {}) };
}

/** Actions that would serve what is short, cheapest first, with their money. */
function fixLines(scene: Scene, fixes: Shortage['fixes']): readonly ExplanationLine[] {
  return fixes.map(({ action, params, cost }) => ({
    text: phraseOr(scene.context, `fix.${action}`, action, params),
    amount: scene.money(cost),
  }));
}

/** Each way another unit could have come, and what stands in it. */
function pathLines(scene: Scene, { paths, bucket }: ItemReason): readonly ExplanationLine[] {
  const { t, period, context, memory } = scene;
  const soldOut = soldOutIn(bucket, memory.plan.balance?.selling);
  return paths.slice(0, MOST_LINES).map((path) => {
    const way = t(`explain.way.${path.way}`, { mode: path.mode === '' ? 'none' : path.mode });
    if (path.latestStart < 0) return { text: t('explain.path.tooLate', { way }) };
    const [first] = path.blocks;
    if (path.openStart !== undefined && path.openStart === path.latestStart)
      return {
        text: soldOut
          ? t('explain.path.unsold', { way, period: period(path.openStart), teams: soldOut.teams })
          : t('explain.path.open', { way, period: period(path.openStart) }),
      };
    const cause = first ? causeWords(context, first) : '';
    if (path.openStart !== undefined)
      return { text: t('explain.path.openEarlier', { way, cause, period: period(path.openStart) }) };
    return { text: t('explain.path.blocked', { way, cause, period: period(path.latestStart) }) };
  });
}

function servedLines(scene: Scene, pegs: readonly Peg[]): readonly ExplanationLine[] {
  const { t, number, period } = scene;
  return merge(pegs, (peg) => `${peg.supply.kind} ${peg.supply.bucket} ${peg.shipped}`).map(({ peg, quantity }) => ({
    text: t(`explain.supply.${peg.supply.kind}`, {
      period: period(peg.supply.bucket),
      shipped: period(peg.shipped),
      later: peg.shipped > peg.demand.bucket ? 'yes' : 'no',
    }),
    amount: number(quantity),
  }));
}

/** Where what is made, bought or in stock goes: the demand it serves, oldest first. Lines add up to the supply. */
function goesTo(scene: Scene, family: string, row: string, bucket: number): readonly ExplanationLine[] {
  const kind = SUPPLY[row];
  const { balance } = scene.memory.plan;
  if (kind === undefined || !balance || (kind === 'stock' && bucket > 0)) return [];
  const own = { ...balance, items: balance.items.filter((item) => item.family === family) };
  const pegs = pegSupply(own).filter(({ supply }) => supply.kind === kind && supply.bucket === bucket);
  const { t, number, period } = scene;
  return merge(pegs, ({ demand }) => `${demand.kind} ${demand.bucket}`).map(({ peg, quantity }) => ({
    text: t(`explain.demand.${peg.demand.kind}`, { period: period(peg.demand.bucket) }),
    amount: number(quantity),
  }));
}

/** Pegs of one key added up, in order of first appearance. */
function merge(
  pegs: readonly Peg[],
  keyOf: (peg: Peg) => string,
): readonly { readonly peg: Peg; readonly quantity: number }[] {
  const found = new Map<string, { peg: Peg; quantity: number }>();
  for (const peg of pegs) {
    const known = found.get(keyOf(peg));
    if (known) known.quantity += peg.quantity;
    else found.set(keyOf(peg), { peg, quantity: peg.quantity });
  }
  return [...found.values()].filter(({ quantity }) => quantity > NOTICEABLE);
}

/** What one more unit needed, and one more unit demanded, costs there and then, each with the units for which that holds. */
function priceLines(scene: Scene, reason: ItemReason): readonly ExplanationLine[] {
  const { t, money } = scene;
  const { price, priceRange, demandPrice, demandPriceRange } = reason;
  const lines: ExplanationLine[] = [];
  if (price !== undefined)
    lines.push({ text: t('explain.unitPrice'), amount: money(price) }, rangeLine(scene, priceRange));
  if (demandPrice !== undefined)
    lines.push(
      {
        text: t('explain.demandPrice', { sign: demandPrice < 0 ? 'earns' : 'costs' }),
        amount: money(Math.abs(demandPrice)),
      },
      rangeLine(scene, demandPriceRange),
    );
  return lines;
}

function rangeLine({ t, number }: Scene, range: PriceRange | undefined): ExplanationLine {
  if (range === undefined) return { text: t('explain.marginal') };
  const ends = range.more === undefined ? 'fewer' : range.fewer === undefined ? 'more' : 'both';
  if (ends === 'fewer' && range.fewer === undefined) return { text: t('explain.always') };
  return {
    text: t('explain.unitRange', { ends, more: number(range.more ?? 0), fewer: number(range.fewer ?? 0) }),
  };
}

/** The input cells of the resources that are to blame, so that the limit can be changed. */
function limitInputs(scene: Scene, causes: readonly ShortageCause[]): readonly ExplanationLine[] {
  return causes
    .filter((cause) => cause.kind === 'capacity')
    .slice(0, 2)
    .flatMap((cause) =>
      resourceInputs(scene, cause.name, cause.bucket, ['regular', 'heads', 'hoursPerHead', 'overtime']),
    );
}
