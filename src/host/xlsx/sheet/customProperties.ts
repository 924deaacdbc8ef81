import { TYPES } from '../names';
import { officeType } from '../package';
import { child, children } from '../xml/element';
import { sourceOf } from '../xml/patch';
import { tag } from '../xml/write';
import type { Section } from './section';

/** Custom properties of the sheet (Worksheet.customProperties): each a part of its own, text in UTF-16. */
export const customPropertiesSection: Section = {
  name: 'customProperties',
  read({ root, sheet, pkg, part }) {
    for (const { attributes } of children(child(root, 'customProperties'), 'customPr')) {
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
      const bytes = pkg.bytes(pkg.relationship(part, id)?.target ?? '');
      if (bytes && attributes['name'] !== undefined)
        sheet.customProperties.set(attributes['name'], new TextDecoder('utf-16le').decode(bytes));
    }
  },
  state: (sheet) => [...sheet.customProperties],
  write({ root, text, sheet, pkg, part }) {
    const known = new Map<string, string>();
    for (const element of children(child(root, 'customProperties'), 'customPr')) {
      const id = Object.entries(element.attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
      const target = pkg.relationship(part, id)?.target ?? '';
      const name = element.attributes['name'] ?? '';
      if (sheet.customProperties.has(name)) {
        known.set(name, sourceOf(text, element));
        const value = sheet.customProperties.get(name) ?? '';
        if (new TextDecoder('utf-16le').decode(pkg.bytes(target)) !== value) pkg.put(target, utf16(value));
      } else {
        pkg.unrelate(part, id);
        pkg.remove(target);
      }
    }
    const items = [...sheet.customProperties].map(([name, value]) => known.get(name) ?? newProperty(name, value));
    return { customProperties: items.length > 0 ? tag('customProperties', {}, items.join('')) : '' };

    function newProperty(name: string, value: string): string {
      const target = pkg.freeName('xl/customProperty', '.bin');
      pkg.putDefaultType('bin', TYPES.customProperty);
      pkg.put(target, utf16(value), TYPES.customProperty);
      return tag('customPr', { name, 'r:id': pkg.relate(part, officeType('customProperty'), target) });
    }
  },
};

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), true);
  return bytes;
}
