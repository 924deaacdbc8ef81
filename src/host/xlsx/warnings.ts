import type { FileWarning } from './fileError';
import type { Package } from './package';

/** Parts that are kept but neither shown nor calculated here: by the end of their relationship's type. */
const NOT_SHOWN: readonly (readonly [string, string, string])[] = [
  ['/vbaProject', 'macros-not-run', 'Macros are kept but not run.'],
  ['/pivotTable', 'pivot-not-shown', 'Pivot tables are kept but not shown or refreshed.'],
  ['/externalLink', 'links-not-followed', 'Links to other workbooks are kept; their last values are used.'],
  ['/slicer', 'slicers-not-shown', 'Slicers are kept but not shown.'],
  ['/timeline', 'slicers-not-shown', 'Timelines are kept but not shown.'],
  ['/oleObject', 'objects-not-shown', 'Embedded objects are kept but not shown.'],
  ['/ctrlProp', 'controls-not-shown', 'Form controls are kept but not shown.'],
  ['/connections', 'queries-not-run', 'Data connections are kept but not refreshed.'],
];

/** Adds a warning for every kind of part that the embedded workbook keeps without showing it. */
export function warnOfHidden(pkg: Package, workbookPart: string, warnings: FileWarning[]): void {
  const owners = [
    workbookPart,
    ...pkg.partNames().filter((part) => part.includes('/worksheets/') && !part.endsWith('.rels')),
  ];
  const seen = new Set<string>();
  for (const owner of owners)
    for (const { type, target } of pkg.relationshipsOf(owner))
      for (const [ending, code, message] of NOT_SHOWN) {
        if (!type.endsWith(ending) || seen.has(ending)) continue;
        seen.add(ending);
        warnings.push({ code, part: target, message });
      }
}
