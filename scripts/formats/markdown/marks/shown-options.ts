import { isProse } from '../../front-matter/field-patterns.ts';
import { isShownAttribute } from '../../shown-names.ts';
import { coverAll, type Span } from './masks.ts';

/**
 * Options of a block whose inside is no prose, on lines of their own: Quarto's cells (`#| fig-cap: "Words"`), MyST's
 * directives (`:caption: Words`, or YAML between `---`), data of a component (`title: Words`).
 */

/** A text in an option, its quotes included. */
export interface ShownOption extends Span {
  /** Without its quotes. */
  readonly value: string;
}

/** What may begin with options. */
const BLOCK = /^(?:(?:`{3,}|~{3,}|:{3,})[ \t]*\{|---[ \t]*\r?\n)/;
const CELL = /^(?:#|\/\/|--|%%?|;;?)\|[ \t]*/;
const COLON = /^:(?=[\w-]+:)/;
const OPTION = /^([\w-]+):(?:[ \t]+|$)/;
const ITEM = /^-[ \t]+/;
/** A scalar of YAML that has one line: in quotes, or as it is; a remark may follow. */
const SCALAR = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=[ \t]*(?:#.*)?$)|^(?![|>&*!%@`"'[\]{},#])(?:(?![ \t]#).)+/;
/** The beginning of a scalar of YAML that has lines of its own. */
const LINES = /^[|>][-+\d]{0,2}$/;
const LIST = /^\[[^[\]]*\]$/;
const WHOLE_QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/;
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g;
const TREE = /^(?:`{3,}|~{3,}|:{3,})[ \t]*\{toctree\}/;
const ENTRY = /^(?=\S)[^<>]*?(?=[ \t]{1,20}<[^<>\s]+>$)/;
/** Of a cell's first line: `{r plot, fig.cap="Words"}`. */
const CHUNK = /(?<=\b(?:fig|tab|tbl)\.(?:cap|alt|subcap)[ \t]{0,9}=[ \t]{0,9})"(?:[^"\\]|\\.)*"/g;

const OF_CELL = /^(?:(?:fig|tbl|lst)-(?:cap|alt|subcap)|code-summary)$/;
const OF_DIRECTIVE = /^(?:alt|caption|title|subtitle|summary|img-alt|footer)$/;

type IsShown = (name: string, value: string) => boolean;

/** What a line of options begins with; undefined where the end of them is told by a line. */
interface Options {
  readonly sign: RegExp | undefined;
  readonly isShown: IsShown;
}

const ofDirective: IsShown = (name) => OF_DIRECTIVE.test(name);

/** A label of one small word may be an id. */
const ofComponent: IsShown = (name, value) =>
  isShownAttribute('Component', name, value) && !(name === 'label' && /^[a-z][\w:-]*$/.test(value));

/** The options that a block's second line begins. */
function optionsAt(line: string): Options | undefined {
  if (line === '---') return { sign: undefined, isShown: ofDirective };
  if (CELL.test(line)) return { sign: CELL, isShown: (name) => OF_CELL.test(name) };
  return COLON.test(line) ? { sign: COLON, isShown: ofDirective } : undefined;
}

/**
 * The texts in the options that a block begins with, and the titles of a table of contents' entries.
 * @param source with the block's first line: a fence, a directive, or the `---` of a component's data
 */
export function shownOptions(source: string): ShownOption[] {
  if (!BLOCK.test(source)) return [];
  const [first = '', ...others] = source.split('\n');
  const isTree = TREE.test(first);
  const isData = first.trimEnd() === '---';
  const found = [...first.matchAll(CHUNK)].flatMap(({ index, 0: text }) => textAt(text, index));
  let options: Options | undefined = isData ? { sign: undefined, isShown: ofComponent } : undefined;
  let name = '';
  let lines: ScalarLines | undefined;
  let offset = first.length + 1;
  for (const [index, whole] of others.entries()) {
    const ahead = /^[ \t>]*/.exec(whole)?.[0].length ?? 0;
    const line = whole.slice(ahead).trimEnd();
    const column = ahead + (options?.sign?.exec(line)?.[0].length ?? 0);
    if (lines?.takes(line.slice(column - ahead), column, offset + column) === false) {
      found.push(...lines.text());
      lines = undefined;
    }
    const begins = index === 0 && !isData ? optionsAt(line) : undefined;
    options = begins ?? options;
    const sign = options?.sign?.exec(line)?.[0].length ?? (options?.sign === undefined ? 0 : -1);
    if (sign < 0 || (begins === undefined && line === '---')) options = undefined;
    if (options === undefined && !isTree) break;
    if (options === undefined) found.push(...textAt(ENTRY.exec(line)?.[0] ?? '', offset + ahead));
    else if (line !== '---') {
      const rest = line.slice(sign).trimStart();
      const item = rest.slice(ITEM.exec(rest)?.[0].length);
      const [key = '', own] = OPTION.exec(item) ?? [];
      name = own ?? name;
      const value = own === undefined && item === rest ? '' : item.slice(key.length);
      const { isShown } = options;
      const of = name;
      if (LINES.test(value)) lines = new ScalarLines(ahead + sign, (text) => isShown(of, text));
      const place = offset + ahead + line.length - value.length;
      found.push(...scalarsIn(value, place).filter((one) => isShown(name, one.value)));
    }
    offset += whole.length + 1;
  }
  return [...found, ...(lines?.text() ?? [])];
}

/** The lines of a scalar, each further right than its name: one text, that is written on one line. */
class ScalarLines {
  readonly #column: number;
  readonly #texts: string[] = [];
  #start = 0;
  #end = 0;
  #isWhole = true;
  readonly #isShown: (text: string) => boolean;

  constructor(column: number, isShown: (text: string) => boolean) {
    [this.#column, this.#isShown] = [column, isShown];
  }

  /** @returns whether the line belongs to it */
  takes(text: string, column: number, start: number): boolean {
    if (text !== '' && column <= this.#column) return false;
    // Paragraphs are more than one text.
    if (text === '') this.#isWhole &&= this.#texts.length === 0;
    else {
      if (this.#texts.length === 0) this.#start = start;
      this.#end = start + text.length;
      this.#texts.push(text);
    }
    return true;
  }

  text(): ShownOption[] {
    const value = this.#texts.join(' ');
    return this.#isWhole && isProse(value) && this.#isShown(value)
      ? [{ start: this.#start, end: this.#end, value }]
      : [];
  }
}

/** The texts of an option: one scalar, or those in quotes of a list. */
function scalarsIn(value: string, offset: number): ShownOption[] {
  if (LIST.test(value))
    return [...value.matchAll(QUOTED)].flatMap(({ index, 0: text }) => textAt(text, offset + index));
  return textAt(SCALAR.exec(value)?.[0].trimEnd() ?? '', offset);
}

function textAt(text: string, start: number): ShownOption[] {
  const value = readScalar(text);
  return isProse(value) ? [{ start, end: start + text.length, value }] : [];
}

/** What a scalar says; nothing where it has escapes that stand for no character of a text. */
function readScalar(scalar: string): string {
  // A title in a table of contents is none of YAML's.
  if (!WHOLE_QUOTED.test(scalar)) return scalar;
  const inside = scalar.slice(1, -1);
  if (scalar.startsWith("'")) return inside.replaceAll("''", "'");
  return /\\[^"\\]/.test(inside) ? '' : inside.replace(/\\(["\\])/g, '$1');
}

/** A block without those texts. */
export function withoutOptions(source: string, options: readonly ShownOption[]): string {
  return coverAll(source, options, () => '');
}

/** A text as such a scalar. @param before the scalar in whose place it stands */
export function writeScalar(text: string, before: string): string {
  const [quote = ''] = before;
  if (quote === "'") return `'${text.replaceAll("'", "''")}'`;
  const isPlain = quote !== '"' && /^[\p{L}\p{N}(«“⟦¿¡]/u.test(text) && !/:(?:\s|$)|\s#/.test(text);
  return isPlain ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
