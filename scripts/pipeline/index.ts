/** The files that the shortcut did not settle: read, people's and authors' changes settled, translated, written. */
import { setImmediate } from 'node:timers/promises';
import limit from 'p-limit';
import { messageOf } from '../checks/index.ts';
import { journalPath, type FileWriter } from '../locales/journal.ts';
import { GlossaError } from '../project/errors.ts';
import type { KnownUnit } from '../units/known-unit.ts';
import { acceptSuggestions } from './plan/accept-suggestions.ts';
import { countUnits, recordLines } from './write/compose-language.ts';
import { startFileThread } from './write/file-thread.ts';
import { keptMemories, type KeptMemories } from './see/kept-memory.ts';
import { problemsOf } from './judge/problems.ts';
import { termLookup, type Project } from './see/project.ts';
import { pruneNamespace } from './plan/prune.ts';
import { readFile, type FileState, type ReadOptions } from './see/read-project.ts';
import { makeV8Thrifty } from '../commands/thrifty-v8.ts';
import { failureOf } from './see/record-lines.ts';
import { findRenames } from './see/renames.ts';
import { addCounts, countMemory, languageReport, type Report } from '../project/report.ts';
import type { LanguageState } from './see/see-language.ts';
import { settleSource } from './plan/settle-source.ts';
import type { SourceFile } from './see/sources.ts';
import type { Job } from './job.ts';
import { openTranslator } from './ask/translator.ts';
import { isUntouched, wavesOf } from './see/waves.ts';
import { workOff } from './write/work-off.ts';
import { tellFirstSight } from './see/tell-first-sight.ts';
import { writeGroup } from './write/write-group.ts';

/**
 * @param files those to read.
 * @param all every source file of the project: renames and the memory look further than what is open.
 */
export async function translateFiles(
  files: readonly SourceFile[],
  all: readonly SourceFile[],
  job: Job,
): Promise<void> {
  const { project, options, tools, report } = job;
  makeV8Thrifty();
  const { errors } = await project.termbase();
  report.errors.push(...errors);
  const renames = await findRenames(project, all, report.orphans);
  report.orphans.splice(0, Infinity, ...renames.orphans);
  const isFresh = (file: SourceFile): boolean => !renames.former.has(file.namespace) && isUntouched(project, file);
  const fresh = new Set(files.filter(isFresh));
  const parts = { rest: files.filter((file) => !fresh.has(file)), fresh: [...fresh], all };
  if (fresh.size < MANY_FILES || options.dryRun) return translateAll(parts, renames.former, job);
  const places = { root: project.root, journalPath: journalPath(project.paths.cache) };
  const thread = startFileThread(places, tools.log.error);
  let isDone = false;
  try {
    await translateAll(parts, renames.former, { ...job, tools: { ...tools, files: thread } });
    isDone = true;
  } finally {
    await thread.close(isDone);
  }
}

/** So many files are written by a thread of their own. */
const MANY_FILES = 40;

/**
 * @param fresh files that nobody has translated yet; `rest`: the others.
 * @param former the namespaces that renamed files had, by those that they have.
 */
async function translateAll(
  { rest, fresh, all }: Readonly<Record<'rest' | 'fresh' | 'all', readonly SourceFile[]>>,
  former: ReadonlyMap<string, string>,
  job: Job,
): Promise<void> {
  const { project, options, tools, report } = job;
  const memories = keptMemories(project);
  let lookup: ReturnType<typeof termLookup> | undefined;
  const readOptions = {
    redo: options.redo,
    keepEqual: options.keepEqual,
    prune: options.prune,
    lookup: () => (lookup ??= termLookup(project)),
    formerNamespace: (file: SourceFile) => former.get(file.namespace),
    kept: (namespace: string) => keptUnits(namespace, project, memories),
  };
  /** One wave at a time, so that the first is on its way while the next is read. */
  const reader = limit(1);
  const prepare = (some: readonly SourceFile[]): Promise<readonly FileState[]> =>
    reader(async () => {
      const states = await readFiles(some, readOptions, job);
      return options.dryRun ? states : settle(states, memories, job);
    });
  // What people and earlier runs left is settled in all files before the first of them is worked on. Files that nobody has
  // translated have nothing to settle: they are read when their turn comes, so that a run holds few of them at once.
  const known = await prepare(rest);
  if (options.prune && !options.dryRun) await prune(project, memories, tools.files, report);
  const open = workOf(known);
  // A file may be in another language than the project, and then the project's own is one of its targets.
  const { sourceLanguage, targetLanguages } = project.configuration;
  const languages =
    options.adopt === true ? [] : fresh.length > 0 ? [sourceLanguage, ...targetLanguages] : [...open.languages];
  const asked = languages.filter((language) => options.to?.includes(language) ?? true);
  const wanted = fresh.length > 0 || open.sources.size > MANY ? undefined : open.sources;
  const translator = await openTranslator(all, asked, wanted, job);
  const held = limit(WAVES_HELD);
  const turn = limit(WAVES_AT_WORK);
  const work = async (read: () => Promise<readonly FileState[]>): Promise<void> => {
    const { written } = await turn(async () => workOff(await read(), job, translator));
    await written;
  };
  try {
    const later = wavesOf(project.root, options.adopt === true ? [] : fresh).map((wave) =>
      held(() => work(async () => (tools.signal.aborted ? [] : prepare(wave)))),
    );
    await Promise.all([work(async () => known), ...later]);
  } finally {
    await translator.close();
  }
}

/** While the requests of two waves are in flight the next one is read. */
const WAVES_AT_WORK = 3;
/** Those and the ones that are being written. */
const WAVES_HELD = 5;

/** Reads files; what cannot be read is in the report. */
async function readFiles(
  files: readonly SourceFile[],
  readOptions: ReadOptions,
  { project, options, isAsked, report }: Job,
): Promise<readonly FileState[]> {
  const states: FileState[] = [];
  for (const file of files) {
    // What the network brought while a file was read is heard before the next one: the next requests wait for it.
    await setImmediate();
    const reading = await readFile(project, file, readOptions);
    report.errors.push(...reading.errors);
    if (reading.kind !== 'read') continue;
    for (const state of reading.state.languages) {
      if (!isAsked(file, state.language)) continue;
      if (options.acceptSuggestions) languageReport(report, state.language).accepted += acceptSuggestions(state);
      tellFirstSight(report, file, state);
      const unchanged = state.units.filter(({ work }) => work === 'none');
      languageReport(report, state.language).unchanged += unchanged.length;
      countWaiting(report, file, state);
    }
    if (reading.state.languages.some(({ language }) => isAsked(file, language)))
      for (const warning of reading.state.source.parsed.warnings) report.warnings.push({ file: file.path, ...warning });
    states.push(reading.state);
  }
  return states;
}

/** The languages, and the hashes of the sources, that need a translation. */
function workOf(states: readonly FileState[]): { readonly languages: Set<string>; readonly sources: Set<string> } {
  const languages = new Set<string>();
  const sources = new Set<string>();
  for (const { language, units } of states.flatMap((state) => state.languages)) {
    for (const { work, expected } of units) {
      if (work !== 'translate' && work !== 'suggest') continue;
      languages.add(language);
      sources.add(expected.source.hash);
    }
  }
  return { languages, sources };
}

/** So many sources are looked for in each record faster than all records are parsed. */
const MANY = 100;

/** What must be on disk before any engine is asked. @returns the files for which it is. */
async function settle(
  states: readonly FileState[],
  memories: KeptMemories,
  { project, isAsked, tools, report }: Job,
): Promise<readonly FileState[]> {
  const settled: FileState[] = [];
  for (const state of states) {
    const { file } = state.source;
    const returned = (language: string): void => {
      if (isAsked(file, language)) countMemory(report, language, 'kept');
    };
    if (await settleSource(project.layout, state, memories, returned, tools.files, report)) settled.push(state);
    // What cannot be written is not worth an engine's answer.
    else for (const one of state.languages) if (isAsked(file, one.language)) countUnwritten(report, file, one);
  }
  return settled;
}

/** Units that wait for a person are said again by every run, and sent by none. */
function countWaiting(report: Report, { path }: SourceFile, { language, units }: LanguageState): void {
  for (const { work, line, expected } of units) {
    if (work !== 'wait') continue;
    languageReport(report, language).failed++;
    const failure = line && failureOf(line);
    const reason = failure === undefined ? 'could not be made' : messageOf(failure);
    report.failed.push({ file: path, key: expected.key, language, reason });
  }
}

function countUnwritten(report: Report, file: SourceFile, state: LanguageState): void {
  const { language } = state;
  addCounts(report, language, countUnits(state));
  report.problems.push(...problemsOf(file, language, recordLines(state)));
  for (const { work, expected } of state.units) {
    if (work === 'none' || work === 'wait') continue;
    languageReport(report, language).failed++;
    report.failed.push({ file: file.path, key: expected.key, language, reason: 'its files cannot be written' });
  }
}

async function prune(project: Project, memories: KeptMemories, writer: FileWriter, report: Report): Promise<void> {
  for (const namespace of report.orphans.splice(0)) {
    try {
      for (const group of await pruneNamespace(project, namespace, memories)) await writeGroup(writer, group, report);
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
