import { deflateSync, inflateSync } from 'fflate';
import { FileError } from './fileError';

/** Parts of a package by name ('xl/workbook.xml'), in the order of the file. */
export type Parts = Map<string, Uint8Array>;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** More than this unpacked is a trap, not a workbook. */
const MOST_BYTES = 1_500_000_000;
/** Every entry bears the same time, so that the same workbook gives the same bytes: 1 January 1980, the earliest ZIP knows. */
const FIXED_DATE = 0x0021;
/** Large parts are packed a little less well in half the time. */
const LARGE = 1_000_000;

/** How a part came packed: one that goes back unchanged is not packed again. */
interface Packed {
  readonly method: number;
  readonly checksum: number;
  readonly bytes: Uint8Array;
}
const packedForms = new WeakMap<Uint8Array, Packed>();

/**
 * Unpacks a ZIP archive and checks every part against its checksum.
 *
 * @throws {FileError} 'not-a-workbook' when the bytes are no ZIP archive, 'damaged' when it is broken.
 */
export function readZip(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndOfDirectory(view);
  const parts: Parts = new Map();
  let position = view.getUint32(end + 16, true);
  let unpacked = 0;
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const entry = readEntry(bytes, view, position);
    unpacked += entry.size;
    if (unpacked > MOST_BYTES) throw damaged('it unpacks to more than 1.5 GB');
    if (!entry.name.endsWith('/')) parts.set(entry.name, unpack(bytes, view, entry));
    position = entry.next;
  }
  return parts;
}

/** Packs parts into a ZIP archive: the same parts in the same order give the same bytes. */
export function writeZip(parts: Parts): Uint8Array {
  const entries = [...parts].map(([name, data]) => ({
    name: new TextEncoder().encode(name),
    data,
    packed: pack(data),
  }));
  const size = entries.reduce((sum, { name, packed }) => sum + 30 + 46 + 2 * name.length + packed.bytes.length, 22);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets = entries.map((entry) => {
    const offset = at;
    view.setUint32(at, LOCAL_ENTRY, true);
    writeHeader(view, at + 4, entry);
    bytes.set(entry.name, at + 30);
    bytes.set(entry.packed.bytes, at + 30 + entry.name.length);
    at += 30 + entry.name.length + entry.packed.bytes.length;
    return offset;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    view.setUint32(at, DIRECTORY_ENTRY, true);
    view.setUint16(at + 4, 20, true);
    writeHeader(view, at + 6, entry);
    view.setUint32(at + 42, offsets[i] ?? 0, true);
    bytes.set(entry.name, at + 46);
    at += 46 + entry.name.length;
  });
  view.setUint32(at, END_OF_DIRECTORY, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

function pack(data: Uint8Array): Packed {
  const known = packedForms.get(data);
  if (known) return known;
  return { method: 8, checksum: crc32(data), bytes: deflateSync(data, { level: data.length > LARGE ? 3 : 6 }) };
}

/** What the entry's own header and the directory say alike: version, UTF-8 names, method, time, checksum, sizes. */
function writeHeader(
  view: DataView,
  at: number,
  { name, data, packed }: { name: Uint8Array; data: Uint8Array; packed: Packed },
): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800, true);
  view.setUint16(at + 4, packed.method, true);
  view.setUint16(at + 8, FIXED_DATE, true);
  view.setUint32(at + 10, packed.checksum, true);
  view.setUint32(at + 14, packed.bytes.length, true);
  view.setUint32(at + 18, data.length, true);
  view.setUint16(at + 22, name.length, true);
}

interface Entry {
  name: string;
  method: number;
  checksum: number;
  packedSize: number;
  size: number;
  offset: number;
  next: number;
}

function findEndOfDirectory(view: DataView): number {
  const zipStart = view.byteLength >= 4 && view.getUint16(0, true) === 0x4b50;
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw zipStart
    ? damaged('the archive has no directory (cut short?)')
    : new FileError('not-a-workbook', 'The file is not an Excel workbook (.xlsx).');
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): Entry {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY)
    throw damaged('its directory is broken');
  const flags = view.getUint16(at + 8, true);
  if (flags & 1) throw new FileError('encrypted', 'The file is protected by a password.');
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw damaged('its directory is broken');
  return {
    // Some writers use backslashes; part names begin without a slash here.
    name: decodeText(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll('\\', '/')
      .replace(/^\/+/, ''),
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    next,
  };
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const at = entry.offset;
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL_ENTRY) throw damaged(`${entry.name} is missing`);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length !== entry.packedSize) throw damaged(`${entry.name} is cut short`);
  const data = entry.method === 0 ? packed.slice() : inflate(packed, entry);
  if (data.length !== entry.size || crc32(data) !== entry.checksum) throw damaged(`${entry.name} is broken`);
  packedForms.set(data, { method: entry.method, checksum: entry.checksum, bytes: packed });
  return data;
}

function inflate(packed: Uint8Array, entry: Entry): Uint8Array {
  if (entry.method !== 8) throw damaged(`${entry.name} is packed in an unknown way`);
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.size) });
  } catch {
    throw damaged(`${entry.name} is broken`);
  }
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as ZIP uses it (ISO 3309), as an unsigned number. */
function crc32(data: Uint8Array): number {
  let crc = -1;
  for (let i = 0; i < data.length; i++) crc = (CRC_TABLE[(crc ^ (data[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function decodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function damaged(what: string): FileError {
  return new FileError('damaged', `The file is damaged: ${what}.`);
}
