/** Finds the line and column where a fault is mended: in the bundle, at its key's value. */
import { readJson, JsonProblem, visitLeaves, type JsonLeaf, type JsonNode } from '../../project/json-reader.ts';
import { readBytes } from '../../pipeline/see/source/sources.ts';
import type { Fault } from './fault.ts';

interface JsonFile {
  readonly text: string;
  /** Where each line begins: a large bundle may have a fault on each. */
  readonly lines: readonly number[];
  readonly tree: JsonNode;
  readonly leaves: ReadonlyMap<string, JsonLeaf>;
}

/** Faults with their places, as far as these can be known; each file is read once, and only where it has a fault. */
export function withPlaces(root: string, faults: readonly Fault[]): Fault[] {
  const files = new Map<string, JsonFile | undefined>();
  const read = (file: string): JsonFile | undefined => {
    if (!files.has(file)) files.set(file, readJsonFile(root, file));
    return files.get(file);
  };
  return faults.map((fault) => {
    const { file, line, key, span } = fault;
    if (line !== undefined || key === undefined || !file.endsWith('.json')) return fault;
    const json = read(file);
    return json === undefined ? fault : { ...fault, ...placeIn(json, key, span) };
  });
}

function readJsonFile(root: string, file: string): JsonFile | undefined {
  const text = readBytes(root, file)?.toString('utf8');
  if (text === undefined) return undefined;
  try {
    const tree = readJson(text);
    const leaves = new Map<string, JsonLeaf>();
    visitLeaves(tree, (leaf, path) => leaves.set(path.join('.'), leaf));
    return { text, lines: lineStarts(text), tree, leaves };
  } catch (error) {
    // Who parses the bundle tells where it is broken.
    if (error instanceof JsonProblem) return undefined;
    throw error;
  }
}

/** Of a value that is gone: the place of the group that it stood in. */
function placeIn(
  { text, lines, tree, leaves }: JsonFile,
  key: string,
  span: Fault['span'],
): Pick<Fault, 'line' | 'column' | 'endColumn'> {
  const leaf = leaves.get(key);
  if (leaf === undefined) return { line: lineAndColumn(lines, deepestGroup(tree, key).start).line };
  const [start, end] =
    leaf.type === 'string' && span !== undefined
      ? [offsetInLiteral(text, leaf.start, span[0]), offsetInLiteral(text, leaf.start, span[1])]
      : [leaf.start, leaf.end];
  const { line, column } = lineAndColumn(lines, start);
  return { line, column, endColumn: column + Math.max(end - start, 1) };
}

function deepestGroup(tree: JsonNode, key: string): JsonNode {
  let group = tree;
  for (const name of key.split('.')) {
    const inner = group.type === 'object' ? group.entries.get(name) : undefined;
    if (inner?.type !== 'object') return group;
    group = inner;
  }
  return group;
}

/** The offset in a JSON text of a UTF-16 offset in a string's value. @param start where its literal begins. */
function offsetInLiteral(text: string, start: number, offset: number): number {
  let at = start + 1;
  for (let seen = 0; seen < offset; seen++) at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2;
  return at;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineAndColumn(lines: readonly number[], offset: number): { readonly line: number; readonly column: number } {
  let first = 0;
  let end = lines.length;
  while (end - first > 1) {
    const middle = (first + end) >> 1;
    if ((lines[middle] ?? 0) <= offset) first = middle;
    else end = middle;
  }
  return { line: first + 1, column: offset - (lines[first] ?? 0) + 1 };
}
