import type { Inline, Markup, PairedCode } from '../../../units/unit.ts';
import type { EscapeRules, Stretch } from './escapes.ts';

/** How delimiters of emphasis are chosen; each next style is safer and less pretty. */
export type DelimiterStyle = 'own' | 'alternating' | 'encoded';

/** Content as stretches, in which one can see whether the delimiters of emphasis surely work. */
export interface PrintedInline {
  readonly stretches: readonly Stretch[];
  /** False where a delimiter stands beside something else than a letter or digit inside and a space or sign outside. */
  readonly safe: boolean;
}

/** Writes content before escaping. */
export function printInline(content: readonly Inline[], style: DelimiterStyle, rules: EscapeRules): PrintedInline {
  const printer = new InlinePrinter(style);
  printer.all(content, 'text');
  printer.guardAddresses(rules);
  const safe = printer.areDelimitersSafe();
  if (style === 'encoded') printer.encodeNeighbours();
  return { stretches: printer.stretches, safe };
}

const WORD = /^[\p{L}\p{N}\p{M}]$/u;

class InlinePrinter {
  stretches: Stretch[] = [];
  readonly #style: DelimiterStyle;
  /** Indices of stretches that are delimiters. */
  readonly #delimiters: { readonly index: number; readonly opens: boolean }[] = [];

  /** Indices of stretches that are page addresses in running text. */
  readonly #addresses: number[] = [];

  constructor(style: DelimiterStyle) {
    this.#style = style;
  }

  all(content: readonly Inline[], role: 'text' | 'bracketed'): void {
    for (const item of content) {
      if (item.type === 'text') this.#add(item.text, role);
      else if (item.type === 'code') {
        if (item.kind === 'url' && role === 'text') this.#addresses.push(this.stretches.length);
        this.#markup(item.markup);
      } else if (item.kind === 'emphasis' || item.kind === 'strong' || item.kind === 'delete')
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
      else if (piece.role === 'alt') this.#add(piece.text, 'alt');
      else if (piece.role === 'title' || piece.role === 'parameter') this.#add(piece.text, piece.role);
      else this.#add(piece.text, 'attribute');
    }
  }

  #pair(pair: PairedCode, role: 'text' | 'bracketed'): void {
    const bracketed = pair.kind === 'link' || pair.kind === 'directive';
    this.#markup(pair.open);
    const first = this.stretches.length;
    this.all(pair.children, bracketed ? 'bracketed' : role);
    const content = this.stretches.slice(first);
    const label = content.map(({ value }) => value).join('');
    const [close] = pair.close;
    if (
      pair.kind === 'link' &&
      pair.close.length === 1 &&
      close === `][${label}]` &&
      (content.every((stretch) => stretch.role === 'literal') || !/[\\`*_[\]<>&!~${}:|]/.test(label))
    )
      this.#add('][]', 'literal');
    else this.#markup(pair.close);
  }

  /** Emphasis, strong, struck text. Its content has no space at its edges; without content it is nothing. */
  #attention(pair: PairedCode, role: 'text' | 'bracketed'): void {
    const [open, close] = this.#markers(pair);
    this.#delimiters.push({ index: this.stretches.length, opens: true });
    this.#add(open, 'literal');
    this.#edged(pair.children, role);
    this.#delimiters.push({ index: this.stretches.length, opens: false });
    this.#add(close, 'literal');
  }

  /** A no-break space at an edge of emphasis is an entity: the sign itself would be a space, and the delimiters none. */
  #edged(children: readonly Inline[], role: 'text' | 'bracketed'): void {
    const [first] = children;
    const before = first?.type === 'text' ? (/^\u00a0+/.exec(first.text)?.[0] ?? '') : '';
    const inner =
      first?.type === 'text' ? [{ ...first, text: first.text.slice(before.length) }, ...children.slice(1)] : children;
    const last = inner.at(-1);
    const after = last?.type === 'text' ? (/\u00a0+$/.exec(last.text)?.[0] ?? '') : '';
    this.#add('&nbsp;'.repeat(before.length), 'literal');
    if (last?.type !== 'text' || after === '') this.all(inner, role);
    else this.all([...inner.slice(0, -1), { ...last, text: last.text.slice(0, -after.length) }], role);
    this.#add('&nbsp;'.repeat(after.length), 'literal');
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

  /**
   * A bare address would take what follows it for its own: then it is written `<https://…>`, and in MDX, which has no such way,
   * a space comes in. Signs that end it by themselves must have no backslash, which would belong to it.
   */
  guardAddresses({ strict, mdx }: EscapeRules): void {
    for (const index of this.#addresses) {
      const address = this.stretches[index]?.value ?? '';
      if (!/^(?:(?:https?|ftp):\/\/|www\.)[^\s<>]+$/i.test(address)) continue;
      const next = this.stretches.slice(index + 1, index + 5).reduce((all, { value }) => all + value, '');
      const apart = strict && !mdx ? /^(?:\s|$|<\/?[A-Za-z])/ : /^(?:[.,;:!?*_~"')]*(?:\s|$|<\/?[A-Za-z]))/;
      const isBare = mdx || /^www/i.test(address);
      if (apart.test(next)) this.#absorb(index);
      else if (isBare) this.#part(index);
      else this.stretches[index] = { value: `<${address}>`, role: 'literal' };
    }
  }

  #absorb(index: number): void {
    const [address, next] = [this.stretches[index], this.stretches[index + 1]];
    const signs = next?.role === 'text' ? (/^[*_~]+/.exec(next.value)?.[0] ?? '') : '';
    if (address === undefined || next === undefined || signs === '') return;
    this.stretches[index] = { value: address.value + signs, role: 'literal' };
    this.stretches[index + 1] = { ...next, value: next.value.slice(signs.length) };
  }

  /** What follows may stand behind the end of emphasis. */
  #part(index: number): void {
    const closers = new Set(this.#delimiters.flatMap((one) => (one.opens ? [] : [one.index])));
    let at = index + 1;
    while (closers.has(at)) at++;
    const next = this.stretches[at];
    if (next?.role === 'text') this.stretches[at] = { ...next, value: ` ${next.value}` };
  }

  areDelimitersSafe(): boolean {
    return this.#delimiters.every(({ index, opens }) => {
      const marker = this.stretches[index]?.value.charAt(0);
      const [outside, inside] = this.#around(index, opens);
      if (!WORD.test(inside)) return false;
      return /^[\s.,;:?()"'\u2013\u2014\u201c\u201d]?$/.test(outside) || (marker === '*' && WORD.test(outside));
    });
  }

  #around(index: number, opens: boolean): [string, string] {
    const before = [...(this.stretches[index - 1]?.value.slice(-2) ?? '')].at(-1) ?? '';
    const after = [...(this.stretches[index + 1]?.value.slice(0, 2) ?? '')].at(0) ?? '';
    return opens ? [before, after] : [after, before];
  }

  /**
   * Markdown takes `**“x”**y` for no emphasis, as a letter stands outside and a sign inside; written as a reference
   * (`&#x79;`) the letter is a sign too.
   */
  encodeNeighbours(): void {
    const heads = new Set<number>();
    const tails = new Set<number>();
    for (const { index, opens } of this.#delimiters) {
      const [outside, inside] = this.#around(index, opens);
      const neighbour = this.stretches[opens ? index - 1 : index + 1];
      if (WORD.test(inside) || !WORD.test(outside) || neighbour?.role === 'literal') continue;
      if (opens) tails.add(index - 1);
      else heads.add(index + 1);
    }
    this.stretches = this.stretches.flatMap((stretch, index) => {
      const characters = [...stretch.value];
      const head = heads.has(index) ? [reference(characters.shift())] : [];
      const tail = tails.has(index) && characters.length > 0 ? [reference(characters.pop())] : [];
      return [...head, { ...stretch, value: characters.join('') }, ...tail];
    });
  }
}

function reference(character = ''): Stretch {
  return { value: `&#x${(character.codePointAt(0) ?? 0xfffd).toString(16)};`, role: 'literal' };
}
