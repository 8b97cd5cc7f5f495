/** A source file as it is now, beside the snapshot of how it was seen last. */
import { formerHash, shortHash } from '../../../project/hash.ts';
import { refuseConflicts } from './conflict-markers.ts';
import { assignKeys, type Assignment, type KnownUnit } from '../../../units/keys.ts';
import type { ParsedFile, ParsedLiteral } from '../../../formats/format.ts';
import type { Unit } from '../../../units/unit.ts';
import type { Configuration } from '../../../project/configuration.ts';
import { GlossaError, SourceError } from '../../../project/errors.ts';
import type { Place } from '../../../project/layout/layout.ts';
import { fileHash } from '../../../locales/file-hash.ts';
import {
  arrayLengths,
  EMPTY_BUNDLE,
  parseBundle,
  printBundle,
  withLiterals,
  type Bundle,
} from '../../../locales/bundle.ts';
import { readWithLanguages } from './source-language.ts';
import { targetsOf } from './targets.ts';
import { decode, readBytes, type SourceFile } from './sources.ts';
import { needSyntaxes, contentHash, unitContent } from '../values.ts';

export interface SourceUnit extends Unit {
  /** Hash of what the value says. */
  readonly hash: string;
  /** The value in the snapshot, where the unit is not new. */
  readonly before: string | undefined;
}

export interface SourceState {
  readonly file: SourceFile;
  /** Where the files on disk still are, after the source file was renamed; else where they shall be. */
  readonly disk: Place;
  readonly language: string;
  /** Project languages but the file's own. */
  readonly targets: readonly string[];
  readonly parsed: ParsedFile;
  readonly text: string;
  /** What is copied into every bundle. */
  readonly literals: readonly ParsedLiteral[];
  readonly hash: string;
  readonly outline: string;
  readonly units: readonly SourceUnit[];
  /** Units of the snapshot that are gone. */
  readonly removed: readonly KnownUnit[];
  /** New key -> the key it had, for i18next keys renamed with the same text. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Keys in the snapshot -> value; empty on a first run. */
  readonly snapshot: Bundle;
  readonly arrays: ReadonlyMap<string, number>;
  /** What the source bundle becomes. */
  readonly snapshotText: string;
}

/**
 * Reads and keys a source file.
 * @param recover keys from the review records (source hash by key, in order) for a missing source bundle.
 * @param kept units that left the source and that people's texts are kept for: one that is back gets its key again.
 * @throws SourceError when the file or its source bundle cannot be read.
 */
export async function readSource(
  root: string,
  listed: SourceFile,
  disk: Place,
  configuration: Configuration,
  recover: (language: string) => ReadonlyMap<string, string>,
  kept: readonly KnownUnit[],
): Promise<SourceState> {
  const bytes = readBytes(root, listed.path);
  if (bytes === undefined) throw new SourceError('has vanished.', { place: { file: listed.path } });
  const text = decode(bytes, listed.path);
  const { format, parsed, language } = await inFile(listed.path, async () => {
    const read = await readWithLanguages(listed.path, listed.format, text, configuration);
    refuseConflicts(text, read.parsed);
    return read;
  });
  const file = { ...listed, format };
  await needSyntaxes(['plain', format.syntax, ...parsed.units.map(({ syntax }) => syntax)]);

  refuseChangedLanguage(root, file, language, disk);
  const snapshotFile = disk.snapshot(language);
  const snapshotBytes = readBytes(root, snapshotFile);
  const snapshot =
    snapshotBytes === undefined ? undefined : parseBundle(decode(snapshotBytes, snapshotFile), snapshotFile);
  const contents = parsed.units.map(unitContent);
  const hashes = contents.map((content, index) => contentHash(parsed.units[index]?.syntax ?? 'plain', content));
  const seen = snapshot === undefined ? [] : knownUnits(snapshot);
  const assign = (there: readonly KnownUnit[]): Assignment => {
    const isFirst = there.length === 0;
    const back = returning(parsed, there, kept);
    return assignKeys(parsed.units, isFirst ? inOrder(back, parsed, language) : [...there, ...back], language, isFirst);
  };
  const assigned = assign(seen);
  // A unit that looks new may only have lost its line of the source bundle: the records still have its key.
  const isWhole = assigned.units.every(({ added }) => !added);
  const lost = isWhole ? [] : recovered(parsed, hashes, recover(language), new Set(seen.map(({ key }) => key)));
  const assignment = lost.length === 0 ? assigned : assign(inRecordOrder(seen, lost));
  const renamed = new Map(assignment.renamed.map(({ from, to }) => [to, from]));
  const units = assignment.units.map((unit, index) => ({
    ...unit,
    content: contents[index] ?? [],
    hash: hashes[index] ?? '',
    before: unit.added ? undefined : (unit.previous ?? unit.value),
  }));
  const literals = parsed.kind === 'bundle' ? parsed.literals : [];
  const entries = withLiterals(units.entries(), literals);
  const arrays = arrayLengths(entries.map(({ path }) => path));
  return {
    file,
    disk,
    language,
    targets: targetsOf(configuration, language),
    parsed,
    text,
    literals,
    hash: fileHash(bytes),
    outline: parsed.kind === 'article' ? shortHash(parsed.outline()) : '',
    units,
    removed: assignment.removed,
    renamed,
    snapshot: snapshot ?? EMPTY_BUNDLE,
    arrays,
    snapshotText: printBundle(entries, snapshot ?? EMPTY_BUNDLE, arrays),
  };
}

/** A file that says another language than before has translations where its source bundle should be: people's words. */
function refuseChangedLanguage(root: string, file: SourceFile, language: string, disk: Place): void {
  const record = disk.record(language);
  if (readBytes(root, record) === undefined) return;
  const bundle = disk.snapshot(language);
  throw new SourceError(`is in ${language} now, and ${bundle} holds translations into ${language}.`, {
    place: { file: file.path },
    remedy: `Undo the change of its language, or move its bundles and records (${record}) away to begin anew.`,
  });
}

/** Runs a parser and gives its errors the file they are about. */
export async function inFile<Result>(path: string, parse: () => Promise<Result>): Promise<Result> {
  try {
    return await parse();
  } catch (error) {
    if (error instanceof RangeError) {
      // The parsers' own recursion: thousands of elements in one another.
      throw new SourceError('is nested too deeply to be read.', {
        place: { file: path },
        remedy: 'Split the file, or take the generated part out of it.',
        cause: error,
      });
    }
    if (!(error instanceof GlossaError) || error.place.file !== undefined) throw error;
    const { message, remedy, place } = error;
    throw new SourceError(message, { place: { ...place, file: path }, remedy, cause: error });
  }
}

function knownUnits(bundle: Bundle): KnownUnit[] {
  const known: KnownUnit[] = [];
  for (const [key, { value }] of bundle.entries) if (typeof value === 'string') known.push({ key, value });
  return known;
}

/**
 * Blocks that are back with the very text that they had, and whose key nobody has taken since. Fields and i18next values
 * have their keys by their path: a kept plural form has its source's text and would be taken for that one renamed.
 */
function returning(parsed: ParsedFile, seen: readonly KnownUnit[], kept: readonly KnownUnit[]): KnownUnit[] {
  if (kept.length === 0) return [];
  const values = new Set(parsed.units.flatMap(({ path, value }) => (path === undefined ? [value] : [])));
  const taken = new Set(seen.map(({ key }) => key));
  return kept.filter(({ key, value }) => {
    const isBack = key.startsWith('body.') && values.has(value) && !taken.has(key);
    if (isBack) taken.add(key);
    return isBack;
  });
}

/** Kept texts as they would stand in the source bundle, had there been one: equal texts are told apart by their order. */
function inOrder(back: readonly KnownUnit[], parsed: ParsedFile, language: string): readonly KnownUnit[] {
  if (back.length === 0) return back;
  const places = new Map<string, number>();
  for (const [index, { key, value }] of assignKeys(parsed.units, [], language).units.entries()) {
    places.set(JSON.stringify([key, value]), index);
    if (!places.has(value)) places.set(value, index);
  }
  const placeOf = ({ key, value }: KnownUnit): number =>
    places.get(JSON.stringify([key, value])) ?? places.get(value) ?? 0;
  return back.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/**
 * What a source bundle lacks, or all where there is none: the records still tell which key had which text, by its hash.
 * @param there keys that the source bundle has.
 */
function recovered(
  parsed: ParsedFile,
  hashes: readonly string[],
  byKey: ReadonlyMap<string, string>,
  there: ReadonlySet<string>,
): RecoveredUnit[] {
  const values = new Map<string, string>();
  for (const [index, { value }] of parsed.units.entries()) {
    const hash = hashes[index] ?? '';
    values.set(formerHash(hash), value).set(hash, value);
  }
  let after: string | undefined;
  return [...byKey].flatMap(([key, hash]) => {
    const value = values.get(hash);
    const unit = { key, value: value ?? '', after };
    after = key;
    return there.has(key) || (there.size > 0 && value === undefined) ? [] : [unit];
  });
}

interface RecoveredUnit extends KnownUnit {
  /** The key before it in the record. */
  readonly after: string | undefined;
}

/** Units of the source bundle, and those that it lacks where they stood: equal texts are told apart by their order. */
function inRecordOrder(seen: readonly KnownUnit[], lost: readonly RecoveredUnit[]): readonly KnownUnit[] {
  const all: KnownUnit[] = [...seen];
  for (const { key, value, after } of lost) {
    const place = after === undefined ? -1 : all.findIndex((unit) => unit.key === after);
    all.splice(after !== undefined && place < 0 ? all.length : place + 1, 0, { key, value });
  }
  return all;
}
