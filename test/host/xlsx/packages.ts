import { readZip, writeZip } from '../../../src/host/xlsx/zip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PKG = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Packs texts and bytes by part name. */
export function packParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const encode = (part: string | Uint8Array): Uint8Array =>
    typeof part === 'string' ? new TextEncoder().encode(part) : part;
  return writeZip(new Map(Object.entries(parts).map(([name, part]) => [name, encode(part)])));
}

/** Texts of a file's parts by name (binary ones as latin letters). */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map([...readZip(bytes)].map(([name, data]) => [name, Buffer.from(data).toString('utf-8')]));
}

/** One part of a file as text; the test fails when it is not there. */
export function partOf(bytes: Uint8Array, name: string): string {
  const text = partsOf(bytes).get(name);
  if (text === undefined) throw new Error(`No part ${name}`);
  return text;
}

export function relationships(...items: readonly (readonly [id: string, type: string, target: string])[]): string {
  const xml = items.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${REL}/${type}`}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PKG}/relationships">${xml.join('')}</Relationships>`;
}

export interface MinimalPackage {
  /** Inside of <worksheet>; attributes of the root besides the namespaces. */
  readonly sheet?: string;
  readonly rootAttributes?: string;
  readonly workbook?: string;
  readonly styles?: string;
  readonly strings?: string;
  readonly sheetRelationships?: string;
  readonly workbookRelationships?: readonly (readonly [string, string, string])[];
  /** More parts, and lines for the content types. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly types?: string;
}

/** The parts of a small workbook written by hand, with one sheet. */
export function minimalParts(options: MinimalPackage = {}): Record<string, string | Uint8Array> {
  const has = (part: string | undefined, line: string): string => (part === undefined ? '' : line);
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="${TYPE}.${type}+xml"/>`;
  return {
    '[Content_Types].xml':
      `<?xml version="1.0"?><Types xmlns="${PKG}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      override('/xl/workbook.xml', 'sheet.main') +
      override('/xl/worksheets/sheet1.xml', 'worksheet') +
      has(options.styles, override('/xl/styles.xml', 'styles')) +
      has(options.strings, override('/xl/sharedStrings.xml', 'sharedStrings')) +
      `${options.types ?? ''}</Types>`,
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml':
      options.workbook ??
      `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="Data" sheetId="7" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ...(options.styles === undefined ? [] : [['rId2', 'styles', 'styles.xml'] as const]),
      ...(options.strings === undefined ? [] : [['rId3', 'sharedStrings', 'sharedStrings.xml'] as const]),
      ...(options.workbookRelationships ?? []),
    ),
    'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${REL}"${options.rootAttributes ?? ''}>${options.sheet ?? '<sheetData/>'}</worksheet>`,
    ...(options.styles !== undefined && { 'xl/styles.xml': options.styles }),
    ...(options.strings !== undefined && { 'xl/sharedStrings.xml': options.strings }),
    ...(options.sheetRelationships !== undefined && {
      'xl/worksheets/_rels/sheet1.xml.rels': options.sheetRelationships,
    }),
    ...options.parts,
  };
}

/** That workbook as a file. */
export function minimalFile(options: MinimalPackage = {}): Uint8Array {
  return packParts(minimalParts(options));
}
