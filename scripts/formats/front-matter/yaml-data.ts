import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Alias, Document, Scalar, YAMLMap } from 'yaml';
import type { BundlePath } from '../../units/unit.ts';
import { checkYamlLimits } from './yaml-limits.ts';
import { DataError, hasControl, type FrontMatterData, type FrontMatterString } from './strings.ts';

/** More entries than this come from an alias bomb, not from an author. */
const MOST_NODES = 20_000;

/**
 * Reads YAML by its document model: ranges of scalars, so that comments, quotes, anchors and order stay as they are.
 * @returns undefined when the block is not a mapping, so is no front matter
 * @throws DataError on broken YAML and on doubled keys
 */
export function readYaml(text: string): FrontMatterData | undefined {
  checkYamlLimits(text);
  // The parser would compare every key with all before it.
  const document = parseDocument(text, { merge: true, prettyErrors: true, logLevel: 'silent', uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined) throw new DataError(firstLine(error.message), error.linePos?.[0].line ?? 1);
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return new YamlData(text, document);
  return isMap(root) ? new YamlData(text, document) : undefined;
}

function tooMany(): DataError {
  return new DataError('The front matter has too many values or aliases', 1);
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}

class YamlData implements FrontMatterData {
  readonly strings: (FrontMatterString & { readonly paths: BundlePath[] })[] = [];
  readonly #text: string;
  readonly #document: Document;
  readonly #index = new Map<Scalar | Alias, number>();
  /** Mappings and lists that the walk is inside: an alias in one of them to itself has no end. */
  readonly #open = new Set<unknown>();
  #nodes = 0;

  constructor(text: string, document: Document) {
    this.#text = text;
    this.#document = document;
    this.#collect(document.contents, [], false);
  }

  #collect(node: unknown, path: BundlePath, flow: boolean, hidden?: ReadonlySet<string>): void {
    if (++this.#nodes > MOST_NODES) throw tooMany();
    if (this.#open.has(node)) return;
    this.#open.add(node);
    this.#inside(node, path, flow, hidden);
    this.#open.delete(node);
  }

  #inside(node: unknown, path: BundlePath, flow: boolean, hidden?: ReadonlySet<string>): void {
    if (isMap(node)) {
      this.#refuseDoubled(node);
      for (const { key, value } of node.items) {
        if (isMerge(key)) this.#merge(value, path, new Set(node.items.map((item) => keyText(item.key))));
        else if (!hidden?.has(keyText(key))) this.#collect(value, [...path, keyText(key)], flow || node.flow === true);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries())
        this.#collect(item, [...path, index], flow || node.flow === true);
    } else if (isAlias(node)) {
      this.#alias(node, path, flow);
    } else if (isScalar(node) && typeof node.value === 'string') {
      const known = this.strings[this.#index.get(node) ?? -1];
      if (known === undefined) this.#string(node, node.value, path, flow);
      else known.paths.push(path);
    }
  }

  #refuseDoubled({ items }: YAMLMap): void {
    const known = new Set<unknown>();
    for (const { key } of items) {
      if (!isScalar(key)) continue;
      if (known.has(key.value) && !isMerge(key)) {
        const before = this.#text.slice(0, key.range?.[0] ?? 0);
        throw new DataError('Map keys must be unique', before.split('\n').length);
      }
      known.add(key.value);
    }
  }

  /**
   * `*name` where a string stands: it can be replaced by a string of its own. Where a mapping or a list stands, the strings
   * behind it have one more address: what is written there shows here.
   */
  #alias(node: Alias, path: BundlePath, flow: boolean): void {
    const known = this.strings[this.#index.get(node) ?? -1];
    if (known !== undefined) {
      known.paths.push(path);
      return;
    }
    const target = node.resolve(this.#document);
    if (isMap(target) || isSeq(target)) return this.#collect(target, path, false);
    const aliasOf = isScalar(target) ? this.#index.get(target) : undefined;
    const value = this.strings[aliasOf ?? -1]?.value;
    if (aliasOf === undefined || value === undefined) return;
    const [start, end] = node.range ?? [0, 0];
    const style = { source: '', type: 'PLAIN', flow } as const;
    this.#index.set(node, this.strings.length);
    this.strings.push({
      paths: [path],
      value,
      start,
      end,
      aliasOf,
      write: (text, safe) => writeScalar(text, style, safe),
    });
  }

  /** `<<: *defaults`: the strings of the mapping behind the alias are this one's too, but for keys that it has itself. */
  #merge(value: unknown, path: BundlePath, own: ReadonlySet<string>): void {
    const sources = isSeq(value) ? value.items : [value];
    for (const source of sources) {
      const target = isAlias(source) ? source.resolve(this.#document) : source;
      if (isMap(target)) this.#collect(target, path, false, own);
    }
  }

  #string(node: Scalar, value: string, path: BundlePath, flow: boolean): void {
    const [start, end] = node.range ?? [0, 0];
    const source = this.#text.slice(start, end);
    const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const style = { source, type: node.type, flow };
    this.#index.set(node, this.strings.length);
    this.strings.push({
      paths: [path],
      value: block ? value.replace(/\n+$/, '') : value,
      start,
      end,
      write: (text, safe) => writeScalar(text, style, safe),
      holds: (text) => !block && isHeld(text, writeScalar(text, style, false), flow),
    });
  }

  shape(without: ReadonlySet<number>): string {
    return JSON.stringify(this.#shapeOf(this.#document.contents, without));
  }

  #shapeOf(node: unknown, without: ReadonlySet<number>): unknown {
    if (isMap(node)) return { map: node.items.map(({ key, value }) => [keyText(key), this.#shapeOf(value, without)]) };
    if (isSeq(node)) return node.items.map((item) => this.#shapeOf(item, without));
    if (isAlias(node)) {
      const index = this.#index.get(node);
      if (index === undefined) return `*${node.source}`;
      return without.has(index) ? { unit: true } : this.strings[index]?.value;
    }
    if (!isScalar(node)) return null;
    const index = this.#index.get(node);
    return index !== undefined && without.has(index) ? { unit: true } : node.value;
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
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') {
    return safe ? `${JSON.stringify(value)}\n` : writeBlock(value, source, type === 'BLOCK_FOLDED');
  }
  if (safe || hasControl(value)) return JSON.stringify(value);
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

/** What no style of scalar has to escape, and no reader takes for anything else. */
const TAME = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;
/** Words and the signs of prose; YAML's own signs are all in ASCII, of which a colon or a hash may end a plain scalar. */
const TAME_PLAIN = /^(?:[A-Za-z]|[^\p{ASCII}\p{Z}])[A-Za-z\d ,.;!?'"()/%\P{ASCII}-]*$/u;

/** Whether a scalar surely is read as the value (YAML 1.2.2, 7.3): between quotes, or plain and nothing but words. */
function isHeld(value: string, written: string, flow: boolean): boolean {
  if (!TAME.test(value)) return false;
  return written.startsWith('"') || written.startsWith("'") || (!flow && written === value && TAME_PLAIN.test(value));
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
