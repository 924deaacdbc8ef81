import { cellAddress, parseArea } from '../../model/address';
import type { Comment, Worksheet } from '../../model/workbook';
import { KeptXml } from '../keptXml';
import { MAIN_NS, THREADED_NS, THREADED_REL, TYPES } from '../names';
import { officeType } from '../package';
import { readText } from '../strings';
import { child, children, numeric, parseXml, prefixed } from '../xml/element';
import { patchElement } from '../xml/patch';
import { encodeControls } from '../xml/text';
import { spacedTag, tag, textTag, XML_HEADER } from '../xml/write';
import { normalizePart } from '../xml/normalize';
import { readPersons, personId } from './persons';
import type { Section, SheetReader, SheetWriter } from './section';
import { EMPTY_VML, patchVml } from './vml';

/** What old versions of Excel show in place of a thread. */
const LEGACY_TEXT =
  '[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will get removed if the file is opened in a newer version of Excel. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    ';

const kept = new KeptXml<Comment>(({ author, text, kind }) => [author, text, kind]);
const keptThreads = new KeptXml<Comment>(({ author, text, replies, resolved }) => [author, text, replies, resolved]);
/** '{GUID}' of threads that came from a file. */
const threadIds = new WeakMap<Comment, string>();

/** Notes (comments part and its VML boxes) and threaded comments. */
export const commentsSection: Section = {
  name: 'comments',
  read(reader) {
    const threads = readThreads(reader);
    readNotes(reader, threads);
  },
  state: (sheet) =>
    sheet.comments.map(({ row, column, author, text, kind, replies, resolved }) => [
      row,
      column,
      author,
      text,
      kind,
      replies,
      resolved,
    ]),
  write(writer) {
    const { sheet, pkg, part, root } = writer;
    const element = child(root, 'legacyDrawing');
    const vml = pkg.relationship(part, element && prefixed(element, 'id'));
    writeThreads(writer);
    const comments = pkg.related(part, '/comments');
    if (sheet.comments.length === 0) {
      if (comments) removeRelated(writer, comments.id, comments.target);
      const text = vml && pkg.text(vml.target);
      if (vml && text !== undefined) pkg.put(vml.target, patchVml(text, sheet, []));
      return {};
    }
    const target = comments?.target ?? pkg.freeName('xl/comments', '.xml');
    pkg.put(target, writeNotes(sheet, pkg.text(target)), TYPES.comments);
    if (!comments) pkg.relate(part, officeType('comments'), target);
    if (vml) {
      pkg.put(vml.target, patchVml(pkg.text(vml.target) ?? EMPTY_VML, sheet, sheet.comments));
      return {};
    }
    const drawing = pkg.freeName('xl/drawings/vmlDrawing', '.vml');
    pkg.putDefaultType('vml', TYPES.vml);
    pkg.put(drawing, patchVml(EMPTY_VML, sheet, sheet.comments), TYPES.vml);
    return { legacyDrawing: tag('legacyDrawing', { 'r:id': pkg.relate(part, officeType('vmlDrawing'), drawing) }) };
  },
};

function removeRelated({ pkg, part }: SheetWriter, id: string, target: string): void {
  pkg.unrelate(part, id);
  pkg.remove(target);
}

/** Threads by their id; cells of threads have a note of the same id for old versions, which is no note of its own. */
function readThreads({ sheet, pkg, part, workbook }: SheetReader): Map<string, Comment> {
  const threads = new Map<string, Comment>();
  const target = pkg.related(part, '/threadedComment')?.target;
  const text = target === undefined ? undefined : pkg.text(target);
  if (text === undefined) return threads;
  const persons = readPersons(pkg);
  for (const element of children(parseXml(text), 'threadedComment')) {
    const { attributes } = element;
    const author = persons.get(attributes['personId'] ?? '') ?? '';
    const words = child(element, 'text')?.text ?? '';
    const parent = threads.get(attributes['parentId'] ?? '');
    if (parent) (parent.replies ??= []).push({ author, text: words });
    const at = parseArea(attributes['ref'] ?? '');
    if (parent || !at) continue;
    const comment: Comment = {
      id: String(workbook.nextId()),
      row: at.top,
      column: at.left,
      author,
      text: words,
      kind: 'comment',
      ...(attributes['done'] === '1' && { resolved: true }),
    };
    sheet.comments.push(comment);
    threads.set(attributes['id'] ?? '', comment);
    threadIds.set(comment, attributes['id'] ?? '');
  }
  rememberThreads(text, threads);
  return threads;
}

/** A thread is one piece: its first element is remembered, the answers are found again by its id. */
function rememberThreads(text: string, threads: ReadonlyMap<string, Comment>): void {
  for (const element of children(parseXml(text), 'threadedComment')) {
    const comment = threads.get(element.attributes['id'] ?? '');
    if (comment) keptThreads.remember(comment, text, element);
  }
}

function readNotes({ sheet, pkg, part, workbook }: SheetReader, threads: ReadonlyMap<string, Comment>): void {
  const target = pkg.related(part, '/comments')?.target;
  const raw = target === undefined ? undefined : pkg.text(target);
  if (raw === undefined) return;
  const text = normalizePart(raw);
  const root = parseXml(text);
  const authors = children(child(root, 'authors'), 'author').map((author) => author.text);
  for (const element of children(child(root, 'commentList'), 'comment')) {
    const at = parseArea(element.attributes['ref'] ?? '');
    const author = authors[numeric(element.attributes['authorId'], 0)] ?? '';
    const thread = threads.get(author.replace(/^tc=/, ''));
    if (thread) kept.remember(thread, text, element);
    if (!at || thread) continue;
    const body = child(element, 'text');
    const comment: Comment = {
      id: String(workbook.nextId()),
      row: at.top,
      column: at.left,
      author,
      text: body ? readText(text, body).text : '',
      kind: 'note',
    };
    sheet.comments.push(comment);
    kept.remember(comment, text, element);
  }
}

function writeNotes(sheet: Worksheet, source: string | undefined): string {
  const before = source === undefined ? undefined : parseXml(normalizePart(source));
  const authors = children(child(before, 'authors'), 'author').map((author) => author.text);
  const authorId = (name: string): number => {
    const at = authors.indexOf(name);
    return at >= 0 ? at : authors.push(name) - 1;
  };
  const ordered = [...sheet.comments].sort((a, b) => a.row - b.row || a.column - b.column);
  const items = ordered.map((comment) => {
    const ref = cellAddress(comment.row, comment.column);
    const origin = kept.find(comment);
    if (origin && source !== undefined) return patchElement(origin.source, origin.element, { ref });
    const isThread = comment.kind === 'comment';
    const author = isThread ? `tc=${threadId(comment, sheet)}` : comment.author;
    const words = isThread ? LEGACY_TEXT + comment.text : comment.text;
    const text = tag('text', {}, spacedTag('t', encodeControls(words)));
    return tag('comment', { ref, authorId: authorId(author) }, text);
  });
  const list = authors.map((author) => textTag('author', author)).join('');
  return (
    XML_HEADER + tag('comments', { xmlns: MAIN_NS }, tag('authors', {}, list) + tag('commentList', {}, items.join('')))
  );
}

function writeThreads(writer: SheetWriter): void {
  const { sheet, pkg, part } = writer;
  const threads = sheet.comments.filter((comment) => comment.kind === 'comment');
  const known = pkg.related(part, '/threadedComment');
  if (threads.length === 0) {
    if (known) removeRelated(writer, known.id, known.target);
    return;
  }
  const items = threads.map((comment) => writeThread(comment, writer));
  const target = known?.target ?? pkg.freeName('xl/threadedComments/threadedComment', '.xml');
  const attributes = { xmlns: THREADED_NS, 'xmlns:x': MAIN_NS };
  pkg.put(target, XML_HEADER + tag('ThreadedComments', attributes, items.join('')), TYPES.threaded);
  if (!known) pkg.relate(part, THREADED_REL, target);
}

function writeThread(comment: Comment, { pkg, sheet }: SheetWriter): string {
  const ref = cellAddress(comment.row, comment.column);
  const id = threadId(comment, sheet);
  const origin = keptThreads.find(comment);
  if (origin) {
    const answers = children(parseXml(origin.source), 'threadedComment').filter((e) => e.attributes['parentId'] === id);
    return [origin.element, ...answers].map((element) => patchElement(origin.source, element, { ref })).join('');
  }
  const make = (own: string, author: string, text: string, parentId?: string): string =>
    tag(
      'threadedComment',
      { ref, personId: personId(pkg, author), id: own, parentId, done: !parentId && comment.resolved },
      textTag('text', text),
    );
  const answers = (comment.replies ?? []).map((reply, i) =>
    make(derivedId(`${sheet.name}!${ref} reply ${i}`), reply.author, reply.text, id),
  );
  return make(id, comment.author, comment.text) + answers.join('');
}

function threadId(comment: Comment, sheet: Worksheet): string {
  return threadIds.get(comment) ?? derivedId(`${sheet.name}!${cellAddress(comment.row, comment.column)}`);
}

/** A GUID made from a text: the same text gives the same one. */
export function derivedId(text: string): string {
  const part = (seed: number): string => {
    let hash = seed;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(16).toUpperCase().padStart(8, '0');
  };
  const digits = part(0x811c9dc5) + part(0x5bd1e995) + part(0x1b873593) + part(0xcc9e2d51);
  return `{${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}}`;
}
