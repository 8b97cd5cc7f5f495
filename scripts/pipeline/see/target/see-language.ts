/**
 * What is on disk for one source file and language, and what each unit therefore needs. Reads only.
 * Every language is seen on every run that parses, whatever `--to` and `--only` say (rule 2).
 */
import { findingOf } from '../../../checks/finding.ts';
import { PIPELINE_RULES, deleted } from '../../../checks/pipeline-rules.ts';
import type { Finding, JudgeOptions } from '../../../checks/check.ts';
import { type Bundle, EMPTY_BUNDLE, parseBundle } from '../../../locales/bundle.ts';
import { withWholeHashes } from '../../../locales/former-hashes.ts';
import { NO_RECORD, type RecordLine, type ReviewRecord, parseRecord, refuseNewer } from '../../../locales/record.ts';
import type { Configuration } from '../../../project/configuration.ts';
import { SourceError } from '../../../project/errors.ts';
import { isSameHash } from '../../../project/hash.ts';
import { sameLiteral } from '../../../project/json-reader.ts';
import { sameLanguage } from '../../../project/languages.ts';
import { withoutUnread } from '../../../units/former-plurals.ts';
import { formerKeys } from '../../../units/key-forms.ts';
import { expectedUnits } from '../../../units/plurals.ts';
import type { SyntaxName } from '../../../units/unit.ts';
import { articleOnDisk, type ArticleOnDisk } from './article-on-disk.ts';
import { withEdits, type UnitOnDisk } from './edits.ts';
import { leftOver, type LeftOver } from './left-over.ts';
import { noTranslations, type NoTranslations, type UnknownText } from './first-sight.ts';
import type { GitHistory } from '../git-history.ts';
import { documentValues, readDocument, type DocumentOnDisk } from '../read-document.ts';
import { sourceThen } from '../source-then.ts';
import type { SourceState, SourceUnit } from '../source/read-source.ts';
import type { PageSettings } from './page-of-address.ts';
import { askedOf, isProtected, linesByKey, withoutFailures } from './record-lines.ts';
import { decode, readBytes, syntaxOf } from '../source/sources.ts';
import type { TermLookup } from '../project.ts';
import type { TargetUnit, UnitState, Work } from './unit-state.ts';
import { judgingOn } from './judging-on.ts';
import { withSourceAddresses } from './written-addresses.ts';
import { foldedHash, valueHash } from '../values.ts';

export interface LanguageState extends LeftOver {
  readonly language: string;
  readonly units: readonly UnitState[];
  readonly bundle: Bundle;
  readonly record: ReviewRecord;
  readonly recordText: string | undefined;
  readonly rendered: ArticleOnDisk;
  /** The article, where it was read. */
  readonly document: DocumentOnDisk | undefined;
  /** What stood where translations should be when the files were seen first. */
  readonly noTranslations: NoTranslations;
}

export interface SeeOptions {
  readonly root: string;
  readonly configuration: Configuration;
  readonly layout: PageSettings['layout'];
  readonly lookup: TermLookup;
  /** Fingerprint of what judges targets. */
  readonly checksPrint: string;
  /** What judging needs beside a unit. */
  readonly judging: JudgeOptions;
  /** Fingerprint of the engines of a language. */
  readonly enginesPrint: (language: string) => string;
  /** Machine text to be made anew: all, one engine's, none. */
  readonly redo: boolean | string;
  /** At first sight: a sentence that equals its source is a person's. */
  readonly keepEqual: boolean;
  /** Keys that nobody knows go. */
  readonly prune: boolean;
  /** Asked only for files that no run has seen. */
  readonly history: GitHistory;
}

/** @throws SourceError when the bundle or the edited article cannot be read; the file and language is then left alone. */
export async function seeLanguage(source: SourceState, language: string, options: SeeOptions): Promise<LanguageState> {
  const { root, configuration } = options;
  const { disk } = source;
  const bundleFile = disk.bundle(language);
  const bundleBytes = readBytes(root, bundleFile);
  const bundle = bundleBytes === undefined ? EMPTY_BUNDLE : parseBundle(decode(bundleBytes, bundleFile), bundleFile);
  const recordText = readBytes(root, disk.record(language))?.toString('utf8');
  const syntaxes = new Map<string, SyntaxName>();
  const expected: readonly TargetUnit[] = withoutUnread(expectedUnits(source.units, language), language, (key) =>
    bundle.entries.has(key),
  );
  for (const { key, source: unit } of expected) syntaxes.set(key, unit.syntax);
  const record: ReviewRecord =
    recordText === undefined
      ? NO_RECORD
      : withWholeHashes(refuseNewer(parseRecord(recordText), disk.record(language)), () => hashesOf(source, bundle));
  const hashOf = (key: string): string | undefined => {
    const value = bundle.entries.get(key)?.value;
    return typeof value === 'string' ? valueHash(syntaxes.get(key) ?? 'plain', value) : undefined;
  };
  const lines = linesByKey(record.lines, hashOf);

  const onDisk = await articleOnDisk(root, source, language, record, configuration);
  const rendered = await withSourceAddresses(onDisk, source, language, bundle, options);
  // Where the bundle has lost a person's text, the article may still have it.
  const isLacking = record.lines.some((line) => isLost(line) && !bundle.entries.has(line.key));
  const base = rendered.text === undefined ? undefined : readBytes(root, disk.skeleton(language))?.toString('utf8');
  const isFirst = recordText === undefined && (rendered.text !== undefined || bundle.text !== '');
  const then = isFirst
    ? await sourceThen(source, rendered.text === undefined ? bundleFile : rendered.file, options.history, configuration)
    : undefined;
  const document =
    rendered.text !== undefined && (rendered.isEdited || isLacking || base !== undefined)
      ? await readDocument(rendered.file, rendered.text, { source, record, bundle, former: then, base, configuration })
      : undefined;
  const article = document === undefined ? new Map<string, string>() : documentValues(document);

  const keyOnDisk = formerKeys(expected, source.renamed);
  const unknown = expected.flatMap(({ key, source: unit }): UnknownText[] => {
    const value = article.get(key) ?? bundle.entries.get(key)?.value;
    const isUnknown = isFirst || (lines.get(key)?.target === undefined && !article.has(key));
    return typeof value === 'string' && isUnknown ? [{ key, value, source: unit }] : [];
  });
  const languages = [configuration.sourceLanguage, ...configuration.targetLanguages];
  const none = await noTranslations(unknown, language, languages, options.keepEqual);
  const missing = new Set([...none.blank, ...none.equal]);
  for (const key of missing) article.delete(key);
  const engines = options.enginesPrint(language);
  const thenByKey = new Map(then?.map(({ key, value }) => [key, value]));
  const judging = judgingOn(() => rendered.text, source.file.path, language, options);
  const units = expected.map((unit): UnitState => {
    const diskKey = keyOnDisk(unit.key);
    const stored =
      diskKey === undefined || missing.has(diskKey)
        ? undefined
        : storedText(bundle, diskKey, source.snapshot, bundleFile);
    return seeUnit(unit, {
      line: withSpaces(diskKey === undefined ? undefined : lines.get(diskKey), unit.source, stored),
      stored,
      article: diskKey === undefined ? undefined : article.get(diskKey),
      isFirst,
      formerText: thenByKey.get(unit.source.key),
      files: [bundleFile, rendered.file],
      language,
      terms: options.lookup(unit.source),
      redo: options.redo,
      engines,
      judging,
      isJudged: recordText === undefined || record.header?.checks === options.checksPrint,
    });
  });

  refuseMoveWithProblems(source, rendered, disk.article(language), units);
  const keys = expected.map(({ key }) => key);
  const { extra, gone, orphans, literals } = leftOver(source, new Set(keys.map(keyOnDisk)), new Set(keys), {
    bundle,
    lines,
    article,
    prune: options.prune,
  });
  return {
    language,
    units,
    extra,
    gone,
    orphans,
    literals,
    bundle,
    record,
    recordText,
    rendered,
    document,
    noTranslations: none,
  };
}

/** Of all texts that a record of the file may speak of. */
function* hashesOf(source: SourceState, bundle: Bundle): Iterable<string> {
  for (const { key, value } of source.removed) yield valueHash(syntaxOf(source.file, key), value);
  for (const { hash, before, syntax } of source.units) {
    if (before !== undefined) yield valueHash(syntax, before);
    yield hash;
  }
  for (const [key, { value }] of bundle.entries) {
    if (typeof value === 'string') yield valueHash(syntaxOf(source.file, key), value);
  }
}

/** An article that goes with its old extension is the last place of words that the bundle does not have. */
function refuseMoveWithProblems(
  { file: { extension } }: SourceState,
  { file, outdated }: ArticleOnDisk,
  own: string,
  units: readonly UnitState[],
): void {
  const [problem] = units.flatMap(({ problems }) => problems);
  if (problem === undefined || (file === own && outdated.length === 0)) return;
  const rule = PIPELINE_RULES.find(({ name }) => name === problem.rule);
  const reason = rule?.say(problem.parameters ?? {}) ?? problem.rule;
  throw new SourceError(`cannot become ${extension} yet: ${reason}.`, {
    place: { file: outdated[0]?.file ?? file },
  });
}

function seeUnit(expected: TargetUnit, disk: UnitOnDisk): UnitState {
  const { source } = expected;
  const { files, language, terms, judging } = disk;
  const hash = (value: string): string => valueHash(source.syntax, value);
  const { value, line: seen, problems, edited } = withEdits(source, disk, hash);
  const line = seen && withPrevious(seen, source, hash);
  // Spelled out: each object spread makes a hidden class of its own, and a run has tens of thousands of these.
  const state = (
    work: Work,
    own = line,
    judge = edited || !disk.isJudged,
    faults: readonly Finding[] = problems,
  ): UnitState => {
    return { language, expected, terms, judging, line: own, value, work, isEdited: edited, judge, problems: faults };
  };
  if (problems.length > 0 || (value === undefined && line !== undefined && isLost(line))) {
    const lost = findingOf(deleted, { file: files[0] });
    return state('none', line, edited, problems.length > 0 ? problems : [lost]);
  }
  const isWaiting =
    line?.asked !== undefined &&
    disk.redo === false &&
    line.asked === askedOf(source, terms.hash(language), disk.engines);
  if (isWaiting && !edited) return state('wait');
  const copied = source.value.trim() === '' || sameLanguage(source.language, language);
  const make: Work = copied ? 'copy' : 'translate';
  if (value === undefined || line === undefined) return state(make);

  const isPerson = isProtected(line);
  if (line.source !== source.hash) {
    if (isPerson && copied) return state('none', suggestSource(line, source));
    return state(!isPerson ? make : line.suggested === source.hash ? 'none' : 'suggest');
  }
  const termsHash = terms.hash(language);
  if (edited) {
    const { key, state: word, origin, target } = line;
    return state('none', { key, source: source.hash, state: word, origin, target, terms: termsHash });
  }
  // The source is (again) what the target belongs to: the mark goes.
  const fresh: RecordLine = {
    ...(line.previous === undefined ? line : unmarked(line)),
    asked: undefined,
    findings: withoutFailures(line.findings),
  };
  if (line.origin !== 'source' && !isSameHash(line.terms, termsHash)) {
    if (isPerson && copied) return state('none', { ...fresh, terms: termsHash }, true);
    return state(isPerson ? 'suggest' : make, fresh, true);
  }
  const isRedone = !isPerson && line.origin !== 'source' && (disk.redo === true || disk.redo === line.origin);
  return state(isRedone ? make : 'none', fresh);
}

/**
 * The text that a bundle has for a unit; null, and a number that was copied while the source had one, are none.
 * @throws SourceError for any other value: it was written by hand, and would be lost.
 */
function storedText(bundle: Bundle, key: string, snapshot: Bundle, file: string): string | undefined {
  const { value, raw, start = 0 } = bundle.entries.get(key) ?? {};
  if (typeof value === 'string') return value;
  if (value === undefined || raw === 'null' || sameLiteral(raw, snapshot.entries.get(key)?.raw)) {
    return undefined;
  }
  throw new SourceError(`${raw ?? JSON.stringify(value)} stands where a text should be.`, {
    place: { file, key, line: bundle.text.slice(0, start).split('\n').length },
    remedy: 'Write a text, or remove the key to have it translated. The file was left as it is.',
  });
}

/** A line of Glossa before it told line breaks and blanks apart, with hashes of today: source and target are as it left them. */
function withSpaces(
  line: RecordLine | undefined,
  { hash, value, before, syntax }: SourceUnit,
  stored: string | undefined,
): RecordLine | undefined {
  if (line === undefined || line.source === hash || before !== value || line.stale === true) return line;
  if (line.source !== foldedHash(syntax, value)) return line;
  const isFolded = stored !== undefined && line.target === foldedHash(syntax, stored);
  return { ...line, source: hash, target: isFolded ? valueHash(syntax, stored) : line.target };
}

/** Where the source has changed: with the text that the target belongs to, as far as it is known. */
function withPrevious(line: RecordLine, source: SourceUnit, hash: (value: string) => string): RecordLine {
  if (line.target === undefined || line.source === source.hash || line.previous !== undefined) return line;
  // The snapshot may be newer than the target: a branch was merged, or the bundle could not be read when it moved.
  const isBefore = source.before !== undefined && hash(source.before) === line.source;
  return isBefore ? { ...line, previous: source.before } : line;
}

function unmarked(line: RecordLine): RecordLine {
  return { ...line, previous: undefined, suggestion: undefined, suggested: undefined };
}

/** Beside a person's text: a source that needs no engine, because it is in the target language or empty. */
function suggestSource(line: RecordLine, source: SourceUnit): RecordLine {
  return { ...line, suggestion: source.value, suggested: source.hash };
}

function isLost(line: RecordLine): boolean {
  return line.target !== undefined && isProtected(line);
}
