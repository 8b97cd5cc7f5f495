import type { CodeKind, Inline, Markup, PairedCode, StandingCode } from '../../../units/unit.ts';

/** Words and the signs of prose: nothing that Markdown or a part of the grammar takes for anything but text. */
const WORDS = /^(?:[\p{L}\p{M}\p{N} ,.;?()'"’“”«»–—…¿¡/-]|!(?!$)|:(?= )|\+(?!\+))+$/u;
const ADDRESS = /www\./i;
/** What may stand outside beside emphasis, and inside of it, so that its markers work. */
const OUTSIDE = /^[\s.,;:?()"'–—“”]?$/;
const INSIDE = /^[\p{L}\p{N}\p{M}]$/u;
const RESOURCE = /^\]\([^\s()<>\\"'&`{}$%]*\)$/;
const REFERENCE = /^\]\[([\p{L}\p{N}][\p{L}\p{N} -]*)\]$/u;
/** What stands before a title, and a title that is written as it is. */
const TITLED = /^\]\([^\s()<>\\"'&`{}$%]+ "$/;
const TITLE = /^[\p{L}\p{N}\p{M},.;?!–—-]+(?: [\p{L}\p{N}\p{M},.;?!–—-]+)*$/u;
const PLACEHOLDER = /^(?:\{\{[A-Za-z]\w*\}\}|%[sd])$/;
const CODE_SPAN = /^`[^`{}$%\\\n\r]*[^`{}$%\\\s]`$/;
/** An element whose content is code. */
const GUARDED_ELEMENT = /^<(kbd|code|samp|var)>[\p{L}\p{N} .+-]+<\/\1>$/u;
const BREAK = /^(?:\\| {2,})\n$/;
const MARKERS: Partial<Record<CodeKind, RegExp>> = { emphasis: /^[*_]$/, strong: /^(?:\*\*|__)$/, delete: /^~~$/ };
const FOOTNOTE = /^\[\^[A-Za-z\d-]+\]$/;

/**
 * Writes content whose value surely is read as the same content, so that nobody need read it to be sure: words, and between
 * them emphasis, links, images, code, placeholders, notes, breaks and elements (CommonMark 0.31.2, 6.2: delimiter runs with a
 * letter inside and a space or sign outside open and close; 6.1 and 6.3: code and links bind more tightly).
 * @param html whether the dialect has HTML: MDX has JSX in its place.
 * @returns undefined where anything is not that simple.
 */
export function printSurely(content: readonly Inline[], html: boolean): string | undefined {
  const printer = new SurePrinter(html);
  if (!printer.all(content, '')) return undefined;
  const { value } = printer;
  return value === '' || value.trim() !== value ? undefined : value;
}

/** What content stands in. Emphasis and elements hold words and standing codes alone; a link holds no link. */
type Role = '' | 'emphasis' | 'link' | 'element';

class SurePrinter {
  value = '';
  /** Ids are given in the order in which codes open. */
  #codes = 0;
  readonly #html: boolean;

  constructor(html: boolean) {
    this.#html = html;
  }

  all(content: readonly Inline[], inside: Role): boolean {
    return content.every((item, index) => {
      const [before, after] = [content[index - 1], content[index + 1]];
      // Texts side by side would be one, and markup side by side may be read as one.
      if ((item.type === 'text') === (before?.type === 'text') && before !== undefined) return false;
      if (item.type === 'text') return this.#text(item.text);
      if (item.id !== (this.#codes += 1)) return false;
      return item.type === 'code' ? this.#code(item, before, after) : this.#pair(item, before, after, inside);
    });
  }

  #text(text: string): boolean {
    this.value += text;
    return WORDS.test(text) && !ADDRESS.test(text);
  }

  #code({ kind, markup }: StandingCode, before: Inline | undefined, after: Inline | undefined): boolean {
    if (kind === 'image') return this.#image(markup);
    const literal = literalOf(markup);
    this.value += literal;
    if (kind === 'placeholder') {
      const isApart = /^\s?$/.test(character(before, -1)) && /^[\s.,;]?$/.test(character(after, 0));
      return this.#html && isApart && PLACEHOLDER.test(literal);
    }
    if (kind === 'code') return CODE_SPAN.test(literal);
    if (kind === 'footnote') return FOOTNOTE.test(literal) && !/^[(:]/.test(character(after, 0));
    if (kind === 'html') return this.#html && GUARDED_ELEMENT.test(literal);
    const around = character(before, -1) + character(after, 0);
    return kind === 'break' && BREAK.test(literal) && /^\S{2,}$/.test(around);
  }

  #image([open, alt, close]: Markup): boolean {
    if (open !== '![' || typeof alt !== 'object' || alt.role !== 'alt' || alt.text.trim() !== alt.text) return false;
    this.value += open;
    if (!this.#text(alt.text) || typeof close !== 'string' || !RESOURCE.test(close)) return false;
    this.value += close;
    return true;
  }

  #pair(pair: PairedCode, before: Inline | undefined, after: Inline | undefined, inside: Role): boolean {
    const role = pair.kind === 'link' ? 'link' : pair.kind === 'html' ? 'element' : 'emphasis';
    if (inside === role || inside === 'emphasis' || inside === 'element') return false;
    if (role === 'emphasis') return this.#emphasis(pair, before, after);
    const [first] = pair.children;
    if (first?.type !== 'text' || pair.children.at(-1)?.type !== 'text' || first.text.startsWith('^')) return false;
    const open = literalOf(pair.open);
    this.value += open;
    const from = this.value.length;
    if (!this.all(pair.children, role)) return false;
    if (role === 'link') return open === '[' && this.#linkEnd(pair.close, this.value.slice(from));
    const close = literalOf(pair.close);
    this.value += close;
    return this.#html && isElement(open, close);
  }

  #linkEnd(markup: Markup, text: string): boolean {
    const [before, title, behind] = markup;
    if (typeof title === 'object') {
      if (title.role !== 'title' || !TITLE.test(title.text) || typeof before !== 'string' || !TITLED.test(before))
        return false;
      this.value += `${before}${title.text}")`;
      return behind === '")' && markup.length === 3;
    }
    const close = literalOf(markup);
    this.value += close;
    // A label that is the link's own text is written in a shorter way.
    return RESOURCE.test(close) || (REFERENCE.exec(close)?.[1] ?? text) !== text;
  }

  /** Emphasis, strong and struck text; `***x***` is emphasis around strong text. */
  #emphasis(pair: PairedCode, before: Inline | undefined, after: Inline | undefined): boolean {
    const [open, close] = [literalOf(pair.open), literalOf(pair.close)];
    if (open !== close || MARKERS[pair.kind]?.test(open) !== true) return false;
    if (!OUTSIDE.test(character(before, -1)) || !OUTSIDE.test(character(after, 0))) return false;
    const [child, second] = pair.children;
    const isDouble = open === '*' && second === undefined && child?.type === 'pair' && child.kind === 'strong';
    this.value += open;
    if (isDouble) {
      if (
        child.id !== (this.#codes += 1) ||
        literalOf(child.open) !== '**' ||
        !this.#emphasis(child, undefined, undefined)
      )
        return false;
    } else {
      if (!INSIDE.test(character(child, 0)) || !INSIDE.test(character(pair.children.at(-1), -1))) return false;
      if (!this.all(pair.children, 'emphasis')) return false;
    }
    this.value += close;
    return true;
  }
}

function isElement(open: string, close: string): boolean {
  const name = /^<([a-z]{1,10})>$/.exec(open)?.[1];
  return name !== undefined && close === `</${name}>`;
}

/** Markup as it is written; none where texts stand in it. */
function literalOf(markup: Markup): string {
  return markup.every((piece) => typeof piece === 'string') ? markup.join('') : '';
}

/** The text's character at one of its ends; none where there is no text. */
function character(item: Inline | undefined, end: 0 | -1): string {
  if (item?.type !== 'text') return '';
  return Array.from(end === 0 ? item.text.slice(0, 2) : item.text.slice(-2)).at(end) ?? '';
}
