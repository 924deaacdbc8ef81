import type { PageLayout, Worksheet } from '../../model/workbook';
import { parseArea } from '../../model/address';
import { isWholeColumns, isWholeRows } from '../../model/area';
import { formatArea } from '../area';
import { booleanOf, choiceOf, integerOf, isAbsent, numberOf, objectOf, targetOf, textOf } from '../arguments';
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

function zoomOf({ fitToWidth, fitToHeight, scale }: PageLayout): unknown {
  if (fitToWidth === undefined && fitToHeight === undefined) return { scale: scale ?? 100 };
  return {
    ...(fitToWidth !== undefined && fitToWidth > 0 && { horizontalFitToPages: fitToWidth }),
    ...(fitToHeight !== undefined && fitToHeight > 0 && { verticalFitToPages: fitToHeight }),
  };
}

/** A percentage (10 to 400), or pages to fit; a direction that is left out takes as many pages as it needs. */
function setZoom(layout: PageLayout, value: unknown): void {
  const { scale, horizontalFitToPages, verticalFitToPages } = objectOf(value);
  delete layout.fitToWidth;
  delete layout.fitToHeight;
  delete layout.scale;
  if (isAbsent(horizontalFitToPages) && isAbsent(verticalFitToPages)) {
    if (!isAbsent(scale)) layout.scale = integerOf(scale, 10, 400);
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

type TitleKey = 'printTitleRows' | 'printTitleColumns';

function titleRange(sheet: Worksheet, key: TitleKey, host: Host): HostObject | null {
  const area = parseReference(sheet.pageLayout[key] ?? '')?.area;
  return area ? rangeObject(sheet, area, host) : null;
}

/** Rows or columns that each printed page repeats. */
function setTitles(sheet: Worksheet, key: TitleKey, value: unknown): void {
  const area = parseArea(addressOf(value, sheet)) ?? fail('InvalidArgument');
  const isFitting = key === 'printTitleRows' ? isWholeRows(area) : isWholeColumns(area);
  if (!isFitting) fail('InvalidArgument');
  sheet.pageLayout[key] = formatArea(area, true);
}

type Flag = 'centerHorizontally' | 'centerVertically' | 'printGridlines' | 'printHeadings' | 'blackAndWhite';

const flag = (key: Flag): Property<Worksheet> =>
  property(
    ({ pageLayout }) => pageLayout[key] ?? false,
    ({ pageLayout }, value) => {
      pageLayout[key] = booleanOf(value);
    },
  );

type Margin = keyof NonNullable<PageLayout['margins']>;

/** Excel's "Normal" margins, in inches. */
const NORMAL_MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
const POINTS_PER_INCH = 72;

/** Margins are points in the object model and inches in files. */
const margin = (key: Margin): Property<Worksheet> =>
  property(
    ({ pageLayout }) => (pageLayout.margins ?? NORMAL_MARGINS)[key] * POINTS_PER_INCH,
    ({ pageLayout }, value) => {
      const points = numberOf(value);
      if (points < 0) fail('InvalidArgument');
      pageLayout.margins = { ...NORMAL_MARGINS, ...pageLayout.margins, [key]: points / POINTS_PER_INCH };
    },
  );

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
    CenterHorizontally: flag('centerHorizontally'),
    CenterVertically: flag('centerVertically'),
    PrintGridlines: flag('printGridlines'),
    PrintHeadings: flag('printHeadings'),
    BlackAndWhite: flag('blackAndWhite'),
    LeftMargin: margin('left'),
    RightMargin: margin('right'),
    TopMargin: margin('top'),
    BottomMargin: margin('bottom'),
    HeaderMargin: margin('header'),
    FooterMargin: margin('footer'),
  },
  objects: {
    HeadersFooters: navigation(
      () => headerFooterGroupType,
      (sheet) => sheet,
    ),
  },
  methods: {
    SetPrintTitleRows: method((sheet, [rows]) => setTitles(sheet, 'printTitleRows', rows)),
    SetPrintTitleColumns: method((sheet, [columns]) => setTitles(sheet, 'printTitleColumns', columns)),
    SetPrintArea: method((sheet, [area]) => {
      sheet.pageLayout.printArea = addressOf(area, sheet);
    }),
    GetPrintTitleRows: method(
      (sheet, _args, host) => titleRange(sheet, 'printTitleRows', host) ?? fail('ItemNotFound'),
    ),
    GetPrintTitleRowsOrNullObject: method((sheet, _args, host) => titleRange(sheet, 'printTitleRows', host)),
    GetPrintTitleColumns: method(
      (sheet, _args, host) => titleRange(sheet, 'printTitleColumns', host) ?? fail('ItemNotFound'),
    ),
    GetPrintTitleColumnsOrNullObject: method((sheet, _args, host) => titleRange(sheet, 'printTitleColumns', host)),
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
