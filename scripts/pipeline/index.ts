/**
 * The way of the data, for the files whose seals do not fit: see -> plan -> recall -> ask -> judge -> write. Each stage is a
 * folder; this page is their order.
 */
import limit from 'p-limit';
import { journalPath } from '../locales/journal.ts';
import type { KnownUnit } from '../units/known-unit.ts';
import { openTranslator, type Translator } from './ask/translator.ts';
import type { Job } from './job.ts';
import { JUDGE } from './judge/judge-target.ts';
import { planFile, type FilePlan } from './plan/plan-file.ts';
import { workOf } from './plan/work-of.ts';
import { openRecall, type Recall } from './recall/recall.ts';
import { keptMemories, type KeptMemories } from './see/kept-memory.ts';
import { termLookup, type Project } from './see/project.ts';
import { findRenames } from './see/source/renames.ts';
import { seeFiles } from './see/see-files.ts';
import type { SourceFile } from './see/source/sources.ts';
import { bytesOf, isUntouched, wavesOf } from './see/source/waves.ts';
import { makeV8Thrifty } from './thrifty-v8.ts';
import { startFileThread } from './write/file-thread.ts';
import { pruneFiles } from './write/prune-files.ts';
import { begin, workOff, type Begun, type Underway } from './write/work-off.ts';
import { writeFirst } from './write/write-first.ts';

/**
 * @param files those to read.
 * @param all every source file of the project: renames and the memory look further than what is open.
 * @param orphans what lies in `locales/` without a source.
 */
export async function translateFiles(
  files: readonly SourceFile[],
  all: readonly SourceFile[],
  orphans: readonly string[],
  job: Job,
): Promise<void> {
  const { project, options, tools, tell } = job;
  makeV8Thrifty();
  const { errors } = await project.termbase();
  for (const error of errors) tell({ kind: 'error', error });
  const renames = await findRenames(project, all, orphans);
  tell({ kind: 'orphans', names: renames.orphans });
  for (const [to, from] of renames.former) tell({ kind: 'moved', from, to });
  const isFresh = (file: SourceFile): boolean => !renames.former.has(file.namespace) && isUntouched(project, file);
  const fresh = new Set(files.filter(isFresh));
  const parts = { rest: files.filter((file) => !fresh.has(file)), fresh: [...fresh], all, ...renames };
  if (fresh.size < MANY_FILES || options.dryRun) return translateAll(parts, job);
  const places = { root: project.root, journalPath: journalPath(project.paths.cache) };
  const thread = startFileThread(places, tools.log.error);
  let isDone = false;
  try {
    await translateAll(parts, { ...job, tools: { ...tools, files: thread } });
    isDone = true;
  } finally {
    await thread.close(isDone);
  }
}

/** So many files are written by a thread of their own: starting one costs as much as it saves with fewer. */
const MANY_FILES = 40;

interface Parts {
  /** Files that somebody has translated before. */
  readonly rest: readonly SourceFile[];
  /** Files that nobody has translated yet. */
  readonly fresh: readonly SourceFile[];
  readonly all: readonly SourceFile[];
  /** The namespaces that renamed files had, by those that they have. */
  readonly former: ReadonlyMap<string, string>;
  readonly orphans: readonly string[];
}

async function translateAll({ rest, fresh, all, former, orphans }: Parts, job: Job): Promise<void> {
  const { project, options, tools } = job;
  const memories = keptMemories(project);
  const plans = planner(former, memories, job);
  // What people and earlier runs left is planned, and on disk, in all files before anybody is asked. Files that nobody has
  // translated have nothing to settle: they are read when their turn comes, so that a run holds few of them at once.
  const known: Underway[] = [];
  // Where files were renamed, one may have the name that another had.
  for (const wave of former.size > 0 ? [rest] : wavesOf(project.root, rest)) {
    const { open, written } = begin(await plans(wave), job);
    known.push(...open);
    await written;
  }
  if (options.prune) await pruneFiles(orphans, memories, job);
  const open = workOf(known.flatMap(({ own }) => own.items));
  // A file may be in another language than the project, and then the project's own is one of its targets.
  const { sourceLanguage, targetLanguages } = project.configuration;
  const isAdoption = options.adopt === true;
  const languages = fresh.length > 0 ? [sourceLanguage, ...targetLanguages] : [...open.languages];
  const asked = isAdoption ? [] : languages.filter((language) => options.to?.includes(language) ?? true);
  const wanted = fresh.length > 0 || open.sources.size > MANY_SOURCES ? undefined : open.sources;
  const isRedone = options.redo !== false;
  const recall: Recall =
    asked.length === 0 ? () => undefined : await openRecall(project, all, asked, wanted, JUDGE, isRedone);
  const outlook = Math.floor(bytesOf(project.root, fresh) / BYTES_A_CHARACTER) * asked.length;
  const translator = await openTranslator(asked, job, JUDGE, outlook);
  // Of files that nobody has translated there is nothing to be taken over.
  const waves = wavesOf(project.root, isAdoption ? [] : fresh).map(
    (wave) => async () => begin(tools.signal.aborted ? [] : await plans(wave), job),
  );
  try {
    await inTurns([async () => ({ open: known, written: Promise.resolve() }), ...waves], recall, translator, job);
  } finally {
    await translator.close();
  }
}

/** Bytes of a file that nobody has translated for one character that is sent: markup stays, and letters may have three bytes. */
const BYTES_A_CHARACTER = 3;

/** So many sources are looked for in each record faster than all records are parsed. */
const MANY_SOURCES = 100;

/** Sees files and plans them, one wave at a time, so that the first is on its way while the next is read. */
function planner(
  former: ReadonlyMap<string, string>,
  memories: KeptMemories,
  job: Job,
): (files: readonly SourceFile[]) => Promise<readonly FilePlan[]> {
  const { project, options, isAsked } = job;
  let lookup: ReturnType<typeof termLookup> | undefined;
  const seeing = {
    redo: options.redo,
    keepEqual: options.keepEqual,
    prune: options.prune,
    lookup: () => (lookup ??= termLookup(project)),
    formerNamespace: (file: SourceFile) => former.get(file.namespace),
    kept: (namespace: string) => keptUnits(namespace, project, memories),
  };
  const turn = limit(1);
  return (files) =>
    turn(async () => {
      const states = await seeFiles(files, seeing, job);
      const plans = states.map((state) =>
        planFile(state, memories, {
          layout: project.layout,
          accepts: (language) => options.acceptSuggestions && isAsked(state.source.file, language),
          judge: JUDGE,
        }),
      );
      return writeFirst(plans, job);
    });
}

/** While the requests of two waves are in flight the next one is read; two more may be being written. */
const WAVES = { asked: 3, held: 5 };
/** A team's requests wait in a line first, so that more of them have to be under way for the same pace. */
const TEAM_WAVES = { asked: 5, held: 8 };

async function inTurns(
  begins: readonly (() => Promise<Begun>)[],
  recall: Recall,
  translator: Translator,
  job: Job,
): Promise<void> {
  const waves = job.project.team() === undefined ? WAVES : TEAM_WAVES;
  const held = limit(waves.held);
  const turn = limit(waves.asked);
  await Promise.all(
    begins.map((begun) =>
      held(async () => {
        const { written } = await turn(async () => workOff(await begun(), job, recall, translator));
        await written;
      }),
    ),
  );
}

/** What `locales/.memory` keeps of a namespace, in all languages. */
function keptUnits(namespace: string, { configuration }: Project, memories: KeptMemories): KnownUnit[] {
  return [configuration.sourceLanguage, ...configuration.targetLanguages]
    .flatMap((language) => memories.get(language).texts)
    .filter((text) => text.namespace === namespace)
    .map(({ key, source }) => ({ key, value: source }));
}
