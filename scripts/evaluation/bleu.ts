/**
 * BLEU of a corpus (Papineni et al. 2002) as sacreBLEU computes it by default: runs of up to four tokens, mixed case,
 * exponential smoothing, one reference a segment.
 */
import { common, countRuns } from './counts.ts';

const ORDERS = [1, 2, 3, 4] as const;

/** What adds up over segments. */
export interface BleuCounts {
  outputTokens: number;
  referenceTokens: number;
  /** Runs of the output that the reference has, and all of them, by order. */
  readonly matched: number[];
  readonly total: number[];
}

export function noBleuCounts(): BleuCounts {
  return { outputTokens: 0, referenceTokens: 0, matched: ORDERS.map(() => 0), total: ORDERS.map(() => 0) };
}

/** Adds a segment. */
export function addToBleu(counts: BleuCounts, output: readonly string[], reference: readonly string[]): void {
  counts.outputTokens += output.length;
  counts.referenceTokens += reference.length;
  for (const [index, order] of ORDERS.entries()) {
    const matched = common(countRuns(output, order), countRuns(reference, order));
    counts.matched[index] = (counts.matched[index] ?? 0) + matched;
    counts.total[index] = (counts.total[index] ?? 0) + Math.max(0, output.length - order + 1);
  }
}

/** @returns 0 to 100. */
export function bleu({ outputTokens, referenceTokens, matched, total }: BleuCounts): number {
  if (matched.every((count) => count === 0)) return 0;
  const brevity = outputTokens < referenceTokens ? Math.exp(1 - referenceTokens / outputTokens) : 1;
  let smoothing = 1;
  let logarithms = 0;
  for (const [index, all] of total.entries()) {
    // No segment has so many tokens: sacreBLEU's precision is 0 there, and so is the whole.
    if (all === 0) return 0;
    const found = matched[index] ?? 0;
    if (found === 0) smoothing *= 2;
    logarithms += Math.log(found === 0 ? 100 / (smoothing * all) : (100 * found) / all);
  }
  return brevity * Math.exp(logarithms / ORDERS.length);
}
