/** The files of one source file and language, made from what is known of its units: article, bundle, record. */
import type { RequiredTerm } from '../../checks/check.ts';
import { findingOf } from '../../checks/finding.ts';
import { deleted, editConflict, structure } from '../../checks/pipeline-rules.ts';
import type { Filled, ParsedArticle } from '../../formats/format.ts';
import { fileHash } from '../../locales/file-hash.ts';
import type { FileChange } from '../../locales/journal.ts';
import type { RecordHeader, RecordLine } from '../../locales/record.ts';
import { isOwnLayout, printRecord, recordBody } from '../../locales/record-text.ts';
import { fingerprint, shareOf } from '../../locales/seal.ts';
import { countTerms } from '../../checks/terms.ts';
import type { Counts } from '../../project/report.ts';
import { canonical } from '../../units/canonical.ts';
import { shortHash } from '../../project/hash.ts';
import type { Inline } from '../../units/unit.ts';
import type { Project } from '../see/project.ts';
import { bundleOf } from './compose-bundle.ts';
import { parseRendered, readRendered } from '../see/read-rendered.ts';
import type { SourceState } from '../see/read-source.ts';
import { isApproval, isProtected } from '../see/record-lines.ts';
import type { LanguageState, UnitState } from '../see/see-language.ts';
import { articleSeal, outlineSeal, sealOfAll } from '../see/seals.ts';
import { parseValue, valueHash } from '../see/values.ts';

export interface ComposedLanguage {
  /** In the order in which they are to be written: the record last. */
  readonly changes: readonly FileChange[];
  readonly counts: Counts;
}

/**
 * @param isDone false while an engine still owes something: the record then says so, and the next run parses.
 */
export async function composeLanguage(
  project: Project,
  source: SourceState,
  state: LanguageState,
  isDone: boolean,
): Promise<ComposedLanguage> {
  const { language } = state;
  const { parsed } = source;
  const article = parsed.kind === 'article' ? await composeArticle(project, source, parsed, state) : undefined;
  const bundleText = bundleOf(source, state);
  const lines = recordLines(state);
  const hasProblem = state.units.some(({ problems }) => problems.length > 0);
  const counts = countUnits(state);
  const header: RecordHeader = {
    from: source.language,
    checks: project.checksPrint,
    warned: source.parsed.warnings.length > 0,
  };
  const body = recordBody(header, lines);
  const all = sealOfAll(project, language, {
    source: source.hash,
    snapshot: fileHash(source.snapshotText),
    bundle: bundleText === undefined ? '' : fileHash(bundleText),
    article: article === undefined ? '' : fileHash(article),
    body,
  });
  const seal = shareOf({
    all: isDone && !hasProblem ? all : otherThan(all, state.record.seal?.all),
    // While two edits contradict each other the article must be seen as edited again.
    article: hasProblem ? fingerprint(['edited', all]) : articleSeal(article === undefined ? '' : fileHash(article)),
    outline: outlineSeal(
      article === undefined ? '' : source.outline,
      lines.map(({ key }) => key),
    ),
  });
  const file = source.file.article(language);
  const moved = source.disk.namespace !== source.file.namespace;
  const seen = (text: string | undefined): Pick<FileChange, 'seen'> =>
    text === undefined || moved ? {} : { seen: text };
  const onDisk = state.bundle.text === '' ? undefined : state.bundle.text;
  const articleOnDisk = state.rendered.file === file ? state.rendered.text : undefined;
  const changes: FileChange[] = [{ file: source.file.bundle(language), text: bundleText ?? null, ...seen(onDisk) }];
  if (article !== undefined) changes.push({ file, text: article, ...seen(articleOnDisk) });
  changes.push({ file: source.file.record(language), text: recordText(header, lines, seal, state) });
  return { changes, counts };
}

/** While work is left the seal fits nothing; the one that is there does not fit any more, and mostly will do. */
function otherThan(all: string, there: string | undefined): string {
  return there === undefined || there === all ? fingerprint(['work is left', all]) : there;
}

/** A record that says the same, only laid out in another way (by a formatter, by an older version), is not written again. */
function recordText(header: RecordHeader, lines: readonly RecordLine[], seal: string, state: LanguageState): string {
  const { record, recordText: onDisk } = state;
  const isForeign =
    onDisk !== undefined &&
    !record.damaged &&
    record.header?.from === header.from &&
    lines.length === record.lines.length &&
    !isOwnLayout(onDisk, header, lines) &&
    recordBody(header, record.lines) === recordBody(header, record.header.isOld === true ? lines.map(asBefore) : lines);
  if (isForeign) return onDisk;
  const text = printRecord(header, lines, record, seal);
  return onDisk !== undefined && onDisk.replaceAll('\r\n', '\n') === text ? onDisk : text;
}

/** What older versions did not write down makes no change. */
function asBefore({ uses: _uses, stale: _stale, ...line }: RecordLine): RecordLine {
  return line;
}

/** The lines of the record: the units in the source's order, then the forms that people added. */
export function recordLines(state: LanguageState): RecordLine[] {
  return [...state.units.map((unit) => recordLine(unit, state.language)), ...state.extra.map(({ line }) => line)];
}

function recordLine({ expected, line, value, problems, terms }: UnitState, language: string): RecordLine {
  const { key, source } = expected;
  if (line === undefined) return { key, source: source.hash, state: 'initial', findings: problems };
  const isEmpty = value === undefined && problems.length === 0;
  const isOver = isEmpty && line.source !== source.hash;
  const kept = (line.findings ?? []).filter((one) => !isProblem(one.rule) && !(isOver && isApproval(one)));
  const findings = [...kept, ...problems];
  if (isEmpty) return { key, source: source.hash, state: 'initial', findings, asked: line.asked, note: line.note };
  const stale = line.target !== undefined && line.source !== source.hash;
  return {
    ...line,
    key,
    findings,
    stale,
    uses: value === undefined ? undefined : usesOf(terms.required(language), parseValue(source.syntax, value)),
    seal: undefined,
  };
}

function usesOf(terms: readonly RequiredTerm[], targetContent: readonly Inline[]): RecordLine['uses'] {
  if (terms.length === 0) return undefined;
  const { required, found } = countTerms({ terms, targetContent });
  return required === 0 ? undefined : [required, found];
}

function isProblem(rule: string): boolean {
  return rule === editConflict.name || rule === deleted.name;
}

/**
 * The rendered article. A file that is there keeps its layout where its structure still is the source's; units that do
 * not fit the structure are refused: a machine's leaves the bundle, a person's stays there with a finding.
 */
async function composeArticle(
  project: Project,
  source: SourceState,
  parsed: ParsedArticle,
  state: LanguageState,
): Promise<string> {
  const renderedText = state.rendered.text;
  const kept = await keptByProblems(project, source, state);
  const values = new Map<number, string>();
  state.units.forEach((unit, index) => {
    const value = kept.get(unit) ?? unit.value;
    if (value !== undefined) values.set(index, value);
  });
  const filled = fillArticle(parsed, values, state.language);
  for (const { unit, reason } of filled.refused) refuse(state.units[unit], reason);
  if (renderedText === undefined || fileHash(renderedText) === fileHash(filled.text)) return filled.text;
  const file = source.file.article(state.language);
  try {
    const existing = await parseRendered(source.file.format, file, renderedText, project.configuration);
    if (shortHash(existing.outline()) !== source.outline) return filled.text;
    const changed = new Map<number, string>();
    state.units.forEach((unit, index) => {
      const { source: own } = unit.expected;
      const wanted = kept.get(unit) ?? (isRefused(unit) ? own.value : (unit.value ?? own.value));
      const there = existing.units[index]?.value;
      const says = (value: string): string => canonical(parseValue(own.syntax, value));
      if (there === undefined || says(there) !== says(wanted)) changed.set(index, wanted);
    });
    const patched = existing.fill(changed, { parse: parseValue, language: state.language, ...idsOf(parsed) });
    return patched.refused.length === 0 ? patched.text : filled.text;
  } catch {
    // What is there cannot be read any more: it was seen unchanged since the last run, so it is only old.
    return filled.text;
  }
}

/** The ids of the source's headings: the translation's are the same. */
function idsOf({ headingIds }: ParsedArticle): { readonly headingIds?: readonly string[] } {
  return headingIds === undefined ? {} : { headingIds: headingIds() };
}

/** Where values are nested so deeply that the parsers' own recursion gives up, all of the article's are refused: the run goes on. */
function fillArticle(parsed: ParsedArticle, values: ReadonlyMap<number, string>, language: string): Filled {
  try {
    return parsed.fill(values, { parse: parseValue, language });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const changed = [...values].filter(([index, value]) => parsed.units[index]?.value !== value);
    const reason = 'a text of the article is nested too deeply to be written';
    return { text: parsed.fill(new Map(), { language }).text, refused: changed.map(([unit]) => ({ unit, reason })) };
  }
}

/**
 * What the article on disk says of units whose edit contradicts the bundle's, or whose text is gone from there: it stays.
 * All else is written as always, so that the article keeps the structure that its record tells.
 */
async function keptByProblems(
  project: Project,
  source: SourceState,
  { units, record, rendered }: LanguageState,
): Promise<ReadonlyMap<UnitState, string>> {
  const kept = new Map<UnitState, string>();
  const troubled = units.filter(({ problems }) => problems.length > 0);
  if (rendered.text === undefined || troubled.length === 0) return kept;
  const { configuration } = project;
  const texts = await readRendered(source, rendered.file, rendered.text, record, configuration);
  for (const unit of troubled) {
    const { key } = unit.expected;
    const text = texts.get(source.renamed.get(key) ?? key);
    if (text === undefined) continue;
    // The source text in place of words that are gone: it is the newest one that is shown.
    const isShown = !isConflict(unit) && valueHash(unit.expected.source.syntax, text) !== unit.line?.target;
    if (!isShown) kept.set(unit, text);
  }
  return kept;
}

function isConflict({ problems }: UnitState): boolean {
  return problems.some(({ rule }) => rule === editConflict.name);
}

function isRefused({ line }: UnitState): boolean {
  return line?.findings?.some(({ rule }) => rule === structure.name) ?? false;
}

function refuse(unit: UnitState | undefined, reason: string): void {
  if (unit?.line === undefined) return;
  const finding = findingOf(structure, { reason });
  const findings = [...(unit.line.findings ?? []).filter(({ rule }) => rule !== structure.name), finding];
  if (isProtected(unit.line)) {
    unit.line = { ...unit.line, findings };
    return;
  }
  unit.value = undefined;
  unit.line = { key: unit.line.key, source: unit.expected.source.hash, state: 'initial', findings };
}

/** How far a language is with one file. */
export function countUnits(state: LanguageState): Counts {
  const lines = recordLines(state);
  const hashes = new Map(state.units.map(({ expected }) => [expected.key, expected.source.hash]));
  const findings = lines.flatMap((line) => line.findings ?? []).filter((finding) => !isApproval(finding));
  return {
    units: state.units.length,
    human: state.units.filter(({ line, value }) => line !== undefined && value !== undefined && isProtected(line))
      .length,
    stale: lines.filter(({ key, target, source: own }) => target !== undefined && own !== '' && own !== hashes.get(key))
      .length,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}
