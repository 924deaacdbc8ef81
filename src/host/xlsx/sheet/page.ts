import type { PageLayout } from '../../model/workbook';
import { child, flag, numeric } from '../xml/element';
import { patchElement } from '../xml/patch';
import type { Attributes } from '../xml/write';
import { spacedTag, tag } from '../xml/write';
import type { Section, SectionXml, SheetWriter } from './section';

/** Numbers of paper sizes (ECMA-376 18.3.1.63) by the object model's names. */
const PAPERS: Readonly<Record<string, number>> = {
  Letter: 1,
  LetterSmall: 2,
  Tabloid: 3,
  Ledger: 4,
  Legal: 5,
  Statement: 6,
  Executive: 7,
  A3: 8,
  A4: 9,
  A4Small: 10,
  A5: 11,
  B4: 12,
  B5: 13,
  Folio: 14,
};

const NORMAL_MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

/** Orientation, fit, paper, margins, header and footer. Print area and titles are names of the workbook part. */
export const pageSection: Section = {
  name: 'page',
  read({ root, sheet }) {
    const layout: PageLayout = {};
    const setup = child(root, 'pageSetup')?.attributes ?? {};
    const { orientation, paperSize, scale } = setup;
    if (orientation === 'portrait' || orientation === 'landscape') layout.orientation = orientation;
    const paper = Object.entries(PAPERS).find(([, number]) => String(number) === paperSize)?.[0];
    if (paper) layout.paperSize = paper;
    if (flag(child(child(root, 'sheetPr'), 'pageSetUpPr')?.attributes['fitToPage'])) {
      layout.fitToWidth = numeric(setup['fitToWidth'], 1);
      layout.fitToHeight = numeric(setup['fitToHeight'], 1);
    } else if (scale !== undefined && scale !== '100') layout.scale = Number(scale);
    if (flag(setup['blackAndWhite'])) layout.blackAndWhite = true;
    const print = child(root, 'printOptions')?.attributes ?? {};
    if (flag(print['horizontalCentered'])) layout.centerHorizontally = true;
    if (flag(print['verticalCentered'])) layout.centerVertically = true;
    if (flag(print['gridLines'])) layout.printGridlines = true;
    if (flag(print['headings'])) layout.printHeadings = true;
    const margins = child(root, 'pageMargins')?.attributes;
    const own = margins && readMargins(margins);
    if (own) layout.margins = own;
    const texts = child(root, 'headerFooter');
    const header = child(texts, 'oddHeader')?.text;
    const footer = child(texts, 'oddFooter')?.text;
    if (header) layout.header = header;
    if (footer) layout.footer = footer;
    // The names (print area, titles) were read with the workbook part, before the sheets.
    sheet.pageLayout = { ...layout, ...sheet.pageLayout };
  },
  state({ pageLayout }) {
    const names = new Set(['printArea', 'printTitleRows', 'printTitleColumns']);
    return Object.entries(pageLayout)
      .filter(([key, value]) => !names.has(key) && value !== undefined && value !== false)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  },
  write: writePage,
};

/** Undefined for Excel's normal margins. */
function readMargins(attributes: Readonly<Record<string, string>>): PageLayout['margins'] {
  const margins = { ...NORMAL_MARGINS };
  for (const side of Object.keys(margins) as (keyof typeof margins)[])
    margins[side] = numeric(attributes[side], margins[side]);
  return JSON.stringify(margins) === JSON.stringify(NORMAL_MARGINS) ? undefined : margins;
}

function writePage({ root, text, sheet }: SheetWriter): SectionXml {
  const layout = sheet.pageLayout;
  const patch = (name: string, attributes: Attributes): string => {
    const element = child(root, name);
    const said = Object.values(attributes).some((value) => value !== undefined && value !== false);
    if (element) return patchElement(text, element, attributes);
    return said ? tag(name, attributes) : '';
  };
  const fits = layout.fitToWidth !== undefined || layout.fitToHeight !== undefined;
  const fit = (pages: number | undefined): number | undefined => {
    if (!fits) return undefined;
    // 0 says "as many as it takes", which is what an unset direction means; 1 is the file's default.
    return pages === 1 ? undefined : (pages ?? 0);
  };
  return {
    printOptions: patch('printOptions', {
      headings: layout.printHeadings,
      gridLines: layout.printGridlines,
      horizontalCentered: layout.centerHorizontally,
      verticalCentered: layout.centerVertically,
    }),
    pageMargins: patch(
      'pageMargins',
      layout.margins ?? (child(root, 'pageMargins') || needsPage(layout) ? NORMAL_MARGINS : {}),
    ),
    pageSetup: patch('pageSetup', {
      paperSize: PAPERS[capitalized(layout.paperSize)],
      scale: layout.scale,
      fitToWidth: fit(layout.fitToWidth),
      fitToHeight: fit(layout.fitToHeight),
      orientation: layout.orientation,
      blackAndWhite: layout.blackAndWhite,
    }),
    headerFooter: writeHeaderFooter(layout, text, root),
  };
}

function needsPage(layout: PageLayout): boolean {
  return layout.header !== undefined || layout.footer !== undefined || layout.orientation !== undefined;
}

function writeHeaderFooter(layout: PageLayout, text: string, root: SheetWriter['root']): string {
  const children = {
    oddHeader: layout.header ? spacedTag('oddHeader', layout.header) : '',
    oddFooter: layout.footer ? spacedTag('oddFooter', layout.footer) : '',
  };
  const element = child(root, 'headerFooter');
  const order = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];
  if (element) return patchElement(text, element, {}, children, order);
  const inner = children.oddHeader + children.oddFooter;
  return inner ? tag('headerFooter', {}, inner) : '';
}

/** The object model says 'a4' in its enumeration and 'A4' in its documentation. */
function capitalized(paper: string | undefined): string {
  return paper ? paper.charAt(0).toUpperCase() + paper.slice(1) : '';
}
