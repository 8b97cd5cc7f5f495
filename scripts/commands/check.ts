/**
 * The offline gate. Files whose seals fit are told by their records alone; the code that parses and judges is loaded only
 * for what changed. Writes nothing.
 */
import { parseHeader } from '../locales/record.ts';
import { findOrphans } from '../pipeline/see/orphans.ts';
import type { Project } from '../pipeline/see/project.ts';
import { sealedRecords } from '../pipeline/see/seals.ts';
import { findSources } from '../pipeline/see/find-sources.ts';
import type { SourceFile } from '../pipeline/see/sources.ts';
import { tallyRecord } from '../pipeline/see/tally.ts';
import { languageSum, type CheckReport } from './check-report.ts';

/**
 * Checks a project: every gap, every finding, every file that is not what the others make.
 * @param only languages to look at; undefined: all.
 */
export async function checkProject(project: Project, only?: readonly string[]): Promise<CheckReport> {
  const { files, errors } = await findSources(project);
  const orphans = findOrphans(project, files);
  const report: CheckReport = { faults: [], languages: new Map(), errors: [...errors], orphans };
  const open: SourceFile[] = [];
  for (const file of files) {
    const records = sealedRecords(project, file);
    if (records === undefined) open.push(file);
    else await checkSealed(project, file, records, only, report);
  }
  if (open.length > 0) {
    const { checkFiles } = await import('./check-files.ts');
    await checkFiles(project, open, files, only, report);
  }
  for (const orphan of report.orphans) {
    const message = `no source file for ${orphan}: restore it, or run translate --prune`;
    report.faults.push({ kind: 'orphan', severity: 'warning', file: orphan, message });
  }
  return report;
}

async function checkSealed(
  project: Project,
  file: SourceFile,
  records: ReadonlyMap<string, string>,
  only: readonly string[] | undefined,
  report: CheckReport,
): Promise<void> {
  const [first = ''] = records.values();
  if (parseHeader(first)?.warned === true) {
    const { checkSource } = await import('./check-files.ts');
    await checkSource(project, file, report);
  }
  for (const [language, record] of records) {
    if (!(only?.includes(language) ?? true)) continue;
    const { counts, translated, terms, noted } = tallyRecord(record);
    const sum = languageSum(report, language);
    sum.units += counts.units;
    sum.translated += translated;
    sum.reviewed += counts.human;
    sum.missing += counts.units - translated;
    sum.stale += counts.stale;
    sum.terms.required += terms.required;
    sum.terms.found += terms.found;
    if (noted.length === 0) continue;
    const { checkNoted } = await import('./check-files.ts');
    sum.findings += await checkNoted(project, file, language, noted, report);
  }
}
