import type { PhrasingContent } from 'mdast';
import { noteSpans, positionAt, type NodeSpans } from './node-spans.ts';

/** What ends a run of words; `:` only where more follows. */
const SIGN = /[\\`*_[\]<>&~$\0\r\n\t@{}]|!\[|:[:/A-Za-z]|www\./gi;

/** `(address "title")`, without anything that is decoded, and nothing that may be something else. */
const RESOURCE =
  /\(([^\s()<>\\&`"'*[\]{}|$~\p{C}]+)(?: ("[^"\\&`<>[\]{}|$~\p{C}\p{Z}]+(?: [^"\\&`<>[\]{}|$~\p{C}\p{Z}]+)*"))?\)/uy;
/** The alternative text of a picture. */
const ALT = /!\[([^\\`*_[\]<>&~$|@{}:\p{C}]*)\](?=\()/uy;

const EDGES = /^[ \t]|[ \t]$/;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const LETTER = /[A-Za-z\d]/;
const SPACE = /\s/;
const PUNCTUATION = /\p{P}|\p{S}/u;

/** What is open: the text itself, a link, or emphasis with its mark. */
interface Frame {
  readonly mark: string;
  readonly start: number;
  readonly children: PhrasingContent[];
}

/**
 * Reads the inside of a paragraph that has nothing but words, escapes, code, pictures, links, emphasis and hard breaks, one well inside
 * the other: most texts that have markup at all. At each sign it knows what CommonMark 0.31.2 makes of it, or gives up.
 * @param text without spaces at its ends.
 * @returns the nodes that the whole grammar would make; undefined where it has to be asked.
 */
export function quickInline(text: string, isMdx: boolean): readonly PhrasingContent[] | undefined {
  if (EDGES.test(text)) return undefined;
  return new QuickReader(text, isMdx).all();
}

class QuickReader {
  readonly #text: string;
  readonly #isMdx: boolean;
  readonly #open: Frame[] = [];
  #top: Frame = { mark: '', start: 0, children: [] };
  /** What has been read, and the words before it that stand in no node yet. */
  #at = 0;
  #words = '';
  #from = 0;

  constructor(text: string, isMdx: boolean) {
    this.#text = text;
    this.#isMdx = isMdx;
  }

  all(): readonly PhrasingContent[] | undefined {
    const text = this.#text;
    const sign = new RegExp(SIGN);
    for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
      const end = this.#sign(match[0], match.index);
      if (end === undefined) return undefined;
      sign.lastIndex = end;
    }
    if (this.#open.length > 0) return undefined;
    this.#endWords(text.length);
    return this.#top.children;
  }

  /** @returns where reading goes on. */
  #sign(sign: string, start: number): number | undefined {
    switch (sign) {
      case '`':
        return this.#code(start);
      case '*':
      case '_':
        return this.#emphasis(sign, start);
      case '{':
      case '}':
        return this.#isMdx ? undefined : start + 1;
      case '![':
        return this.#picture(start);
      case '[':
        if (this.#text[start + 1] === '^' || this.#isInLink()) return undefined;
        return this.#enter('[', start);
      case ']':
        return this.#link(start);
      case '\\':
        return this.#escape(start);
      case '\n': {
        let from = start;
        while (from > this.#at && this.#text[from - 1] === ' ') from -= 1;
        return start - from < 2 ? undefined : this.#break(from, start + 1);
      }
      default:
        return undefined;
    }
  }

  #isInLink(): boolean {
    return this.#top.mark === '[' || this.#open.some(({ mark }) => mark === '[');
  }

  #code(start: number): number | undefined {
    const end = this.#text.indexOf('`', start + 1);
    const source = this.#text.slice(start + 1, end);
    if (end <= start + 1 || this.#text[end + 1] === '`' || /[\r\n\t]/.test(source)) return undefined;
    const isPadded = source.startsWith(' ') && source.endsWith(' ') && /[^ ]/.test(source);
    const value = isPadded ? source.slice(1, -1) : source;
    return this.#add({ type: 'inlineCode', value, position: positionAt(start, end + 1) }, start, end + 1);
  }

  #emphasis(sign: string, start: number): number | undefined {
    const text = this.#text;
    let end = start + 1;
    while (text[end] === sign) end += 1;
    // Inside a word it is a letter.
    if (sign === '_' && LETTER.test(text.charAt(start - 1)) && LETTER.test(text.charAt(end))) return end;
    const side = sideOf(text, start, end);
    if (end - start > 2 || side === undefined) return undefined;
    const mark = text.slice(start, end);
    if (side === 'open') return this.#enter(mark, start, end);
    if (this.#top.mark !== mark) return undefined;
    const { start: from, children } = this.#leave(start, end);
    const type = mark.length === 2 ? 'strong' : 'emphasis';
    return this.#add({ type, children, position: positionAt(from, end) }, end, end);
  }

  #picture(start: number): number | undefined {
    ALT.lastIndex = start;
    const [label, alt = ''] = ALT.exec(this.#text) ?? [];
    const found = label === undefined ? undefined : this.#resource(start + label.length);
    if (label === undefined || found === undefined || /www\./i.test(alt)) return undefined;
    const { url, title, end, spans } = found;
    const image = { type: 'image', alt, url, title, position: positionAt(start, end) } as const;
    noteSpans(image, spans);
    return this.#add(image, start, end);
  }

  #link(start: number): number | undefined {
    const found = this.#top.mark === '[' ? this.#resource(start + 1) : undefined;
    if (found === undefined) return undefined;
    const { url, title, end, spans } = found;
    const { start: from, children } = this.#leave(start, end);
    if (children.length === 0) return undefined;
    const link = { type: 'link', url, title, children, position: positionAt(from, end) } as const;
    noteSpans(link, spans);
    return this.#add(link, end, end);
  }

  #resource(start: number): { url: string; title: string | null; end: number; spans: NodeSpans } | undefined {
    RESOURCE.lastIndex = start;
    const [source, url = '', title] = RESOURCE.exec(this.#text) ?? [];
    if (source === undefined) return undefined;
    const end = start + source.length;
    if (title === undefined) return { url, title: null, end, spans: { afterLabel: start } };
    const spans = { afterLabel: start, title: { start: end - 1 - title.length, end: end - 1 } };
    return { url, title: title.slice(1, -1), end, spans };
  }

  #escape(start: number): number | undefined {
    const next = this.#text.charAt(start + 1);
    if (next === '\n') return this.#break(start, start + 2);
    if (!ESCAPABLE.test(next)) return next === '' ? undefined : start + 1;
    this.#words += this.#text.slice(this.#at, start) + next;
    return (this.#at = start + 2);
  }

  #break(start: number, end: number): number | undefined {
    if (end === this.#text.length || SPACE.test(this.#text.charAt(end))) return undefined;
    return this.#add({ type: 'break', position: positionAt(start, end) }, start, end);
  }

  /** A node behind the words before it. */
  #add(node: PhrasingContent, start: number, end: number): number {
    this.#endWords(start);
    this.#top.children.push(node);
    return this.#goOn(end);
  }

  #enter(mark: string, start: number, end = start + 1): number {
    this.#endWords(start);
    this.#open.push(this.#top);
    this.#top = { mark, start, children: [] };
    return this.#goOn(end);
  }

  #leave(start: number, end: number): Frame {
    this.#endWords(start);
    this.#goOn(end);
    const left = this.#top;
    this.#top = this.#open.pop() ?? left;
    return left;
  }

  #endWords(end: number): void {
    const value = this.#words + this.#text.slice(this.#at, end);
    if (value !== '') this.#top.children.push({ type: 'text', value, position: positionAt(this.#from, end) });
    this.#goOn(end);
  }

  #goOn(at: number): number {
    this.#words = '';
    return (this.#at = this.#from = at);
  }
}

/** Whether a run of marks can only open or only close emphasis (CommonMark 0.31.2, 6.2). */
function sideOf(text: string, start: number, end: number): 'open' | 'close' | undefined {
  const [before, behind] = [text.charAt(start - 1), text.charAt(end)];
  const isSpaceBefore = before === '' || SPACE.test(before);
  const isSpaceBehind = behind === '' || SPACE.test(behind);
  const isSignBefore = PUNCTUATION.test(before);
  const isSignBehind = PUNCTUATION.test(behind);
  const opens = !isSpaceBehind && (!isSignBehind || isSpaceBefore || isSignBefore);
  const closes = !isSpaceBefore && (!isSignBefore || isSpaceBehind || isSignBehind);
  if (opens === closes) return undefined;
  return opens ? 'open' : 'close';
}
