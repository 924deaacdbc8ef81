import type { WireAction, WireAnswer, WireArguments, WireBody } from './wire';
import { ACTION, PATH } from './wire';

/** A run's requests in readable form: one heading and one line an action, in the API's own words. */
export class Recorder {
  /** Off by default: recording large writes takes memory. */
  enabled = false;
  readonly lines: string[] = [];
  private requests = 0;

  clear(): void {
    this.lines.length = 0;
    this.requests = 0;
  }

  /** Everything recorded, as one text. */
  toString(): string {
    return this.lines.join('\n');
  }

  /** Writes a request down; `end` adds how it was answered. */
  begin(body: WireBody, bytes: number): { end(answer: WireAnswer, bytes: number): void } {
    if (!this.enabled) return { end: () => undefined };
    this.requests++;
    this.lines.push(`sync ${this.requests}: ${body.Actions.length} actions, ${bytes} bytes`);
    for (const action of body.Actions) {
      const line = describeAction(action, body);
      if (line !== undefined) this.lines.push(`  ${line}`);
    }
    return {
      end: (answer, size) => {
        const outcome = answer.Error ? `${answer.Error.Code} at ${answer.Error.Location}` : 'ok';
        this.lines.push(`  → ${outcome}, ${size} bytes`);
      },
    };
  }
}

function describeAction(action: WireAction, body: WireBody): string | undefined {
  const path = describePath(action.ObjectPathId, body);
  switch (action.ActionType) {
    case ACTION.query:
      return `${path}.load(${[...(action.QueryInfo?.Select ?? []), ...(action.QueryInfo?.Expand ?? [])].join(', ')})`;
    case ACTION.method:
      return action.Name.startsWith('_')
        ? undefined
        : `${path}.${camel(action.Name)}(${describeArguments(action.ArgumentInfo, body)})`;
    case ACTION.setProperty:
      return `${path}.${camel(action.Name)} = ${describeArguments(action.ArgumentInfo, body)}`;
    default:
      return undefined;
  }
}

function describePath(id: number, body: WireBody, depth = 0): string {
  const path = body.ObjectPaths[String(id)];
  if (!path || depth > 50) return '?';
  const parent = path.ParentObjectPathId === undefined ? '' : describePath(path.ParentObjectPathId, body, depth + 1);
  switch (path.ObjectPathType) {
    case PATH.property:
      return `${parent}.${camel(path.Name)}`;
    case PATH.indexer:
      return `${parent}[${describeArguments(path.ArgumentInfo, body)}]`;
    case PATH.method:
      return `${parent}.${camel(path.Name)}(${describeArguments(path.ArgumentInfo, body)})`;
    case PATH.reference:
      return `<${path.Name}>`;
    case PATH.nullObject:
      return 'null';
    default:
      return 'workbook';
  }
}

const LONGEST = 80;

function describeArguments(info: WireArguments | undefined, body: WireBody): string {
  return (info?.Arguments ?? [])
    .map((value, index) => {
      const reference = info?.ReferencedObjectPathIds?.[index];
      if (typeof reference === 'number' && reference !== 0) return describePath(reference, body, 1);
      if (Array.isArray(value) && Array.isArray(value[0]) && value.length * value[0].length > 4)
        return `[${value.length} × ${value[0].length}]`;
      const text = JSON.stringify(value) ?? '';
      return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    })
    .join(', ');
}

const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
