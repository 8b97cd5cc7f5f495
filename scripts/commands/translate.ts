/**
 * The main job. Files with nothing to do are told by the seals of their records alone; the code that parses, translates
 * and writes is loaded only when there is something for it to do.
 */
import { CONFIGURATION_FILE } from '../project/configuration.ts';
import { GlossaError, UsageError } from '../project/errors.ts';
import { findOrphans } from '../pipeline/see/source/orphans.ts';
import { sealedFile } from '../pipeline/see/seals.ts';
import { tallyRecord } from '../pipeline/see/tally.ts';
import type { TranslateOptions, TranslateTools } from '../pipeline/job.ts';
import type { Project } from '../pipeline/see/project.ts';
import { createReport, fold } from '../project/report/fold-report.ts';
import type { Report } from '../project/report/report.ts';
import type { RunEvent, Tell } from '../project/report/run-event.ts';
import { findSources, onlyFilter } from '../pipeline/see/source/find-sources.ts';
import type { SourceFile } from '../pipeline/see/source/sources.ts';

/** A run without an option: all languages, all files, nothing made anew. */
export const PLAIN_RUN: TranslateOptions = {
  to: undefined,
  only: undefined,
  redo: false,
  keepEqual: false,
  dryRun: false,
  maxCharacters: undefined,
  concurrency: undefined,
  acceptSuggestions: false,
  prune: false,
};

/** Runs the main job. Errors of files, languages and engines are in the report; only a broken project throws. */
export async function translate(project: Project, options: TranslateOptions, tools: TranslateTools): Promise<Report> {
  const report = createReport();
  const tell = (event: RunEvent): void => fold(report, event);
  const { files, errors, warnings } = await findSources(project);
  for (const error of errors) tell({ kind: 'error', error });
  for (const message of warnings) tell({ kind: 'warning', warning: { file: CONFIGURATION_FILE, line: 1, message } });
  const orphans = findOrphans(project, files);
  tell({ kind: 'orphans', names: orphans });
  const isWanted = options.only === undefined ? () => true : await onlyFilter(files, options.only);
  if (options.only !== undefined && !files.some(isWanted)) {
    throw new UsageError(`--only ${options.only} names no file of the sources.`, {
      remedy: 'Give a path, a namespace or a glob of these.',
    });
  }
  const isAsked = (file: SourceFile, language: string): boolean =>
    (options.to?.includes(language) ?? true) && isWanted(file);
  const isShort = options.redo === false && !options.acceptSuggestions && !options.prune;
  const open: SourceFile[] = [];
  for (const file of files) {
    const sealed = isShort ? sealedFile(project, file) : undefined;
    if (sealed?.isJudged !== true) {
      open.push(file);
      continue;
    }
    for (const [language, record] of sealed.records) {
      if (isAsked(file, language)) await tellSealed(tell, file, language, record);
    }
  }
  if (open.length > 0 || options.prune) {
    const { translateFiles } = await import('../pipeline/index.ts');
    await translateFiles(open, files, orphans, { project, options, isAsked, tools, tell });
  }
  const { followsIds } = project.configuration.reading;
  if (followsIds === true && !options.dryRun && options.adopt !== true && !tools.signal.aborted) {
    const { followAcross } = await import('../pipeline/follow-across.ts');
    await followAcross(files, { project, options, isAsked, tools, tell });
  }
  if (!options.dryRun && options.adopt !== true) await share(project, files, tools, tell);
  return inOrder(report, project);
}

/** What people wrote here, for the team's other projects, where the configuration says so. */
async function share(project: Project, files: readonly SourceFile[], tools: TranslateTools, tell: Tell): Promise<void> {
  const address = project.configuration.team.share && !tools.signal.aborted ? project.team() : undefined;
  if (address === undefined) return;
  const { shareTexts } = await import('../pipeline/write/share-texts.ts');
  try {
    const { texts, files: changed } = await shareTexts(project, address, files);
    if (changed > 0)
      tools.log.line(`Shared with the team: ${texts} texts of people, in ${changed} files that changed.`);
  } catch (error) {
    if (!(error instanceof GlossaError)) throw error;
    tell({ kind: 'error', error });
  }
}

/** Languages stand as the project names them, whichever was heard of first. */
function inOrder(report: Report, { configuration }: Project): Report {
  const tags = [...configuration.targetLanguages, configuration.sourceLanguage];
  const languages = [...report.languages].toSorted(([a], [b]) => tags.indexOf(a) - tags.indexOf(b));
  return { ...report, languages: new Map(languages) };
}

/** A file that is as the last run left it. */
async function tellSealed(tell: Tell, file: SourceFile, language: string, record: string): Promise<void> {
  const { counts, noted } = tallyRecord(record);
  const troubles = counts.errors === 0 ? undefined : await import('./sealed-troubles.ts');
  const { waiting = 0, problems = [] } = troubles?.tellTroubles(tell, file, language, noted()) ?? {};
  tell({ kind: 'counted', language, counts, problems });
  tell({ kind: 'unchanged', language, units: counts.units - waiting });
}
