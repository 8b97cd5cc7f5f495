/**
 * The bundle: nested i18next JSON v4 and nothing else. Read strictly (nothing is repaired), written in the source's
 * order and in the layout that the file has.
 */
import { SourceError } from '../project/errors.ts';
import { JsonProblem, readJson, type JsonNode } from '../project/json-reader.ts';
import type { BundlePath } from '../units/unit.ts';

export interface BundleEntry {
  readonly path: BundlePath;
  readonly value: string | number | boolean | null;
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
  /** Offsets of a string's literal. */
  readonly start?: number;
  readonly end?: number;
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
  const walk = (node: JsonNode, path: BundlePath): void => {
    if (node.type === 'object') for (const [name, child] of node.entries) walk(child, [...path, name]);
    else if (node.type === 'array') node.items.forEach((child, index) => walk(child, [...path, index]));
    else {
      const key = path.join('.');
      if (entries.has(key)) {
        throw new SourceError(`two values have the key ${JSON.stringify(key)} (one nested, one with dots).`, {
          place: { file },
          remedy: 'Remove one of them.',
        });
      }
      entries.set(key, node.type === 'string' ? { ...node, path } : { path, value: node.value });
    }
  };
  walk(root, []);
  return { entries, indent: /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  ', crlf: text.includes('\r\n'), text };
}

type Tree = Map<string | number, Tree | string | number | boolean | null>;

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
  for (const { path, value } of entries) {
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
    if (last !== undefined) tree.set(last, value);
  }
  const text = `${printTree(root, [], layout.indent, '', arrays)}\n`;
  const printed = layout.crlf ? text.replaceAll('\n', '\r\n') : text;
  return printed === layout.text || layout.entries.size === 0 ? printed : (patched(layout, printed) ?? printed);
}

/** The text on disk with other values in it; undefined where keys, their order or anything but strings differ. */
function patched(layout: Bundle, printed: string): string | undefined {
  const wanted = [...parseBundle(printed, '').entries.values()];
  if (wanted.length !== layout.entries.size) return undefined;
  let text = '';
  let at = 0;
  let index = 0;
  for (const { path, value, start, end } of layout.entries.values()) {
    const next = wanted[index++];
    if (next === undefined || JSON.stringify(next.path) !== JSON.stringify(path)) return undefined;
    if (next.value === value) continue;
    if (start === undefined || end === undefined) return undefined;
    text += layout.text.slice(at, start) + JSON.stringify(next.value);
    at = end;
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
    const printed =
      value instanceof Map ? printTree(value, [...path, name], indent, inner, arrays) : JSON.stringify(value);
    parts.push(isArray ? `${inner}${printed}` : `${inner}${JSON.stringify(String(name))}: ${printed}`);
  }
  if (parts.length === 0) return isArray ? '[]' : '{}';
  return `${isArray ? '[' : '{'}\n${parts.join(',\n')}\n${margin}${isArray ? ']' : '}'}`;
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
