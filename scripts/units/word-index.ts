import type { Fingerprint } from './alignment/similarity.ts';

/** Words by which a text is looked for, the longest first. */
const WORDS = 12;
/** A word that more texts than this have finds none of them. */
const COMMON = 20;
const FOUND = 6;

/**
 * An index of texts by their rarer words, for finding those worth comparing with another text in time that does not grow
 * with their number.
 * @returns for a fingerprint the places of up to six texts that share most of its letters in rare words, best first
 */
export function wordIndex(
  texts: readonly (readonly [place: number, print: Fingerprint])[],
): (print: Fingerprint) => number[] {
  const places = new Map<string, number[]>();
  for (const [place, { words }] of texts) {
    for (const word of words.keys()) {
      const list = places.get(word);
      if (list === undefined) places.set(word, [place]);
      // One more than COMMON is kept, to know that the word is common.
      else if (list.length <= COMMON) list.push(place);
    }
  }
  return ({ words }) => {
    const rare = [...words.keys()].filter((word) => (places.get(word)?.length ?? COMMON + 1) <= COMMON);
    rare.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    const shared = new Map<number, number>();
    for (const word of rare.slice(0, WORDS)) {
      for (const place of places.get(word) ?? []) shared.set(place, (shared.get(place) ?? 0) + word.length);
    }
    const found = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return found.slice(0, FOUND).map(([place]) => place);
  };
}
