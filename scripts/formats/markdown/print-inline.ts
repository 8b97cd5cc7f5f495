import type { Inline, Markup, PairedCode } from '../../units/unit.ts';
import type { Stretch } from './escapes.ts';

/** How delimiters of emphasis are chosen; each next style is safer and less pretty. */
export type DelimiterStyle = 'own' | 'alternating' | 'encoded';

/** Content as stretches, in which one can see whether the delimiters of emphasis surely work. */
export interface PrintedInline {
  readonly stretches: readonly Stretch[];
  /** False where a delimiter stands beside something else than a letter or digit inside and a space or sign outside. */
  readonly safe: boolean;
}

/** Writes content before escaping. */
export function printInline(content: readonly Inline[], style: DelimiterStyle): PrintedInline {
  const printer = new InlinePrinter(style);
  printer.all(content, 'text');
  return { stretches: printer.stretches, safe: printer.areDelimitersSafe() };
}

class InlinePrinter {
  stretches: Stretch[] = [];
  readonly #style: DelimiterStyle;
  /** Indices of stretches that are delimiters. */
  readonly #delimiters: { readonly index: number; readonly opens: boolean }[] = [];

  constructor(style: DelimiterStyle) {
    this.#style = style;
  }

  all(content: readonly Inline[], role: 'text' | 'bracketed'): void {
    for (const item of content) {
      if (item.type === 'text') this.#add(item.text, role);
      else if (item.type === 'code') this.#markup(item.markup);
      else if (item.kind === 'emphasis' || item.kind === 'strong' || item.kind === 'delete')
        this.#attention(item, role);
      else this.#pair(item, role);
    }
  }

  #add(value: string, role: Stretch['role']): void {
    if (value !== '') this.stretches.push({ value, role });
  }

  #markup(markup: Markup): void {
    for (const piece of markup) {
      if (typeof piece === 'string') this.#add(piece, 'literal');
      else this.#add(piece.text, piece.role === 'alt' ? 'bracketed' : piece.role);
    }
  }

  #pair(pair: PairedCode, role: 'text' | 'bracketed'): void {
    const bracketed = pair.kind === 'link' || pair.kind === 'directive';
    this.#markup(pair.open);
    const first = this.stretches.length;
    this.all(pair.children, bracketed ? 'bracketed' : role);
    const label = this.stretches
      .slice(first)
      .map(({ value }) => value)
      .join('');
    const [close] = pair.close;
    if (pair.kind === 'link' && pair.close.length === 1 && close === `][${label}]`) this.#add('][]', 'literal');
    else this.#markup(pair.close);
  }

  /** Emphasis, strong, struck text. Its content has no space at its edges; without content it is nothing. */
  #attention(pair: PairedCode, role: 'text' | 'bracketed'): void {
    const [open, close] = this.#markers(pair);
    this.#delimiters.push({ index: this.stretches.length, opens: true });
    this.#add(open, 'literal');
    this.all(pair.children, role);
    this.#delimiters.push({ index: this.stretches.length, opens: false });
    this.#add(close, 'literal');
  }

  #markers(pair: PairedCode): [string, string] {
    const open = pair.open.join('');
    const close = pair.close.join('');
    if (this.#style === 'own' || pair.kind === 'delete') return [open, close];
    const last = this.stretches.at(-1)?.value.at(-1);
    const marker = last === '*' ? '_' : '*';
    const markers = marker.repeat(pair.kind === 'strong' ? 2 : 1);
    return [markers, markers];
  }

  areDelimitersSafe(): boolean {
    return this.#delimiters.every(({ index, opens }) => {
      const before = this.stretches[index - 1]?.value.at(-1) ?? ' ';
      const after = this.stretches[index + 1]?.value.charAt(0) ?? ' ';
      const [outside, inside] = opens ? [before, after] : [after, before];
      return /^[A-Za-z0-9\u00c0-\u024f]$/.test(inside) && /^[\s.,;:!?()"'\u2013\u2014]$/.test(outside);
    });
  }
}
