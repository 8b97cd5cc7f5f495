import { eachToken, WORD } from '../../memory/tokens.ts';

/** The words of a text in canonical form, as the score counts them: in lower case, in their order. */
export function wordsOf(canonical: string): string[] {
  const words: string[] = [];
  eachToken(canonical, (kind, start, end) => {
    if (kind === WORD) words.push(canonical.slice(start, end).toLowerCase());
  });
  return words;
}
