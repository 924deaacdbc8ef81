import { columnAt, columnLeft, columnWidth, rowTop } from '../../model/geometry';
import type { Comment, Worksheet } from '../../model/workbook';
import { tag, XML_HEADER } from '../xml/write';

/** The drawing that holds the boxes of notes (VML, which Excel wants beside every comments part). */
export const EMPTY_VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';

const SHAPE = /<v:shape\b[\s\S]*?<\/v:shape>/g;

/**
 * A VML drawing with a box for every comment: boxes there are stay, boxes without a comment go, new ones come.
 * VML of Excel is not always well-formed XML, so it is cut by its tags.
 */
export function patchVml(source: string, sheet: Worksheet, comments: readonly Comment[]): string {
  const missing = new Map(comments.map((comment) => [`${comment.row} ${comment.column}`, comment]));
  const kept = source.replace(SHAPE, (shape) => {
    if (!/ObjectType\s*=\s*["']Note["']/.test(shape)) return shape;
    const at = `${/<x:Row>\s*(\d+)/.exec(shape)?.[1]} ${/<x:Column>\s*(\d+)/.exec(shape)?.[1]}`;
    return missing.delete(at) ? shape : '';
  });
  const ids = [...kept.matchAll(/_x0000_s(\d+)/g)].map((found) => Number(found[1]));
  let id = Math.max(1024, ...ids);
  const added = [...missing.values()].map((comment) => writeBox(sheet, comment, ++id)).join('');
  const end = kept.lastIndexOf('</xml>');
  return end < 0
    ? XML_HEADER + EMPTY_VML.replace('</xml>', `${added}</xml>`)
    : kept.slice(0, end) + added + kept.slice(end);
}

function writeBox(sheet: Worksheet, { row, column }: Comment, id: number): string {
  const left = columnLeft(sheet, column) + columnWidth(sheet, column) + 11;
  const top = Math.max(rowTop(sheet, row) - 8, 2);
  const last = columnAt(sheet, left + 108);
  const first = columnAt(sheet, left);
  const anchor = [first.index, 15, Math.max(row - 1, 0), 10, last.index, 15, row + 4, 4].join(', ');
  const style = `position:absolute;margin-left:${left}pt;margin-top:${top}pt;width:108pt;height:60pt;z-index:1;visibility:hidden`;
  const data =
    tag('x:MoveWithCells') +
    tag('x:SizeWithCells') +
    tag('x:Anchor', {}, anchor) +
    tag('x:AutoFill', {}, 'False') +
    tag('x:Row', {}, String(row)) +
    tag('x:Column', {}, String(column));
  return tag(
    'v:shape',
    { id: `_x0000_s${id}`, type: '#_x0000_t202', style, fillcolor: '#ffffe1', 'o:insetmode': 'auto' },
    tag('v:fill', { color2: '#ffffe1' }) +
      tag('v:shadow', { on: 't', color: 'black', obscured: 't' }) +
      tag('v:path', { 'o:connecttype': 'none' }) +
      tag('v:textbox', { style: 'mso-direction-alt:auto' }, '<div style="text-align:left"></div>') +
      tag('x:ClientData', { ObjectType: 'Note' }, data),
  );
}
