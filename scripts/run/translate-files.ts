/** The files that the shortcut did not settle: read, people's and authors' changes settled, translated, written. */
import type { Journal } from '../locales/journal.ts';
import { GlossaError } from '../project/errors.ts';
import type { KnownUnit } from '../units/known-unit.ts';
import { acceptSuggestions } from './accept-suggestions.ts';
import { keptMemories, type KeptMemories } from './kept-memory.ts';
import { termLookup, type Project } from './project.ts';
import { pruneNamespace } from './prune.ts';
import { readFile, type FileReading, type FileState } from './read-project.ts';
import { findRenames } from './renames.ts';
import { countMemory, languageReport, type Report } from './report.ts';
import { settleSource } from './settle-source.ts';
import { onlyFilter, type SourceFile } from './sources.ts';
import type { TranslateOptions, TranslateTools } from './translate.ts';
import { workOff } from './work-off.ts';
import { writeGroup } from './write-group.ts';

export interface Job {
  readonly project: Project;
  readonly options: TranslateOptions;
  readonly tools: TranslateTools;
  readonly report: Report;
}

/**
 * @param open the files to read.
 * @param all every source file of the project: renames and the memory look further than what is open.
 */
export async function translateFiles(open: readonly SourceFile[], all: readonly SourceFile[], job: Job): Promise<void> {
  const { project, options, tools, report } = job;
  const { root } = project;
  const { errors } = await project.termbase();
  report.errors.push(...errors);
  const isWanted = options.only === undefined ? () => true : await onlyFilter(root, all, options.only);
  const renames = await findRenames(project, all, report.orphans);
  report.orphans.splice(0, Infinity, ...renames.orphans);

  const memories = keptMemories(root);
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
    countReading(report, reading, options.to);
    if (reading.kind !== 'read') continue;
    if (options.acceptSuggestions && isWanted(file)) {
      const asked = reading.state.languages.filter(({ language }) => options.to?.includes(language) ?? true);
      asked.forEach(acceptSuggestions);
    }
    states.push(reading.state);
  }
  const settled = options.dryRun ? states : await settle(states, memories, job);
  if (options.prune && !options.dryRun) await prune(project, memories, tools.journal, report);
  await workOff(settled, all, isWanted, job);
}

/** What must be on disk before any engine is asked. @returns the files for which it is. */
async function settle(
  states: readonly FileState[],
  memories: KeptMemories,
  { tools, report }: Job,
): Promise<readonly FileState[]> {
  const settled: FileState[] = [];
  for (const state of states) {
    const returned = (language: string): void => countMemory(report, language, 'kept');
    // What cannot be written is not worth an engine's answer.
    if (await settleSource(state, memories, returned, tools.journal, report)) settled.push(state);
  }
  return settled;
}

async function prune(project: Project, memories: KeptMemories, journal: Journal, report: Report): Promise<void> {
  for (const namespace of report.orphans.splice(0)) {
    try {
      for (const group of pruneNamespace(project, namespace, memories)) await writeGroup(journal, group, report);
    } catch (error) {
      if (!(error instanceof GlossaError)) throw error;
      report.errors.push(error);
      report.orphans.push(namespace);
    }
  }
}

function countReading(report: Report, reading: FileReading, to: readonly string[] | undefined): void {
  report.errors.push(...reading.errors);
  if (reading.kind === 'failed') return;
  for (const { language, units } of reading.state.languages) {
    if (!(to?.includes(language) ?? true)) continue;
    languageReport(report, language).unchanged += units.filter(({ work }) => work === 'none').length;
  }
}

/** What `locales/.memory` keeps of a namespace, in all languages. */
function keptUnits(namespace: string, { configuration }: Project, memories: KeptMemories): KnownUnit[] {
  return [configuration.sourceLanguage, ...configuration.targetLanguages]
    .flatMap((language) => memories.get(language).texts)
    .filter((text) => text.namespace === namespace)
    .map(({ key, source }) => ({ key, value: source }));
}
