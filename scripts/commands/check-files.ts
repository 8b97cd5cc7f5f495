/** The part of the offline gate that reads: files whose seal does not fit, and what is told with places in the source. */
import type { Finding } from '../checks/check.ts';
import { ruleNamed } from '../checks/index.ts';
import { countTerms } from '../checks/terms.ts';
import { fileHash } from '../locales/file-hash.ts';
import type { RecordLine } from '../locales/record.ts';
import { languageSum, type CheckReport } from './check-report.ts';
import { addFaults, recordedWord } from './unit-faults.ts';
import { composeLanguage } from '../pipeline/write/compose-language.ts';
import { judgeValue } from '../pipeline/judge/judge-target.ts';
import { termLookup, type Project } from '../pipeline/see/project.ts';
import { readFile, type FileState } from '../pipeline/see/read-project.ts';
import { isProtected } from '../pipeline/see/record-lines.ts';
import { readSource, type SourceState } from '../pipeline/see/read-source.ts';
import { findRenames } from '../pipeline/see/renames.ts';
import type { LanguageState, UnitState } from '../pipeline/see/see-language.ts';
import { readBytes, type SourceFile } from '../pipeline/see/sources.ts';
import { parseValue } from '../pipeline/see/values.ts';

/**
 * Checks files whose seal does not fit: they are read, and what changed in them since the last run is judged.
 * @param files those to look at. @param all every source file: renames are looked for among them.
 * @param only languages to look at; undefined: all.
 */
export async function checkFiles(
  project: Project,
  files: readonly SourceFile[],
  all: readonly SourceFile[],
  only: readonly string[] | undefined,
  report: CheckReport,
): Promise<void> {
  const { errors } = await project.termbase();
  report.errors.push(...errors);
  const renames = await findRenames(project, all, report.orphans);
  report.orphans = renames.orphans;
  const lookup = await termLookup(project);
  const options = {
    redo: false,
    lookup: async () => lookup,
    formerNamespace: ({ namespace }: SourceFile) => renames.former.get(namespace),
    kept: () => [],
  };
  for (const file of files) {
    const reading = await readFile(project, file, options);
    report.errors.push(...reading.errors);
    if (reading.kind === 'failed') continue;
    addWarnings(reading.state.source, report);
    checkSnapshot(reading.state, report);
    for (const state of reading.state.languages) {
      if (only?.includes(state.language) ?? true) await checkLanguage(project, reading.state, state, report);
    }
  }
}

/**
 * What the record of a file with a fitting seal says of a language.
 * @param noted the lines that say more than that all is well.
 * @returns how many findings the targets have.
 */
export async function checkNoted(
  project: Project,
  file: SourceFile,
  language: string,
  noted: readonly RecordLine[],
  report: CheckReport,
): Promise<number> {
  const bundle = file.bundle(language);
  let lines: ReadonlyMap<string, number> | undefined;
  let findings = 0;
  for (const line of noted) {
    if (line.target === undefined) lines ??= await linesOf(project, file);
    const place = { source: file.path, line: lines?.get(line.key), bundle, key: line.key, language };
    findings += addFaults(report, place, recordedWord(line));
  }
  return findings;
}

/** What the author of a source file should know. */
export async function checkSource(project: Project, file: SourceFile, report: CheckReport): Promise<void> {
  addWarnings(await readSource(project.root, file, file, project.configuration, () => new Map(), []), report);
}

function addWarnings({ parsed, file }: SourceState, report: CheckReport): void {
  for (const { line, message } of parsed.warnings)
    report.faults.push({ kind: 'source', severity: 'warning', file: file.path, line, message });
}

/** The line of each key in its source file. */
async function linesOf({ root, configuration }: Project, file: SourceFile): Promise<ReadonlyMap<string, number>> {
  const { units } = await readSource(root, file, file, configuration, () => new Map(), []);
  return new Map(units.map(({ key, line }) => [key, line]));
}

/** A source bundle is i18next's fallback, and what the next run compares the source with. */
function checkSnapshot({ source, languages }: FileState, report: CheckReport): void {
  const isKnown = languages.some(({ record }) => record.lines.length > 0);
  if (!isKnown || source.snapshot.entries.size > 0 || source.units.length === 0) return;
  report.faults.push({
    kind: 'unrecorded',
    severity: 'error',
    file: source.file.snapshot(source.language),
    language: source.language,
    message: 'the source bundle is missing: restore it from git, or run translate',
  });
}

async function checkLanguage(
  project: Project,
  { source }: FileState,
  state: LanguageState,
  report: CheckReport,
): Promise<void> {
  const { language } = state;
  const sum = languageSum(report, language);
  const bundle = source.file.bundle(language);
  for (const unit of state.units) {
    const { line, value, problems, expected } = unit;
    sum.units++;
    const hasTarget = value !== undefined;
    if (hasTarget) sum.translated++;
    else if (problems.length === 0) sum.missing++;
    if (hasTarget && line !== undefined && isProtected(line)) sum.reviewed++;
    const isStale = hasTarget && line !== undefined && line.source !== expected.source.hash;
    if (isStale) sum.stale++;
    const place = { source: source.file.path, line: expected.source.line, bundle, key: expected.key, language };
    const findings = unit.judge || isStale ? judgedNow(unit, language) : (line?.findings ?? []);
    sum.findings += addFaults(report, place, { hasTarget, isEdited: unit.isEdited, isStale, problems, findings });
    if (value === undefined) continue;
    const targetContent = parseValue(expected.source.syntax, value);
    const terms = countTerms({ terms: unit.terms.required(language), targetContent });
    sum.terms.required += terms.required;
    sum.terms.found += terms.found;
  }
  await checkArticle(project, source, state, report);
}

/** The findings of a target as it is now; what cannot be found offline is kept from the record. */
function judgedNow(unit: UnitState, language: string): readonly Finding[] {
  const { line, value } = unit;
  const kept = (line?.findings ?? []).filter(({ rule }) => !ruleNamed(rule).offline);
  if (value === undefined) return kept;
  const person = line !== undefined && isProtected(line);
  return [...judgeValue({ unit, language }, value, { person, unknownWords: [] }).findings, ...kept];
}

/** Whether the source says other things than when it was seen last, or in another order. */
function hasChanged({ units, snapshot, removed }: FileState['source']): boolean {
  const keys = [...snapshot.entries.keys()].filter((key) => typeof snapshot.entries.get(key)?.value === 'string');
  return (
    removed.length > 0 ||
    units.some(({ key, value }, at) => key !== keys[at] || snapshot.entries.get(key)?.value !== value)
  );
}

/** The rendered article must be what bundle and source make, up to layout. */
async function checkArticle(
  project: Project,
  source: FileState['source'],
  state: LanguageState,
  report: CheckReport,
): Promise<void> {
  if (source.file.format.kind !== 'article') return;
  const file = source.file.article(state.language);
  const { changes } = await composeLanguage(project, source, state, true);
  const wanted = changes.find((change) => change.file === file)?.text;
  const bytes = readBytes(project.root, file);
  if (typeof wanted !== 'string' || (bytes !== undefined && fileHash(bytes) === fileHash(wanted))) return;
  const { units, bundle, recordText } = state;
  const isOld = source.disk.namespace !== source.file.namespace || hasChanged(source);
  // What is missing or stale was said of its units.
  const isSaid = units.some(
    ({ value, line, expected }) => value === undefined || line?.source !== expected.source.hash,
  );
  if ((isOld && isSaid) || (recordText === undefined && bundle.entries.size === 0 && bytes === undefined)) return;
  const message = bytes === undefined ? 'the rendered article is missing' : 'is not what source and bundle make';
  const [kind, remedy] = isOld ? (['stale', 'translate'] as const) : (['unrecorded', 'render'] as const);
  report.faults.push({
    kind,
    severity: 'error',
    file,
    language: state.language,
    message: `${message}: run ${remedy}`,
  });
}
