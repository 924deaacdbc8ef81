/** What the manufacturer makes: prices, costs and stocks in euro and units, hours per unit by line, and how demand moves over the year. */
export interface SampleFamily {
  readonly name: string;
  readonly price: number;
  readonly unitCost: number;
  readonly openingStock: number;
  /** Weeks of demand, or units. */
  readonly cover?: number;
  readonly safetyStock?: number;
  readonly holdingCost: number;
  readonly backlogCost?: number;
  readonly lostSaleCost: number;
  readonly maxBacklog?: number;
  readonly subcontractCost?: number;
  readonly subcontractMax?: number;
  readonly leadTime?: number;
  readonly priority: number;
  readonly hours: Readonly<Record<string, number>>;
  /** Units a week at the beginning of the history. */
  readonly weekly: number;
  /** Growth a year. */
  readonly trend: number;
  /** Strength of the season, 0..1, and the week of the year of its peak. */
  readonly season: readonly [strength: number, peakWeek: number];
  /** Standard deviation of the weekly noise, as a fraction. */
  readonly noise: number;
}

export const LINES = ['Lavorazione meccanica', 'Avvolgimento motori', 'Assemblaggio', 'Collaudo e imballo'] as const;
const [MACHINING, WINDING, ASSEMBLY, TESTING] = LINES;

export const FAMILIES: readonly SampleFamily[] = [
  {
    name: 'Circolatori',
    price: 185,
    unitCost: 84,
    openingStock: 470,
    cover: 1,
    holdingCost: 1.4,
    backlogCost: 14,
    lostSaleCost: 30,
    maxBacklog: 2,
    priority: 2,
    hours: { [MACHINING]: 0.12, [WINDING]: 0.15, [ASSEMBLY]: 0.2, [TESTING]: 0.05 },
    weekly: 395,
    trend: 0.03,
    season: [0.22, 46],
    noise: 0.06,
  },
  {
    name: 'Elettropompe',
    price: 420,
    unitCost: 205,
    openingStock: 290,
    cover: 1,
    holdingCost: 3.2,
    backlogCost: 32,
    lostSaleCost: 70,
    maxBacklog: 2,
    subcontractCost: 348,
    subcontractMax: 120,
    priority: 1,
    hours: { [MACHINING]: 0.3, [WINDING]: 0.25, [ASSEMBLY]: 0.4, [TESTING]: 0.1 },
    weekly: 242,
    trend: 0.05,
    season: [0.24, 20],
    noise: 0.07,
  },
  {
    name: 'Pompe sommerse',
    price: 690,
    unitCost: 330,
    openingStock: 150,
    cover: 1,
    holdingCost: 5.2,
    backlogCost: 52,
    lostSaleCost: 110,
    maxBacklog: 2,
    priority: 1,
    hours: { [MACHINING]: 0.45, [WINDING]: 0.35, [ASSEMBLY]: 0.55, [TESTING]: 0.15 },
    weekly: 122,
    trend: 0.04,
    season: [0.3, 24],
    noise: 0.08,
  },
  {
    name: 'Gruppi di pressurizzazione',
    price: 1850,
    unitCost: 940,
    openingStock: 48,
    safetyStock: 30,
    holdingCost: 14,
    backlogCost: 120,
    lostSaleCost: 260,
    maxBacklog: 2,
    leadTime: 1,
    priority: 1,
    hours: { [MACHINING]: 0.4, [ASSEMBLY]: 1.8, [TESTING]: 0.5 },
    weekly: 42,
    trend: 0.06,
    season: [0.12, 18],
    noise: 0.1,
  },
  {
    name: 'Valvole',
    price: 64,
    unitCost: 24,
    openingStock: 1450,
    cover: 1.5,
    holdingCost: 0.4,
    lostSaleCost: 10,
    priority: 3,
    hours: { [MACHINING]: 0.1, [ASSEMBLY]: 0.05, [TESTING]: 0.02 },
    weekly: 870,
    trend: 0.02,
    season: [0.08, 40],
    noise: 0.05,
  },
  {
    name: 'Kit ricambi',
    price: 38,
    unitCost: 12,
    openingStock: 1700,
    cover: 1.5,
    holdingCost: 0.2,
    lostSaleCost: 6,
    priority: 3,
    hours: { [MACHINING]: 0.02, [ASSEMBLY]: 0.03 },
    weekly: 1040,
    trend: 0.02,
    season: [0.05, 12],
    noise: 0.06,
  },
];
