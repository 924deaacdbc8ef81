import { areasEqual, containsArea, intersectAreas, subtractArea } from '../../model/area';
import type { Area } from '../../model/cell';
import type { Hyperlink } from '../../model/workbook';
import { isAbsent, objectOf, textOf } from '../arguments';
import { checkWritable, restyle, styleIndexAt } from '../cells';
import type { Host } from '../host';
import { apiValue } from '../read';
import type { RangeTarget } from '../references';
import { areaOf } from '../references';

/** Excel.RangeHyperlink of the range's first cell; null without one. */
export function getHyperlink(target: RangeTarget): unknown {
  const area = areaOf(target);
  const cell: Area = { ...area, bottom: area.top, right: area.left };
  const link = target.sheet.hyperlinks.find((item) => containsArea(item.area, cell));
  if (!link) return null;
  return {
    ...(link.address !== undefined && { address: link.address }),
    ...(link.location !== undefined && { documentReference: link.location }),
    ...(link.tooltip !== undefined && { screenTip: link.tooltip }),
    textToDisplay: String(apiValue(target.sheet.value(area.top, area.left))),
  };
}

/** The look Excel gives a link. */
const LINK_COLOR = '#0563C1';

/** Sets one link for all cells of the range; the text shown goes into them when it is given. */
export function setHyperlink(target: RangeTarget, value: unknown, host: Host): void {
  const area = areaOf(target);
  checkWritable(target.sheet, area, host);
  removeLinks(target.sheet.hyperlinks, area);
  if (isAbsent(value)) return;
  const { address, documentReference, screenTip, textToDisplay } = objectOf(value);
  target.sheet.hyperlinks.push({
    area: { ...area },
    ...(!isAbsent(address) && { address: textOf(address) }),
    ...(!isAbsent(documentReference) && { location: textOf(documentReference) }),
    ...(!isAbsent(screenTip) && { tooltip: textOf(screenTip) }),
  });
  const shown = isAbsent(textToDisplay) ? textOf(address ?? documentReference ?? '') : textOf(textToDisplay);
  showText(target, area, shown, !isAbsent(textToDisplay));
  restyle(
    target.sheet,
    area,
    (style) => ({ ...style, font: { ...style.font, color: LINK_COLOR, underline: 'Single' } }),
    host,
  );
  target.sheet.changed(area);
}

/** Text to display goes into every cell as text, never as a formula; without one, only empty cells show the address. */
function showText({ sheet }: RangeTarget, area: Area, text: string, replaces: boolean): void {
  if (text === '') return;
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      const cell = sheet.cell(row, column);
      const isEmpty = !cell || (cell.value === null && cell.formula === undefined);
      if (replaces || isEmpty) sheet.cells.set(row, column, { value: text, style: styleIndexAt(sheet, row, column) });
    }
}

function removeLinks(links: Hyperlink[], area: Area): void {
  for (const link of [...links]) {
    if (!intersectAreas(link.area, area)) continue;
    links.splice(links.indexOf(link), 1);
    if (areasEqual(link.area, area)) continue;
    for (const rest of subtractArea(link.area, area)) links.push({ ...link, area: rest });
  }
}
