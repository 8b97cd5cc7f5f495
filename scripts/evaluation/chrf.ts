/**
 * chrF2 of a corpus (Popović 2015) as sacreBLEU computes it by default: runs of up to six characters without white space,
 * recall counted twice, orders that no segment reaches left out.
 */
import { splitAtSpaces } from './tokenizers/white-space.ts';

const ORDERS = [1, 2, 3, 4, 5, 6] as const;
const BETA_SQUARED = 4;

/** Runs of characters by order: of the output, of the reference, of both. */
export type ChrfCounts = { output: number; reference: number; matched: number }[];

export function noChrfCounts(): ChrfCounts {
  return ORDERS.map(() => ({ output: 0, reference: 0, matched: 0 }));
}

/** Adds a segment. */
export function addToChrf(counts: ChrfCounts, output: string, reference: string): void {
  const [own, wanted] = [characters(output), characters(reference)];
  for (const [index, order] of ORDERS.entries()) {
    const sum = counts[index];
    const inReference = runsOf(wanted, order);
    if (sum === undefined || inReference === 0) continue;
    sum.output += runsOf(own, order);
    sum.reference += inReference;
    sum.matched += matchedRuns(own, wanted, order);
  }
}

/** @returns 0 to 100. */
export function chrf(counts: ChrfCounts): number {
  const reached = counts.filter(({ output, reference }) => output > 0 && reference > 0);
  if (reached.length === 0) return 0;
  const mean = (part: (one: ChrfCounts[number]) => number): number =>
    reached.reduce((sum, one) => sum + part(one), 0) / reached.length;
  const precision = mean(({ matched, output }) => matched / output);
  const recall = mean(({ matched, reference }) => matched / reference);
  if (precision + recall === 0) return 0;
  return (100 * (1 + BETA_SQUARED) * precision * recall) / (BETA_SQUARED * precision + recall);
}

/** A text without its white space, and where each of its characters begins; the last place is its end. */
interface Characters {
  readonly text: string;
  readonly places: readonly number[];
}

function characters(text: string): Characters {
  const bare = splitAtSpaces(text).join('');
  const places = [0];
  for (const character of bare) places.push((places.at(-1) ?? 0) + character.length);
  return { text: bare, places };
}

function runsOf({ places }: Characters, order: number): number {
  return Math.max(0, places.length - order);
}

function matchedRuns(output: Characters, reference: Characters, order: number): number {
  const run = ({ text, places }: Characters, start: number): string => text.slice(places[start], places[start + order]);
  const left = new Map<string, number>();
  for (let start = 0; start < runsOf(reference, order); start++) {
    const own = run(reference, start);
    left.set(own, (left.get(own) ?? 0) + 1);
  }
  let matched = 0;
  for (let start = 0; start < runsOf(output, order); start++) {
    const own = run(output, start);
    const count = left.get(own) ?? 0;
    if (count === 0) continue;
    left.set(own, count - 1);
    matched += 1;
  }
  return matched;
}
