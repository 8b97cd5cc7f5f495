/**
 * What is on disk for one source file and language, and what each unit therefore needs. Reads only.
 * Every language is seen on every run that parses, whatever `--to` and `--only` say (rule 2).
 */
import type { Finding } from '../checks/check.ts';
import { fileHash } from '../locales/file-hash.ts';
import { EMPTY_BUNDLE, parseBundle, type Bundle, type BundleEntry } from '../locales/bundle.ts';
import { parseRecord, type RecordLine, type ReviewRecord } from '../locales/record.ts';
import type { Configuration } from '../project/configuration.ts';
import { sameLanguage } from '../project/languages.ts';
import { bundlePath, recordPath, renderedPath } from '../project/paths.ts';
import type { UnitTerms } from '../terminology/unit-terms.ts';
import { expectedUnits, isContextSibling, isPluralSibling, type ExpectedUnit } from '../units/plurals.ts';
import type { SyntaxName, Unit } from '../units/unit.ts';
import { readRendered } from './read-rendered.ts';
import type { SourceState, SourceUnit } from './read-source.ts';
import { isProtected, linesByKey } from './record-lines.ts';
import { decode, readBytes } from './sources.ts';
import type { TermLookup } from './project.ts';
import { valueHash } from './values.ts';

/** What a unit needs: nothing, its own source text, a translation, a suggestion beside a person's text. */
export type Work = 'none' | 'copy' | 'translate' | 'suggest';

/** A unit that the language is to have, with the source unit that it is made from. */
export interface TargetUnit extends ExpectedUnit {
  readonly source: SourceUnit;
}

export interface UnitState {
  readonly expected: TargetUnit;
  readonly terms: UnitTerms;
  /** The record as it stands after edits and a changed source were seen; undefined for a new unit. */
  line: RecordLine | undefined;
  /** The target that the bundle holds or shall hold. */
  value: string | undefined;
  work: Work;
  /** A person wrote the target since the last run, in the bundle or in the article. */
  readonly isEdited: boolean;
  /** True where the target must be judged again: a person wrote it, or terms changed. */
  judge: boolean;
  /** Faults of the files themselves: an edit conflict, a person's text that was deleted. */
  problems: readonly Finding[];
}

export interface LanguageState {
  readonly language: string;
  readonly units: readonly UnitState[];
  /** Values that no source unit asks for and that stay: plural forms that a person added. */
  readonly extra: readonly { readonly entry: BundleEntry; readonly line: RecordLine }[];
  /** Targets whose unit left the source. */
  readonly gone: readonly { readonly key: string; readonly value: string; readonly line: RecordLine | undefined }[];
  readonly bundle: Bundle;
  readonly record: ReviewRecord;
  readonly recordText: string | undefined;
  readonly renderedText: string | undefined;
}

export interface SeeOptions {
  readonly root: string;
  readonly configuration: Configuration;
  readonly lookup: TermLookup;
  /** Machine text to be made anew: all, one engine's, none. */
  readonly redo: boolean | string;
}

/** @throws SourceError when the bundle or the edited article cannot be read; the file and language is then left alone. */
export async function seeLanguage(source: SourceState, language: string, options: SeeOptions): Promise<LanguageState> {
  const { root, configuration } = options;
  const from = source.diskNamespace;
  const bundleFile = bundlePath(language, from);
  const bundleBytes = readBytes(root, bundleFile);
  const bundle = bundleBytes === undefined ? EMPTY_BUNDLE : parseBundle(decode(bundleBytes, bundleFile), bundleFile);
  const recordText = readBytes(root, recordPath(language, from))?.toString('utf8');
  const record: ReviewRecord =
    recordText === undefined ? { header: undefined, lines: [], damaged: false } : parseRecord(recordText);

  const syntaxes = new Map<string, SyntaxName>();
  const own = new Map<Unit, SourceUnit>(source.units.map((unit) => [unit, unit]));
  const expected = expectedUnits(source.units, language).flatMap((unit): TargetUnit[] => {
    const made = own.get(unit.source);
    return made === undefined ? [] : [{ ...unit, source: made }];
  });
  for (const { key, source: unit } of expected) syntaxes.set(key, unit.syntax);
  const trusted = bundleBytes !== undefined && record.header?.bundle === fileHash(bundleBytes);
  const hashOf = (key: string): string | undefined => {
    const value = bundle.entries.get(key)?.value;
    return typeof value === 'string' ? valueHash(syntaxes.get(key) ?? 'plain', value) : undefined;
  };
  const lines = linesByKey(record.lines, hashOf);

  const renderedFile = renderedPath(language, from, source.file.extension);
  const renderedBytes = source.file.format.article ? readBytes(root, renderedFile) : undefined;
  const renderedText = renderedBytes === undefined ? undefined : decode(renderedBytes, renderedFile);
  const isEdited = renderedBytes !== undefined && record.header?.rendered !== fileHash(renderedBytes);
  const article =
    isEdited && renderedText !== undefined && (record.lines.length > 0 || bundleBytes !== undefined)
      ? await readRendered(source, renderedFile, renderedText, record.header, record.lines, configuration)
      : new Map<string, string>();

  const movedAway = new Set(source.renamed.values());
  const keyOnDisk = (key: string): string | undefined =>
    source.renamed.get(key) ?? (movedAway.has(key) ? undefined : key);
  const units = expected.map((unit): UnitState => {
    const diskKey = keyOnDisk(unit.key);
    const stored = diskKey === undefined ? undefined : bundle.entries.get(diskKey)?.value;
    return seeUnit(unit, {
      line: diskKey === undefined ? undefined : lines.get(diskKey),
      stored: typeof stored === 'string' ? stored : undefined,
      trusted,
      article: diskKey === undefined ? undefined : article.get(diskKey),
      files: [bundleFile, renderedFile],
      language,
      terms: options.lookup(unit.source),
      redo: options.redo,
    });
  });

  const wanted = new Set(units.map(({ expected: { key } }) => keyOnDisk(key)));
  const literals = new Set(source.parsed.literals.map(({ path }) => path.join('.')));
  const sourceKeys = new Set(source.units.map(({ key }) => key));
  const extra: { entry: BundleEntry; line: RecordLine }[] = [];
  const gone: { key: string; value: string; line: RecordLine | undefined }[] = [];
  for (const [key, entry] of bundle.entries) {
    if (wanted.has(key) || literals.has(key) || typeof entry.value !== 'string') continue;
    const line = lines.get(key);
    // A machine's form of a category or context that the source no longer has is no person's.
    const isTheirs = line === undefined || isProtected(line);
    if (isTheirs && (isPluralSibling(key, sourceKeys) || isContextSibling(key, sourceKeys))) {
      const target = valueHash('i18next', entry.value);
      const kept = line?.target === target ? line : undefined;
      extra.push({ entry, line: kept ?? { key, source: '', state: 'reviewed', origin: 'person', target } });
    } else gone.push({ key, value: entry.value, line });
  }
  return { language, units, extra, gone, bundle, record, recordText, renderedText };
}

interface UnitOnDisk {
  readonly line: RecordLine | undefined;
  readonly stored: string | undefined;
  /** The bundle is byte for byte what the record belongs to. */
  readonly trusted: boolean;
  /** The value in the edited rendered article. */
  readonly article: string | undefined;
  readonly files: readonly [bundle: string, article: string];
  readonly language: string;
  readonly terms: UnitTerms;
  readonly redo: boolean | string;
}

function seeUnit(expected: TargetUnit, disk: UnitOnDisk): UnitState {
  const { source } = expected;
  const { files, language, terms } = disk;
  const hash = (value: string): string => valueHash(source.syntax, value);
  const { value, line, problems, edited } = withEdits(expected, disk, hash);
  const state = { expected, terms, value, line, problems, judge: edited, isEdited: edited };
  if (problems.length > 0 || (value === undefined && line !== undefined && isLost(line))) {
    const lost: Finding = {
      check: 'deleted',
      severity: 'error',
      message: `a person's text is gone from ${files[0]}: restore it from git, or give it up with review reject`,
    };
    return { ...state, problems: problems.length > 0 ? problems : [lost], work: 'none' };
  }
  const copied = source.value.trim() === '' || sameLanguage(source.language, language);
  const make: Work = copied ? 'copy' : 'translate';
  if (value === undefined || line === undefined) return { ...state, work: make };

  const isPerson = isProtected(line);
  if (line.source !== source.hash) {
    const previous = line.previous ?? source.before;
    const stale = { ...line, previous };
    if (isPerson) return { ...state, line: stale, work: line.suggested === source.hash ? 'none' : 'suggest' };
    return { ...state, line: stale, work: make };
  }
  // The source is (again) what the target belongs to: the mark goes.
  const fresh: RecordLine =
    line.previous === undefined ? line : { ...line, previous: undefined, suggestion: undefined, suggested: undefined };
  const termsHash = terms.hash(language);
  if (edited) return { ...state, line: { ...fresh, terms: termsHash }, work: 'none' };
  if (line.origin !== 'source' && line.terms !== termsHash) {
    return { ...state, line: fresh, judge: true, work: isPerson ? 'suggest' : make };
  }
  const isRedone = !isPerson && line.origin !== 'source' && (disk.redo === true || disk.redo === line.origin);
  return { ...state, line: fresh, work: isRedone ? make : 'none' };
}

function isLost(line: RecordLine): boolean {
  return line.target !== undefined && isProtected(line);
}

/** Takes over what a person wrote in the bundle or in the rendered article. */
function withEdits(
  { source }: TargetUnit,
  { line, stored, trusted, article, files }: UnitOnDisk,
  hash: (value: string) => string,
): { value: string | undefined; line: RecordLine | undefined; problems: Finding[]; edited: boolean } {
  const storedHash =
    stored === undefined ? undefined : trusted && line?.target !== undefined ? line.target : hash(stored);
  const inBundle = stored !== undefined && storedHash !== line?.target;
  const articleHash = article === undefined ? undefined : hash(article);
  const inArticle =
    articleHash !== undefined &&
    articleHash !== line?.target &&
    articleHash !== storedHash &&
    !showsSource(line, source, articleHash);
  if (inBundle && inArticle) {
    const problem: Finding = {
      check: 'edit-conflict',
      severity: 'error',
      message: `edited differently in ${files[0]} and ${files[1]}: make the two equal; neither was touched`,
    };
    return { value: stored, line, problems: [problem], edited: false };
  }
  if (!inBundle && !inArticle) return { value: stored, line, problems: [], edited: false };
  const value = inArticle ? article : stored;
  // A person edits against the source seen last; that settles an older change of the source.
  const seen = source.before === undefined ? source.hash : hash(source.before);
  return {
    value,
    line: {
      key: line?.key ?? source.key,
      source: seen,
      state: 'reviewed',
      origin: 'person',
      target: inArticle ? articleHash : storedHash,
    },
    problems: [],
    edited: true,
  };
}

/** Where a unit has no target, or its target did not fit the structure, the article shows the source text. */
function showsSource(line: RecordLine | undefined, source: SourceUnit, articleHash: string): boolean {
  const refused = line?.findings?.some(({ check }) => check === 'structure') ?? false;
  const isEmpty = line?.target === undefined;
  return (isEmpty || refused) && (articleHash === line?.source || articleHash === source.hash);
}
