/**
 * Strict JSON with places: every string's place in the text, duplicate keys as an error, any key (`__proto__` too) as
 * plain data. `JSON.parse` silently keeps the last of two equal keys and tells no line.
 */

export interface JsonString {
  readonly type: 'string';
  readonly value: string;
  /** Offsets of the literal with its quotes. */
  readonly start: number;
  readonly end: number;
}

/** Offsets of a value in the text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

export interface JsonLiteral extends Span {
  readonly type: 'literal';
  readonly value: number | boolean | null;
  /** As it is written: a number may have more digits than a `number` can hold. */
  readonly raw: string;
}

export type JsonNode =
  | JsonString
  | JsonLiteral
  | ({ readonly type: 'array'; readonly items: readonly JsonNode[] } & Span)
  | ({ readonly type: 'object'; readonly entries: ReadonlyMap<string, JsonNode> } & Span);

/** A value without values in it: empty objects and arrays are some, and written as such. */
export type JsonLeaf = JsonString | JsonLiteral;

/** Calls `visit` for every leaf of a tree with its path, in the order of the text. */
export function visitLeaves(
  node: JsonNode,
  visit: (leaf: JsonLeaf, path: readonly (string | number)[]) => void,
  path: readonly (string | number)[] = [],
): void {
  if (node.type === 'string' || node.type === 'literal') return visit(node, path);
  const children = node.type === 'object' ? [...node.entries] : [...node.items.entries()];
  for (const [name, child] of children) visitLeaves(child, visit, [...path, name]);
  if (children.length > 0 || path.length === 0) return;
  const { start, end } = node;
  visit({ type: 'literal', value: null, raw: node.type === 'object' ? '{}' : '[]', start, end }, path);
}

/** Whether two literals say the same: formatters write `3.50` as `3.5` and `1E3` as `1e3`; every digit counts. */
export function sameLiteral(one: string | undefined, other: string | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && plainLiteral(one) === plainLiteral(other));
}

/** A number's sign, digits and exponent without what does not change it; anything else as it is. */
export function plainLiteral(raw: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(raw) ?? [];
  if (whole === '') return raw;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const short = digits.replace(/0+$/, '');
  if (short === '') return `${sign}0`;
  return `${sign}${short}e${Number(exponent) - fraction.length + digits.length - short.length}`;
}

/** What is wrong and where; the caller knows the file. */
export class JsonProblem extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, text: string, offset: number) {
    super(message);
    const before = text.slice(0, offset).split('\n');
    this.line = before.length;
    this.column = (before.at(-1) ?? '').length + 1;
  }
}

const MAXIMUM_DEPTH = 500;
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

/** @throws JsonProblem with line and column. */
export function readJson(text: string): JsonNode {
  let at = text.startsWith('\ufeff') ? 1 : 0;

  const space = (): void => {
    SPACE.lastIndex = at;
    SPACE.exec(text);
    at = SPACE.lastIndex;
  };
  const fail = (message: string, offset = at): never => {
    throw new JsonProblem(at >= text.length && offset === at ? 'the file ends too early' : message, text, offset);
  };
  const string = (): JsonString => {
    const start = at;
    if (text[at] !== '"') return fail('a string expected');
    const end = endOfString(text, start);
    const value = end === undefined ? undefined : parsedString(text.slice(start, end));
    if (end === undefined || value === undefined) return fail('a string that is not closed or not valid');
    at = end;
    return { type: 'string', value, start, end };
  };
  const members = (depth: number): JsonNode => {
    const entries = new Map<string, JsonNode>();
    const start = at++;
    space();
    while (text[at] !== '}') {
      if (entries.size > 0) {
        if (text[at] !== ',') fail('"," or "}" expected');
        at++;
        space();
      }
      const key = string();
      if (entries.has(key.value)) fail(`the key ${JSON.stringify(key.value)} stands twice`, key.start);
      space();
      if (text[at] !== ':') fail('":" expected');
      at++;
      entries.set(key.value, node(depth));
      space();
    }
    at++;
    return { type: 'object', entries, start, end: at };
  };
  const list = (depth: number): JsonNode => {
    const items: JsonNode[] = [];
    const start = at++;
    space();
    while (text[at] !== ']') {
      if (items.length > 0) {
        if (text[at] !== ',') fail('"," or "]" expected');
        at++;
      }
      items.push(node(depth));
      space();
    }
    at++;
    return { type: 'array', items, start, end: at };
  };
  const node = (depth: number): JsonNode => {
    if (depth > MAXIMUM_DEPTH) fail(`nested deeper than ${MAXIMUM_DEPTH} levels`);
    space();
    if (text[at] === '"') return string();
    if (text[at] === '{') return members(depth + 1);
    if (text[at] === '[') return list(depth + 1);
    LITERAL.lastIndex = at;
    const match = LITERAL.exec(text);
    if (match === null) return fail('a value expected');
    const [raw] = match;
    const start = at;
    at = LITERAL.lastIndex;
    const value: unknown = JSON.parse(raw);
    const plain = typeof value === 'number' || typeof value === 'boolean' ? value : null;
    return { type: 'literal', value: plain, raw, start, end: at };
  };

  const result = node(0);
  space();
  if (at < text.length) fail('text after the end');
  return result;
}

/**
 * Where the object that begins at an offset ends, by its braces alone: what is inside may be no valid JSON.
 * @returns undefined when it is not closed
 */
export function endOfObject(text: string, start: number): number | undefined {
  const sign = /["{}]/g;
  sign.lastIndex = start;
  let depth = 0;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    if (match[0] === '"') {
      const end = endOfString(text, match.index);
      if (end === undefined) return undefined;
      sign.lastIndex = end;
    } else {
      depth += match[0] === '{' ? 1 : -1;
      if (depth === 0) return sign.lastIndex;
    }
  }
  return undefined;
}

/** Behind the closing quote. No regular expression: one over a string of megabytes exhausts the stack. */
function endOfString(text: string, start: number): number | undefined {
  for (let quote = text.indexOf('"', start + 1); quote > 0; quote = text.indexOf('"', quote + 1)) {
    let escapes = quote;
    while (text[escapes - 1] === '\\') escapes--;
    if ((quote - escapes) % 2 === 0) return quote + 1;
  }
  return undefined;
}

function parsedString(literal: string): string | undefined {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
