import { outcomeOf } from '../../../src/planning/pipeline/outcome';
import { smoothRate } from '../../../src/planning/pipeline/rates';
import { stepOfStage } from '../../../src/planning/pipeline/stageNames';
import { modelStages } from '../../../src/planning/pipeline/stages';
import { day, deal, inputOf, stage } from '../support/records';

const won = (row: number, cycle: number) =>
  deal({
    row,
    stage: 'Closed won',
    amount: 10,
    created: day('2026-01-01'),
    closeDate: (day('2026-01-01') + cycle) as never,
  });

test('won and lost are known by name in both languages, unless the Stages table says otherwise', () => {
  expect(['Won', 'Closed won', 'Vinta', 'Chiusa vinta', 'Chiuso/vinto'].map((name) => outcomeOf(name))).toEqual(
    Array(5).fill('Won'),
  );
  expect(['Lost', 'Closed-Lost', 'Persa', 'chiusa PERSA'].map((name) => outcomeOf(name))).toEqual(
    Array(4).fill('Lost'),
  );
  expect(['Proposal', 'Wonderful', 'Trattativa'].map((name) => outcomeOf(name))).toEqual(Array(3).fill('Open'));
  expect(outcomeOf('Signed', stage('Signed', { outcome: 'Won' }))).toBe('Won');
});

test('the Stages table goes before anything learnt', () => {
  const models = modelStages(
    inputOf({
      stages: [
        stage('Proposal', { row: 2, order: 2, winRate: 0.5, daysToClose: 20 }),
        stage('Lead', { row: 1, order: 1, winRate: 0.1, daysToClose: 60 }),
      ],
      pipeline: [deal({ stage: 'proposal', amount: 5 }), won(2, 30)],
    }),
  );
  expect(models.stages.map((own) => [own.stage, own.order, own.winRate, own.daysToClose, own.source])).toEqual([
    ['Lead', 1, 0.1, 60, 'table'],
    ['Proposal', 2, 0.5, 20, 'table'],
    ['Closed won', 3, 1, 0, 'default'],
  ]);
  expect(models.issues).toEqual([]);
});

test('without rates the closed deals tell them, smoothed, each step as hard as the others', () => {
  const pipeline = [
    ...Array.from({ length: 30 }, (_, index) => won(index + 1, 40)),
    ...Array.from({ length: 60 }, (_, index) => deal({ row: index + 40, stage: 'Lost' })),
    deal({ row: 200, stage: 'Lead', closeDate: day('2027-03-01') }),
    deal({ row: 201, stage: 'Offer', closeDate: day('2026-12-20') }),
  ];
  const { stages, issues } = modelStages(inputOf({ pipeline }));
  const whole = (30 + 2.5) / (90 + 10);
  expect(stages.slice(0, 2).map((own) => [own.stage, own.winRate, own.daysToClose, own.source])).toEqual([
    ['Lead', whole, 40, 'history'],
    ['Offer', Math.sqrt(whole), 20, 'history'],
  ]);
  expect(issues.map((issue) => issue.code)).toEqual(['stage-order-assumed', 'stage-rates-learnt']);
});

test('with no closed deals a default stands in and is told', () => {
  const { stages, issues } = modelStages(inputOf({ pipeline: [deal({ stage: 'Lead', amount: 5 })] }));
  expect(stages[0]).toMatchObject({ winRate: 0.25, daysToClose: 90, source: 'default' });
  expect(issues.map((issue) => issue.code)).toEqual(['stage-rates-default', 'stage-days-default']);
});

test('a stage that never wins is reported at its cell, one the table does not know gets a rate that is told', () => {
  const { issues } = modelStages(
    inputOf({
      stages: [stage('Lead', { row: 1, winRate: 0, daysToClose: 10 })],
      pipeline: [deal({ row: 7, stage: 'Limbo' }), won(8, 10)],
    }),
  );
  expect(issues.map((issue) => [issue.code, issue.cell?.sheet, issue.cell?.row])).toEqual([
    ['stage-never-wins', 'Stages', 1],
    ['stage-rates-learnt', 'Pipeline', 7],
  ]);
});

test('a smoothed rate lies between what was seen and what was expected', () => {
  expect(smoothRate(0, 0, 0.25, 10)).toBe(0.25);
  expect(smoothRate(2, 2, 0.25, 10)).toBeCloseTo(0.375, 12);
});

test('stages without a table stand in the order of the steps their names speak of', () => {
  const names = ['Negotiation / Review', 'Engaging', 'Prospecting', 'Value proposition'];
  expect(names.map(stepOfStage)).toEqual([4, 1, 0, 3]);
  expect(['Trattativa', 'Analisi esigenze', 'Offerta', 'Qualificazione', 'Fase 2'].map(stepOfStage)).toEqual([
    4,
    2,
    3,
    1,
    undefined,
  ]);
  const pipeline = names.map((stage, row) => deal({ row: row + 1, stage, amount: 5 }));
  const { stages, issues } = modelStages(inputOf({ pipeline }));
  expect(stages.map((own) => own.stage)).toEqual([
    'Prospecting',
    'Engaging',
    'Value proposition',
    'Negotiation / Review',
  ]);
  expect(issues[0]).toMatchObject({ code: 'stage-order-assumed', params: { by: 'names' } });
});

test('names that do not tell the stages apart leave their order to the close dates', () => {
  const { stages, issues } = modelStages(
    inputOf({
      pipeline: [
        deal({ row: 1, stage: 'Offer sent', closeDate: day('2026-12-20') }),
        deal({ row: 2, stage: 'Offer in preparation', closeDate: day('2027-03-01') }),
      ],
    }),
  );
  expect(stages.map((own) => own.stage)).toEqual(['Offer in preparation', 'Offer sent']);
  expect(issues[0]).toMatchObject({ code: 'stage-order-assumed', params: { by: 'dates' } });
});
