/** The offline gate: reads everything, judges every target, writes nothing. */
import type { Severity } from '../checks/check.ts';
import { messageOf, ruleNamed, said } from '../checks/index.ts';
import { countTerms } from '../checks/terms/found-terms.ts';
import { bundlePath, renderedPath } from '../project/paths.ts';
import { fileHash } from '../locales/file-hash.ts';
import type { CheckReport, FaultKind } from './check-report.ts';
import { composeLanguage } from '../pipeline/write/compose-language.ts';
import { judgeValue } from '../pipeline/judge/judge-target.ts';
import { termLookup, type Project } from '../pipeline/see/project.ts';
import { readFile, type FileState } from '../pipeline/see/read-project.ts';
import { isApproval, isProtected } from '../pipeline/see/record-lines.ts';
import { findOrphans } from '../pipeline/see/orphans.ts';
import { findRenames } from '../pipeline/see/renames.ts';
import type { LanguageState, UnitState } from '../pipeline/see/see-language.ts';
import { findSources, readBytes, type SourceFile } from '../pipeline/see/sources.ts';
import { parseValue } from '../pipeline/see/values.ts';

/**
 * Checks a project. Every unit of every language is judged anew, whoever wrote it.
 * @param only languages to look at; undefined: all.
 */
export async function checkProject(project: Project, only?: readonly string[]): Promise<CheckReport> {
  const report: CheckReport = { faults: [], languages: new Map(), errors: [] };
  const { errors: termErrors } = await project.termbase();
  const sources = await findSources(project.root);
  report.errors.push(...termErrors, ...sources.errors);
  const renames = await findRenames(project, sources.files, findOrphans(project, sources.files));
  for (const orphan of renames.orphans) {
    const message = `no source file for ${orphan}: restore it, or run translate --prune`;
    report.faults.push({ kind: 'orphan', severity: 'warning', file: orphan, message });
  }
  const lookup = await termLookup(project);
  const options = {
    redo: false,
    lookup: async () => lookup,
    formerNamespace: ({ namespace }: SourceFile) => renames.former.get(namespace),
    kept: () => [],
  };
  for (const file of sources.files) {
    const reading = await readFile(project, file, options);
    report.errors.push(...reading.errors);
    if (reading.kind === 'failed') continue;
    for (const { line, message } of reading.state.source.parsed.warnings)
      report.faults.push({ kind: 'source', severity: 'warning', file: file.path, line, message });
    checkSnapshot(reading.state, report);
    for (const state of reading.state.languages) {
      if (only?.includes(state.language) ?? true) await checkLanguage(project, reading.state, state, report);
    }
  }
  return report;
}

/** A source bundle is i18next's fallback, and what the next run compares the source with. */
function checkSnapshot({ source, languages }: FileState, report: CheckReport): void {
  const isKnown = languages.some(({ record }) => record.lines.length > 0);
  if (!isKnown || source.snapshot.entries.size > 0 || source.units.length === 0) return;
  report.faults.push({
    kind: 'unrecorded',
    severity: 'error',
    file: bundlePath(source.language, source.file.namespace),
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
  const sum = report.languages.get(language) ?? {
    units: 0,
    translated: 0,
    reviewed: 0,
    missing: 0,
    stale: 0,
    findings: 0,
    terms: { required: 0, found: 0 },
  };
  report.languages.set(language, sum);
  const bundleFile = bundlePath(language, source.file.namespace);
  const add = (
    unit: UnitState,
    kind: FaultKind,
    { severity, message, rule }: { severity: Severity; message: string; rule?: string },
  ): void => {
    const { key, source: own } = unit.expected;
    report.faults.push({
      kind,
      severity,
      file: kind === 'missing' ? source.file.path : bundleFile,
      ...(kind === 'missing' ? { line: own.line } : {}),
      key,
      language,
      ...(rule === undefined ? {} : { check: rule }),
      message,
    });
  };
  for (const unit of state.units) {
    const { line, value, problems, expected } = unit;
    sum.units++;
    for (const problem of problems) add(unit, 'damaged', said(problem));
    const kept = (line?.findings ?? []).filter((finding) => !ruleNamed(finding.rule).offline && !isApproval(finding));
    if (value === undefined) {
      if (problems.length === 0) {
        sum.missing++;
        const why = kept[0] === undefined ? '' : `: ${messageOf(kept[0])}`;
        add(unit, 'missing', { severity: 'error', message: `has no translation${why}` });
      }
      continue;
    }
    sum.translated++;
    if (line !== undefined && isProtected(line)) sum.reviewed++;
    if (unit.isEdited) {
      add(unit, 'unrecorded', {
        severity: 'error',
        message: 'was edited since the last run: run translate to take it over',
      });
    }
    if (line !== undefined && line.source !== expected.source.hash) {
      sum.stale++;
      add(unit, 'stale', { severity: 'error', message: 'the source has changed since' });
    }
    const { findings } = judgeValue({ unit, language }, value, {
      person: line !== undefined && isProtected(line),
      unknownWords: [],
    });
    for (const finding of [...findings, ...kept]) {
      sum.findings++;
      add(unit, 'finding', said(finding));
    }
    const terms = countTerms({
      terms: unit.terms.required(language),
      targetContent: parseValue(expected.source.syntax, value),
    });
    sum.terms.required += terms.required;
    sum.terms.found += terms.found;
  }
  await checkArticle(project, source, state, report);
}

/** The rendered article must be what bundle and source make, up to layout. */
async function checkArticle(
  project: Project,
  source: FileState['source'],
  state: LanguageState,
  report: CheckReport,
): Promise<void> {
  if (source.file.format.kind !== 'article') return;
  const file = renderedPath(state.language, source.file.namespace, source.file.extension);
  const { changes } = await composeLanguage(project, source, state, true);
  const wanted = changes.find((change) => change.file === file)?.text;
  const bytes = readBytes(project.root, file);
  if (typeof wanted !== 'string' || (bytes !== undefined && fileHash(bytes) === fileHash(wanted))) return;
  const { record, units, bundle, recordText } = state;
  const isOld = source.diskNamespace !== source.file.namespace || record.header?.source !== source.hash;
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
