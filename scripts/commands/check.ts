/** The offline gate: reads everything, judges every target, writes nothing. */
import { countTerms } from '../checks/terms/found-terms.ts';
import { termLookup, type Project } from '../pipeline/see/project.ts';
import { readFile, type FileState } from '../pipeline/see/read-project.ts';
import { findOrphans } from '../pipeline/see/orphans.ts';
import { findRenames } from '../pipeline/see/renames.ts';
import { isProtected } from '../pipeline/see/record-lines.ts';
import type { LanguageState } from '../pipeline/see/see-language.ts';
import { findSources } from '../pipeline/see/find-sources.ts';
import type { SourceFile } from '../pipeline/see/sources.ts';
import { parseValue } from '../pipeline/see/values.ts';
import { checkArticle, editPlaces } from './gate/article.ts';
import { languageCheck, type CheckReport, type Fault } from './gate/fault.ts';
import { checkUnit } from './gate/unit.ts';

/**
 * Checks a project. Every unit of every language is judged anew, whoever wrote it.
 * @param only languages to look at; undefined: all.
 */
export async function checkProject(project: Project, only?: readonly string[]): Promise<CheckReport> {
  const report: CheckReport = { faults: [], languages: new Map(), errors: [] };
  const { errors: termErrors } = await project.termbase();
  const sources = await findSources(project);
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
    file: source.file.snapshot(source.language),
    language: source.language,
    namespace: source.file.namespace,
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
  const { namespace } = source.file;
  const sum = languageCheck(report, language);
  const placeOf = await editPlaces(project, source, state);
  const bundle = { file: source.disk.bundle(language) };
  const files = { file: source.file.path, bundle: bundle.file };
  const required = project.configuration.requiredFor(language, namespace);
  for (const unit of state.units) {
    const { value, expected } = unit;
    const { progress, faults } = checkUnit(unit, language, required);
    const texts = { ...files, source: expected.source.value, target: value };
    const about = { key: expected.key, language, namespace, unit: texts };
    const gap = { file: source.file.path, line: expected.source.line };
    const text = placeOf(unit) ?? bundle;
    report.faults.push(
      ...faults.map((fault): Fault => ({ ...fault, ...(fault.kind === 'missing' ? gap : text), ...about })),
    );
    sum.units++;
    sum.findings += faults.filter(({ kind }) => kind === 'finding').length;
    if (progress === 'missing') sum.missing++;
    if (value === undefined) continue;
    sum.translated++;
    if (unit.isEdited) sum.edits++;
    if (progress === 'stale') sum.stale++;
    if (progress === 'draft') sum.drafts++;
    if (unit.line !== undefined && isProtected(unit.line)) sum.reviewed++;
    const terms = countTerms({
      terms: unit.terms.required(language),
      targetContent: parseValue(expected.source.syntax, value),
    });
    sum.terms.required += terms.required;
    sum.terms.found += terms.found;
  }
  const fault = await checkArticle(project, source, state);
  if (fault !== undefined) report.faults.push(fault);
}
