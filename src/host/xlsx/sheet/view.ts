import { areaAddress, cellAddress, parseArea } from '../../model/address';
import type { Worksheet } from '../../model/workbook';
import { colorValue, readColor } from '../styles/color';
import type { XmlElement } from '../xml/element';
import { child, descend, flag, numeric } from '../xml/element';
import { patchElement } from '../xml/patch';
import { tag } from '../xml/write';
import type { Section, SectionXml, SheetWriter } from './section';

/** Tab colour, place of the outline's signs, and whether printing fits to pages (sheetPr). */
export const propertiesSection: Section = {
  name: 'properties',
  read({ root, sheet, styles }) {
    const element = child(root, 'sheetPr');
    sheet.tabColor = readColor(child(element, 'tabColor'), styles.palette);
    const outline = child(element, 'outlinePr')?.attributes;
    sheet.outline = {
      summaryBelow: flag(outline?.['summaryBelow'], true),
      summaryRight: flag(outline?.['summaryRight'], true),
    };
  },
  state: (sheet) => [sheet.tabColor, sheet.outline, fitsToPages(sheet)],
  write({ root, text, sheet }) {
    const { summaryBelow, summaryRight } = sheet.outline;
    const fits = fitsToPages(sheet);
    const children = {
      tabColor: sheet.tabColor ? tag('tabColor', { rgb: colorValue(sheet.tabColor) }) : '',
      outlinePr:
        summaryBelow && summaryRight
          ? ''
          : tag('outlinePr', { summaryBelow: summaryBelow ? 1 : 0, summaryRight: summaryRight ? 1 : 0 }),
      pageSetUpPr: fits ? tag('pageSetUpPr', { fitToPage: true }) : '',
    };
    const order = ['tabColor', 'outlinePr', 'pageSetUpPr'];
    const element = child(root, 'sheetPr');
    const inner = order.map((name) => children[name as keyof typeof children]).join('');
    if (element) return { sheetPr: patchElement(text, element, {}, children, order) };
    return { sheetPr: inner ? tag('sheetPr', {}, inner) : '' };
  },
};

function fitsToPages(sheet: Worksheet): boolean {
  return sheet.pageLayout.fitToWidth !== undefined || sheet.pageLayout.fitToHeight !== undefined;
}

/** Gridlines, headings, zoom, frozen panes, selection, and which sheet is in front (sheetViews). */
export const viewSection: Section = {
  name: 'view',
  read({ root, sheet }) {
    const view = descend(root, 'sheetViews', 'sheetView');
    if (!view) return;
    const { attributes } = view;
    sheet.showGridlines = flag(attributes['showGridLines'], true);
    sheet.showHeadings = flag(attributes['showRowColHeaders'], true);
    sheet.rightToLeft = flag(attributes['rightToLeft']);
    sheet.zoom = numeric(attributes['zoomScale'], 100);
    sheet.freeze = readFreeze(child(view, 'pane'));
    const pane = child(view, 'pane')?.attributes['activePane'];
    const selections = view.children.filter((e) => e.name === 'selection');
    const active = selections.find((e) => e.attributes['pane'] === pane) ?? selections[0];
    sheet.selection = parseArea(active?.attributes['sqref']?.split(' ')[0] ?? '');
  },
  state: (sheet) => [
    sheet.showGridlines,
    sheet.showHeadings,
    sheet.rightToLeft,
    sheet.zoom,
    sheet.freeze,
    sheet.selection,
    sheet.workbook.activeSheet === sheet,
  ],
  write: writeView,
};

function readFreeze(pane: XmlElement | undefined): Worksheet['freeze'] {
  const state = pane?.attributes['state'];
  if (!pane || (state !== 'frozen' && state !== 'frozenSplit')) return undefined;
  return {
    rows: Math.round(numeric(pane.attributes['ySplit'], 0)) || 0,
    columns: Math.round(numeric(pane.attributes['xSplit'], 0)) || 0,
  };
}

function writeView({ root, text, sheet, workbook }: SheetWriter): SectionXml {
  const views = child(root, 'sheetViews');
  const view = child(views, 'sheetView');
  const attributes = {
    showGridLines: sheet.showGridlines ? undefined : '0',
    showRowColHeaders: sheet.showHeadings ? undefined : '0',
    rightToLeft: sheet.rightToLeft || undefined,
    tabSelected: workbook.activeSheet === sheet || undefined,
    zoomScale: sheet.zoom === 100 ? undefined : sheet.zoom,
    zoomScaleNormal: sheet.zoom === 100 ? undefined : sheet.zoom,
  };
  const children = { pane: writePane(sheet), selection: writeSelection(sheet) };
  const order = ['pane', 'selection', 'pivotSelection', 'extLst'];
  if (!views || !view)
    return {
      sheetViews: tag(
        'sheetViews',
        {},
        tag('sheetView', { ...attributes, workbookViewId: 0 }, children.pane + children.selection),
      ),
    };
  const patched = patchElement(text, view, attributes, children, order);
  return { sheetViews: text.slice(views.start, view.start) + patched + text.slice(view.end, views.end) };
}

function writePane({ freeze }: Worksheet): string {
  if (!freeze || (freeze.rows === 0 && freeze.columns === 0)) return '';
  return tag('pane', {
    xSplit: freeze.columns || undefined,
    ySplit: freeze.rows || undefined,
    topLeftCell: cellAddress(freeze.rows, freeze.columns),
    activePane: activePane(freeze),
    state: 'frozen',
  });
}

function activePane(freeze: { rows: number; columns: number }): string {
  if (freeze.rows > 0 && freeze.columns > 0) return 'bottomRight';
  return freeze.rows > 0 ? 'bottomLeft' : 'topRight';
}

function writeSelection({ freeze, selection }: Worksheet): string {
  const frozen = freeze && (freeze.rows > 0 || freeze.columns > 0);
  const pane = frozen ? activePane(freeze) : undefined;
  if (!pane && !selection) return '';
  return tag('selection', {
    pane,
    activeCell: selection && cellAddress(selection.top, selection.left),
    sqref: selection && areaAddress(selection),
  });
}
