import type { Inline, Markup } from '../units/unit.ts';
import type { InlineSyntax } from './format.ts';
import { placeholders } from './placeholders.ts';
import { withEmoji } from './short-codes.ts';

/** Text without markup: only placeholders, page and mail addresses are codes. It has no escapes, so printing adds none. */
export const plainSyntax: InlineSyntax = {
  name: 'plain',
  spaces: 'breaks',
  parse(value) {
    const content: Inline[] = [];
    let at = 0;
    let ids = 0;
    for (const { kind, start, end, signature } of withEmoji(value, placeholders(value))) {
      if (start > at) content.push({ type: 'text', text: value.slice(at, start) });
      ids += 1;
      content.push({ type: 'code', id: ids, kind, markup: [value.slice(start, end)], signature });
      at = end;
    }
    if (at < value.length) content.push({ type: 'text', text: value.slice(at) });
    return content;
  },
  print(content) {
    return printVerbatim(content);
  },
};

/** Content as it is, nothing escaped: for the syntaxes that have no escapes. */
export function printVerbatim(content: readonly Inline[]): string {
  let value = '';
  for (const item of content) {
    if (item.type === 'text') value += item.text;
    else if (item.type === 'code') value += printMarkup(item.markup);
    else value += printMarkup(item.open) + printVerbatim(item.children) + printMarkup(item.close);
  }
  return value;
}

/** Markup as written; its texts as they are. */
function printMarkup(markup: Markup): string {
  return markup.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}
