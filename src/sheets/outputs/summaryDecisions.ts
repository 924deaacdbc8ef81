import { distinct } from './context';
import type { OutputContext } from './context';
import type { Content, Place } from './grid';
import { cellPlace, refer } from './grid';
import type { SummaryPlaces } from './summaryFigures';
import { cheapestFix, fixWords } from './shortages';
import { unitWords } from './words';

/** Something the plan asks its readers to agree to: how much of it, what it costs, and the cell it is read from. */
export interface Decision {
  readonly words: string;
  readonly quantity: Content;
  readonly unit: string;
  readonly money: Content;
  readonly place: Place;
}

const MOST = 10;

/** The decisions wanted, most pressing first: sales gap, fixes of shortages, overtime, people, subcontracting, overloaded teams. */
export function decisionsWanted(context: OutputContext, places: SummaryPlaces): readonly Decision[] {
  return [
    ...salesGap(context, places),
    ...shortageFixes(context, places),
    ...resourceDecisions(context, places),
    ...subcontracting(context, places),
    ...overloadedTeams(context, places),
  ].slice(0, MOST);
}

function link(context: OutputContext, place: Place | undefined): Content {
  return place ? { formula: `=${refer(place, context.names.summary)}` } : '';
}

function salesGap(context: OutputContext, { sales }: SummaryPlaces): readonly Decision[] {
  const { t, plan } = context;
  const gap = plan.sales.target - plan.sales.won - plan.sales.weighted;
  if (!sales || gap <= 0.005) return [];
  const wins = plan.sales.averageDeal !== undefined && plan.sales.averageDeal > 0 ? gap / plan.sales.averageDeal : '';
  return [
    {
      words: t('sheets.decision.salesGap'),
      quantity: wins,
      unit: t('sheets.unit.wins'),
      money: link(context, sales.gap),
      place: sales.gap,
    },
  ];
}

/** The cheapest fix of each shortage, each named once, dearest shortage first. */
function shortageFixes(context: OutputContext, { shortages }: SummaryPlaces): readonly Decision[] {
  const decisions = (shortages?.rows ?? []).flatMap(({ shortage, quantity }): Decision[] => {
    const fix = cheapestFix(shortage);
    if (!fix) return [];
    const words = context.t('sheets.decision.fix', { family: shortage.family, fix: fixWords(context, shortage) });
    return [
      {
        words,
        quantity: link(context, quantity),
        unit: context.t('sheets.unit.units'),
        money: fix.cost,
        place: quantity,
      },
    ];
  });
  return decisions
    .filter((decision, i) => decisions.findIndex((other) => other.words === decision.words) === i)
    .slice(0, 3);
}

function resourceDecisions(context: OutputContext, { balance }: SummaryPlaces): readonly Decision[] {
  const { t, plan } = context;
  if (!balance) return [];
  const kinds = [
    { field: 'overtime', cost: 'cost:overtime' },
    { field: 'hired', cost: 'cost:hiring' },
    { field: 'laidOff', cost: 'cost:layoff' },
  ] as const;
  const rows = plan.balance?.resources ?? [];
  return kinds.flatMap(({ field, cost }) =>
    distinct(rows.filter((row) => (row[field] ?? 0) > 0).map((row) => row.resource)).flatMap((resource): Decision[] => {
      const total = balance.resourceTotal(resource, field);
      if (!total) return [];
      const unit = rows.find((row) => row.resource === resource)?.unit ?? '';
      return [
        {
          words: t(`sheets.decision.${field}`, { resource }),
          quantity: link(context, total),
          unit: field === 'overtime' ? unitWords(context, unit) : t('sheets.unit.heads'),
          money: link(context, balance.resourceTotal(resource, cost)),
          place: total,
        },
      ];
    }),
  );
}

function subcontracting(context: OutputContext, { balance }: SummaryPlaces): readonly Decision[] {
  const { t, plan } = context;
  const families = distinct(
    (plan.balance?.items ?? []).filter((item) => item.subcontracted > 0).map((item) => item.family),
  );
  return families.flatMap((family): Decision[] => {
    const total = balance?.familyTotal(family, 'subcontracted');
    if (!total) return [];
    return [
      {
        words: t('sheets.decision.subcontract', { family }),
        quantity: link(context, total),
        unit: t('sheets.unit.units'),
        money: link(context, balance?.familyTotal(family, 'cost:subcontract')),
        place: total,
      },
    ];
  });
}

/** Teams with more hours than capacity in some week: the hours beyond it. */
function overloadedTeams(context: OutputContext, { calendar }: SummaryPlaces): readonly Decision[] {
  const { t, plan } = context;
  return (calendar?.teams ?? []).flatMap(({ team, load }): Decision[] => {
    const over = plan.workload.filter((week) => week.team === team && week.loadHours > week.capacityHours + 1e-6);
    if (over.length === 0) return [];
    const capacity = { ...load, row: load.row + 1 };
    const [loads, capacities] = [load, capacity].map((place) => refer(place, context.names.summary));
    return [
      {
        words: t('sheets.decision.relieve', { team, weeks: over.length }),
        quantity: { formula: `=SUMPRODUCT((${loads}>${capacities})*(${loads}-${capacities}))` },
        unit: t('sheets.unit.hours'),
        money: '',
        place: cellPlace(load.sheet, load.row, load.column),
      },
    ];
  });
}
