import type {
  CapacityRecord,
  FamilyRecord,
  OverrideRecord,
  PlanInput,
  RoutingRecord,
  Settings,
} from '../../src/planning/input';
import type { Origin } from '../../src/planning/issue';
import { addDays, dayOf } from '../../src/planning/time/civil';
import { settingsOf } from '../planning/support/records';

/** Shape of a generated planning problem. */
export interface Shape {
  readonly products: number;
  readonly resources: number;
  readonly weeks: number;
  readonly seed: number;
  /** Setups, least lots and setup hours. */
  readonly lots?: boolean;
  readonly objective?: Settings['objective'];
  /** Capacity over mean load; below 1 something is short. */
  readonly slack?: number;
}

/** A small, fast generator of numbers in [0, 1) that gives the same ones for the same seed everywhere (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const START = dayOf(2026, 1, 5);

export function baseSettings(weeks: number, objective: Settings['objective']): Settings {
  return settingsOf({ planStart: START, today: START, horizon: weeks, objective, country: 'none' });
}

export function originAt(sheet: string, row: number): Origin {
  return { sheet, row, columns: { family: 0 } };
}

/**
 * A planning problem of the size asked for: three routings a product, overtime, stock, backlog, lost sales, subcontracting and soft safety
 * stock, seasonal demand, and with `lots` setups and least lots.
 */
export function generateInput(shape: Shape): PlanInput {
  const next = seeded(shape.seed);
  const between = (low: number, high: number): number => low + (high - low) * next();
  const families: FamilyRecord[] = [];
  const routings: RoutingRecord[] = [];
  const overrides: OverrideRecord[] = [];
  const load = new Float64Array(shape.resources);
  for (let product = 0; product < shape.products; product += 1) {
    const family = `P${String(product).padStart(4, '0')}`;
    const mean = Math.round(between(20, 200));
    const unitCost = Math.round(between(5, 60));
    families.push({
      origin: originAt('Families', product + 1),
      family,
      price: Math.round(unitCost * between(1.5, 3)),
      unitCost,
      openingStock: Math.round(mean * between(0, 1.5)),
      openingBacklog: 0,
      safetyStock: Math.round(mean * 0.5),
      closingStock: 0,
      holdingCost: Number((unitCost * 0.04).toFixed(2)),
      backlogCost: Number((unitCost * between(0.4, 1)).toFixed(2)),
      lostSaleCost: Math.round(unitCost * between(2, 4)),
      shortfallCost: Number((unitCost * 0.2).toFixed(2)),
      subcontractCost: Math.round(unitCost * between(1.6, 2.2)),
      subcontractMax: Math.round(mean * 0.6),
      leadTimeWeeks: 0,
      ...(shape.lots
        ? { minLot: Math.round(mean * 0.8), setupCost: Math.round(mean * unitCost * between(0.05, 0.2)) }
        : {}),
    });
    const main = Math.floor(next() * shape.resources);
    for (let mode = 0; mode < 3; mode += 1) {
      const resource = (main + mode) % shape.resources;
      const hours = Number((between(0.1, 0.6) * (1 + 0.1 * mode)).toFixed(3));
      if (mode === 0) load[resource] = (load[resource] ?? 0) + mean * hours;
      routings.push({
        origin: originAt('Routings', product * 3 + mode + 1),
        family,
        resource: `R${String(resource).padStart(2, '0')}`,
        hours,
        mode: `M${mode}`,
        setupHours: shape.lots ? Number(between(0.5, 3).toFixed(2)) : 0,
        modeCost: mode * Math.round(unitCost * 0.05),
        offsetWeeks: 0,
      });
    }
    const phase = between(0, 2 * Math.PI);
    for (let week = 0; week < shape.weeks; week += 1) {
      const season = 1 + 0.3 * Math.sin((2 * Math.PI * week) / 52 + phase);
      overrides.push({
        origin: originAt('Overrides', overrides.length + 1),
        family,
        period: addDays(START, 7 * week),
        stream: 'Consensus',
        quantity: Math.round(mean * season * between(0.7, 1.3)),
      });
    }
  }
  const total = load.reduce((sum, hours) => sum + hours, 0) / shape.resources;
  const capacity: CapacityRecord[] = Array.from({ length: shape.resources }, (_, resource) => ({
    origin: originAt('Capacity', resource + 1),
    resource: `R${String(resource).padStart(2, '0')}`,
    regular: Math.round(0.5 * ((load[resource] ?? 0) + total) * (shape.slack ?? 1)),
    kind: 'Line',
    per: 'Week',
    unit: 'h',
    cost: 2,
    overtime: Math.round(total * 0.2),
    overtimeCost: 35,
    wage: 0,
    attrition: 0,
  }));
  return {
    targets: [],
    pipeline: [],
    capacity,
    families,
    routings,
    materials: [],
    receipts: [],
    demand: [],
    orders: [],
    overrides,
    stages: [],
    activities: [],
    people: [],
    holidays: [],
    profiles: [],
    actuals: [],
    settings: baseSettings(shape.weeks, shape.objective ?? 'Min cost'),
    sources: [],
  };
}
