/** The files that the shortcut did not settle: read, people's and authors' changes settled, translated, written. */
import type { Journal } from '../locales/journal.ts';
import { GlossaError } from '../project/errors.ts';
import type { KnownUnit } from '../units/known-unit.ts';
import { acceptSuggestions } from './accept-suggestions.ts';
import { countUnits, recordLines } from './compose-language.ts';
import { keptMemories, type KeptMemories } from './kept-memory.ts';
import { problemsOf } from './problems.ts';
import { termLookup, type Project } from './project.ts';
import { pruneNamespace } from './prune.ts';
import { readFile, type FileState } from './read-project.ts';
import { findRenames } from './renames.ts';
import { addCounts, countMemory, languageReport, type Report } from './report.ts';
import type { LanguageState } from './see-language.ts';
import { settleSource } from './settle-source.ts';
import type { SourceFile } from './sources.ts';
import type { TranslateOptions, TranslateTools } from './translate.ts';
import { workOff } from './work-off.ts';
import { writeGroup } from './write-group.ts';

export interface Job {
  readonly project: Project;
  readonly options: TranslateOptions;
  /** What `--to` and `--only` leave to be translated and counted; all else is seen, and kept in order, all the same. */
  readonly isAsked: (file: SourceFile, language: string) => boolean;
  readonly tools: TranslateTools;
  readonly report: Report;
}

/**
 * @param open the files to read.
 * @param all every source file of the project: renames and the memory look further than what is open.
 */
export async function translateFiles(open: readonly SourceFile[], all: readonly SourceFile[], job: Job): Promise<void> {
  const { project, options, isAsked, tools, report } = job;
  const { errors } = await project.termbase();
  report.errors.push(...errors);
  const renames = await findRenames(project, all, report.orphans);
  report.orphans.splice(0, Infinity, ...renames.orphans);

  const memories = keptMemories(project.root);
  let lookup: ReturnType<typeof termLookup> | undefined;
  const readOptions = {
    redo: options.redo,
    lookup: () => (lookup ??= termLookup(project)),
    formerNamespace: (file: SourceFile) => renames.former.get(file.namespace),
    kept: (namespace: string) => keptUnits(namespace, project, memories),
  };
  const states: FileState[] = [];
  for (const file of open) {
    const reading = await readFile(project, file, readOptions);
    report.errors.push(...reading.errors);
    if (reading.kind !== 'read') continue;
    for (const state of reading.state.languages) {
      if (!isAsked(file, state.language)) continue;
      if (options.acceptSuggestions) languageReport(report, state.language).accepted += acceptSuggestions(state);
      const unchanged = state.units.filter(({ work }) => work === 'none');
      languageReport(report, state.language).unchanged += unchanged.length;
    }
    if (reading.state.languages.some(({ language }) => isAsked(file, language)))
      report.warnings.push(...reading.state.source.parsed.warnings.map((warning) => ({ file: file.path, ...warning })));
    states.push(reading.state);
  }
  const settled = options.dryRun ? states : await settle(states, memories, job);
  if (options.prune && !options.dryRun) await prune(project, memories, tools.journal, report);
  await workOff(settled, all, job);
}

/** What must be on disk before any engine is asked. @returns the files for which it is. */
async function settle(
  states: readonly FileState[],
  memories: KeptMemories,
  { isAsked, tools, report }: Job,
): Promise<readonly FileState[]> {
  const settled: FileState[] = [];
  for (const state of states) {
    const { file } = state.source;
    const returned = (language: string): void => {
      if (isAsked(file, language)) countMemory(report, language, 'kept');
    };
    if (await settleSource(state, memories, returned, tools.journal, report)) settled.push(state);
    // What cannot be written is not worth an engine's answer.
    else for (const one of state.languages) if (isAsked(file, one.language)) countUnwritten(report, file, one);
  }
  return settled;
}

function countUnwritten(report: Report, file: SourceFile, state: LanguageState): void {
  const { language } = state;
  addCounts(report, language, countUnits(state));
  report.problems.push(...problemsOf(file.namespace, language, recordLines(state)));
  for (const { work, expected } of state.units) {
    if (work === 'none') continue;
    languageReport(report, language).failed++;
    report.failed.push({ file: file.path, key: expected.key, language, reason: 'its files cannot be written' });
  }
}

async function prune(project: Project, memories: KeptMemories, journal: Journal, report: Report): Promise<void> {
  for (const namespace of report.orphans.splice(0)) {
    try {
      for (const group of await pruneNamespace(project, namespace, memories)) await writeGroup(journal, group, report);
    } catch (error) {
      if (!(error instanceof GlossaError)) throw error;
      report.errors.push(error);
      report.orphans.push(namespace);
    }
  }
}

/** What `locales/.memory` keeps of a namespace, in all languages. */
function keptUnits(namespace: string, { configuration }: Project, memories: KeptMemories): KnownUnit[] {
  return [configuration.sourceLanguage, ...configuration.targetLanguages]
    .flatMap((language) => memories.get(language).texts)
    .filter((text) => text.namespace === namespace)
    .map(({ key, source }) => ({ key, value: source }));
}
