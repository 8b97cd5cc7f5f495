/** The main job: read, settle what people and authors did, translate what is left, write. */
import type { FileChange, Journal } from '../locales/journal.ts';
import { GlossaError } from '../project/errors.ts';
import type { Log } from '../project/log.ts';
import { copySource, applyResult, judgePerson } from './apply-result.ts';
import { composeLanguage } from './compose-language.ts';
import { createSessions } from './engine-sessions.ts';
import { readKeptMemory, type KeptMemory } from './kept-memory.ts';
import type { KnownUnit } from '../units/known-unit.ts';
import type { Project } from './project.ts';
import { termLookup } from './project.ts';
import { pruneNamespace } from './prune.ts';
import { readFile, type FileReading, type FileState } from './read-project.ts';
import { findRenames } from './renames.ts';
import { addCounts, createReport, languageReport, type Report } from './report.ts';
import type { LanguageState } from './see-language.ts';
import { settleSource, type KeptMemories } from './settle-source.ts';
import { findSources, onlyFilter, type SourceFile } from './sources.ts';
import { acceptSuggestions } from './accept-suggestions.ts';
import { translateWork } from './translate-work.ts';
import type { WorkItem } from './work-item.ts';

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
  readonly journal: Journal;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Runs the main job. Errors of files, languages and engines are in the report; only a broken project throws. */
export async function translate(project: Project, options: TranslateOptions, tools: TranslateTools): Promise<Report> {
  const report = createReport();
  const { root } = project;
  const { errors: termErrors } = await project.termbase();
  const sources = await findSources(root);
  report.errors.push(...termErrors, ...sources.errors);
  const isWanted = options.only === undefined ? () => true : await onlyFilter(root, options.only);
  const renames = await findRenames(project, sources.files);
  report.orphans.push(...renames.orphans);

  const memories = keptMemories(root);
  let lookup: ReturnType<typeof termLookup> | undefined;
  const readOptions = {
    shortcut: options.redo === false && !options.acceptSuggestions,
    redo: options.redo,
    lookup: () => (lookup ??= termLookup(project)),
    formerNamespace: (file: { readonly namespace: string }) => renames.former.get(file.namespace),
    kept: (namespace: string) => keptUnits(namespace, project, memories),
  };
  const states: FileState[] = [];
  for (const file of sources.files) {
    const reading = await readFile(project, file, readOptions);
    countReading(report, reading, options.to);
    if (reading.kind !== 'read') continue;
    const { state } = reading;
    if (options.acceptSuggestions && isWanted(file))
      for (const language of state.languages) acceptSuggestions(language);
    states.push(state);
  }
  if (options.dryRun) {
    await workOff(states, { project, options, files: sources.files, isWanted, tools, report });
    return report;
  }
  const settled: FileState[] = [];
  for (const state of states) {
    for (const { language, units } of state.languages) {
      for (const unit of units) if (unit.judge) judgePerson(unit, language);
    }
    let isWritten = true;
    const groups = settleSource(state, memories, (language) => countMemory(report, language, 'kept'));
    for (const group of groups) isWritten &&= await write(tools.journal, group, report);
    // What cannot be written is not worth an engine's answer.
    if (isWritten) settled.push(state);
  }
  if (options.prune) await prune(project, memories, tools.journal, report);
  await workOff(settled, { project, options, files: sources.files, isWanted, tools, report });
  return report;
}

async function prune(project: Project, memories: KeptMemories, journal: Journal, report: Report): Promise<void> {
  for (const namespace of report.orphans.splice(0)) {
    try {
      for (const group of pruneNamespace(project, namespace, memories)) await write(journal, group, report);
    } catch (error) {
      if (!(error instanceof GlossaError)) throw error;
      report.errors.push(error);
      report.orphans.push(namespace);
    }
  }
}

interface Job {
  readonly project: Project;
  readonly options: TranslateOptions;
  readonly files: readonly SourceFile[];
  readonly isWanted: (file: SourceFile) => boolean;
  readonly tools: TranslateTools;
  readonly report: Report;
}

/** Translates what the states still need, and writes each file and language the moment it is complete. */
async function workOff(
  states: readonly FileState[],
  { project, options, files: all, isWanted, tools, report }: Job,
): Promise<void> {
  const byLanguage = new Map<string, WorkItem[]>();
  const waiting = new Map<LanguageState, number>();
  const finishing: Promise<void>[] = [];
  const finish = (file: FileState, state: LanguageState, isDone: boolean): void => {
    if (!options.dryRun) finishing.push(writeLanguage(project, file, state, isDone, tools.journal, report));
  };
  for (const file of states) {
    for (const state of file.languages) {
      const isAsked = (options.to?.includes(state.language) ?? true) && isWanted(file.source.file);
      const open = state.units.filter(({ work }) => work !== 'none');
      for (const unit of open) {
        if (unit.work === 'copy') {
          if (!options.dryRun) copySource(unit);
          countMemory(report, state.language, 'source');
        }
      }
      const items = open
        .filter(({ work }) => work !== 'copy')
        .map((unit): WorkItem => ({ source: file.source, state, language: state.language, unit }));
      if (items.length === 0 || !isAsked) {
        finish(file, state, items.length === 0);
        continue;
      }
      waiting.set(state, items.length);
      byLanguage.set(state.language, [...(byLanguage.get(state.language) ?? []), ...items]);
    }
  }
  const files = new Map(states.flatMap((file) => file.languages.map((state) => [state, file] as const)));
  const sessions = createSessions(project, options, tools.log);
  const incomplete = new Set<LanguageState>();
  try {
    await translateWork(byLanguage, all, project, options, { ...tools, sessions, report }, (item, result) => {
      applyResult(item.unit, item.language, result);
      if (!result.done) incomplete.add(item.state);
      const left = (waiting.get(item.state) ?? 0) - 1;
      waiting.set(item.state, left);
      const file = files.get(item.state);
      if (left === 0 && file !== undefined) finish(file, item.state, !incomplete.has(item.state));
    });
  } finally {
    await sessions.close();
    await Promise.all(finishing);
  }
}

async function writeLanguage(
  project: Project,
  file: FileState,
  state: LanguageState,
  isDone: boolean,
  journal: Journal,
  report: Report,
): Promise<void> {
  const { changes, counts } = await composeLanguage(project, file.source, state, isDone);
  addCounts(report, state.language, counts);
  await write(journal, changes, report);
}

/** @returns whether the group could be written. */
async function write(journal: Journal, group: readonly FileChange[], report: Report): Promise<boolean> {
  try {
    const written = await journal.write(group);
    report.written += written;
    return true;
  } catch (error) {
    if (!(error instanceof GlossaError)) throw error;
    report.errors.push(error);
    return false;
  }
}

function countReading(report: Report, reading: FileReading, to: readonly string[] | undefined): void {
  if (reading.kind === 'unchanged') {
    for (const [language, header] of reading.headers) {
      if (!(to?.includes(language) ?? true)) continue;
      addCounts(report, language, header);
      languageReport(report, language).unchanged += header.units;
    }
    return;
  }
  report.errors.push(...reading.errors);
  if (reading.kind === 'failed') return;
  for (const { language, units } of reading.state.languages) {
    if (!(to?.includes(language) ?? true)) continue;
    languageReport(report, language).unchanged += units.filter(({ work }) => work === 'none').length;
  }
}

function countMemory(report: Report, language: string, match: string): void {
  const sum = languageReport(report, language);
  sum.memory++;
  sum.matches[match] = (sum.matches[match] ?? 0) + 1;
}

/** What `locales/.memory` keeps of a namespace, in all languages. */
function keptUnits(namespace: string, { configuration }: Project, memories: KeptMemories): KnownUnit[] {
  return [configuration.sourceLanguage, ...configuration.targetLanguages]
    .flatMap((language) => memories.get(language).texts)
    .filter((text) => text.namespace === namespace)
    .map(({ key, source }) => ({ key, value: source }));
}

function keptMemories(root: string) {
  const loaded = new Map<string, KeptMemory>();
  return {
    get(language: string): KeptMemory {
      const memory = loaded.get(language) ?? readKeptMemory(root, language);
      loaded.set(language, memory);
      return memory;
    },
    set(language: string, memory: KeptMemory): void {
      loaded.set(language, memory);
    },
  };
}
