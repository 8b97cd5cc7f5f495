import { plainText } from './content.ts';
import { sentenceAnchors, totals, type Anchors, type TermPair } from './sentence-anchors.ts';
import type { Inline } from './unit.ts';

/** Sentences that are each other's translation: `[from, to)` on both sides, one of which may be empty. */
export interface Bead {
  readonly source: readonly [from: number, to: number];
  readonly target: readonly [from: number, to: number];
  /** From 0 to 1: how much of the probability of all alignments is on those with this bead. */
  readonly certainty: number;
}

type Sentence = readonly Inline[];

/** Sizes of beads and minus the logarithm of how often they occur (Gale and Church 1993, table 5). */
const SHAPES = [
  [1, 1, 0.12],
  [1, 2, 3.1],
  [2, 1, 3.1],
  [2, 2, 4.5],
  [0, 1, 5.3],
  [1, 0, 5.3],
] as const;
/** Variance of a translation's length by letter, of the same source. */
const VARIANCE = 6.8;
/** What an anchor costs that one side of a bead has and the other has not. */
const LOST_SIGN = 5;
const LOST_WORD = 1.5;
const MOST_SENTENCES = 200;

/**
 * Aligns the sentences of a text with those of its translation, in order, by their lengths and anchors: the most probable
 * way in Gale and Church's model, with each bead's posterior probability (forward and backward over all ways).
 * @returns empty where one side is empty or there are too many sentences
 */
export function alignSentences(
  source: readonly Sentence[],
  target: readonly Sentence[],
  terms: readonly TermPair[],
): Bead[] {
  const longest = Math.max(source.length, target.length);
  if (source.length === 0 || target.length === 0 || longest > MOST_SENTENCES) return [];
  const steps = stepsOf(source, target, terms);
  const width = target.length + 1;
  const last = (source.length + 1) * width - 1;
  const forward = new Float64Array(last + 1).fill(-Infinity);
  const backward = forward.slice();
  const best = forward.slice();
  const cameBy = new Map<number, Step>();
  forward[0] = best[0] = backward[last] = 0;
  for (const step of steps) {
    const { from, to, cost } = step;
    forward[to] = addLogarithms(forward[to] ?? 0, (forward[from] ?? 0) - cost);
    const total = (best[from] ?? 0) - cost;
    if (total <= (best[to] ?? 0)) continue;
    best[to] = total;
    cameBy.set(to, step);
  }
  for (const { from, to, cost } of steps.toReversed()) {
    backward[from] = addLogarithms(backward[from] ?? 0, (backward[to] ?? 0) - cost);
  }
  const beads: Bead[] = [];
  for (let step = cameBy.get(last); step !== undefined; step = cameBy.get(step.from)) {
    const { from, to, cost, bead } = step;
    const certainty = Math.exp((forward[from] ?? 0) - cost + (backward[to] ?? 0) - (forward[last] ?? 0));
    beads.push({ ...bead, certainty });
  }
  return beads.reverse();
}

interface Step {
  /** Cells of the table of all pairs of positions. */
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly bead: Omit<Bead, 'certainty'>;
}

/** All steps of all ways, in an order in which every cell is complete before steps leave it. */
function stepsOf(source: readonly Sentence[], target: readonly Sentence[], terms: readonly TermPair[]): Step[] {
  const lengths = [source, target].map((side) => side.map(lengthOf));
  const [long = [], longTarget = []] = lengths;
  const ratio = sum(longTarget) / sum(long);
  const anchors = sentenceAnchors(source, target, terms);
  const width = target.length + 1;
  const steps: Step[] = [];
  for (let row = 0; row <= source.length; row += 1) {
    for (let column = 0; column <= target.length; column += 1) {
      for (const [down, right, prior] of SHAPES) {
        const [toRow, toColumn] = [row + down, column + right];
        if (toRow > source.length || toColumn > target.length) continue;
        const cost =
          prior +
          lengthCost(sum(long.slice(row, toRow)), sum(longTarget.slice(column, toColumn)), ratio) +
          anchorCost(anchors.source.slice(row, toRow), anchors.target.slice(column, toColumn));
        const bead: Step['bead'] = { source: [row, toRow], target: [column, toColumn] };
        steps.push({ from: row * width + column, to: toRow * width + toColumn, cost, bead });
      }
    }
  }
  return steps;
}

function lengthOf(content: Sentence): number {
  return Math.max(1, plainText(content).replace(/\s+/g, ' ').trim().length);
}

/** Minus the logarithm of the normal density of a translation that is so much longer or shorter than expected. */
function lengthCost(source: number, target: number, ratio: number): number {
  const mean = (source + target / ratio) / 2;
  const difference = target - source * ratio;
  return (difference * difference) / (2 * VARIANCE * ratio * Math.max(ratio, 1) * mean);
}

function anchorCost(source: readonly Anchors[], target: readonly Anchors[]): number {
  const left = totals(source);
  const right = totals(target);
  let cost = 0;
  for (const sign of new Set([...left.keys(), ...right.keys()])) {
    const lost = Math.abs((left.get(sign) ?? 0) - (right.get(sign) ?? 0));
    cost += lost * (sign.startsWith('word ') ? LOST_WORD : LOST_SIGN);
  }
  return cost;
}

function addLogarithms(a: number, b: number): number {
  const greater = Math.max(a, b);
  return greater === -Infinity ? greater : greater + Math.log1p(Math.exp(Math.min(a, b) - greater));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
