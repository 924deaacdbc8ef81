import fc from 'fast-check';
import { listTypes } from '../../../src/host/bridge/catalogue';
import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { DOCUMENTED_CODES } from '../../../src/host/bridge/errors';
import { sampleWorkbook } from './support';

const METHODS = [...new Set(listTypes().flatMap((type) => Object.keys(type.methods)))];
const OBJECTS = [...new Set(listTypes().flatMap((type) => Object.keys(type.objects)))];
const PROPERTIES = [...new Set(listTypes().flatMap((type) => Object.keys(type.properties)))];
const WORDS = [
  'Sales',
  'Notes',
  'A1',
  'A1:B2',
  'B:B',
  '2:3',
  'Units',
  'Down',
  'Up',
  'ByRows',
  'Line',
  'Custom',
  '=A1',
  '',
  '#FF0000',
];

const argument = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>(...WORDS) },
  { weight: 3, arbitrary: fc.integer({ min: -2, max: 6 }) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      [
        [1, 'x'],
        [null, ''],
      ],
      [['=A1']],
      [],
      {},
      { format: { fill: { color: 'red' } } },
      1e9,
      -1,
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);
const args = fc.array(argument, { maxLength: 4 });

/** A chain of paths from the workbook: properties, methods and items, some of them nonsense. */
const path = fc.tuple(
  fc.constantFrom(3, 3, 4, 4, 5),
  fc.constantFrom(...METHODS, ...OBJECTS, 'Worksheets', 'Tables', 'GetRange'),
  args,
);

/** Chains that begin where objects are, so that many requests get somewhere. */
const START = [
  { Id: 1, ObjectPathType: 1, Name: '' },
  { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
  { Id: 3, ObjectPathType: 5, Name: '', ParentObjectPathId: 2, ArgumentInfo: { Arguments: ['Notes'] } },
  { Id: 4, ObjectPathType: 3, Name: 'GetRange', ParentObjectPathId: 3, ArgumentInfo: { Arguments: ['A1:C5'] } },
  { Id: 5, ObjectPathType: 4, Name: 'Tables', ParentObjectPathId: 1 },
  { Id: 6, ObjectPathType: 5, Name: '', ParentObjectPathId: 5, ArgumentInfo: { Arguments: ['Sales'] } },
  { Id: 7, ObjectPathType: 4, Name: 'Charts', ParentObjectPathId: 3 },
];

const TYPES = ['Workbook', 'WorksheetCollection', 'Worksheet', 'Range', 'TableCollection', 'Table', 'ChartCollection'];
/** What may be done at each of the starting points, by its own type. */
const MEMBERS = TYPES.map((name) => listTypes().find((type) => type.name === name)).map((type) => ({
  methods: Object.keys(type?.methods ?? {}),
  properties: Object.keys(type?.properties ?? {}),
  writable: Object.keys(type?.properties ?? {}).filter((name) => type?.properties[name]?.set),
}));

/** An action on one of the starting points with a member of its type, or (seldom) anything anywhere. */
const action = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.nat(TYPES.length - 1).chain((at) => {
      const { methods = [], properties = [], writable = [] } = MEMBERS[at] ?? {};
      return actionOn(at, methods, properties, writable);
    }),
  },
  { weight: 1, arbitrary: fc.nat(12).chain((at) => actionOn(at, METHODS, PROPERTIES, PROPERTIES)) },
);

function actionOn(at: number, methods: readonly string[], properties: readonly string[], writable: readonly string[]) {
  const property = fc.constantFrom(...(properties.length > 0 ? properties : ['Nothing']));
  const settable = fc.constantFrom(...(writable.length > 0 ? writable : ['Nothing']));
  return fc.record({
    kind: fc.oneof(
      fc.record({ ActionType: fc.constant(3), Name: fc.constantFrom(...methods) }),
      fc.record({ ActionType: fc.constant(4), Name: settable }),
      fc.record({ ActionType: fc.constantFrom(1, 2, 2, 5, 6, 7, 8, 9, 42), Name: property }),
    ),
    at: fc.constant(at),
    args,
    references: fc.option(fc.array(fc.constantFrom(0, 0, 3, 4, 6, 9), { maxLength: 2 }), { nil: undefined, freq: 3 }),
    Select: fc.array(
      fc.oneof(
        { weight: 8, arbitrary: property },
        { weight: 1, arbitrary: fc.constantFrom('format/fill/color', 'nonsense') },
      ),
      { maxLength: 3 },
    ),
  });
}

const request = fc
  .tuple(fc.array(path, { maxLength: 5 }), fc.array(action, { minLength: 1, maxLength: 6 }))
  .map(([chain, actions]) => {
    const paths = [
      ...START,
      ...chain.map(([ObjectPathType, Name, Arguments], i) => ({
        Id: 8 + i,
        ObjectPathType,
        Name,
        ParentObjectPathId: (i * 7) % (8 + i) || 4,
        ArgumentInfo: { Arguments },
      })),
    ];
    return {
      AutoKeepReference: false,
      ObjectPaths: Object.fromEntries(paths.map((p) => [p.Id, p])),
      Actions: actions.map(({ kind: { ActionType, Name }, at, args: Arguments, references, Select }, i) => ({
        Id: 100 + i,
        ActionType,
        Name,
        ObjectPathId: 1 + (at % paths.length),
        ArgumentInfo: { Arguments, ...(references && { ReferencedObjectPathIds: references }) },
        QueryInfo: { Select },
        ObjectState: { name: 'x' },
      })),
    };
  });

/** Requests that are broken in their form: parts missing, of another kind, or no JSON at all. */
const malformed = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .jsonValue()
    .map((body) => JSON.stringify({ id: 1, type: 1, message: { url: 'ProcessQuery', method: 'POST', body } })),
  fc
    .record({ Actions: fc.jsonValue(), ObjectPaths: fc.jsonValue() })
    .map((body) => JSON.stringify({ id: 1, type: 1, message: { url: 'ProcessQuery', method: 'POST', body } })),
  fc.tuple(request, fc.nat()).map(([body, cut]) => {
    const text = JSON.stringify({ id: 1, type: 1, message: { url: 'ProcessQuery', method: 'POST', body } });
    return text.slice(0, cut % text.length);
  }),
);

interface Answer {
  message: {
    statusCode: number;
    body: { Results?: { ActionId: number }[]; Error?: { Code: string; Message: string } };
  };
}

/** Messages that tell of a mistake in this host rather than in the request. */
const ACCIDENT = /\((?!.*not served)(.+)\)$/;

describe('random requests', () => {
  it('always get an answer with a documented code, when their form is right', async () => {
    let embedded = new EmbeddedWorkbook(sampleWorkbook());
    let count = 0;
    await fc.assert(
      fc.asyncProperty(request, async (body) => {
        if (count++ % 25 === 0) embedded = new EmbeddedWorkbook(sampleWorkbook());
        const json = JSON.stringify({ id: 7, type: 1, message: { url: 'ProcessQuery', method: 'POST', body } });
        const answer = JSON.parse(await embedded.processMessage(json)) as Answer & { id: number };
        expect(answer.id).toBe(7);
        expect(answer.message.statusCode).toBe(200);
        const { Error: failure, Results } = answer.message.body;
        if (!failure) expect(Results).toHaveLength(body.Actions.length);
        else {
          expect(DOCUMENTED_CODES.has(failure.Code)).toBe(true);
          if (failure.Code === 'GeneralException') expect(failure.Message).not.toMatch(ACCIDENT);
        }
      }),
      { numRuns: 8000, seed: 20261125 },
    );
  });

  it('always get an answer, when their form is wrong', async () => {
    const embedded = new EmbeddedWorkbook(sampleWorkbook());
    await fc.assert(
      fc.asyncProperty(malformed, async (json) => {
        const answer = JSON.parse(await embedded.processMessage(json)) as Answer;
        expect([200, 400, 404]).toContain(answer.message.statusCode);
      }),
      { numRuns: 2000, seed: 20261125 },
    );
  });
});
