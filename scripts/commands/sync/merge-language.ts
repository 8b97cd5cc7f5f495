/**
 * Two versions of one bundle and its record, merged unit by unit. Where both sides changed a unit a person's text goes
 * before a machine's, then the translation of the newer source, then the newer text; of two people's texts the other one
 * waits in the record as a suggestion, so that nobody's words are lost.
 */
import { arrayLengths, EMPTY_BUNDLE, parseBundle, printBundle, type BundleEntry } from '../../locales/bundle.ts';
import { parseRecord, printRecord, recordBody, type RecordHeader, type RecordLine } from '../../locales/record.ts';
import { isProtected } from '../../pipeline/see/record-lines.ts';
import { mergeMaps, type Side, type Sides } from './three-way.ts';

export interface LanguageTexts {
  readonly bundle: Sides<string | undefined>;
  readonly record: Sides<string | undefined>;
  /** The side whose files were committed last. */
  readonly newer: Side;
}

/** Two people wrote one unit: both texts. */
export interface Dispute {
  readonly key: string;
  readonly kept: string;
  readonly waiting: string;
}

export interface MergedLanguage {
  readonly bundle: string | undefined;
  readonly record: string | undefined;
  readonly disputes: readonly Dispute[];
}

/**
 * @param file the bundle's path, for messages.
 * @param header what the record says of its files; undefined: the next run parses.
 * @throws SourceError where one of the bundles is none.
 */
export function mergeLanguage(
  { bundle, record, newer }: LanguageTexts,
  file: string,
  header?: RecordHeader,
): MergedLanguage {
  const bundles = mapSides(bundle, (text) => (text === undefined ? EMPTY_BUNDLE : parseBundle(text, file)));
  const entries = mapSides(bundles, (one): ReadonlyMap<string, BundleEntry> => one.entries);
  const lines = mapSides(record, (text) => linesOf(text));
  const chosen = new Map<string, Side>();
  const values = mergeMaps(entries, printEntry, (key) => {
    const side = choose(key, lines, newer, entries);
    chosen.set(key, side);
    return [entries[side].get(key)].flatMap((entry) => entry ?? []);
  });
  const disputes: Dispute[] = [];
  const merged = mergeMaps(lines, printLine, (key) => {
    const side = chosen.get(key);
    if (side === undefined) return sameValue(key, lines, entries);
    const kept = lines[side].get(key);
    const other = lines[otherSide(side)].get(key);
    const [value, waiting] = [entries[side].get(key)?.value, entries[otherSide(side)].get(key)?.value];
    if (kept === undefined) return [];
    if (other === undefined || typeof value !== 'string' || typeof waiting !== 'string') return [kept];
    if (isProtected(kept) && isProtected(other)) disputes.push({ key, kept: value, waiting });
    else if (!isProtected(kept) || kept.source === other.source) return [kept];
    const suggested = isProtected(other) ? kept.source : other.source;
    return [{ ...kept, suggestion: waiting, suggested }];
  });
  const list = [...values.values()].flat();
  const arrays = arrayLengths(list.map(({ path }) => path));
  return {
    bundle: list.length === 0 ? undefined : printBundle(list, bundles.ours, arrays),
    record: merged.size === 0 ? undefined : printRecord(header, recordBody([...merged.values()].flat())),
    disputes,
  };
}

/** Both sides have one text, and say different things of it: a person's word counts, else the reader chooses. */
function sameValue(
  key: string,
  lines: Sides<ReadonlyMap<string, RecordLine>>,
  entries: Sides<ReadonlyMap<string, BundleEntry>>,
): readonly RecordLine[] {
  const both = [lines.ours.get(key), lines.theirs.get(key)].flatMap((line) => line ?? []);
  const isEqual = entries.ours.get(key)?.value === entries.theirs.get(key)?.value;
  const people = isEqual ? both.filter(isProtected) : [];
  return people.length > 0 ? people.slice(0, 1) : both;
}

function choose(
  key: string,
  lines: Sides<ReadonlyMap<string, RecordLine>>,
  newer: Side,
  entries: Sides<ReadonlyMap<string, BundleEntry>>,
): Side {
  // A text that one side deleted and the other changed stays: only a person gives one up, and knowingly.
  if (!entries.ours.has(key)) return 'theirs';
  if (!entries.theirs.has(key)) return 'ours';
  const [base, ours, theirs] = [lines.base.get(key), lines.ours.get(key), lines.theirs.get(key)];
  const isPerson = (line: RecordLine | undefined): boolean => line !== undefined && isProtected(line);
  if (isPerson(ours) !== isPerson(theirs)) return isPerson(ours) ? 'ours' : 'theirs';
  const isMoved = (line: RecordLine | undefined): boolean => line !== undefined && line.source !== base?.source;
  if (isMoved(ours) !== isMoved(theirs)) return isMoved(ours) ? 'ours' : 'theirs';
  return newer;
}

function linesOf(text: string | undefined): ReadonlyMap<string, RecordLine> {
  return new Map(text === undefined ? [] : parseRecord(text).lines.map((line) => [line.key, line]));
}

function printLine(line: RecordLine): string {
  return recordBody([line]);
}

function printEntry({ value, raw, path }: BundleEntry): string {
  return JSON.stringify([path, raw ?? value]);
}

function otherSide(side: Side): Side {
  return side === 'ours' ? 'theirs' : 'ours';
}

function mapSides<From, To>({ base, ours, theirs }: Sides<From>, map: (one: From) => To): Sides<To> {
  return { base: map(base), ours: map(ours), theirs: map(theirs) };
}
