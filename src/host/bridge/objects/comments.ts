import type { Comment, Workbook, Worksheet } from '../../model/workbook';
import { booleanOf, integerOf, targetOf, textOf } from '../arguments';
import { checkWritable } from '../cells';
import type { ObjectType } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import { areaOf } from '../references';
import { parseReference } from '../used';
import { rangeType } from './range';
import { rangeObject } from './worksheet';

/** Threaded comments of the workbook or of one sheet. */
export interface CommentScope {
  readonly workbook: Workbook;
  readonly sheet?: Worksheet;
}

export interface CommentTarget {
  readonly sheet: Worksheet;
  readonly comment: Comment;
}

function commentsOf({ workbook, sheet }: CommentScope): CommentTarget[] {
  return (sheet ? [sheet] : workbook.sheets).flatMap((item) =>
    item.comments.filter(({ kind }) => kind === 'comment').map((comment) => ({ sheet: item, comment })),
  );
}

const asObject = (target: CommentTarget) => HostObject.of(commentType, target);

function findComment(scope: CommentScope, id: unknown): HostObject | null {
  const found = commentsOf(scope).find(({ comment }) => comment.id === textOf(id));
  return found ? asObject(found) : null;
}

/** The one cell a comment is at: a range of one cell, or an address with its sheet. */
function cellOf(value: unknown, { workbook, sheet }: CommentScope): { sheet: Worksheet; row: number; column: number } {
  const range = typeof value === 'string' ? undefined : targetOf(value, rangeType);
  const reference = range ? undefined : (parseReference(textOf(value)) ?? fail('InvalidArgument'));
  const on = range ? range.sheet : reference?.sheet === undefined ? sheet : workbook.sheet(reference.sheet);
  const area = range ? areaOf(range) : reference?.area;
  if (!on || !area || area.top !== area.bottom || area.left !== area.right) return fail('InvalidArgument');
  return { sheet: on, row: area.top, column: area.left };
}

const commentAt = ({ sheet, row, column }: { sheet: Worksheet; row: number; column: number }) =>
  sheet.comments.find((comment) => comment.row === row && comment.column === column);

function addComment(scope: CommentScope, [cell, content]: readonly unknown[], host: Host): HostObject {
  const at = cellOf(cell, scope);
  checkWritable(at.sheet, undefined, host);
  if (commentAt(at)) return fail('ItemAlreadyExists');
  const comment: Comment = {
    id: `{${scope.workbook.nextId().toString(16).padStart(8, '0').toUpperCase()}-C033-0000-0000-000000000000}`,
    row: at.row,
    column: at.column,
    author: scope.workbook.properties.lastAuthor ?? '',
    text: textOf(content),
    kind: 'comment',
  };
  at.sheet.comments.push(comment);
  return asObject({ sheet: at.sheet, comment });
}

export const commentCollectionType: ObjectType<CommentScope> = {
  name: 'CommentCollection',
  properties: {},
  objects: {},
  items: (scope) => commentsOf(scope).map(asObject),
  item: findComment,
  methods: {
    Add: method((scope, args, host) => addComment(scope, args, host)),
    GetCount: method((scope) => commentsOf(scope).length),
    GetItemAt: method((scope, [index]) => {
      const found = commentsOf(scope)[integerOf(index, 0)];
      return found ? asObject(found) : fail('InvalidArgument');
    }),
    GetItemByCell: method((scope, [cell]) => {
      const at = cellOf(cell, scope);
      const comment = commentAt(at);
      return comment?.kind === 'comment' ? asObject({ sheet: at.sheet, comment }) : fail('ItemNotFound');
    }),
    GetItemOrNullObject: method((scope, [id]) => findComment(scope, id), '1.14'),
  },
};

export const commentType: ObjectType<CommentTarget> = {
  name: 'Comment',
  id: ({ comment }) => comment.id,
  exists: ({ sheet, comment }) => sheet.comments.includes(comment),
  properties: {
    Id: property(({ comment }) => comment.id),
    Content: property(
      ({ comment }) => comment.text,
      ({ comment }, value) => {
        comment.text = textOf(value);
      },
    ),
    AuthorName: property(({ comment }) => comment.author),
    Resolved: property(
      ({ comment }) => comment.resolved ?? false,
      ({ comment }, value) => {
        comment.resolved = booleanOf(value);
      },
      '1.11',
    ),
    ContentType: property(() => 'Plain', undefined, '1.12'),
  },
  objects: {
    Replies: navigation(
      () => commentReplyCollectionType,
      (target) => target,
    ),
  },
  methods: {
    GetLocation: method(({ sheet, comment: { row, column } }, _args, host) =>
      rangeObject(sheet, { top: row, bottom: row, left: column, right: column }, host),
    ),
    Delete: method(({ sheet, comment }, _args, host) => {
      checkWritable(sheet, undefined, host);
      sheet.comments.splice(sheet.comments.indexOf(comment), 1);
    }),
  },
};

/** An answer to a comment, by its place among them. */
export interface ReplyTarget extends CommentTarget {
  readonly index: number;
}

const repliesOf = ({ comment }: CommentTarget) => comment.replies ?? [];
const replyObject = (target: CommentTarget, index: number) => HostObject.of(commentReplyType, { ...target, index });

/** Replies are named by their comment and their place. */
const replyId = ({ comment, index }: ReplyTarget) => `${comment.id}/${index}`;

function findReply(target: CommentTarget, id: unknown): HostObject | null {
  const index = repliesOf(target).findIndex((_reply, at) => replyId({ ...target, index: at }) === id);
  return index < 0 ? null : replyObject(target, index);
}

export const commentReplyCollectionType: ObjectType<CommentTarget> = {
  name: 'CommentReplyCollection',
  properties: {},
  objects: {},
  items: (target) => repliesOf(target).map((_reply, index) => replyObject(target, index)),
  item: findReply,
  methods: {
    Add: method((target, [content]) => {
      const { comment, sheet } = target;
      comment.replies ??= [];
      comment.replies.push({ author: sheet.workbook.properties.lastAuthor ?? '', text: textOf(content) });
      return replyObject(target, comment.replies.length - 1);
    }),
    GetCount: method((target) => repliesOf(target).length),
    GetItemAt: method((target, [index]) => {
      const at = integerOf(index, 0);
      return at < repliesOf(target).length ? replyObject(target, at) : fail('InvalidArgument');
    }),
  },
};

export const commentReplyType: ObjectType<ReplyTarget> = {
  name: 'CommentReply',
  id: replyId,
  exists: (target) => target.sheet.comments.includes(target.comment) && target.index < repliesOf(target).length,
  properties: {
    Id: property(replyId),
    Content: property(
      (target) => repliesOf(target)[target.index]?.text ?? '',
      (target, value) => {
        const reply = repliesOf(target)[target.index];
        if (reply) reply.text = textOf(value);
      },
    ),
    AuthorName: property((target) => repliesOf(target)[target.index]?.author ?? ''),
  },
  objects: {},
  methods: {
    Delete: method((target) => void repliesOf(target).splice(target.index, 1)),
  },
};
