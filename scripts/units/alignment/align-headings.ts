import { fingerprint, similarity } from './similarity.ts';
import type { Block, Matching } from './matching.ts';

/** From here on two headings are alike wherever they stand. */
const ALIKE = 0.6;
const EACH_WITH_EACH = 1_024;

interface Candidate {
  readonly old: number;
  readonly neu: number;
  readonly score: number;
  readonly votes: number;
}

/**
 * Joins a renamed heading with the heading that used to stand over the same blocks, however little of its text is left,
 * also where the whole section moved. Where two headings claim one (a section was cut in two, another heading put beside
 * it), the more similar has it, then the one over more blocks, then the first.
 */
export function matchHeadings(olds: readonly Block[], news: readonly Block[], matching: Matching): void {
  const oldHeading = headingsAbove(olds);
  const newHeading = headingsAbove(news);
  const votes = new Map<number, Map<number, number>>();
  for (const [neu, old] of matching.oldOf.entries()) {
    const above = newHeading[neu];
    if (old === undefined || above === undefined || matching.oldOf[above] !== undefined) continue;
    const was = oldHeading[old] ?? -1;
    const ballot = votes.get(above) ?? new Map<number, number>();
    votes.set(above, ballot.set(was, (ballot.get(was) ?? 0) + 1));
  }
  const candidates: Candidate[] = [];
  for (const [neu, ballot] of votes) {
    const winner = majority(ballot);
    if (winner === undefined || winner[0] < 0 || matching.newOf[winner[0]] !== undefined) continue;
    candidates.push({ old: winner[0], neu, score: likeness(olds[winner[0]], news[neu]), votes: winner[1] });
  }
  candidates.push(...rewordings(olds, news, matching));
  candidates.sort((a, b) => b.score - a.score || b.votes - a.votes || a.neu - b.neu);
  for (const { old, neu } of candidates) matching.join(old, neu);
}

/** Headings that are alike in their words: where one was rewritten and another put beside it, the sections tell nothing. */
function rewordings(olds: readonly Block[], news: readonly Block[], matching: Matching): Candidate[] {
  const free = (blocks: readonly Block[], partners: readonly (number | undefined)[]): number[] =>
    [...blocks.keys()].filter((place) => blocks[place]?.kind === 'heading' && partners[place] === undefined);
  const [oldPlaces, newPlaces] = [free(olds, matching.newOf), free(news, matching.oldOf)];
  if (oldPlaces.length * newPlaces.length > EACH_WITH_EACH) return [];
  return oldPlaces.flatMap((old) =>
    newPlaces.flatMap((neu) => {
      const score = likeness(olds[old], news[neu]);
      return score < ALIKE ? [] : [{ old, neu, score, votes: 0 }];
    }),
  );
}

function likeness(old: Block | undefined, neu: Block | undefined): number {
  return similarity(fingerprint(old?.value ?? ''), fingerprint(neu?.value ?? ''));
}

/** For each block the place of the heading over it; a heading itself, and what stands before the first one, has none. */
function headingsAbove(blocks: readonly Block[]): (number | undefined)[] {
  let above: number | undefined;
  return blocks.map((block, place) => {
    if (block.kind !== 'heading') return above;
    above = place;
    return undefined;
  });
}

/** What more than half of the votes are for. */
function majority(ballot: ReadonlyMap<number, number>): readonly [choice: number, votes: number] | undefined {
  let sum = 0;
  for (const votes of ballot.values()) sum += votes;
  for (const entry of ballot) if (entry[1] * 2 > sum) return entry;
  return undefined;
}
