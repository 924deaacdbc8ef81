import type { BalanceRates, FamilyRates, ResourceRates } from '../resultBalance';
import type { BalanceData, Item, Way } from './data';

/** The rates the balance was made with, for sheets that let money follow from quantities by formulas. */
export function writeRates(data: BalanceData): BalanceRates {
  return {
    months: [...data.months],
    families: data.items.map((item) => familyRates(data, item)),
    resources: data.resources.map((resource): ResourceRates => ({
      resource: resource.name,
      cost: resource.buckets.map((bucket) => bucket.cost),
      overtimeCost: resource.buckets.map((bucket) => bucket.overtimeCost),
      wage: resource.buckets.map((bucket, at) => {
        const months = data.months[at] ?? 0;
        return months > 0 ? bucket.wage / months : 0;
      }),
      hireCost: resource.buckets.map((bucket) => bucket.hireCost ?? 0),
      layoffCost: resource.buckets.map((bucket) => bucket.layoffCost ?? 0),
    })),
    materials: data.items.flatMap((item) =>
      item.components.map((component) => ({
        parent: item.name,
        component: data.items[component.item]?.name ?? '',
        quantity: component.quantity,
      })),
    ),
  };
}

function familyRates(data: BalanceData, item: Item): FamilyRates {
  const makes = item.ways.filter((way) => way.kind === 'make');
  const subcontract = item.ways.find((way) => way.kind === 'subcontract');
  const buy = item.ways.find((way) => way.kind === 'buy');
  const first = makes[0];
  const limit = (way: Way | undefined): number[] | undefined =>
    way && Number.isFinite(way.maxPerMonth) ? [...data.months].map((months) => months * way.maxPerMonth) : undefined;
  const [subcontractMax, purchaseMax] = [limit(subcontract), limit(buy)];
  return {
    family: item.name,
    price: item.price,
    unitCost: first ? first.cost - first.modeCost : 0,
    modeCosts: Object.fromEntries(makes.map((way) => [way.name, way.modeCost])),
    ...(subcontract ? { subcontractCost: subcontract.cost } : {}),
    ...(buy ? { purchaseCost: buy.cost } : {}),
    ...(subcontractMax ? { subcontractMax } : {}),
    ...(purchaseMax ? { purchaseMax } : {}),
    setupCost: item.ways.reduce((most, way) => Math.max(most, way.setupCost), 0),
    holdingCost: item.holding,
    ...(item.backlogCost === undefined ? {} : { backlogCost: item.backlogCost }),
    lostSaleCost: item.lostCost,
    ...(item.shortfallCost === undefined ? {} : { shortfallCost: item.shortfallCost }),
    ...(Number.isFinite(item.maxStock) ? { maxStock: item.maxStock } : {}),
    ...lotRates(item),
    ...(item.priority === undefined ? {} : { priority: item.priority }),
    openingBacklog: item.classes.reduce((total, own) => total + own.openingBacklog, 0),
    leadBuckets: item.leadTime,
  };
}

function lotRates(item: Item): Pick<FamilyRates, 'minLot' | 'lotMultiple'> {
  const minLot = item.ways.reduce((most, way) => Math.max(most, way.minLot), 0);
  const lotMultiple = item.ways.reduce((most, way) => Math.max(most, way.lotMultiple), 0);
  return { ...(minLot > 0 ? { minLot } : {}), ...(lotMultiple > 0 ? { lotMultiple } : {}) };
}
