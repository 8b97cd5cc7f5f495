import { freeRuns, type Block, type Matching, type Run } from './matching.ts';
import { fingerprint, similarity, type Fingerprint } from './similarity.ts';
import { wordIndex } from '../word-index.ts';

/** How similar two blocks must be to be one, by what else speaks for it. */
const BETWEEN_SAME_NEIGHBOURS = 0.35;
const BESIDE_SAME_NEIGHBOUR = 0.45;
const ANYWHERE = 0.6;
/** Blocks of different kinds (a paragraph made a list item) must be as similar as moved ones. */
const OTHER_KIND = 0.6;
/** Letters below which a text says too little to be looked for in the whole file. */
const FINDABLE = 12;
/** Runs of blocks with more pairs than this are not compared each with each. */
const EACH_WITH_EACH = 1_024;

interface Candidate {
  readonly old: number;
  readonly neu: number;
  readonly score: number;
  readonly distance: number;
}

/**
 * Joins edited blocks: between the same neighbours first, then beside one of them, then anywhere in the file. Last, what
 * its place alone tells: a cell whose number changed is that cell, a single heading between the same blocks that heading.
 */
export function matchSimilar(olds: readonly Block[], news: readonly Block[], matching: Matching): void {
  const oldPrint = remembered((old) => fingerprint(olds[old]?.value ?? ''));
  const newPrint = remembered((neu) => fingerprint(news[neu]?.value ?? ''));
  const candidate = (old: number, neu: number, least: number, distance: number): Candidate[] => {
    const needed = threshold(olds[old]?.kind, news[neu]?.kind, least);
    const [a, b] = [oldPrint(old), newPrint(neu)];
    // Texts of very different length cannot be that similar.
    if ((2 * Math.min(a.size, b.size)) / (a.size + b.size) < needed) return [];
    const score = similarity(a, b);
    return score >= needed ? [{ old, neu, score, distance }] : [];
  };
  for (const run of freeRuns(matching)) {
    const least = run.bothSides ? BETWEEN_SAME_NEIGHBOURS : BESIDE_SAME_NEIGHBOUR;
    joinBest(
      nearPairs(run).flatMap(([old, neu, distance]) => candidate(old, neu, least, distance)),
      matching,
    );
  }
  const findable = (partners: readonly (number | undefined)[], print: (place: number) => Fingerprint): number[] =>
    [...partners.keys()].filter((place) => partners[place] === undefined && print(place).size >= FINDABLE);
  const index = wordIndex(findable(matching.newOf, oldPrint).map((old) => [old, oldPrint(old)]));
  const anywhere = findable(matching.oldOf, newPrint).flatMap((neu) =>
    index(newPrint(neu)).flatMap((old) => candidate(old, neu, ANYWHERE, Math.abs(old - neu))),
  );
  joinBest(anywhere, matching);
  for (const run of freeRuns(matching)) if (run.bothSides) joinByPlace(run, olds, news, matching);
}

function threshold(old: Block['kind'], neu: Block['kind'], least: number): number {
  if (old === undefined || old === neu) return least;
  return old === 'heading' || neu === 'heading' ? Infinity : Math.max(least, OTHER_KIND);
}

/** The pairs of a run worth comparing; in long ones only those at about the same place, from its begin or from its end. */
function nearPairs({ olds, news }: Run): [old: number, neu: number, distance: number][] {
  const pairs: [number, number, number][] = [];
  const all = olds.length * news.length <= EACH_WITH_EACH;
  const shift = olds.length - news.length;
  for (const [b, neu] of news.entries()) {
    const near = all ? olds.keys() : new Set([b, b - 1, b + 1, b + shift, b + shift - 1, b + shift + 1]);
    for (const a of near) {
      const old = olds[a];
      if (old !== undefined) pairs.push([old, neu, Math.abs(a - b)]);
    }
  }
  return pairs;
}

function joinBest(candidates: Candidate[], matching: Matching): void {
  candidates.sort((a, b) => b.score - a.score || a.distance - b.distance || a.old - b.old || a.neu - b.neu);
  for (const { old, neu } of candidates) matching.join(old, neu);
}

function joinByPlace(run: Run, olds: readonly Block[], news: readonly Block[], matching: Matching): void {
  if (run.olds.length !== run.news.length) return;
  const pairs = run.olds.map((old, index) => [old, run.news[index] ?? 0] as const);
  const samePlace = pairs.every(([old, neu]) => {
    const [before, after] = [olds[old], news[neu]];
    if (before?.kind !== after?.kind) return false;
    // The text of a key that was recovered from its record alone is not known.
    if (before?.value === '' || before?.kind === 'cell') return true;
    return before?.kind === 'heading' && pairs.length === 1;
  });
  if (samePlace) for (const [old, neu] of pairs) matching.join(old, neu);
}

function remembered(make: (place: number) => Fingerprint): (place: number) => Fingerprint {
  const prints = new Map<number, Fingerprint>();
  return (place) => {
    const known = prints.get(place) ?? make(place);
    prints.set(place, known);
    return known;
  };
}
