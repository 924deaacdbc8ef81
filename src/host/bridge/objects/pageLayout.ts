import type { PageLayout, Worksheet } from '../../model/workbook';
import { parseArea } from '../../model/address';
import { isWholeRows } from '../../model/area';
import { MAX_COLUMNS } from '../../model/cell';
import { formatArea } from '../area';
import { booleanOf, choiceOf, integerOf, isAbsent, objectOf, targetOf, textOf } from '../arguments';
import type { ObjectType, Property } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import { areaOf } from '../references';
import { parseReference } from '../used';
import { rangeType } from './range';
import { rangeAreasType } from './rangeAreas';
import { rangeObject } from './worksheet';

const ORIENTATIONS = ['Portrait', 'Landscape'] as const;

/** Paper sizes the file format knows by number; kept by Excel's name. */
const PAPER_SIZES = [
  'Letter',
  'Legal',
  'Executive',
  'A3',
  'A4',
  'A5',
  'B4',
  'B5',
  'Folio',
  'Tabloid',
  'Ledger',
] as const;

function zoomOf({ fitToWidth, fitToHeight }: PageLayout): unknown {
  if (fitToWidth === undefined && fitToHeight === undefined) return { scale: 100 };
  return {
    ...(fitToWidth !== undefined && fitToWidth > 0 && { horizontalFitToPages: fitToWidth }),
    ...(fitToHeight !== undefined && fitToHeight > 0 && { verticalFitToPages: fitToHeight }),
  };
}

/** Fit to pages; a direction that is left out takes as many as it needs. Percentages other than 100 are not served. */
function setZoom(layout: PageLayout, value: unknown): void {
  const { scale, horizontalFitToPages, verticalFitToPages } = objectOf(value);
  delete layout.fitToWidth;
  delete layout.fitToHeight;
  if (isAbsent(horizontalFitToPages) && isAbsent(verticalFitToPages)) {
    if (!isAbsent(scale) && scale !== 100) fail('NotImplemented', 'This host prints at 100 % or fitted to pages.');
    return;
  }
  layout.fitToWidth = isAbsent(horizontalFitToPages) ? 0 : integerOf(horizontalFitToPages, 1);
  layout.fitToHeight = isAbsent(verticalFitToPages) ? 0 : integerOf(verticalFitToPages, 1);
}

function addressOf(value: unknown, sheet: Worksheet): string {
  if (typeof value === 'string') {
    const area = parseReference(value)?.area ?? fail('InvalidArgument');
    return formatArea(area, true);
  }
  const range = targetOf(value, rangeType);
  return range.sheet === sheet ? formatArea(areaOf(range), true) : fail('InvalidArgument');
}

function titleRange(sheet: Worksheet, host: Host): HostObject | null {
  const area = sheet.pageLayout.printTitleRows && parseReference(sheet.pageLayout.printTitleRows)?.area;
  return area ? rangeObject(sheet, area, host) : null;
}

function printArea(sheet: Worksheet, host: Host): HostObject | null {
  const area = sheet.pageLayout.printArea && parseReference(sheet.pageLayout.printArea)?.area;
  return area ? HostObject.of(rangeAreasType, { sheet, ranges: [host.references.make(sheet, area)] }) : null;
}

export const pageLayoutType: ObjectType<Worksheet> = {
  name: 'PageLayout',
  properties: {
    Orientation: property(
      ({ pageLayout }) => (pageLayout.orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      ({ pageLayout }, value) => {
        pageLayout.orientation = choiceOf(value, ORIENTATIONS) === 'Landscape' ? 'landscape' : 'portrait';
      },
    ),
    PaperSize: property(
      ({ pageLayout }) => pageLayout.paperSize ?? 'Letter',
      ({ pageLayout }, value) => {
        pageLayout.paperSize = choiceOf(value, PAPER_SIZES);
      },
    ),
    Zoom: property(
      ({ pageLayout }) => zoomOf(pageLayout),
      ({ pageLayout }, value) => setZoom(pageLayout, value),
    ),
    CenterHorizontally: property(
      ({ pageLayout }) => pageLayout.centerHorizontally ?? false,
      ({ pageLayout }, value) => {
        pageLayout.centerHorizontally = booleanOf(value);
      },
    ),
  },
  objects: {
    HeadersFooters: navigation(
      () => headerFooterGroupType,
      (sheet) => sheet,
    ),
  },
  methods: {
    SetPrintTitleRows: method((sheet, [rows]) => {
      const text = addressOf(rows, sheet);
      const area = parseArea(text) ?? fail('InvalidArgument');
      if (!isWholeRows(area)) fail('InvalidArgument');
      sheet.pageLayout.printTitleRows = formatArea({ ...area, left: 0, right: MAX_COLUMNS - 1 }, true);
    }),
    SetPrintArea: method((sheet, [area]) => {
      sheet.pageLayout.printArea = addressOf(area, sheet);
    }),
    GetPrintTitleRows: method((sheet, _args, host) => titleRange(sheet, host) ?? fail('ItemNotFound')),
    GetPrintTitleRowsOrNullObject: method((sheet, _args, host) => titleRange(sheet, host)),
    GetPrintArea: method((sheet, _args, host) => printArea(sheet, host) ?? fail('ItemNotFound')),
    GetPrintAreaOrNullObject: method((sheet, _args, host) => printArea(sheet, host)),
  },
};

export const headerFooterGroupType: ObjectType<Worksheet> = {
  name: 'HeaderFooterGroup',
  properties: { State: property(() => 'Default') },
  objects: {
    DefaultForAllPages: navigation(
      () => headerFooterType,
      (sheet) => sheet,
    ),
  },
  methods: {},
};

type Section = 'L' | 'C' | 'R';

/** One section of a header or footer code: '&LLeft&CCentre&RRight'. */
function readSection(code: string, section: Section): string {
  const found = new RegExp(`&${section}([\\s\\S]*?)(?=&[LCR]|$)`).exec(code);
  return found?.[1] ?? '';
}

function writeSection(code: string, section: Section, text: string): string {
  return (['L', 'C', 'R'] as const)
    .map((part) => [part, part === section ? text : readSection(code, part)] as const)
    .filter(([, content]) => content !== '')
    .map(([part, content]) => `&${part}${content}`)
    .join('');
}

const section = (key: 'header' | 'footer', part: Section): Property<Worksheet> =>
  property(
    ({ pageLayout }) => readSection(pageLayout[key] ?? '', part),
    ({ pageLayout }, value) => {
      pageLayout[key] = writeSection(pageLayout[key] ?? '', part, textOf(value));
    },
  );

export const headerFooterType: ObjectType<Worksheet> = {
  name: 'HeaderFooter',
  properties: {
    LeftHeader: section('header', 'L'),
    CenterHeader: section('header', 'C'),
    RightHeader: section('header', 'R'),
    LeftFooter: section('footer', 'L'),
    CenterFooter: section('footer', 'C'),
    RightFooter: section('footer', 'R'),
  },
  objects: {},
  methods: {},
};
