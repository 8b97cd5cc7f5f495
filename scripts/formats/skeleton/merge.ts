/**
 * The skeleton of a translated document, three ways: what a person changed there stays, what the source changed is brought
 * over, and where both did the person's stays and is told.
 */
import { diffIndices } from 'node-diff3';
import { joinLines } from './join-lines.ts';
import { namesIn, skeletonLines, type SkeletonLine } from './lines.ts';
import { withNewUnits } from './new-units.ts';

export interface MergedSkeleton {
  /** With names in the place of units. */
  readonly text: string;
  /** 1-based lines of the source that a person's own stand against. */
  readonly stale: readonly number[];
  /** In how many places something of the source comes in. */
  readonly arrivals: number;
}

/** A change of some lines of the base. */
interface Change {
  readonly from: number;
  readonly to: number;
  /** How many lines stand in their place. */
  readonly count: number;
}

/**
 * @param own the translated document.
 * @param base the source that it was merged with last; undefined: what both have in common, so that nothing is taken away.
 * @param source as it is now.
 * @param comesIn whether the source's lines come in at a place, by its number among the arrivals.
 */
export function mergeSkeletons(
  own: string,
  base: string | undefined,
  source: string,
  comesIn: (arrival: number) => boolean = () => true,
): MergedSkeleton {
  const [a, b] = [skeletonLines(own), skeletonLines(source)];
  const o = base === undefined ? common(a, b) : skeletonLines(base);
  const [ours, theirs] = [changes(o, a), changes(o, b)];
  const known = new Set([...namesIn(own), ...o.flatMap(({ names }) => names)]);
  const result: SkeletonLine[] = [];
  const stale: number[] = [];
  let arrivals = 0;
  /** How far base, document and source have been read. */
  let [at, inOwn, inSource] = [0, 0, 0];
  const copyUpTo = (end: number): void => {
    result.push(...a.slice(inOwn, inOwn + end - at));
    [at, inOwn, inSource] = [end, inOwn + end - at, inSource + end - at];
  };
  for (const { from, to, mine, other } of groups(ours, theirs)) {
    copyUpTo(from);
    const ownLines = a.slice(inOwn, inOwn + countOf(mine, to - from));
    const sourceLines = b.slice(inSource, inSource + countOf(other, to - from));
    const isOwn = other.length === 0 || isAlike(ownLines, sourceLines);
    // At first sight what the source alone has is left out, but for new units: the translation is its author's.
    const isTaken = mine.length === 0 && base !== undefined;
    const merged = isOwn ? ownLines : isTaken ? sourceLines : withNewUnits(ownLines, sourceLines, known);
    const isArrival = !isAlike(merged, ownLines);
    const isHere = !isArrival || comesIn(arrivals);
    result.push(...(isHere ? merged : ownLines));
    arrivals += isArrival ? 1 : 0;
    if (!isHere || (base !== undefined && !isOwn && !isTaken)) stale.push(lineOf(b, inSource));
    [at, inOwn, inSource] = [to, inOwn + ownLines.length, inSource + sourceLines.length];
  }
  copyUpTo(o.length);
  return { text: joinLines(withoutTwins(result, new Set(a)), a, b), stale, arrivals };
}

/** What the source has elsewhere now, and a person has changed where it was, stays there: no text is there twice. */
function withoutTwins(lines: readonly SkeletonLine[], own: ReadonlySet<SkeletonLine>): readonly SkeletonLine[] {
  const kept = new Set(lines.flatMap((line) => (own.has(line) ? line.names : [])));
  const isTwin = (line: SkeletonLine): boolean => !own.has(line) && line.names.some((name) => kept.has(name));
  return lines.filter((line) => !isTwin(line));
}

/** Changes of both sides that concern the same lines of the base. */
interface Group {
  readonly from: number;
  to: number;
  readonly mine: Change[];
  readonly other: Change[];
}

function groups(ours: readonly Change[], theirs: readonly Change[]): Group[] {
  const all = [
    ...ours.map((change) => ({ change, isMine: true })),
    ...theirs.map((change) => ({ change, isMine: false })),
  ].toSorted((x, y) => x.change.from - y.change.from || x.change.to - y.change.to);
  const found: Group[] = [];
  for (const { change, isMine } of all) {
    let last = found.at(-1);
    if (last === undefined || !meets(change, last.from, last.to))
      found.push((last = { from: change.from, to: change.to, mine: [], other: [] }));
    last.to = Math.max(last.to, change.to);
    (isMine ? last.mine : last.other).push(change);
  }
  return found;
}

/** How many lines a side has where the base has `length`. */
function countOf(changed: readonly Change[], length: number): number {
  return changed.reduce((sum, { from, to, count }) => sum + count - (to - from), length);
}

function meets(change: Change, from: number, to: number): boolean {
  return change.from < to || (change.from === from && to === from && change.to === change.from);
}

function changes(base: readonly SkeletonLine[], side: readonly SkeletonLine[]): Change[] {
  const plain = (lines: readonly SkeletonLine[]): string[] => lines.map((line) => line.plain);
  return diffIndices(plain(base), plain(side)).map(({ buffer1: [from, length], buffer2: [, count] }) => {
    return { from, to: from + length, count };
  });
}

/** What two documents have in common. */
function common(a: readonly SkeletonLine[], b: readonly SkeletonLine[]): SkeletonLine[] {
  const all: SkeletonLine[] = [];
  let at = 0;
  const plain = (lines: readonly SkeletonLine[]): string[] => lines.map((line) => line.plain);
  for (const { buffer1 } of diffIndices(plain(a), plain(b))) {
    all.push(...a.slice(at, buffer1[0]));
    at = buffer1[0] + buffer1[1];
  }
  return [...all, ...a.slice(at)];
}

function isAlike(a: readonly SkeletonLine[], b: readonly SkeletonLine[]): boolean {
  return a.length === b.length && a.every(({ plain }, index) => plain === b[index]?.plain);
}

function lineOf(lines: readonly SkeletonLine[], index: number): number {
  return lines.slice(0, index).reduce((sum, { gap }) => sum + gap.split('\n').length - 1, 1);
}
