import type { Inline, MarkupText } from '../units/unit.ts';
import type { InlineSyntax } from './format.ts';
import { i18nextSyntax } from './i18next-syntax.ts';
import { printVerbatim } from './plain-syntax.ts';

/** Forms of a text by number stand between bars. */
const BAR = / \| /;

/**
 * vue-i18n's messages: `{name}`, linked messages (`@:a.b`, `@.lower:a.b`) and literals (`{'@'}`) are codes; the forms of a
 * number, between bars, are texts of their own, as many as the source has.
 */
export const vueI18nSyntax: InlineSyntax = barred(
  'vue-i18n',
  /\{'[^']*'\}|@(?:\.[a-z]\w*)?:(?:[\w.-]*\w|\([^()\n]*\))/g,
  BAR,
  /^/,
);

/** Laravel's messages: `:name` is a code; `{0} none|[1,*] some` are texts of their own behind their numbers. */
export const laravelSyntax: InlineSyntax = barred(
  'laravel',
  /(?<![\p{L}\p{N}_:/.]):[\p{L}_][\p{L}\p{N}_]*/gu,
  /\|/,
  /^\s*(?:\{\d+\}|[[\]](?:\d+|\*),\s*(?:\d+|\*)[[\]])\s*/,
);

/**
 * @param codes what stands for something else in a text
 * @param bar between the forms of a text
 * @param label what stands before the words of a form
 */
function barred(name: 'vue-i18n' | 'laravel', codes: RegExp, bar: RegExp, label: RegExp): InlineSyntax {
  const inline = (value: string): readonly Inline[] => withCodes(i18nextSyntax.parse(value), codes);
  return {
    name,
    spaces: 'all',
    texts: name,
    parse(value) {
      const forms = value.split(bar);
      if (forms.length < 2) return inline(value);
      const separator = bar.exec(value)?.[0] ?? '|';
      const markup = forms.flatMap((form, index): (string | MarkupText)[] => {
        const head = label.exec(form)?.[0] ?? '';
        const text: MarkupText = { text: form.slice(head.length), role: 'message' };
        return [`${index === 0 ? '' : separator}${head}`, text];
      });
      const marks = new Set(forms.flatMap((form) => signaturesIn(inline(form))));
      const signature = `forms:${forms.length} ${[...marks].sort().join(' ')}`;
      return [{ type: 'code', id: 1, kind: 'expression', markup: markup.filter((piece) => piece !== ''), signature }];
    },
    print: printVerbatim,
  };
}

function signaturesIn(content: readonly Inline[]): string[] {
  return content.flatMap((item) => {
    if (item.type === 'text') return [];
    return item.type === 'pair' ? [item.signature, ...signaturesIn(item.children)] : [item.signature];
  });
}

/** Content in whose text more codes are found; ids are given anew. */
function withCodes(content: readonly Inline[], codes: RegExp): Inline[] {
  let id = 0;
  const cut = (items: readonly Inline[]): Inline[] =>
    items.flatMap((item): Inline[] => {
      if (item.type === 'code') return [{ ...item, id: ++id }];
      if (item.type === 'pair') {
        const own = ++id;
        return [{ ...item, id: own, children: cut(item.children) }];
      }
      const pieces: Inline[] = [];
      let at = 0;
      for (const { 0: source, index } of item.text.matchAll(codes)) {
        if (index > at) pieces.push({ type: 'text', text: item.text.slice(at, index) });
        pieces.push({ type: 'code', id: ++id, kind: 'placeholder', markup: [source], signature: source });
        at = index + source.length;
      }
      return at < item.text.length ? [...pieces, { type: 'text', text: item.text.slice(at) }] : pieces;
    });
  return cut(content);
}
