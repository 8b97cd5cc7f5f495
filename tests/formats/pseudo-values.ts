import { plainSyntax } from '../../scripts/formats/plain-syntax.ts';
import type { InlineSyntax, ParsedArticle } from '../../scripts/formats/format.ts';
import type { Inline, Markup } from '../../scripts/units/unit.ts';

const ACCENTS: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü' };

function accent(text: string): string {
  return text.replace(/[aeiou]/g, (letter) => ACCENTS[letter] ?? letter);
}

function plain(text: string): string {
  return plainSyntax.print(accentAll(plainSyntax.parse(text)));
}

function accentMarkup(markup: Markup): Markup {
  return markup.map((piece) => (typeof piece === 'string' ? piece : { ...piece, text: plain(piece.text) }));
}

function accentAll(content: readonly Inline[]): Inline[] {
  return content.map((item) => {
    if (item.type === 'text') return { ...item, text: accent(item.text) };
    if (item.type === 'code') return { ...item, markup: accentMarkup(item.markup) };
    const { open, close, children } = item;
    return { ...item, open: accentMarkup(open), close: accentMarkup(close), children: accentAll(children) };
  });
}

/** Accents and brackets around every unit of a file, written by its syntax. */
export function pseudoValues(file: ParsedArticle, syntax: InlineSyntax): Map<number, string> {
  return new Map(
    file.units.map((unit, index) => {
      if (unit.syntax === 'plain') return [index, `⟦${plain(unit.value)}⟧`];
      const content: Inline[] = [
        { type: 'text', text: '⟦' },
        ...accentAll(syntax.parse(unit.value)),
        { type: 'text', text: '⟧' },
      ];
      return [index, syntax.print(content)];
    }),
  );
}
