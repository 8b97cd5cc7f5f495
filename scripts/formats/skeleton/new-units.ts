import type { SkeletonLine } from './lines.ts';

/**
 * A person's lines, with the source's new units behind those that they follow there. Lines without a unit come along where a
 * person has none in their place; where there are some, only those that belong to the new units without doubt.
 * @param known the units that document or base have.
 */
export function withNewUnits(
  own: readonly SkeletonLine[],
  source: readonly SkeletonLine[],
  known: ReadonlySet<string>,
): SkeletonLine[] {
  const result = [...own];
  const isBare = own.every(({ names }) => names.length > 0);
  const isKnown = ({ names }: SkeletonLine): boolean => names.some((name) => known.has(name));
  let cursor = 0;
  for (let at = 0; at < source.length; at += 1) {
    const line = source[at];
    if (line === undefined) break;
    if (isKnown(line)) {
      const there = result.findIndex(({ names }) => line.names.some((name) => names.includes(name)));
      if (there >= 0) cursor = there + 1;
      continue;
    }
    let end = at;
    while (end < source.length && !isKnown(source[end] ?? line)) end += 1;
    const run = source.slice(at, end);
    const news = isBare && run.some(({ names }) => names.length > 0) ? run : newLines(run);
    result.splice(cursor, 0, ...news);
    cursor += news.length;
    at = end - 1;
  }
  return result;
}

/** From the first new unit to the last: with the tag or fence around them, and what stands on the line before or after. */
function newLines(run: readonly SkeletonLine[]): readonly SkeletonLine[] {
  const isUnit = ({ names }: SkeletonLine): boolean => names.length > 0;
  let from = run.findIndex(isUnit);
  if (from < 0) return [];
  let to = run.findLastIndex(isUnit) + 1;
  while (from > 0 && isTight(run[from - 1])) from -= 1;
  while (to < run.length && (isTight(run[to - 1]) || CLOSING.test(run[to]?.plain ?? ''))) to += 1;
  return run.slice(from, to);
}

/** The end of what was opened before. */
const CLOSING = /^(?::{3,}$|<\/|`{3,}$|~{3,}$|\{% *end|\{\{[<%] *\/)/;

function isTight(line: SkeletonLine | undefined): boolean {
  return line !== undefined && line.gap.split('\n').length === 2;
}
