/**
 * The main job. Files with nothing to do are told by their records' first lines alone; the code that parses, translates
 * and writes is loaded only when there is something for it to do.
 */
import type { FileWriter } from '../locales/journal.ts';
import { parseRecord } from '../locales/record.ts';
import { UsageError } from '../project/errors.ts';
import type { Log } from '../project/log.ts';
import { unchangedHeaders } from './fingerprint.ts';
import { recordPath } from '../project/paths.ts';
import { findOrphans } from './orphans.ts';
import { problemsOf, type Problem } from './problems.ts';
import type { Project } from './project.ts';
import { addCounts, createReport, languageReport, type Report } from './report.ts';
import { findSources, onlyFilter, readBytes, type SourceFile } from './sources.ts';

export interface TranslateOptions {
  /** Languages to translate into; undefined: all. */
  readonly to: readonly string[] | undefined;
  readonly only: string | undefined;
  /** An engine in place of the configured ones. */
  readonly engine: string | undefined;
  readonly redo: boolean | string;
  readonly dryRun: boolean;
  readonly maxCharacters: number | undefined;
  readonly concurrency: number | undefined;
  readonly acceptSuggestions: boolean;
  readonly prune: boolean;
}

/** What is written is handed over, so that a dry run can count and a test can look. */
export interface TranslateTools {
  readonly files: FileWriter;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Runs the main job. Errors of files, languages and engines are in the report; only a broken project throws. */
export async function translate(project: Project, options: TranslateOptions, tools: TranslateTools): Promise<Report> {
  const report = createReport();
  const { files, errors } = await findSources(project.root);
  report.errors.push(...errors);
  report.orphans.push(...findOrphans(project, files));
  const isWanted = options.only === undefined ? () => true : await onlyFilter(project.root, files, options.only);
  if (options.only !== undefined && !files.some(isWanted)) {
    throw new UsageError(`--only ${options.only} names no file of source/.`, {
      remedy: 'Give a path or a glob below it.',
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
  const { translateFiles } = await import('./translate-files.ts');
  await translateFiles(open, files, { project, options, isAsked, tools, report });
  return report;
}

/** What is wrong in a file that is as the last run left it: still as wrong. */
function recordedProblems({ root }: Project, { namespace }: SourceFile, language: string): Problem[] {
  const text = readBytes(root, recordPath(language, namespace))?.toString('utf8') ?? '';
  return problemsOf(namespace, language, parseRecord(text).lines);
}
