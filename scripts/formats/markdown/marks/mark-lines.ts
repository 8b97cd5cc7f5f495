import type { PhrasingContent, Text } from 'mdast';
import type { MaskedText, Span } from './masks.ts';
import { MARK_FILLER } from './masks.ts';
import { trimEnd } from '../blocks/values.ts';

/**
 * What stands between marks, or a mark itself. `title`: text behind a mark on its line. `lost`: text that cannot be cut, as
 * emphasis or a link goes on in the next line.
 */
export type MarkPart =
  | (Span & { readonly type: 'mark' })
  | { readonly type: 'text' | 'title' | 'lost'; readonly nodes: readonly PhrasingContent[] };

const LINE_END = /\r\n|[\n\r]/;
const HEAD = /^\uFDD1+[ \t]*/;

/**
 * Cuts a paragraph at the marks that lines begin with: a mark stays where it is, and so does the line end behind its title.
 * A mark inside emphasis or a link is text.
 */
export function splitAtMarks(nodes: readonly PhrasingContent[], text: MaskedText): readonly MarkPart[] {
  const hasMarks = nodes.some((node) => node.type === 'text' && node.value.includes(MARK_FILLER));
  return hasMarks ? new MarkCutter(text).cut(nodes) : [{ type: 'text', nodes }];
}

class MarkCutter {
  readonly #text: MaskedText;
  readonly #parts: MarkPart[] = [];
  #open: PhrasingContent[] = [];
  #type: 'text' | 'title' = 'text';
  #isLost = false;

  constructor(text: MaskedText) {
    this.#text = text;
  }

  cut(nodes: readonly PhrasingContent[]): readonly MarkPart[] {
    for (const node of nodes) {
      if (node.type === 'text') this.#lines(node);
      else this.#node(node);
    }
    this.#flush('text');
    return this.#isLost ? [{ type: 'lost', nodes }] : this.#parts;
  }

  #node(node: PhrasingContent): void {
    if (this.#type === 'title' && node.type === 'break') return this.#flush('text');
    const source = this.#text.masked.slice(startOf(node), endOf(node));
    if (this.#type === 'title' && LINE_END.test(source)) this.#isLost = true;
    this.#open.push(node);
  }

  /** Every line of a text is told from its source and from its value: entities in it have other lengths. */
  #lines(node: Text): void {
    const values = node.value.split(LINE_END);
    const sources = linesOf(this.#text.masked, startOf(node), endOf(node));
    if (values.length !== sources.length) this.#isLost = true;
    let same: { readonly values: string[]; readonly start: number; end: number } | undefined;
    const settle = (): void => {
      if (same !== undefined) this.#open.push(textAt(same.values.join('\n'), same.start, same.end));
      same = undefined;
    };
    for (const [index, value] of values.entries()) {
      const { start, end } = sources[index] ?? { start: 0, end: 0 };
      if (value.startsWith(MARK_FILLER) || value.endsWith(MARK_FILLER) || (index > 0 && this.#type === 'title')) {
        settle();
        if (index > 0 && this.#type === 'title') this.#flush('text');
        this.#markLine(value, start, end);
      } else if (same === undefined) {
        same = { values: [value], start, end };
      } else {
        same.values.push(value);
        same.end = end;
      }
    }
    settle();
  }

  #markLine(value: string, start: number, end: number): void {
    const source = this.#text.masked.slice(start, end);
    const head = HEAD.exec(source)?.[0] ?? '';
    if (head !== '') {
      const mark = trimEnd(head).length;
      this.#flush(this.#goesOn(start) ? 'text' : 'title');
      this.#parts.push({ type: 'mark', start, end: start + mark });
    }
    const from = start + head.length;
    const to = start + withoutTail(source).length;
    const rest = withoutTail(value.replace(HEAD, ''));
    if (rest !== '') this.#open.push(textAt(rest, from, to));
    if (to === end || to < from) return;
    this.#flush('text');
    this.#parts.push({ type: 'mark', start: to, end });
  }

  /** Whether the text behind a mark may have more lines, as a definition has. */
  #goesOn(start: number): boolean {
    return this.#text.original[start] === ':' && this.#text.original[start + 1] !== ':';
  }

  /** Ends a part; line breaks at its edges are layout beside a mark. */
  #flush(next: 'text' | 'title'): void {
    const isText = (node: PhrasingContent): boolean =>
      node.type !== 'break' && (node.type !== 'text' || /[^ \t\n\r]/.test(node.value));
    const first = this.#open.findIndex(isText);
    const nodes = first === -1 ? [] : this.#open.slice(first, this.#open.findLastIndex(isText) + 1);
    if (nodes.length > 0) this.#parts.push({ type: this.#type, nodes });
    this.#open = [];
    this.#type = next;
  }
}

/** Where the lines of a text are, behind their containers and without white space at their ends. */
function linesOf(text: string, from: number, to: number): Span[] {
  const lines: Span[] = [];
  let start = from;
  for (const line of text.slice(from, to).split(/(?<=\r\n|\n|\r(?!\n))/)) {
    const ahead = start === from ? 0 : (/^[ \t>]*/.exec(line)?.[0].length ?? 0);
    lines.push({ start: start + ahead, end: start + Math.max(ahead, trimEnd(line).length) });
    start += line.length;
  }
  return lines;
}

/** A line without the mark at its end and the space before that. */
function withoutTail(line: string): string {
  let end = line.length;
  while (line.endsWith(MARK_FILLER, end)) end--;
  return trimEnd(line.slice(0, end));
}

function textAt(value: string, start: number, end: number): Text {
  const position = { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
  return { type: 'text', value, position };
}

function startOf(node: PhrasingContent): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: PhrasingContent): number {
  return node.position?.end.offset ?? 0;
}
