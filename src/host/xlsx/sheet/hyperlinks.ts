import { areaAddress, parseArea } from '../../model/address';
import { officeType } from '../package';
import { child, children, prefixed } from '../xml/element';
import { tag } from '../xml/write';
import type { Section } from './section';

/** Links of cells: to addresses outside (a relationship each) and to places in the workbook. */
export const hyperlinksSection: Section = {
  name: 'hyperlinks',
  read({ root, sheet, pkg, part }) {
    for (const element of children(child(root, 'hyperlinks'), 'hyperlink')) {
      const area = parseArea(element.attributes['ref'] ?? '');
      if (!area) continue;
      const address = pkg.relationship(part, prefixed(element, 'id'))?.target;
      const { location, tooltip } = element.attributes;
      sheet.hyperlinks.push({
        area,
        ...(address !== undefined && { address }),
        ...(location !== undefined && { location }),
        ...(tooltip !== undefined && { tooltip }),
      });
    }
  },
  state: (sheet) => sheet.hyperlinks,
  write({ root, sheet, pkg, part }) {
    const free = new Map<string, string[]>();
    for (const element of children(child(root, 'hyperlinks'), 'hyperlink')) {
      const id = prefixed(element, 'id');
      const target = pkg.relationship(part, id)?.target;
      if (id !== undefined && target !== undefined) free.set(target, [...(free.get(target) ?? []), id]);
    }
    const relate = (address: string): string =>
      free.get(address)?.shift() ?? pkg.relate(part, officeType('hyperlink'), address, true);
    const links = sheet.hyperlinks.map(({ area, address, location, tooltip }) =>
      tag('hyperlink', {
        ref: areaAddress(area),
        'r:id': address === undefined ? undefined : relate(address),
        location,
        tooltip,
      }),
    );
    for (const id of [...free.values()].flat()) pkg.unrelate(part, id);
    return { hyperlinks: links.length > 0 ? tag('hyperlinks', {}, links.join('')) : '' };
  },
};
