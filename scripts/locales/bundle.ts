/**
 * The bundle: nested i18next JSON v4 and nothing else. Read strictly (nothing is repaired), written in the source's
 * order and in the layout that the file has.
 */
import { SourceError } from '../project/errors.ts';
import { printScalar, type JsonScalar } from '../project/json-number.ts';
import { JsonProblem, readJson, sameLiteral, visitLeaves, type JsonNode } from '../project/json-reader.ts';
import type { BundlePath } from '../units/unit.ts';

export interface BundleEntry {
  readonly path: BundlePath;
  readonly value: string | number | boolean | null;
  /** How what is no string is written; of empty objects and arrays, whose value is null, what they are. */
  readonly raw?: string;
}

export interface Bundle {
  /** By key (the path joined with dots), in the file's order. */
  readonly entries: ReadonlyMap<string, PlacedEntry>;
  readonly indent: string;
  readonly crlf: boolean;
  /** The file as it was read. */
  readonly text: string;
}

interface PlacedEntry extends BundleEntry {
  /** Offsets of what is written. */
  readonly start: number;
  readonly end: number;
}

export const EMPTY_BUNDLE: Bundle = { entries: new Map(), indent: '  ', crlf: false, text: '' };

/**
 * @param file the bundle's path for messages.
 * @throws SourceError with line and remedy for conflict markers, truncated JSON, duplicate keys.
 */
export function parseBundle(text: string, file: string): Bundle {
  let root: JsonNode;
  try {
    root = readJson(text);
  } catch (cause) {
    if (!(cause instanceof JsonProblem)) throw cause;
    const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text);
    throw new SourceError(
      conflict === null ? `not valid JSON, column ${cause.column}: ${cause.message}.` : 'holds merge conflict markers.',
      {
        place: { file, line: conflict === null ? cause.line : text.slice(0, conflict.index).split('\n').length },
        remedy: 'Mend the file by hand or restore it from git; it was left as it is.',
        cause,
      },
    );
  }
  if (root.type !== 'object') {
    throw new SourceError('a bundle is a JSON object.', { place: { file, line: 1 }, remedy: 'Restore it from git.' });
  }
  const entries = new Map<string, PlacedEntry>();
  visitLeaves(root, (leaf, path) => {
    const key = path.join('.');
    if (entries.has(key)) {
      throw new SourceError(`two values have the key ${JSON.stringify(key)} (one nested, one with dots).`, {
        place: { file },
        remedy: 'Remove one of them.',
      });
    }
    const { value, start, end } = leaf;
    entries.set(key, { path, value, start, end, ...(leaf.type === 'literal' ? { raw: leaf.raw } : {}) });
  });
  return { entries, indent: /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  ', crlf: text.includes('\r\n'), text };
}

/** A leaf is what is written. */
type Tree = Map<string | number, Tree | string>;

/**
 * The text of a bundle. Entries of one group stand together where the group first appears.
 * An array that lacks an element is written as an object of indices, so that each element falls back on its own.
 * @param layout the bundle that is on disk: where only values change its text is patched, and no formatter undone.
 * @param arrays the length that each array has in the source, by its path joined with dots.
 */
export function printBundle(
  entries: Iterable<BundleEntry>,
  layout: Bundle,
  arrays: ReadonlyMap<string, number>,
): string {
  const root: Tree = new Map();
  for (const entry of entries) {
    const { path } = entry;
    let tree = root;
    for (const name of path.slice(0, -1)) {
      const next = tree.get(name);
      if (next instanceof Map) tree = next;
      else {
        const made: Tree = new Map();
        tree.set(name, made);
        tree = made;
      }
    }
    const last = path.at(-1);
    if (last !== undefined) tree.set(last, writtenEntry(entry));
  }
  const text = `${printTree(root, [], layout.indent, '', arrays)}\n`;
  const printed = layout.crlf ? text.replaceAll('\n', '\r\n') : text;
  return printed === layout.text || layout.entries.size === 0 ? printed : (patched(layout, printed) ?? printed);
}

/** An entry as JSON. */
export function writtenEntry({ value, raw }: BundleEntry): string {
  return raw ?? JSON.stringify(value);
}

/** Whether two entries say the same: numbers may be written in another way. */
export function isSameEntry(one: BundleEntry, other: BundleEntry): boolean {
  return typeof one.value === 'string' ? one.value === other.value : sameLiteral(one.raw, other.raw);
}

/** The text on disk with other values in it; undefined where keys or their order differ. */
function patched(layout: Bundle, printed: string): string | undefined {
  const wanted = [...parseBundle(printed, '').entries.values()];
  if (wanted.length !== layout.entries.size) return undefined;
  let text = '';
  let at = 0;
  let index = 0;
  for (const entry of layout.entries.values()) {
    const next = wanted[index++];
    if (next === undefined || JSON.stringify(next.path) !== JSON.stringify(entry.path)) return undefined;
    if (isSameEntry(next, entry)) continue;
    text += layout.text.slice(at, entry.start) + writtenEntry(next);
    at = entry.end;
  }
  return text + layout.text.slice(at);
}

function printTree(
  tree: Tree,
  path: BundlePath,
  indent: string,
  margin: string,
  arrays: ReadonlyMap<string, number>,
): string {
  const inner = margin + indent;
  const length = arrays.get(path.join('.'));
  const isArray = length === tree.size && [...tree.keys()].every((name) => typeof name === 'number');
  const parts: string[] = [];
  for (const [name, value] of tree) {
    const printed = value instanceof Map ? printTree(value, [...path, name], indent, inner, arrays) : value;
    parts.push(isArray ? `${inner}${printed}` : `${inner}${JSON.stringify(String(name))}: ${printed}`);
  }
  if (parts.length === 0) return isArray ? '[]' : '{}';
  return `${isArray ? '[' : '{'}\n${parts.join(',\n')}\n${margin}${isArray ? ']' : '}'}`;
}

/** What the source copies into every bundle. */
interface Literal {
  readonly path: BundlePath;
  readonly value: JsonScalar;
  /** How many of the source's units stand before it. */
  readonly after: number;
}

/**
 * The entries of a bundle with the source's literals between them, where the source has them.
 * @param entries with the number of the source's unit that each is made from, in the source's order.
 */
export function withLiterals(
  entries: Iterable<readonly [unit: number, entry: BundleEntry]>,
  literals: readonly Literal[],
): BundleEntry[] {
  const all: BundleEntry[] = [];
  let next = 0;
  const addUpTo = (unit: number): void => {
    for (let literal = literals[next]; literal !== undefined && literal.after <= unit; literal = literals[++next]) {
      all.push({ path: literal.path, value: null, raw: printScalar(literal.value) });
    }
  };
  for (const [unit, entry] of entries) {
    addUpTo(unit);
    all.push(entry);
  }
  addUpTo(Infinity);
  return all;
}

/** The length of every array among some paths, by the array's own path joined with dots. */
export function arrayLengths(paths: Iterable<BundlePath>): Map<string, number> {
  const lengths = new Map<string, number>();
  for (const path of paths) {
    path.forEach((name, depth) => {
      if (typeof name !== 'number') return;
      const array = path.slice(0, depth).join('.');
      lengths.set(array, Math.max(lengths.get(array) ?? 0, name + 1));
    });
  }
  return lengths;
}
