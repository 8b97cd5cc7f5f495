import type { SkeletonLine } from './lines.ts';

/**
 * Lines of two sides as one text: between two lines stands what stands between them on the side that they, or the second of
 * them, are from.
 */
export function joinLines(
  lines: readonly SkeletonLine[],
  own: readonly SkeletonLine[],
  source: readonly SkeletonLine[],
): string {
  const inOwn = new Map(own.map((line, index) => [line, index]));
  const inSource = new Map(source.map((line, index) => [line, index]));
  const end = own.some(({ gap }) => gap.includes('\r\n')) ? '\r\n' : '\n';
  const before = (line: SkeletonLine): SkeletonLine | undefined =>
    inOwn.has(line) ? own[(inOwn.get(line) ?? 0) - 1] : source[(inSource.get(line) ?? 0) - 1];
  const gapBetween = (line: SkeletonLine, next: SkeletonLine): string => {
    const [a, b] = [inOwn.get(line), inOwn.get(next)];
    if (a !== undefined && b === a + 1) return line.gap;
    const there = before(next);
    // Two that stood beside each other on neither side are as far apart as each was from its neighbour.
    if (there !== undefined && !isSame(there, line)) return wider(there.gap, line.gap);
    if (there !== undefined) return there.gap;
    return line === source.at(-1) ? end : line.gap;
  };
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return line.text + (own.at(-1) ?? line).gap;
      return line.text + (gapBetween(line, next).replace(/\r?\n/g, end) || end);
    })
    .join('');
}

/** The same line of both sides, whoever has changed it. */
function isSame(one: SkeletonLine, other: SkeletonLine): boolean {
  return one.names.length === 0 ? one.plain === other.plain : one.names.some((name) => other.names.includes(name));
}

function wider(one: string, other: string): string {
  return one.split('\n').length > other.split('\n').length ? one : other;
}
