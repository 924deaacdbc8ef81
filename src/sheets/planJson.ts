import type { Issue } from '../planning/issue';
import type { Language, Settings } from '../planning/input';
import type { CascadeLine, FamilyForecast, Plan, SalesPlan } from '../planning/result';
import type { BalancePlan } from '../planning/resultBalance';
import { formatIsoDay } from '../planning/time/civil';
import { addressOf } from './address';
import { issueText } from './issueMessage';
import { translate, hasMessage } from '../i18n/translate';

/** What a run cost; times are null where they are left out, so that two runs give the same bytes. */
export interface PlanStats {
  readonly readMs: number | null;
  readonly planMs: number | null;
  readonly writeMs: number | null;
  readonly syncs: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  readonly requestBytesMax: number;
}

/**
 * The plan as one JSON document of schema 'cadenza.plan/1': dates ISO, quantities and money plain numbers, fractions 0..1, absent values null,
 * keys in a fixed order: the same plan gives the same bytes.
 *
 * @param language Of the issues' messages.
 */
export function planToJson(plan: Plan, stats: PlanStats, language: Language): object {
  return {
    schema: 'cadenza.plan/1',
    settings: settingsJson(plan.settings),
    buckets: plan.buckets.map(({ index, label, start, end, workingDays }) => ({
      index,
      label,
      start: formatIsoDay(start),
      end: formatIsoDay(end),
      workingDays,
    })),
    issues: plan.issues.map((issue) => issueJson(issue, language)),
    cascade: plan.cascade.flatMap(cascadeJson),
    activities: plan.activities.map(({ date, week, team, owner, activity, objective, quantity, hours }) => ({
      date: formatIsoDay(date),
      week,
      team,
      owner: owner ?? null,
      activity,
      objective: objective ?? null,
      quantity,
      hours,
    })),
    milestones: plan.milestones.map(({ name, date, team, owner, objective, slackDays, critical }) => ({
      name,
      date: formatIsoDay(date),
      team,
      owner: owner ?? null,
      objective: objective ?? null,
      slackDays,
      critical,
    })),
    sales: salesJson(plan.sales),
    forecasts: plan.forecasts.map(forecastJson),
    demand: plan.demand.flatMap(({ family, buckets }) =>
      buckets.map(({ bucket, streams, consensus }) => ({ family, bucket, streams: sorted(streams), consensus })),
    ),
    balance: plan.balance ? balanceJson(plan.balance) : null,
    shortages: plan.shortages.map(({ family, bucket, quantity, money, causes, fixes }) => ({
      family,
      bucket,
      quantity,
      money,
      causes: causes.map((cause) => ({
        kind: cause.kind,
        name: cause.name,
        bucket: cause.bucket ?? null,
        price: cause.price ?? null,
      })),
      fixes: fixes.map(({ action, params, cost }) => ({
        action: phraseOf(language, `fix.${action}`, action, params),
        cost,
      })),
    })),
    tieOuts: plan.tieOuts.map(({ name, params, difference }) => ({
      name: phraseOf(language, `tieOut.${name}`, name, params),
      difference,
    })),
    stats: {
      readMs: stats.readMs,
      planMs: stats.planMs,
      writeMs: stats.writeMs,
      syncs: stats.syncs,
      cellsRead: stats.cellsRead,
      cellsWritten: stats.cellsWritten,
      requestBytesMax: stats.requestBytesMax,
    },
  };
}

type Params = Readonly<Record<string, string | number>>;

function phraseOf(language: Language, key: string, fallback: string, params: Params): string {
  return hasMessage(key) ? translate(language, key, params) : fallback;
}

/** Keys in code-unit order: the order in which a run met them must not show. */
function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Every setting in the order of the contract, dates as ISO text; where a setting stood in the workbook is not part of the plan. */
function settingsJson(settings: Settings): object {
  const { planStart, today, localHoliday, ...others } = settings;
  const plain = Object.fromEntries(Object.entries(others).filter(([key]) => key !== 'given'));
  return {
    planStart: formatIsoDay(planStart),
    ...sorted(plain),
    localHoliday: localHoliday ? { day: localHoliday.day, month: localHoliday.month } : null,
    today: formatIsoDay(today),
  };
}

function issueJson(issue: Issue, language: Language): object {
  return {
    code: issue.code,
    severity: issue.severity,
    sheet: issue.cell?.sheet ?? issue.sheet ?? null,
    cell: issue.cell ? addressOf(issue.cell) : null,
    message: issueText(issue, language),
  };
}

/** One entry a period of every level, the year first. */
function cascadeJson(line: CascadeLine): object[] {
  const common = { objective: line.objective, team: line.team, family: line.family ?? null, metric: line.metric };
  const start = line.months[0]?.start ?? line.quarters[0]?.start ?? line.weeks[0]?.start;
  const year = {
    ...common,
    year: line.year,
    level: 'year',
    start: start === undefined ? null : formatIsoDay(start),
    value: line.target,
  };
  const levels = [
    ['quarter', line.quarters],
    ['month', line.months],
    ['week', line.weeks],
  ] as const;
  const periods = levels.flatMap(([level, entries]) =>
    entries.map((period) => ({
      ...common,
      year: line.year,
      level,
      start: formatIsoDay(period.start),
      value: period.value,
    })),
  );
  return [year, ...periods];
}

function salesJson(sales: SalesPlan): object {
  return {
    asOf: formatIsoDay(sales.asOf),
    year: sales.year,
    target: sales.target,
    won: sales.won,
    weighted: sales.weighted,
    p10: sales.p10 ?? null,
    p50: sales.p50 ?? null,
    p90: sales.p90 ?? null,
    chanceOfTarget: sales.chanceOfTarget ?? null,
    coverage: sales.coverage ?? null,
    neededCoverage: sales.neededCoverage ?? null,
    stages: sales.stages.map(({ stage, order, outcome, count, amount, weighted, winRate, daysToClose, source }) => ({
      stage,
      order,
      outcome,
      count,
      amount,
      weighted,
      winRate,
      daysToClose,
      source,
    })),
    weeks: sales.weeks.map(({ week, start, target, weighted, winsNeeded, entries }) => ({
      week,
      start: formatIsoDay(start),
      target,
      weighted,
      winsNeeded,
      entries: sorted(entries),
    })),
    capacity: (sales.capacity ?? []).map((month) => ({
      team: month.team,
      month: month.label,
      start: formatIsoDay(month.start),
      heads: month.heads,
      productiveHeads: month.productiveHeads,
      capacity: month.capacity,
      target: month.target,
      hires: month.hires,
      capacityWithHires: month.capacityWithHires,
    })),
  };
}

function forecastJson({ family, model, season, points, parts, accuracy }: FamilyForecast): object {
  return {
    family,
    model,
    season,
    points: pointsJson(points),
    ...(parts
      ? {
          parts: parts.map((part) => ({
            dimension: part.dimension,
            member: part.member,
            points: pointsJson(part.points),
          })),
        }
      : {}),
    accuracy: {
      mase: accuracy.mase ?? null,
      smape: accuracy.smape ?? null,
      wmape: accuracy.wmape ?? null,
      bias: accuracy.bias ?? null,
      coverage: accuracy.coverage ?? null,
      valueAdded: accuracy.valueAdded ?? null,
    },
  };
}

function pointsJson(points: FamilyForecast['points']): object[] {
  return points.map(({ bucket, mean, lower, upper }) => ({ bucket, mean, lower, upper }));
}

function balanceJson(balance: BalancePlan): object {
  return {
    status: balance.status,
    objective: balance.objective,
    totalCost: balance.totalCost,
    revenue: balance.revenue,
    profit: balance.profit,
    bound: balance.bound,
    gap: balance.gap,
    items: balance.items.map(
      ({ family, bucket, demand, shipped, backlog, lost, made, subcontracted, bought, stock }) => ({
        family,
        bucket,
        demand,
        shipped,
        backlog,
        lost,
        made,
        subcontracted,
        bought,
        stock,
      }),
    ),
    resources: balance.resources.map((row) => ({
      resource: row.resource,
      bucket: row.bucket,
      capacity: row.capacity,
      used: row.used,
      overtime: row.overtime,
      heads: row.heads ?? null,
      hired: row.hired ?? null,
      laidOff: row.laidOff ?? null,
      price: row.price ?? null,
    })),
  };
}
