/**
 * The skeleton of a translated document, three ways: what a person changed there stays, what the source changed is brought
 * over, and where both did the person's stays and is told.
 */
import { diffIndices } from 'node-diff3';
import { namesIn, skeletonLines, type SkeletonLine } from './lines.ts';

export interface MergedSkeleton {
  /** With names in the place of units. */
  readonly text: string;
  /** 1-based lines of the source that a person's own stand against. */
  readonly stale: readonly number[];
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
 */
export function mergeSkeletons(own: string, base: string | undefined, source: string): MergedSkeleton {
  const [a, b] = [skeletonLines(own), skeletonLines(source)];
  const o = base === undefined ? common(a, b) : skeletonLines(base);
  const [ours, theirs] = [changes(o, a), changes(o, b)];
  const known = new Set([...namesIn(own), ...o.flatMap(({ names }) => names)]);
  const result: SkeletonLine[] = [];
  const stale: number[] = [];
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
    // At first sight what the source alone has is left out, but for new units: the translation is its author's.
    if (mine.length === 0) result.push(...(base === undefined ? withNew([], sourceLines, known) : sourceLines));
    else if (other.length === 0 || isAlike(ownLines, sourceLines)) result.push(...ownLines);
    else {
      result.push(...withNew(ownLines, sourceLines, known));
      if (base !== undefined) stale.push(lineOf(b, inSource));
    }
    [at, inOwn, inSource] = [to, inOwn + ownLines.length, inSource + sourceLines.length];
  }
  copyUpTo(o.length);
  return { text: joined(result, a, b), stale };
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

/** A person's lines, with the source's new units behind those that they follow there. */
function withNew(
  own: readonly SkeletonLine[],
  source: readonly SkeletonLine[],
  known: ReadonlySet<string>,
): SkeletonLine[] {
  const result = [...own];
  let cursor = 0;
  for (let at = 0; at < source.length; at += 1) {
    const line = source[at];
    if (line === undefined || line.names.length === 0) continue;
    if (line.names.every((name) => known.has(name))) {
      const there = result.findIndex(({ names }) => line.names.some((name) => names.includes(name)));
      if (there >= 0) cursor = there + 1;
      continue;
    }
    // Lines without a unit between new ones belong to them: the rule of a table, a tag.
    let end = at + 1;
    for (let next = end; next < source.length; next += 1) {
      const { names = [] } = source[next] ?? {};
      if (names.some((name) => known.has(name))) break;
      if (names.length > 0) end = next + 1;
    }
    result.splice(cursor, 0, ...source.slice(at, end));
    cursor += end - at;
    at = end - 1;
  }
  return result;
}

/** Between two lines stands what stands between them on the side that they, or the second of them, are from. */
function joined(lines: readonly SkeletonLine[], own: readonly SkeletonLine[], source: readonly SkeletonLine[]): string {
  const inOwn = new Map(own.map((line, index) => [line, index]));
  const inSource = new Map(source.map((line, index) => [line, index]));
  const end = own.some(({ gap }) => gap.includes('\r\n')) ? '\r\n' : '\n';
  const gapBetween = (line: SkeletonLine, next: SkeletonLine): string => {
    const [a, b] = [inOwn.get(line), inOwn.get(next)];
    if (a !== undefined && b === a + 1) return line.gap;
    const before = source[(inSource.get(next) ?? 0) - 1];
    if (before !== undefined) return before.gap.replace(/\r?\n/g, end);
    const isLast = line === source.at(-1);
    return (inSource.has(line) && !isLast ? line.gap : own[(b ?? 0) - 1]?.gap)?.replace(/\r?\n/g, end) ?? end;
  };
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      return line.text + (next === undefined ? (own.at(-1) ?? line).gap : gapBetween(line, next));
    })
    .join('');
}

function lineOf(lines: readonly SkeletonLine[], index: number): number {
  return lines.slice(0, index).reduce((sum, { gap }) => sum + gap.split('\n').length - 1, 1);
}
