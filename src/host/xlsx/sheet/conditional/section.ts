import { areaAddress } from '../../../model/address';
import type { ConditionalFormat } from '../../../model/workbook';
import { KeptXml } from '../../keptXml';
import { EXCEL_MAIN_NS, X14_NS } from '../../names';
import { patchElement } from '../../xml/patch';
import { tag, textTag } from '../../xml/write';
import type { Section, SheetWriter } from '../section';
import { readRules } from './read';
import { writeRule } from './write';

const EXTENSION = 'ext:{78C0D931-6437-407d-A8EE-F0AAD7539E65}';

const stateOf = ({ kind, rule, format, stopIfTrue }: ConditionalFormat): unknown => [kind, rule, format, stopIfTrue];
const keptRules = new KeptXml<ConditionalFormat>(stateOf);
const keptExtensions = new KeptXml<ConditionalFormat>(stateOf);

/** Conditional formats. A rule that did not change is written as it came, whatever its kind. */
export const conditionalFormatsSection: Section = {
  name: 'conditionalFormats',
  read(reader) {
    for (const { format, element, extension } of readRules(reader)) {
      // Data bars have a second half elsewhere in the file: they are always written anew.
      if (extension) keptExtensions.remember(format, reader.text, element);
      else if (format.kind !== 'dataBar') keptRules.remember(format, reader.text, element);
    }
  },
  state: (sheet) =>
    sheet.conditionalFormats.map(({ areas, priority, ...rest }) => [
      areas,
      priority,
      stateOf({ areas, priority, ...rest }),
    ]),
  write(writer) {
    const blocks: string[] = [];
    const extensions: string[] = [];
    writer.sheet.conditionalFormats.forEach((format, index) => {
      if (format.areas.length === 0) return;
      const sqref = format.areas.map(areaAddress).join(' ');
      const { rule, extension } = writeFormat(format, index, writer);
      if (rule) blocks.push(tag('conditionalFormatting', { sqref }, rule));
      if (extension)
        extensions.push(
          tag('x14:conditionalFormatting', { 'xmlns:xm': EXCEL_MAIN_NS }, extension + textTag('xm:sqref', sqref)),
        );
    });
    const list = tag('x14:conditionalFormattings', {}, extensions.join(''));
    return {
      conditionalFormatting: blocks.join(''),
      [EXTENSION]: extensions.length > 0 ? tag('ext', { uri: EXTENSION.slice(4), 'xmlns:x14': X14_NS }, list) : '',
    };
  },
};

function writeFormat(
  format: ConditionalFormat,
  index: number,
  { styles, part }: SheetWriter,
): { rule?: string; extension?: string } {
  const { priority } = format;
  const extension = keptExtensions.find(format);
  if (extension) return { extension: patchElement(extension.source, extension.element, { priority }) };
  const kept = keptRules.find(format);
  if (kept) return { rule: patchElement(kept.source, kept.element, { priority }) };
  const isLook = format.kind !== 'dataBar' && format.kind !== 'colorScale' && format.kind !== 'iconSet';
  const hasLook = isLook && Object.values(format.format).some((value) => value !== undefined && value !== false);
  return writeRule(format, hasLook ? styles.dxf(format.format) : undefined, ruleId(part, index));
}

/** A GUID that is the same for the same sheet and rule on every save. */
function ruleId(part: string, index: number): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193);
  const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');
  return `{${hex(hash >>> 0, 8)}-0000-4000-8000-${hex(index + 1, 12)}}`;
}
