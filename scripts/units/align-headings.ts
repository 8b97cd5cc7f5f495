import { fingerprint, similarity } from './similarity.ts';
import type { Block, Matching } from './matching.ts';

interface Candidate {
  readonly old: number;
  readonly neu: number;
  readonly score: number;
  readonly votes: number;
}

/**
 * Joins a renamed heading with the heading that used to stand over the same blocks, however little of its text is left,
 * also where the whole section moved. Where two headings claim one (a section was cut in two), the more similar has it,
 * then the one over more blocks, then the first.
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
    const [old, count] = winner;
    const score = similarity(fingerprint(olds[old]?.value ?? ''), fingerprint(news[neu]?.value ?? ''));
    candidates.push({ old, neu, score, votes: count });
  }
  candidates.sort((a, b) => b.score - a.score || b.votes - a.votes || a.neu - b.neu);
  for (const { old, neu } of candidates) matching.join(old, neu);
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
