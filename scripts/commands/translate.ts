/**
 * The main job. Files with nothing to do are told by their records' first lines alone; the code that parses, translates
 * and writes is loaded only when there is something for it to do.
 */
import { parseRecord } from '../locales/record.ts';
import { CONFIGURATION_FILE } from '../project/configuration.ts';
import { UsageError } from '../project/errors.ts';
import { unchangedHeaders } from '../pipeline/see/fingerprint.ts';
import { findOrphans } from '../pipeline/see/orphans.ts';
import type { TranslateOptions, TranslateTools } from '../pipeline/job.ts';
import { problemsOf } from '../pipeline/judge/problems.ts';
import type { Project } from '../pipeline/see/project.ts';
import { addCounts, createReport, languageReport, type Problem, type Report } from '../project/report.ts';
import { findSources, onlyFilter } from '../pipeline/see/find-sources.ts';
import { readBytes, type SourceFile } from '../pipeline/see/sources.ts';

/** Runs the main job. Errors of files, languages and engines are in the report; only a broken project throws. */
export async function translate(project: Project, options: TranslateOptions, tools: TranslateTools): Promise<Report> {
  const report = createReport();
  const { files, errors, warnings } = await findSources(project);
  report.errors.push(...errors);
  for (const message of warnings) report.warnings.push({ file: CONFIGURATION_FILE, line: 1, message });
  report.orphans.push(...findOrphans(project, files));
  const isWanted = options.only === undefined ? () => true : await onlyFilter(files, options.only);
  if (options.only !== undefined && !files.some(isWanted)) {
    throw new UsageError(`--only ${options.only} names no file of the sources.`, {
      remedy: 'Give a path, a namespace or a glob of these.',
    });
  }
  const isAsked = (file: SourceFile, language: string): boolean =>
    (options.to?.includes(language) ?? true) && isWanted(file);
  const isShort = options.redo === false && !options.acceptSuggestions;
  const open: SourceFile[] = [];
  for (const file of files) {
    const headers = isShort ? unchangedHeaders(project, file) : undefined;
    if (headers === undefined) open.push(file);
    for (const [language, header] of headers ?? []) {
      if (!isAsked(file, language)) continue;
      addCounts(report, language, header);
      languageReport(report, language).unchanged += header.units;
      if (header.errors > 0) report.problems.push(...recordedProblems(project, file, language));
    }
  }
  if (open.length === 0 && !options.prune) return report;
  const { translateFiles } = await import('../pipeline/index.ts');
  await translateFiles(open, files, { project, options, isAsked, tools, report });
  return report;
}

/** What is wrong in a file that is as the last run left it: still as wrong. */
function recordedProblems({ root }: Project, file: SourceFile, language: string): Problem[] {
  const text = readBytes(root, file.record(language))?.toString('utf8') ?? '';
  return problemsOf(file, language, parseRecord(text).lines);
}
