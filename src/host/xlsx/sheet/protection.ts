import { child, flag } from '../xml/element';
import { tag } from '../xml/write';
import type { Section } from './section';

/** What a protected sheet still allows: attribute of the file (1 = forbidden) by the object model's name. */
const PERMISSIONS: readonly (readonly [string, string, forbiddenByDefault: boolean])[] = [
  ['allowFormatCells', 'formatCells', true],
  ['allowFormatColumns', 'formatColumns', true],
  ['allowFormatRows', 'formatRows', true],
  ['allowInsertColumns', 'insertColumns', true],
  ['allowInsertRows', 'insertRows', true],
  ['allowInsertHyperlinks', 'insertHyperlinks', true],
  ['allowDeleteColumns', 'deleteColumns', true],
  ['allowDeleteRows', 'deleteRows', true],
  ['allowSort', 'sort', true],
  ['allowAutoFilter', 'autoFilter', true],
  ['allowPivotTables', 'pivotTables', true],
  ['allowEditObjects', 'objects', false],
  ['allowEditScenarios', 'scenarios', false],
];

/** Attributes of a protection that came from a file: its password's hash stays as long as the protection does. */
const fromFile = new WeakMap<object, Readonly<Record<string, string>>>();

/** Protection of the sheet. */
export const protectionSection: Section = {
  name: 'protection',
  read({ root, sheet }) {
    const attributes = child(root, 'sheetProtection')?.attributes;
    if (!attributes || !flag(attributes['sheet'])) return;
    const options: Record<string, unknown> = {};
    for (const [model, file, byDefault] of PERMISSIONS) options[model] = !flag(attributes[file], byDefault);
    const unlocked = flag(attributes['selectUnlockedCells']);
    options['selectionMode'] = unlocked ? 'None' : flag(attributes['selectLockedCells']) ? 'Unlocked' : 'Normal';
    sheet.protection = options;
    fromFile.set(options, attributes);
  },
  // Protected anew with the same permissions is another protection: the old password is not its own.
  state: ({ protection }) => (protection ? [protection, fromFile.has(protection)] : null),
  write({ sheet }) {
    if (!sheet.protection) return { sheetProtection: '' };
    const options = sheet.protection;
    const mode = options['selectionMode'];
    const { password } = options;
    const permissions = PERMISSIONS.map(([model, file, byDefault]) => {
      const forbidden = options[model] !== true;
      return [file, forbidden === byDefault ? undefined : forbidden ? '1' : '0'] as const;
    });
    return {
      sheetProtection: tag('sheetProtection', {
        ...fromFile.get(options),
        ...(typeof password === 'string' && password !== '' && { password: hashPassword(password) }),
        sheet: true,
        ...Object.fromEntries(permissions),
        selectLockedCells: mode === 'Unlocked' || mode === 'None' ? true : undefined,
        selectUnlockedCells: mode === 'None' ? true : undefined,
      }),
    };
  },
};

/**
 * Excel's hash of a sheet password: 16 bits, against slips and not against intent (ECMA-376 part 4, 3.3.1.69).
 *
 * @example hashPassword('password') //=> '83AF'
 */
export function hashPassword(password: string): string {
  const rotate = (hash: number): number => ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  let hash = 0;
  for (let i = password.length - 1; i >= 0; i--) hash = rotate(hash) ^ password.charCodeAt(i);
  return (rotate(hash) ^ password.length ^ 0xce4b).toString(16).toUpperCase().padStart(4, '0');
}
