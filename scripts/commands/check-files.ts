/** The part of the offline gate that reads. */
import { countTerms } from '../checks/terms/found-terms.ts';
import { termLookup, type Project } from '../pipeline/see/project.ts';
import { readFile, type FileState } from '../pipeline/see/read-project.ts';
import { findRenames } from '../pipeline/see/source/renames.ts';
import { isProtected } from '../pipeline/see/target/record-lines.ts';
import type { LanguageState } from '../pipeline/see/target/see-language.ts';
import type { SourceFile } from '../pipeline/see/source/sources.ts';
import { parseValue } from '../pipeline/see/values.ts';
import { amongOthers } from '../pipeline/plan/among-others.ts';
import { addedFaults, snapshotFaults } from './gate/added.ts';
import { checkArticle, editPlaces } from './gate/article.ts';
import { languageCheck, type CheckReport, type Fault } from './gate/fault.ts';
import { checkUnit } from './gate/unit.ts';
import { waivedOf } from './gate/waived.ts';

/**
 * Checks files whose seal does not fit, or whose records have something to tell: they are read, and what changed in them
 * since the last run is judged.
 * @param files those to look at.
 * @param all every source file: renames are looked for among them.
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
    for (const { line, message } of reading.state.source.parsed.warnings)
      report.faults.push({ kind: 'source', severity: 'warning', file: file.path, line, message });
    report.faults.push(...snapshotFaults(reading.state));
    for (const state of reading.state.languages) {
      if (only?.includes(state.language) ?? true) await checkLanguage(project, reading.state, state, report);
    }
  }
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
  const others = amongOthers(state.units);
  const lines = state.units.flatMap(({ line, expected }) => (line?.source === expected.source.hash ? [line] : []));
  report.waived.push(...waivedOf(lines, source.file, language));
  for (const unit of state.units) {
    const { value, expected } = unit;
    const { progress, faults } = checkUnit(unit, language, required, others.get(unit));
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
  for (const { line, isEdited } of state.extra) {
    sum.units++;
    sum.translated++;
    if (isEdited) sum.edits++;
    if (line.stale === true) sum.stale++;
    if (isProtected(line)) sum.reviewed++;
  }
  report.faults.push(...addedFaults(source, state));
  const fault = await checkArticle(project, source, state);
  if (fault !== undefined) report.faults.push(fault);
}
