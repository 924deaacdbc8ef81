import type { CellStyle } from '../model/style';
import { commonStyle, restyle } from './cells';
import type { Property } from './define';
import { property } from './define';
import type { RangeTarget } from './references';
import { areaOf } from './references';

/** A property of the cells' style: read as the common value, written to every cell. */
export function styleProperty<V>(
  get: (style: CellStyle) => V,
  set: (style: CellStyle, value: unknown) => CellStyle,
  since?: string,
): Property<RangeTarget> {
  return property(
    (target) => commonStyle(target.sheet, areaOf(target), get),
    (target, value, host) => {
      // Checked once, before the first cell is touched.
      set(target.sheet.workbook.styles.get(0), value);
      restyle(target.sheet, areaOf(target), (style) => set(style, value), host);
    },
    since,
  );
}
