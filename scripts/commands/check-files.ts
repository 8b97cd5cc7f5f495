/** The part of the offline gate that reads. */
import { countTerms } from '../checks/terms/found-terms.ts';
import { judgedSeen } from '../pipeline/judge/judge-seen.ts';
import { termLookup, type Project } from '../pipeline/see/project.ts';
import { readFile, type FileState } from '../pipeline/see/read-project.ts';
import { findRenames } from '../pipeline/see/source/renames.ts';
import { isProtected } from '../pipeline/see/target/record-lines.ts';
import type { LanguageState } from '../pipeline/see/target/see-language.ts';
import type { SourceFile } from '../pipeline/see/source/sources.ts';
import type { SealedFile } from '../pipeline/see/seals.ts';
import { seeUnchanged } from '../pipeline/see/unchanged.ts';
import { parseValue } from '../pipeline/see/values.ts';
import { amongOthers } from '../pipeline/plan/among-others.ts';
import { addedFaults, snapshotFaults } from './gate/added.ts';
import { checkArticle, editPlaces, type EditPlaces } from './gate/article.ts';
import { languageCheck, type CheckReport } from './gate/fault.ts';
import { checkUnit } from './gate/unit.ts';
import { waivedOf } from './gate/waived.ts';

/** A file to look at, and what is known of it where it is as the last run left it, but judged by others. */
export interface OpenFile {
  readonly file: SourceFile;
  readonly sealed?: SealedFile | undefined;
}

/**
 * Checks files whose seal does not fit, or whose records have something to tell: they are read, and what changed in them
 * since the last run is judged. Where only checks or terms have changed, bundles and records say enough.
 * @param all every source file: renames are looked for among them.
 * @param only languages to look at; undefined: all.
 */
export async function checkFiles(
  project: Project,
  files: readonly OpenFile[],
  all: readonly SourceFile[],
  only: readonly string[] | undefined,
  report: CheckReport,
): Promise<void> {
  const { errors } = await project.termbase();
  for (const error of errors) report.errors.push(error);
  const renames = await findRenames(project, all, report.orphans);
  report.orphans = renames.orphans;
  const lookup = await termLookup(project);
  const options = {
    redo: false,
    lookup: async () => lookup,
    formerNamespace: ({ namespace }: SourceFile) => renames.former.get(namespace),
    kept: () => [],
  };
  const isWanted = (language: string): boolean => only?.includes(language) ?? true;
  for (const { file, sealed } of files) {
    const unchanged = sealed && (await seeUnchanged(project, file, sealed, lookup));
    for (const { language, units } of unchanged?.filter(({ language }) => isWanted(language)) ?? [])
      checkUnits(project, file, { language, units }, report);
    if (unchanged !== undefined) continue;
    const reading = await readFile(project, file, options);
    report.errors.push(...reading.errors);
    if (reading.kind === 'failed') continue;
    for (const { line, message } of reading.state.source.parsed.warnings)
      report.faults.push({ kind: 'source', severity: 'warning', file: file.path, line, message });
    for (const fault of snapshotFaults(reading.state)) report.faults.push(fault);
    for (const state of reading.state.languages) {
      if (isWanted(state.language)) await checkLanguage(project, reading.state, state, report);
    }
  }
}

async function checkLanguage(
  project: Project,
  { source }: FileState,
  seen: LanguageState,
  report: CheckReport,
): Promise<void> {
  const article = await checkArticle(project, source, { ...seen, units: judgedSeen(seen.units) });
  const state = { ...seen, units: article.units };
  const placeOf = await editPlaces(project, source, state);
  checkUnits(project, { ...source.file, bundle: source.disk.bundle }, state, report, placeOf);
  const sum = languageCheck(report, state.language);
  for (const { line, isEdited } of state.extra) {
    sum.units++;
    sum.translated++;
    if (isEdited) sum.edits++;
    if (line.stale === true) sum.stale++;
    if (isProtected(line)) sum.reviewed++;
  }
  for (const fault of addedFaults(source, state)) report.faults.push(fault);
  if (article.fault !== undefined) report.faults.push(article.fault);
}

/** @param placeOf where a person mends a unit, if not in its bundle. */
function checkUnits(
  project: Project,
  file: Pick<SourceFile, 'path' | 'namespace' | 'bundle'>,
  { language, units }: Pick<LanguageState, 'language' | 'units'>,
  report: CheckReport,
  placeOf: EditPlaces = () => undefined,
): void {
  const { namespace } = file;
  const sum = languageCheck(report, language);
  const bundle = { file: file.bundle(language) };
  const files = { file: file.path, bundle: bundle.file };
  const required = project.configuration.requiredFor(language, namespace);
  const others = amongOthers(units);
  const lines = units.flatMap(({ line, expected }) => (line?.source === expected.source.hash ? [line] : []));
  report.waived.push(...waivedOf(lines, file, language));
  for (const unit of units) {
    const { value, expected } = unit;
    const { progress, faults } = checkUnit(unit, language, required, others.get(unit));
    sum.units++;
    sum.findings += faults.filter(({ kind }) => kind === 'finding').length;
    if (faults.length > 0) {
      const texts = { ...files, source: expected.source.value, target: value };
      const about = { key: expected.key, language, namespace, unit: texts };
      const gap = { file: file.path, line: expected.source.line };
      const text = placeOf(unit) ?? bundle;
      for (const fault of faults)
        report.faults.push({ ...fault, ...(fault.kind === 'missing' ? gap : text), ...about });
    }
    if (progress === 'missing') sum.missing++;
    if (value === undefined) continue;
    sum.translated++;
    if (unit.isEdited) sum.edits++;
    if (progress === 'stale') sum.stale++;
    if (progress === 'draft') sum.drafts++;
    if (unit.line !== undefined && isProtected(unit.line)) sum.reviewed++;
    const owed = unit.terms.required(language);
    if (owed.length === 0) continue;
    const terms = countTerms({ terms: owed, targetContent: parseValue(expected.source.syntax, value) });
    sum.terms.required += terms.required;
    sum.terms.found += terms.found;
  }
}
