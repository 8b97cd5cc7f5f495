/** A translated document written anew in its own skeleton. */
import type { Filled, FillOptions, ParsedArticle } from '../format.ts';
import { masked, namesIn, sortedSpans, unmasked, withoutUnits } from './lines.ts';
import { mergeSkeletons, type MergedSkeleton } from './merge.ts';
import { followMoves } from './reorder.ts';

/** A document as it was read. */
export interface ReadDocument {
  readonly text: string;
  readonly parsed: ParsedArticle;
  /** The key of each unit; undefined: a unit of the translation alone. */
  readonly keys: readonly (string | undefined)[];
}

export interface RenderedDocument {
  readonly text: string;
  /** Keys of units whose value does not fit, with the reason. */
  readonly refused: readonly { readonly key: string; readonly reason: string }[];
  /** 1-based lines of the source that a person's own stand against: they have changed. */
  readonly stale: readonly number[];
  /** What the next merge starts from; undefined: the document is the source's but for its words. */
  readonly base: string | undefined;
}

/** The source without its words: what a document is merged with. */
export function skeletonOf({ text, parsed, keys }: ReadDocument): string {
  return masked(text, parsed.spans, (unit) => keys[unit] ?? `+${unit}`);
}

/**
 * Puts values into the document: the translation's bytes stay where its value does, the others are written into the source's.
 * @param base the source's skeleton that the document was merged with last; undefined: none is known.
 * @param values what each unit is to say, by key; units without one show the source's text.
 * @param says whether two values of a unit say the same.
 * @param parse reads a document of this format.
 * @returns undefined where the result would not be read as it is meant: then nothing is written.
 */
export function renderDocument(
  own: ReadDocument,
  base: string | undefined,
  source: ReadDocument,
  values: ReadonlyMap<string, string>,
  says: (key: string, one: string, other: string) => boolean,
  parse: (text: string) => ParsedArticle,
  options: FillOptions,
): RenderedDocument | undefined {
  const ownBytes = bytesByName(own);
  const sourceBytes = bytesByName(source);
  const ofSource = skeletonOf(source);
  // What is known to have been a unit of the source, and is none any more, goes with it.
  const hasLeft = (name: string): boolean => base === undefined && !name.startsWith('+') && !sourceBytes.has(name);
  const ownSkeleton = withoutUnits(skeletonOf(own), hasLeft);
  // What has no translation yet comes in when it has one.
  const sourceSkeleton = withoutUnits(ofSource, (name) => !ownBytes.has(name) && !values.has(name));
  const headings = [...sourceBytes].flatMap(([name, { kind }]) => (kind === 'heading' ? [name] : []));
  const moved = base === undefined ? { own: ownSkeleton, base } : followMoves(ownSkeleton, base, headings);
  const merge = (comesIn?: (arrival: number) => boolean): MergedSkeleton =>
    mergeSkeletons(moved.own, moved.base, sourceSkeleton, comesIn);
  const stays = (name: string): boolean => {
    const there = ownBytes.get(name);
    const wanted = values.get(name) ?? sourceBytes.get(name)?.value;
    return there !== undefined && (wanted === undefined || says(name, there.value, wanted));
  };
  const lay = (skeleton: string, keepsAll: boolean): Filled | undefined => {
    const names = namesIn(skeleton);
    const text = unmasked(skeleton, (name) => {
      const isOwn = keepsAll ? ownBytes.has(name) : stays(name);
      return ((isOwn ? ownBytes.get(name) : sourceBytes.get(name)) ?? ownBytes.get(name))?.bytes ?? '';
    });
    // Nothing new: it is what has been read.
    const parsed = readAgain(text, names.length, text === own.text ? () => own.parsed : parse);
    if (parsed === undefined) return undefined;
    const order = sortedSpans(parsed.spans).map(([unit]) => unit);
    const changed = new Map<number, string>();
    for (const [index, name] of names.entries()) {
      const unit = order[index];
      const wanted = values.get(name);
      const there = unit === undefined ? undefined : parsed.units[unit]?.value;
      if (unit === undefined || wanted === undefined || there === undefined || says(name, there, wanted)) continue;
      changed.set(unit, wanted);
    }
    const filled = changed.size === 0 ? { text, refused: [] } : parsed.fill(changed, options);
    const nameAt = new Map(order.map((unit, index) => [unit, names[index] ?? '']));
    refusedNames = filled.refused.map(({ unit, reason }) => ({ key: nameAt.get(unit) ?? '', reason }));
    return filled;
  };
  let refusedNames: RenderedDocument['refused'] = [];
  const layAny = ({ text }: MergedSkeleton): Filled | undefined => lay(text, false) ?? lay(text, true);
  let merged = merge();
  let filled = layAny(merged);
  if (filled === undefined) {
    merged = readablePart(merged.arrivals, merge, (part) => layAny(part) !== undefined);
    filled = layAny(merged) ?? lay(ownSkeleton, true);
  }
  if (filled === undefined) return undefined;
  const isSources = plainSkeleton(merged.text) === plainSkeleton(ofSource);
  return {
    text: filled.text,
    refused: refusedNames,
    stale: merged.stale,
    base: isSources ? undefined : sourceSkeleton,
  };
}

/** So many places at most are tried one by one. */
const MOST_TRIED = 60;

/** Where the whole would not be read as it is meant, as much of the source as is: one place that cannot come in keeps out itself. */
function readablePart(
  arrivals: number,
  merge: (comesIn: (arrival: number) => boolean) => MergedSkeleton,
  isRead: (part: MergedSkeleton) => boolean,
): MergedSkeleton {
  const taken = new Set<number>();
  let merged = merge(() => false);
  for (let arrival = 0; arrival < Math.min(arrivals, MOST_TRIED); arrival += 1) {
    const next = merge((one) => one === arrival || taken.has(one));
    if (!isRead(next)) continue;
    taken.add(arrival);
    merged = next;
  }
  return merged;
}

function plainSkeleton(skeleton: string): string {
  return skeleton.replace(/\s+/g, ' ').trim();
}

/** A document that is read as so many units as are meant to be in it. */
function readAgain(text: string, units: number, parse: (text: string) => ParsedArticle): ParsedArticle | undefined {
  try {
    const parsed = parse(text);
    return sortedSpans(parsed.spans).length === units ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** What is written for each unit; several lines of a container are one line, as the value has them. */
function bytesByName({ text, parsed, keys }: ReadDocument) {
  return new Map(
    sortedSpans(parsed.spans).map(([unit, { start, end }]) => {
      const bytes = text.slice(start, end);
      const { value = bytes, kind = 'p' } = parsed.units[unit] ?? {};
      return [keys[unit] ?? `+${unit}`, { bytes, value, kind }] as const;
    }),
  );
}
