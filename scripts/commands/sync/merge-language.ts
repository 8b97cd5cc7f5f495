/**
 * Two versions of one bundle and its record, merged unit by unit. Where both sides changed a unit a person's text goes
 * before a machine's, then the translation of the newer source, then the newer text; of two people's texts the other one
 * waits in the record as a suggestion, so that nobody's words are lost.
 */
import { arrayLengths, EMPTY_BUNDLE, parseBundle, printBundle, type BundleEntry } from '../../locales/bundle.ts';
import { fileHash } from '../../locales/file-hash.ts';
import { NO_RECORD, parseRecord, type RecordHeader, type RecordLine } from '../../locales/record.ts';
import { lineText, printRecord } from '../../locales/record-text.ts';
import { fingerprint, shareOf } from '../../locales/seal.ts';
import { isProtected } from '../../pipeline/see/target/record-lines.ts';
import { articleSeal } from '../../pipeline/see/seals.ts';
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
 * @param article the rendered article as it was merged. The seal says that nobody has edited it, or the words in it that
 * were not kept would be taken for a person's; the next run writes the bundle's texts into it, and leaves its layout.
 * @throws SourceError where one of the bundles is none.
 */
export function mergeLanguage(
  { bundle, record, newer }: LanguageTexts,
  file: string,
  article: string | undefined,
): MergedLanguage {
  const bundles = mapSides(bundle, (text) => (text === undefined ? EMPTY_BUNDLE : parseBundle(text, file)));
  const entries = mapSides(bundles, (one): ReadonlyMap<string, BundleEntry> => one.entries);
  const lines = mapSides(record, linesOf);
  const header = headerOf(record.ours) ?? headerOf(record.theirs);
  const chosen = new Map<string, Side>();
  const values = mergeMaps(entries, printEntry, (key) => {
    const side = choose(key, lines, newer, entries);
    chosen.set(key, side);
    return [entries[side].get(key)].flatMap((entry) => entry ?? []);
  });
  const disputes: Dispute[] = [];
  const merged = mergeMaps(lines, lineText, (key) => {
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
    record:
      merged.size === 0 || header === undefined
        ? undefined
        : printRecord(
            header,
            [...merged.values()].flat(),
            NO_RECORD,
            article === undefined ? undefined : sealFor(article),
          ),
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

function headerOf(text: string | undefined): RecordHeader | undefined {
  return text === undefined ? undefined : parseRecord(text).header;
}

/** Fits the article and nothing else: the next run parses. */
function sealFor(text: string): string {
  const other = (part: 'files' | 'judged' | 'outline'): string => fingerprint(part, ['merged']);
  const article = articleSeal(fileHash(text));
  return shareOf({ files: other('files'), judged: other('judged'), article, outline: other('outline') });
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
