import { matchExactly } from './align-exact.ts';
import { matchHeadings } from './align-headings.ts';
import { matchSimilar } from './align-similar.ts';
import { Matching, type Block } from './matching.ts';

/**
 * Finds for each block of an article's new version the block of the old version that it continues: by exact text first,
 * headings then by the sections under them, the rest by place and similarity. A split block lives on in its more similar
 * half; of merged blocks the more similar one does. Deterministic and near-linear in the number of blocks.
 */
export function align(olds: readonly Block[], news: readonly Block[]): readonly (number | undefined)[] {
  const matching = new Matching(olds.length, news.length);
  if (olds.length === 0) return matching.oldOf;
  matchExactly(olds, news, matching);
  matchHeadings(olds, news, matching);
  matchSimilar(olds, news, matching);
  return matching.oldOf;
}
