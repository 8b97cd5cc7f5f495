/** The best score among all texts, found the slow way: what an index must find, too. */
import { editDistance } from '../memory/edit-distance.ts';
import { editsAllowed, numberTokens, percentAlike, type TokenNumbers } from '../memory/score.ts';
import { eachToken, WORD } from '../memory/tokens.ts';
import { Vocabulary } from '../memory/vocabulary.ts';

/**
 * @param minimum the least score of interest.
 * @returns a function that scans all texts for a query; undefined where none reaches the minimum.
 */
export function fullScan(texts: readonly string[], minimum: number): (query: string) => number | undefined {
  const vocabulary = new Vocabulary();
  for (const text of texts) eachToken(text, (kind, from, to) => vocabulary.add(text, from, to, kind === WORD));
  const numbered = texts.map((text) => numberTokens(text, vocabulary));
  return (text) => {
    const query: TokenNumbers = numberTokens(text, vocabulary);
    let best = minimum - 1;
    for (const one of numbered) {
      const words = alike(query.words, one.words, best + 1);
      if (words > best) best = Math.max(best, Math.min(words, alike(query.all, one.all, best + 1)));
    }
    return best < minimum ? undefined : best;
  };
}

function alike(a: Int32Array, b: Int32Array, least: number): number {
  const longer = Math.max(a.length, b.length);
  const edits = editsAllowed(longer, least);
  const distance = editDistance(a, 0, a.length, b, 0, b.length, edits);
  return distance > edits ? 0 : percentAlike(longer, distance);
}
