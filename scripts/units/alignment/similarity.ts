/**
 * A text as similarity sees it: its words in lower case with how often they occur. Scripts that put no spaces between
 * words count letter by letter. White space and punctuation do not count.
 */
export interface Fingerprint {
  readonly words: ReadonlyMap<string, number>;
  /** Letters and digits of all words. */
  readonly size: number;
  /** Pairs of neighbouring letters, only of short texts: one letter changed in a label leaves most of them. */
  readonly pairs: ReadonlyMap<string, number> | undefined;
}

const UNSPACED =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;
const UNSPACED_OR_RUN = new RegExp(`${UNSPACED.source}|(?:(?!${UNSPACED.source}).)+`, 'gu');
const SHORT = 40;

export function fingerprint(text: string): Fingerprint {
  const words = new Map<string, number>();
  const runs =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let size = 0;
  for (const run of runs) {
    size += run.length;
    if (UNSPACED.test(run)) for (const word of run.match(UNSPACED_OR_RUN) ?? []) count(words, word);
    else count(words, run);
  }
  return { words, size, pairs: size <= SHORT ? letterPairs(runs.join(' ')) : undefined };
}

/**
 * How much of two texts is the same, from 0 to 1: Dice's coefficient of their words as multisets, each word weighing as
 * many letters as it has, so that `the` counts less than `exosomes`. Of two short texts (up to 40 letters) the
 * coefficient of their letter pairs counts where it is higher. Order does not count; texts without words are never similar.
 */
export function similarity(a: Fingerprint, b: Fingerprint): number {
  const byWords = dice(a.words, b.words, a.size + b.size, (word) => word.length);
  if (a.pairs === undefined || b.pairs === undefined) return byWords;
  return Math.max(
    byWords,
    dice(a.pairs, b.pairs, total(a.pairs) + total(b.pairs), () => 1),
  );
}

function dice(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  sum: number,
  weight: (item: string) => number,
): number {
  if (sum === 0) return 0;
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const [item, times] of few) {
    const other = many.get(item);
    if (other !== undefined) common += Math.min(times, other) * weight(item);
  }
  return (2 * common) / sum;
}

function letterPairs(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < text.length; index += 1) count(pairs, text.slice(index, index + 2));
  return pairs;
}

function count(map: Map<string, number>, item: string): void {
  map.set(item, (map.get(item) ?? 0) + 1);
}

function total(map: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const times of map.values()) sum += times;
  return sum;
}
