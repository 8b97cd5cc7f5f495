import type { Inline } from '../units/unit.ts';
import type { InlineSyntax } from './format.ts';
import { i18nextSyntax } from './i18next-syntax.ts';
import { branchesOf } from './icu/branches.ts';
import { isSelector, readMessage, textOf, withBraces, writtenText } from './icu/message.ts';
import { printVerbatim } from './plain-syntax.ts';

/**
 * ICU messages (FormatJS, next-intl, i18next-icu). A message without plurals and choices is text with arguments; one with
 * them is a single code whose markup has the text of each branch, translated on its own. What cannot be read is a code that
 * says so: nothing of it is offered.
 */
export const icuSyntax: InlineSyntax = {
  name: 'icu',
  spaces: 'all',
  texts: 'i18next',
  parse: (value) => contentOf(value),
  forLanguage: (value, language) => contentOf(value, language),
  print(content) {
    const [only] = content;
    if (content.length !== 1 || only?.type !== 'code' || !/^(?:icu|unreadable):/.test(only.signature))
      return writtenText(printVerbatim(content), false);
    return only.markup
      .map((piece) => (typeof piece === 'string' ? piece : writtenText(piece.text, piece.role === 'plural-message')))
      .join('');
  },
};

function contentOf(value: string, language?: string): readonly Inline[] {
  const elements = readMessage(value);
  if (elements === undefined)
    return [{ type: 'code', id: 1, kind: 'expression', markup: [value], signature: `unreadable:${value}` }];
  if (!elements.some(isSelector)) return named(i18nextSyntax.parse(textOf(elements, value)));
  const { markup, signature } = branchesOf(elements, value, language);
  return [{ type: 'code', id: 1, kind: 'expression', markup, signature: `icu:${signature}` }];
}

/** Quotations are told as they are written. */
function named(content: readonly Inline[]): readonly Inline[] {
  return content.map((inline) => {
    if (inline.type === 'text') return inline;
    const signature = withBraces(inline.signature);
    if (inline.type === 'code') return signature === inline.signature ? inline : { ...inline, signature };
    return { ...inline, signature, children: named(inline.children) };
  });
}
