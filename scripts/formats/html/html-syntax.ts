import type { Inline, Markup } from '../../units/unit.ts';
import type { InlineSyntax } from '../format.ts';
import { buildTree } from '../inline-tree.ts';
import { guarded, inlineTokens } from './inline-tokens.ts';
import type { SourceBytes } from './source-bytes.ts';

/** Inline HTML: elements are pairs, void elements and comments stand alone, entities are decoded. */
export const htmlSyntax: InlineSyntax = {
  name: 'html',
  parse(written) {
    const value = written.replace(/\r\n?/g, '\n');
    return buildTree(inlineTokens(value), (open, start, end, close) =>
      guarded(open, value.slice(start, end), close.markup.join('')),
    );
  },
  print(content, strict = false) {
    return printHtml(content, strict);
  },
};

/**
 * Content as inline HTML.
 * @param source how the source wrote its codes and characters
 */
export function printHtml(content: readonly Inline[], strict: boolean, source?: SourceBytes): string {
  const parts = content.map((item) => {
    if (item.type === 'text')
      return escapeText(item.text, strict, source?.entities).replace(
        /(?<=\$)\{|\{(?=[\p{L}\d_{%!]|:?[ \t]*[#.])/gu,
        '&#123;',
      );
    if (item.type === 'code') return printMarkup(item.markup, source);
    const inside = printHtml(item.children, strict, source);
    return printMarkup(item.open, source) + inside + printMarkup(item.close, source);
  });
  return parts.map((part, index) => endedBefore(part, content[index], parts[index + 1] ?? '')).join('');
}

/** A text that ends with `<` or `&` in front of an address: together they would be a tag or a character. */
function endedBefore(part: string, item: Inline | undefined, next: string): string {
  if (item?.type !== 'text') return part;
  if (part.endsWith('<') && /^[a-zA-Z/!?%]/.test(next)) return `${part.slice(0, -1)}&lt;`;
  return part.endsWith('&') && /^[#a-zA-Z]/.test(next) ? `${part}amp;` : part;
}

/** Markup with its attribute texts escaped: for double quotes, or for those of the source. */
function printMarkup(markup: Markup, source: SourceBytes | undefined): string {
  const written = source?.take(markup);
  if (written === undefined)
    return markup
      .map((piece) => (typeof piece === 'string' ? piece : escapeAttribute(piece.text, '"', false)))
      .join('');
  const texts = markup.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.text]));
  const quoted = texts.map((text, index) => escapeAttribute(text, written.quotes[index] ?? '"', false));
  return written.literals.map((literal, index) => literal + (quoted[index] ?? '')).join('');
}

/**
 * Text that stays text: `&` and `<` are escaped where HTML would read more than a character in them. No-break spaces and
 * soft hyphens are written so that they can be seen.
 * @param entities of characters that are written so, always
 */
export function escapeText(text: string, strict: boolean, entities?: ReadonlyMap<string, string>): string {
  const always = (sign: string): boolean => strict || entities?.has(sign) === true;
  let escaped = text.replace(always('&') ? /&/g : /&(?=[#a-zA-Z])/g, '&amp;');
  escaped = escaped.replace(always('<') ? /</g : /<(?=[a-zA-Z/!?%])/g, '&lt;');
  if (always('>')) escaped = escaped.replaceAll('>', '&gt;');
  for (const [sign, entity] of entities ?? []) if (!'&<>'.includes(sign)) escaped = escaped.replaceAll(sign, entity);
  // In pairs they would be read as a code.
  if (/`[^`\n]+`/.test(escaped)) escaped = escaped.replaceAll('`', '&#96;');
  return escaped.replaceAll('\u00a0', '&nbsp;').replaceAll('\u00ad', '&shy;');
}

/** Text as an attribute's value between quotes. */
export function escapeAttribute(text: string, quote: '"' | "'", strict: boolean): string {
  const escaped = text
    .replace(strict ? /&/g : /&(?=[#a-zA-Z])/g, '&amp;')
    .replaceAll(quote, quote === '"' ? '&quot;' : '&#39;');
  return strict ? escaped.replaceAll('<', '&lt;').replaceAll('>', '&gt;') : escaped;
}
