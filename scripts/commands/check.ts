/**
 * The offline gate. Files whose seals fit, and with which nothing is wrong, are told by their records alone; the code that
 * parses and judges is loaded only for the others. Writes nothing.
 */
import { parseHeader } from '../locales/record.ts';
import { findSources } from '../pipeline/see/source/find-sources.ts';
import { findOrphans } from '../pipeline/see/source/orphans.ts';
import { CONFIGURATION_FILE } from '../project/configuration.ts';
import type { Project } from '../pipeline/see/project.ts';
import { sealedFile, type SealedFile } from '../pipeline/see/seals.ts';
import type { SourceFile } from '../pipeline/see/source/sources.ts';
import { tallyRecord, type Tally } from '../pipeline/see/tally.ts';
import type { OpenFile } from './check-files.ts';
import { languageCheck, type CheckReport } from './gate/fault.ts';
import { waivedOf } from './gate/waived.ts';

/**
 * Checks a project: every gap, every finding, every file that is not what the others make.
 * @param only languages to look at; undefined: all.
 * @param needsTexts each fault comes with the texts that it is about.
 */
export async function checkProject(
  project: Project,
  only?: readonly string[],
  needsTexts = false,
): Promise<CheckReport> {
  const { files, errors, warnings } = await findSources(project);
  const orphans = findOrphans(project, files);
  const report: CheckReport = { waived: [], faults: [], languages: new Map(), errors: [...errors], orphans };
  const open: OpenFile[] = [];
  for (const file of files) {
    const sealed = sealedFile(project, file);
    const tallies = sealed?.isJudged === true ? quietTallies(project, file, sealed, needsTexts) : undefined;
    if (tallies === undefined) open.push({ file, sealed });
    else
      for (const [language, tally] of tallies) {
        if (only !== undefined && !only.includes(language)) continue;
        addTally(report, language, tally);
        const noted = tally.noted();
        const recorded = noted.length === 0 ? undefined : await import('./gate/recorded.ts');
        const faults = recorded?.recordedFaults(file, language, noted) ?? [];
        for (const fault of faults) report.faults.push(fault);
        languageCheck(report, language).findings += faults.length;
        report.waived.push(...waivedOf(tally.waived, file, language));
      }
  }
  if (open.length > 0) {
    const { checkFiles } = await import('./check-files.ts');
    await checkFiles(project, open, files, only, report);
  }
  for (const message of warnings)
    report.faults.push({ kind: 'orphan', severity: 'warning', file: CONFIGURATION_FILE, message });
  for (const orphan of report.orphans) {
    const message = `no source file for ${orphan}: restore it, or run translate --prune`;
    report.faults.push({ kind: 'orphan', severity: 'warning', file: orphan, message });
  }
  return report;
}

/**
 * What the records of a file add up to, where they fit their files and have nothing to tell but findings of texts that are
 * there; else undefined, which means that the file is read.
 */
function quietTallies(
  project: Project,
  file: SourceFile,
  { records }: SealedFile,
  needsTexts: boolean,
): ReadonlyMap<string, Tally> | undefined {
  const tallies = new Map<string, Tally>();
  for (const [language, text] of records) {
    const tally = tallyRecord(text);
    const required = project.configuration.requiredFor(language, file.namespace);
    const isDemanded = required === 'reviewed' && approvals(text) < tally.counts.units;
    const isQuiet = tally.isWhole && !(needsTexts && tally.counts.errors + tally.counts.warnings > 0);
    if (!isQuiet || isDemanded || parseHeader(text)?.warned === true) return undefined;
    tallies.set(language, tally);
  }
  return tallies;
}

function approvals(text: string): number {
  return text.match(/"state":"(?:reviewed|final)"/g)?.length ?? 0;
}

function addTally(report: CheckReport, language: string, { counts, translated, terms }: Tally): void {
  const sum = languageCheck(report, language);
  sum.units += counts.units;
  sum.translated += translated;
  sum.reviewed += counts.human;
  sum.drafts += translated - counts.human;
  sum.missing += counts.units - translated;
  sum.terms.required += terms.required;
  sum.terms.found += terms.found;
}
