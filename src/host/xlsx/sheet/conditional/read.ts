import { parseAreas } from '../../../model/address';
import type { ConditionalFormat } from '../../../model/workbook';
import { formulaFromFile } from '../../formulaText';
import type { Palette } from '../../styles/color';
import { readColor } from '../../styles/color';
import { readDxf } from '../../styles/read';
import type { XmlElement } from '../../xml/element';
import { child, children, descendants, flag, numeric } from '../../xml/element';
import type { SheetReader } from '../section';
import { AVERAGES, BOUNDS, CELL_OPERATORS, iconSetName, PLAIN_CRITERIA, TEXT_RULES, TIME_PERIODS } from './names';

/** One rule as it was found: the format, its element, and whether it stands in the sheet's extension list only. */
export interface FoundRule {
  readonly format: ConditionalFormat;
  readonly element: XmlElement;
  readonly extension: boolean;
}

/** Reads every rule of a sheet, those of Excel 2010's extension included. */
export function readRules(reader: SheetReader): FoundRule[] {
  const { root, sheet, workbook } = reader;
  const extended = extensionRules(root);
  const found: FoundRule[] = [];
  const add = (element: XmlElement, sqref: string, extension: boolean): void => {
    const id = descendants(element, 'id')[0]?.text.trim();
    const extra = id ? extended.get(id)?.rule : undefined;
    const format = readRule(element, extra, reader, String(workbook.nextId()));
    format.areas = parseAreas(sqref);
    sheet.conditionalFormats.push(format);
    found.push({ format, element, extension });
  };
  const linked = new Set<string>();
  for (const block of root.children.filter((e) => e.name === 'conditionalFormatting'))
    for (const rule of children(block, 'cfRule')) {
      const id = descendants(rule, 'id')[0]?.text.trim();
      if (id) linked.add(id);
      add(rule, block.attributes['sqref'] ?? '', false);
    }
  for (const [id, { rule, sqref }] of extended) if (!linked.has(id)) add(rule, sqref, true);
  return found;
}

/** Rules of the extension list by id: details of data bars, and rules that only exist there. */
function extensionRules(root: XmlElement): Map<string, { rule: XmlElement; sqref: string }> {
  const found = new Map<string, { rule: XmlElement; sqref: string }>();
  const list = child(root, 'extLst');
  if (!list) return found;
  for (const block of descendants(list, 'conditionalFormatting'))
    for (const rule of children(block, 'cfRule'))
      found.set(rule.attributes['id'] ?? `#${found.size}`, { rule, sqref: child(block, 'sqref')?.text ?? '' });
  return found;
}

function readRule(
  element: XmlElement,
  extra: XmlElement | undefined,
  { styles }: SheetReader,
  id: string,
): ConditionalFormat {
  const { attributes } = element;
  const dxf = child(element, 'dxf') ?? styles.dxfs[numeric(attributes['dxfId'], -1)];
  const [kind, rule] = readKind(element, extra, styles.palette);
  return {
    id,
    areas: [],
    kind,
    priority: numeric(attributes['priority'], 0),
    stopIfTrue: flag(attributes['stopIfTrue']),
    rule,
    format: readDxf(dxf, styles.palette),
  };
}

type KindAndRule = [ConditionalFormat['kind'], Record<string, unknown>];

function readKind(element: XmlElement, extra: XmlElement | undefined, palette: Palette): KindAndRule {
  const { attributes } = element;
  const type = attributes['type'] ?? 'expression';
  const [formula1, formula2] = element.children.filter((e) => e.name === 'formula' || e.name === 'f').map(formulaText);
  if (type === 'expression') return ['custom', { formula: formula1 ?? '=' }];
  if (type === 'cellIs') {
    const operator = CELL_OPERATORS[attributes['operator'] ?? ''] ?? 'EqualTo';
    return ['cellValue', { operator, formula1: formula1 ?? '=', ...(formula2 !== undefined && { formula2 }) }];
  }
  if (type === 'dataBar') return ['dataBar', readDataBar(element, extra, palette)];
  if (type === 'colorScale') return ['colorScale', readColorScale(element, palette)];
  if (type === 'iconSet') return ['iconSet', readIconSet(element)];
  const text = TEXT_RULES[type];
  if (text) return ['containsText', { operator: text, text: attributes['text'] ?? '' }];
  if (type === 'top10') {
    const side = flag(attributes['bottom']) ? 'Bottom' : 'Top';
    const rank = numeric(attributes['rank'], 10);
    return ['topBottom', { type: `${side}${flag(attributes['percent']) ? 'Percent' : 'Items'}`, rank }];
  }
  return ['presetCriteria', { criterion: readCriterion(type, attributes) }];
}

function readCriterion(type: string, attributes: Readonly<Record<string, string>>): string {
  if (type === 'timePeriod') return TIME_PERIODS[attributes['timePeriod'] ?? ''] ?? 'Today';
  if (type !== 'aboveAverage') return PLAIN_CRITERIA[type] ?? type;
  const above = flag(attributes['aboveAverage'], true);
  const equal = flag(attributes['equalAverage']);
  const deviations = numeric(attributes['stdDev'], 0);
  const same = Object.entries(AVERAGES).find(
    ([, a]) => a.above === above && a.equal === equal && a.deviations === deviations,
  );
  return same?.[0] ?? (above ? 'AboveAverage' : 'BelowAverage');
}

function formulaText(element: XmlElement): string {
  return `=${formulaFromFile(element.text.trim(), undefined)}`;
}

/** A bound (cfvo) as the object model's rule. */
function readBound(bound: XmlElement | undefined): { type: string; formula?: string } {
  const type = BOUNDS[bound?.attributes['type'] ?? 'min'] ?? 'LowestValue';
  const value = bound?.attributes['val'] ?? child(bound, 'f')?.text.trim();
  const hasValue = type === 'Number' || type === 'Percent' || type === 'Percentile' || type === 'Formula';
  if (!hasValue || value === undefined) return { type };
  return { type, formula: type === 'Formula' || Number.isNaN(Number(value)) ? `=${value}` : value };
}

function readDataBar(element: XmlElement, extra: XmlElement | undefined, palette: Palette): Record<string, unknown> {
  const bar = child(element, 'dataBar');
  const more = child(extra, 'dataBar');
  const bounds = children(more ?? bar, 'cfvo');
  const color = (from: XmlElement | undefined, name: string): string | undefined =>
    readColor(child(from, name), palette);
  const direction = more?.attributes['direction'];
  const axis = more?.attributes['axisPosition'];
  const border = color(more, 'borderColor');
  const negativeFill = color(more, 'negativeFillColor');
  const negativeBorder = color(more, 'negativeBorderColor');
  const axisColor = color(more, 'axisColor');
  const ownNegative = negativeBorder !== undefined || (negativeFill !== undefined && negativeFill !== '#FF0000');
  const ownBound = (at: number): boolean => readBound(bounds[at]).type !== 'Automatic';
  // Excel's defaults (red below zero, black axis, automatic ends) are left unsaid, as the object model leaves them.
  return {
    positiveFormat: {
      fillColor: color(bar, 'color') ?? color(more, 'fillColor') ?? '#638EC6',
      ...(border && { borderColor: border }),
      gradientFill: flag(more?.attributes['gradient'], true),
    },
    ...(ownNegative && {
      negativeFormat: {
        ...(negativeFill && { fillColor: negativeFill }),
        ...(negativeBorder && { borderColor: negativeBorder }),
        matchPositiveFillColor: flag(more?.attributes['negativeBarColorSameAsPositive']),
        matchPositiveBorderColor: flag(more?.attributes['negativeBarBorderColorSameAsPositive'], true),
      },
    }),
    ...(axisColor && axisColor !== '#000000' && { axisColor }),
    ...(axis && { axisFormat: axis === 'none' ? 'None' : axis === 'middle' ? 'CellMidPoint' : 'Automatic' }),
    ...(direction &&
      direction !== 'context' && { barDirection: direction === 'rightToLeft' ? 'RightToLeft' : 'LeftToRight' }),
    ...(!flag(bar?.attributes['showValue'] ?? more?.attributes['showValue'], true) && { showDataBarOnly: true }),
    ...(ownBound(0) && { lowerBoundRule: readBound(bounds[0]) }),
    ...(ownBound(1) && { upperBoundRule: readBound(bounds[1]) }),
  };
}

function readColorScale(element: XmlElement, palette: Palette): Record<string, unknown> {
  const scale = child(element, 'colorScale');
  const bounds = children(scale, 'cfvo');
  const colors = children(scale, 'color').map((c) => readColor(c, palette) ?? '#FFFFFF');
  const criterion = (at: number): Record<string, unknown> => ({ ...readBound(bounds[at]), color: colors[at] });
  const last = bounds.length - 1;
  return {
    criteria: { minimum: criterion(0), ...(last > 1 && { midpoint: criterion(1) }), maximum: criterion(last) },
  };
}

function readIconSet(element: XmlElement): Record<string, unknown> {
  const set = child(element, 'iconSet');
  return {
    style: iconSetName(set?.attributes['iconSet'] ?? '3TrafficLights1'),
    ...(flag(set?.attributes['reverse']) && { reverseIconOrder: true }),
    ...(!flag(set?.attributes['showValue'], true) && { showIconOnly: true }),
    criteria: children(set, 'cfvo').map((bound) => ({
      ...readBound(bound),
      operator: flag(bound.attributes['gte'], true) ? 'GreaterThanOrEqual' : 'GreaterThan',
    })),
  };
}
