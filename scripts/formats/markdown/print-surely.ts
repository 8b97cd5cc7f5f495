import type { Inline, Markup, PairedCode, StandingCode } from '../../units/unit.ts';

/** Words and the signs of prose: nothing that Markdown or a part of the grammar takes for anything but text. */
const WORDS = /^(?:[\p{L}\p{M}\p{N} ,.;?()'"’“”«»–—…¿¡/-]|!(?!$)|:(?= ))+$/u;
const ADDRESS = /www\./i;
/** What may stand outside beside emphasis, and inside of it, so that its markers work. */
const OUTSIDE = /^[\s.,;:?()"'–—“”]?$/;
const INSIDE = /^[\p{L}\p{N}\p{M}]$/u;
const RESOURCE = /^\]\([^\s()<>\\"'&`{}$%]*\)$/;
const CODE_SPAN = /^`[^`{}$%\\\n\r]*[^`{}$%\\\s]`$/;
const FOOTNOTE = /^\[\^[A-Za-z\d-]+\]$/;

/**
 * Writes content whose value surely is read as the same content, so that nobody need read it to be sure: words, and between
 * them emphasis, links, code and notes (CommonMark 0.31.2, 6.2: delimiter runs with a letter inside and a space or sign
 * outside open and close; 6.1 and 6.3: code and links bind more tightly).
 * @returns undefined where anything is not that simple.
 */
export function printSurely(content: readonly Inline[]): string | undefined {
  const printer = new SurePrinter();
  if (!printer.all(content, '')) return undefined;
  const { value } = printer;
  return value === '' || value.trim() !== value ? undefined : value;
}

class SurePrinter {
  value = '';
  /** Ids are given in the order in which codes open. */
  #codes = 0;

  /** @param inside the kind of the code around the content; emphasis and links stand in nothing of their own kind. */
  all(content: readonly Inline[], inside: '' | 'emphasis' | 'link'): boolean {
    return content.every((item, index) => {
      const before = content[index - 1];
      // Markup side by side may be read as one.
      if (item.type !== 'text' && before !== undefined && before.type !== 'text') return false;
      if (item.type === 'text') return before?.type !== 'text' && this.#text(item.text);
      if (item.id !== (this.#codes += 1)) return false;
      return item.type === 'code' ? this.#code(item, content[index + 1]) : this.#pair(item, content, index, inside);
    });
  }

  #text(text: string): boolean {
    this.value += text;
    return WORDS.test(text) && !ADDRESS.test(text);
  }

  #code({ kind, markup }: StandingCode, next: Inline | undefined): boolean {
    const literal = only(markup);
    this.value += literal;
    if (kind === 'code') return CODE_SPAN.test(literal);
    return kind === 'footnote' && FOOTNOTE.test(literal) && !/^[(:]/.test(character(next, 0));
  }

  #pair(pair: PairedCode, content: readonly Inline[], index: number, inside: '' | 'emphasis' | 'link'): boolean {
    const [open, close] = [only(pair.open), only(pair.close)];
    const role = pair.kind === 'link' ? 'link' : 'emphasis';
    if (inside === role || inside === 'emphasis') return false;
    const first = pair.children[0];
    const last = pair.children.at(-1);
    // A letter at both inner ends.
    if (first?.type !== 'text' || last?.type !== 'text') return false;
    if (role === 'link') {
      if (open !== '[' || !RESOURCE.test(close) || first.text.startsWith('^')) return false;
    } else {
      const marker = pair.kind === 'strong' ? /^(?:\*\*|__)$/ : /^[*_]$/;
      if ((pair.kind !== 'strong' && pair.kind !== 'emphasis') || open !== close || !marker.test(open)) return false;
      const [before, after] = [content[index - 1], content[index + 1]];
      const edges = [character(before, -1), character(after, 0)];
      if (!edges.every((edge) => OUTSIDE.test(edge))) return false;
      if (!INSIDE.test(character(first, 0)) || !INSIDE.test(character(last, -1))) return false;
    }
    this.value += open;
    if (!this.all(pair.children, role)) return false;
    this.value += close;
    return true;
  }
}

function only(markup: Markup): string {
  const [literal, second] = markup;
  return typeof literal === 'string' && second === undefined ? literal : '';
}

/** The text's character at one of its ends; none where there is no text. */
function character(item: Inline | undefined, end: 0 | -1): string {
  if (item?.type !== 'text') return '';
  const characters = [...(end === 0 ? item.text.slice(0, 2) : item.text.slice(-2))];
  return characters.at(end) ?? '';
}
