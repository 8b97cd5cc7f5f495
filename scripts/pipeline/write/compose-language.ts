/** The files of one source file and language, made from what is known of its units: article, bundle, record. */
import { findingOf } from '../../checks/finding.ts';
import { deleted, editConflict, structure } from '../../checks/pipeline-rules.ts';
import type { Filled, ParsedArticle } from '../../formats/format.ts';
import { fileHash } from '../../locales/file-hash.ts';
import { printBundle, withLiterals, type BundleEntry } from '../../locales/bundle.ts';
import type { FileChange } from '../../locales/journal.ts';
import { printRecord, recordBody, type RecordHeader, type RecordLine } from '../../locales/record.ts';
import type { Counts } from '../../project/report.ts';
import { canonical } from '../../units/canonical.ts';
import { shortHash } from '../../project/hash.ts';
import type { Unit } from '../../units/unit.ts';
import type { Project } from '../see/project.ts';
import { parseRendered, readRendered } from '../see/read-rendered.ts';
import type { SourceState } from '../see/read-source.ts';
import { isApproval, isProtected } from '../see/record-lines.ts';
import type { LanguageState, UnitState } from '../see/see-language.ts';
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
  const body = recordBody(lines);
  const hasProblem = state.units.some(({ problems }) => problems.length > 0);
  const counts = countUnits(state);
  const header: RecordHeader = {
    glossa: 1,
    from: source.language,
    source: source.hash,
    snapshot: fileHash(source.snapshotText),
    // While two edits contradict each other both files must be seen as edited again.
    bundle: hasProblem || bundleText === undefined ? '' : fileHash(bundleText),
    rendered: article === undefined ? undefined : hasProblem ? '' : fileHash(article),
    outline: article === undefined ? undefined : source.outline,
    terms: project.termsPrint,
    settings: project.settingsPrint,
    body: isDone && !hasProblem ? fileHash(body) : '',
    ...counts,
  };
  const file = source.file.article(language);
  const moved = source.disk.namespace !== source.file.namespace;
  const seen = (text: string | undefined): Pick<FileChange, 'seen'> =>
    text === undefined || moved ? {} : { seen: text };
  const onDisk = state.bundle.text === '' ? undefined : state.bundle.text;
  const articleOnDisk = state.rendered.file === file ? state.rendered.text : undefined;
  const changes: FileChange[] = [{ file: source.file.bundle(language), text: bundleText ?? null, ...seen(onDisk) }];
  if (article !== undefined) changes.push({ file, text: article, ...seen(articleOnDisk) });
  changes.push({ file: source.file.record(language), text: recordText(header, lines, body, state) });
  return { changes, counts };
}

/** A record that says the same, only laid out in another way (by a formatter), is not written again. */
function recordText(header: RecordHeader, lines: readonly RecordLine[], body: string, state: LanguageState): string {
  const { record, recordText: onDisk } = state;
  const isSame =
    onDisk !== undefined &&
    !record.damaged &&
    record.header?.body !== '' &&
    header.body !== '' &&
    record.header?.source === header.source &&
    recordBody(record.lines) === body &&
    lines.length === record.lines.length;
  return isSame ? onDisk : printRecord(header, body);
}

/** The lines of the record: the units in the source's order, then the forms that people added. */
export function recordLines(state: LanguageState): RecordLine[] {
  return [...state.units.map(recordLine), ...state.extra.map(({ line }) => line)];
}

function recordLine({ expected, line, value, problems }: UnitState): RecordLine {
  if (line === undefined)
    return { key: expected.key, source: expected.source.hash, state: 'initial', findings: problems };
  const isEmpty = value === undefined && problems.length === 0;
  const isOver = isEmpty && line.source !== expected.source.hash;
  const kept = (line.findings ?? []).filter((one) => !isProblem(one.rule) && !(isOver && isApproval(one)));
  const findings = [...kept, ...problems];
  const { note } = line;
  const own = isEmpty ? { key: line.key, source: expected.source.hash, state: 'initial' as const, note } : line;
  return { ...own, key: expected.key, findings };
}

function isProblem(rule: string): boolean {
  return rule === editConflict.name || rule === deleted.name;
}

/** The bundle's text, or undefined where it holds nothing. */
export function bundleOf(source: SourceState, state: LanguageState): string | undefined {
  const entries: [unit: number, entry: BundleEntry][] = [];
  const numbers = new Map<Unit, number>(source.units.map((unit, index) => [unit, index]));
  for (const { expected, value } of state.units) {
    if (value !== undefined) entries.push([numbers.get(expected.source) ?? Infinity, { path: expected.path, value }]);
  }
  const extra = new Map(state.extra.map(({ entry }) => [entry.path.join('.'), entry]));
  if (entries.length === 0 && extra.size === 0) return undefined;
  const all = withLiterals(entries, source.literals);
  return printBundle([...all, ...extra.values()], state.bundle, source.arrays);
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
  const filled = fillArticle(parsed, values);
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
    const patched = existing.fill(changed, { parse: parseValue });
    return patched.refused.length === 0 ? patched.text : filled.text;
  } catch {
    // What is there cannot be read any more: it was seen unchanged since the last run, so it is only old.
    return filled.text;
  }
}

/** Where values are nested so deeply that the parsers' own recursion gives up, all of the article's are refused: the run goes on. */
function fillArticle(parsed: ParsedArticle, values: ReadonlyMap<number, string>): Filled {
  try {
    return parsed.fill(values, { parse: parseValue });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const changed = [...values].filter(([index, value]) => parsed.units[index]?.value !== value);
    const reason = 'a text of the article is nested too deeply to be written';
    return { text: parsed.fill(new Map()).text, refused: changed.map(([unit]) => ({ unit, reason })) };
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
  const texts = await readRendered(source, rendered.file, rendered.text, record.header, record.lines, configuration);
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
