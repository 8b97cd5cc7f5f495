/** Sections that the source has moved: the document's, and those of what it was merged with, go with them. */
import { namesIn, skeletonLines, type SkeletonLine } from './lines.ts';

/**
 * @param headings the names of the source's headings, in its order.
 * @returns both as they are where the source has moved nothing, or a person has.
 */
export function followMoves(own: string, base: string, headings: readonly string[]): { own: string; base: string } {
  const inOwn = new Set(namesIn(own));
  const inBase = new Set(namesIn(base));
  const wanted = headings.filter((name) => inOwn.has(name) && inBase.has(name));
  const isWanted = new Set(wanted);
  const orderOf = (text: string): string =>
    namesIn(text)
      .filter((name) => isWanted.has(name))
      .join('\n');
  const before = orderOf(base);
  if (before === wanted.join('\n') || orderOf(own) !== before) return { own, base };
  return { own: inOrder(own, wanted), base: inOrder(base, wanted) };
}

function inOrder(text: string, headings: readonly string[]): string {
  const lines = skeletonLines(text);
  const places = new Map(headings.map((name, index) => [name, index]));
  const head: SkeletonLine[] = [];
  const sections: { readonly place: number; readonly lines: SkeletonLine[] }[] = [];
  for (const line of lines) {
    const place = line.names.map((name) => places.get(name)).find((found) => found !== undefined);
    if (place !== undefined) sections.push({ place, lines: [line] });
    else (sections.at(-1)?.lines ?? head).push(line);
  }
  const sorted = sections.toSorted((a, b) => a.place - b.place);
  // What stood at the end has the end of the file behind it: there it is left.
  const [last, now] = [sections.at(-1)?.lines.at(-1), sorted.at(-1)?.lines.at(-1)];
  const gapOf = (line: SkeletonLine): string =>
    (line === last ? now?.gap : line === now ? last?.gap : undefined) ?? line.gap;
  return [...head, ...sorted.flatMap((section) => section.lines)].map((line) => line.text + gapOf(line)).join('');
}
