import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Scalar } from 'yaml';
import type { BundlePath } from '../../units/unit.ts';
import { DataError, type FrontMatterData, type FrontMatterString, type Literal } from './strings.ts';

/** More entries than this come from an alias bomb, not from an author. */
const MOST_NODES = 20_000;

interface ScalarAlias {
  readonly path: BundlePath;
  readonly target: Scalar;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads YAML by its document model: ranges of scalars, so that comments, quotes, anchors and order stay as they are.
 * @returns undefined when the block is not a mapping, so is no front matter
 * @throws DataError on broken YAML and on doubled keys
 */
export function readYaml(text: string): FrontMatterData | undefined {
  const document = parseDocument(text, { merge: true, prettyErrors: true, logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) throw new DataError(firstLine(error.message), error.linePos?.[0].line ?? 1);
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return new YamlData(text, document);
  return isMap(root) ? new YamlData(text, document) : undefined;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}

class YamlData implements FrontMatterData {
  readonly strings: FrontMatterString[] = [];
  readonly #text: string;
  readonly #document: Document;
  readonly #index = new Map<Scalar, number>();
  readonly #aliases: ScalarAlias[] = [];
  #nodes = 0;

  constructor(text: string, document: Document) {
    this.#text = text;
    this.#document = document;
    this.#collect(document.contents, [], false);
  }

  #collect(node: unknown, path: BundlePath, flow: boolean): void {
    if (++this.#nodes > MOST_NODES) throw new DataError('The front matter has too many values or aliases', 1);
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (isMerge(key)) this.#merge(value, path, flow);
        else this.#collect(value, [...path, keyText(key)], flow || node.flow === true);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries())
        this.#collect(item, [...path, index], flow || node.flow === true);
    } else if (isAlias(node)) {
      const target = node.resolve(this.#document);
      const [start, end] = node.range ?? [0, 0];
      if (isScalar(target)) this.#aliases.push({ path, target, start, end });
    } else if (isScalar(node) && typeof node.value === 'string' && !this.#index.has(node)) {
      this.#string(node, node.value, path, flow);
    }
  }

  /** `<<: *defaults`: the strings of the mapping behind the alias are this one's too. */
  #merge(value: unknown, path: BundlePath, flow: boolean): void {
    const sources = isSeq(value) ? value.items : [value];
    for (const source of sources) {
      const target = isAlias(source) ? source.resolve(this.#document) : source;
      if (isMap(target)) this.#collect(target, path, flow);
    }
  }

  #string(node: Scalar, value: string, path: BundlePath, flow: boolean): void {
    const [start, end] = node.range ?? [0, 0];
    const source = this.#text.slice(start, end);
    const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const style = { source, type: node.type, flow };
    this.#index.set(node, this.strings.length);
    this.strings.push({
      path,
      value: block ? value.replace(/\n+$/, '') : value,
      start,
      end,
      write: (text, safe) => writeScalar(text, style, safe),
    });
  }

  shape(without: ReadonlySet<number>): string {
    return JSON.stringify(this.#shapeOf(this.#document.contents, without));
  }

  #shapeOf(node: unknown, without: ReadonlySet<number>): unknown {
    if (isMap(node)) return { map: node.items.map(({ key, value }) => [keyText(key), this.#shapeOf(value, without)]) };
    if (isSeq(node)) return node.items.map((item) => this.#shapeOf(item, without));
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      return isScalar(target) ? this.#shapeOf(target, without) : `*${node.source}`;
    }
    if (!isScalar(node)) return null;
    const index = this.#index.get(node);
    return index !== undefined && without.has(index) ? { unit: true } : node.value;
  }

  literals(): readonly Literal[] {
    return [];
  }
}

function isMerge(key: unknown): boolean {
  return isScalar(key) && (key.value === '<<' || typeof key.value === 'symbol');
}

function keyText(key: unknown): string {
  if (isScalar(key)) return typeof key.value === 'symbol' ? '<<' : String(key.value);
  return String(key);
}

interface ScalarStyle {
  readonly source: string;
  readonly type: Scalar.Type | undefined;
  readonly flow: boolean;
}

/** A string in the style of the one that it replaces; double quotes hold anything. */
function writeScalar(value: string, { source, type, flow }: ScalarStyle, safe: boolean): string {
  const oneLine = !/[\n\r\u0085\u2028\u2029\p{Cc}\ufeff]/u.test(value);
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') {
    return safe ? `${JSON.stringify(value)}\n` : writeBlock(value, source, type === 'BLOCK_FOLDED');
  }
  if (safe || !oneLine) return JSON.stringify(value);
  if (type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`;
  if (type === 'PLAIN' && isPlain(value, flow)) return value;
  return JSON.stringify(value);
}

/** Whether a plain scalar can hold a value and reads as a string; in doubt it is quoted. */
function isPlain(value: string, flow: boolean): boolean {
  if (!/^[\p{L}(\u00a1-\uffff]/u.test(value) || /\s$|:$|:\s|\s#/.test(value)) return false;
  if (flow && /[,[\]{}:]/.test(value)) return false;
  return !/^(?:null|true|false|yes|no|on|off|y|n|\.?inf|\.nan)$/i.test(value);
}

/** A block scalar with its header, indentation and trailing line ends kept. */
function writeBlock(value: string, source: string, folded: boolean): string {
  const [, header = '|', body = ''] = /^([^\n]*\n)([^]*)$/.exec(source) ?? [];
  const lineEnd = header.endsWith('\r\n') ? '\r\n' : '\n';
  const indent = /^[ \t]*(?=\S)/m.exec(body)?.[0] ?? '  ';
  const tail = /(?:[ \t]*\r?\n)*$/.exec(body)?.[0] ?? lineEnd;
  const lines = value.split(/\r?\n/);
  const separator = folded ? lineEnd + lineEnd : lineEnd;
  return header + lines.map((line) => (line === '' ? '' : indent + line)).join(separator) + tail;
}
