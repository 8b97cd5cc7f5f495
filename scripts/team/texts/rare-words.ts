/**
 * Which words to look for, so that no text that is alike enough is missed and few others are found.
 *
 * A text alike to T per cent holds all but E of the query's words (memory/fuzzy-index.ts). An edit takes away one word at one
 * place, so of some different words that stand at E + 1 places or more, at least one is left; and if they stand at E + 1
 * places even without the most frequent of them, two are left. The rarer the words, the fewer the texts that hold them.
 */

import { exactHash } from '../../project/hash.ts';

/** How large a part of all texts a word is in; 0 where the server knows none that is so rare. */
export type Frequencies = ReadonlyMap<string, number>;

/** PostgreSQL takes no longer lexemes; words that only differ after that are one. */
const LONGEST = 500;

export function lexemeOf(word: string): string {
  return word.slice(0, LONGEST);
}

/** Equal for texts of the same words in their order. */
export function orderHash(words: readonly string[]): string {
  return exactHash(words.join(' '));
}

/**
 * @param words of the query, in lower case.
 * @param edits E; with 0 a text that is alike has all of the words, and one more perhaps.
 * @returns a `tsquery`.
 */
export function wordQuery(words: readonly string[], edits: number, frequencies: Frequencies): string {
  const places = new Map<string, number>();
  for (const word of words.map(lexemeOf)) places.set(word, (places.get(word) ?? 0) + 1);
  const rarest = [...places].toSorted(([a], [b]) => (frequencies.get(a) ?? 0) - (frequencies.get(b) ?? 0));
  if (edits === 0) return rarest.map(([word]) => quoted(word)).join('&');
  const chosen: string[] = [];
  let all = 0;
  let most = 0;
  for (const [word, count] of rarest) {
    chosen.push(quoted(word));
    all += count;
    most = Math.max(most, count);
    if (all - most > edits) return pairs(chosen);
  }
  // So few different words that one of them is all that is sure to be left.
  return chosen.join('|');
}

/** Texts that hold two of the words. */
function pairs(words: readonly string[]): string {
  return words
    .slice(0, -1)
    .map((word, index) => {
      const others = words.slice(index + 1);
      return others.length === 1 ? `${word}&${others[0] ?? ''}` : `${word}&(${others.join('|')})`;
    })
    .join('|');
}

function quoted(word: string): string {
  return `'${word.replace(/['\\]/g, '$&$&')}'`;
}
