/** Translates a run's work, group after group: memory first, then the engines of each language, side by side. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import limit from 'p-limit';
import type { Engine, EngineUsage } from '../../engines/engine.ts';
import { openStore } from '../../memory/store.ts';
import { shortHash } from '../../project/hash.ts';
import { describe, EngineRefusal, GlossaError } from '../../project/errors.ts';
import type { Log } from '../../project/log.ts';
import type { Project } from '../see/project.ts';
import { createBudget } from './budget.ts';
import { chooseEngines, planEngines, type EngineChoice } from './choose-engine.ts';
import { languageDoubts } from './doubtful-language.ts';
import { createSessions } from './engine-sessions.ts';
import type { Team } from './team.ts';
import { createEstimate } from './estimate.ts';
import { translateItems } from './machine.ts';
import { reusable } from '../recall/reusable.ts';
import type { Job } from '../job.ts';
import type { Judge, Result, WorkItem } from '../plan/work-item.ts';

export interface Translator {
  /** Translates items of any languages. `settle` is called once an item, the moment its result is there. */
  translate(items: readonly WorkItem[], settle: (item: WorkItem, result: Result) => void): Promise<void>;
  /** Ends the engines' sessions and the local store. */
  close(): Promise<void>;
}

/** What a run is asked to do; nothing is written here. */
export type AskingJob = Pick<Job, 'project' | 'options' | 'tell'> & {
  readonly tools: Pick<Job['tools'], 'log' | 'signal'>;
};

/**
 * Opens what all groups of a run share: the local store, the budget, the sessions.
 * @param languages that there is work for.
 * @param outlook characters that files which nobody has translated will ask for at least.
 */
export async function openTranslator(
  languages: readonly string[],
  { project, options, tools, tell }: AskingJob,
  judge: Judge,
  outlook = 0,
): Promise<Translator> {
  const { log, signal } = tools;
  const note = (line: string): void => log.line(line);
  const team = await joinTeam(project, options, log);
  const store =
    team?.store ?? openStore(join(project.paths.cache, 'memory.sqlite'), { warn: (line) => log.error(line) });
  const budget = createBudget(options.maxCharacters);
  const isOneEngine = new Set(languages.map((language) => project.configuration.enginesFor(language)[0])).size === 1;
  const expected = isOneEngine ? Math.min(outlook, options.maxCharacters ?? outlook) : 0;
  const sessions = createSessions(project, { concurrency: options.concurrency, expected }, budget, log);
  const isRedone = options.redo !== false;
  const reuse = isRedone ? () => undefined : reusable;
  const doubts = languageDoubts(project);
  const estimate = createEstimate(tell, reuse);
  /** Bounds the slices that are worked on at the same time, of all languages and waves, and so the memory of a run. */
  const slices = limit(SLICES_AT_ONCE);
  /** Engines on this machine work on few languages at once: each of them takes processors and memory. */
  const local = limit(Math.max(2, availableParallelism()));
  const progress = new Map<string, { done: number; total: number }>();

  /** Lets an engine get what it lacks; once a run, for all its languages. */
  const obtain = onceEach((engine: Engine, source: string) =>
    Promise.resolve(
      engine.obtain?.(
        source,
        languages.filter((language) => language !== source),
        project.environment(engine.name, note),
      ),
    ),
  );
  /** Read once: what stands in files may be long. */
  const identities = new Map<Engine, string>();
  const identityOf = (engine: Engine): string => {
    const { name } = engine;
    const own = project.configuration.engineOptions[name];
    const print = engine.fingerprint?.(project.environment(name, note)) ?? '';
    const parts = [
      name,
      ...(own === undefined ? [] : [JSON.stringify(own)]),
      ...(print === '' ? [] : [shortHash(print)]),
      ...(engine.usesWords === true && project.wordsPrint !== '' ? [project.wordsPrint] : []),
    ];
    identities.set(engine, parts.join(' '));
    return parts.join(' ');
  };
  const namesFor = project.configuration.enginesFor;
  const plan = onceEach((source: string, language: string) =>
    planEngines(namesFor(language), { source, target: language }, (name) => project.environment(name, () => {})),
  );
  const whys = new Set<string | undefined>();
  const engines = onceEach(async (source: string, language: string): Promise<Route> => {
    const choice = await chooseEngines(
      namesFor(language),
      { source, target: language },
      (name) => project.environment(name, note),
      (engine) => obtain(`${engine.name} ${source}`, engine, source),
      team?.engine,
    );
    // What is so for one language is so for the next: it is said once, and the report names all languages.
    const why = choice.why?.slice(choice.why.indexOf(': ') + 2);
    if (choice.why !== undefined && !whys.has(why)) log.line(choice.why);
    whys.add(why);
    return { ...choice, refused: new Map(), said: new Set() };
  });

  async function translateLanguage(
    language: string,
    items: readonly WorkItem[],
    settleItem: (item: WorkItem, result: Result) => void,
  ): Promise<void> {
    const count = progress.get(language) ?? { done: 0, total: 0 };
    progress.set(language, count);
    count.total += items.length;
    const settled = new Set<WorkItem>();
    let failed = 0;
    const settle = (item: WorkItem, result: Result): void => {
      if (settled.has(item)) return;
      settled.add(item);
      if (!result.done) failed++;
      settleItem(item, result);
      log.progress(language, (count.done += 1), count.total);
    };
    const isDoubtful = await doubts();
    const left: WorkItem[] = [];
    for (const item of items) {
      const result = isDoubtful(item);
      if (result === undefined) left.push(item);
      else settle(item, result);
    }
    for (const [source, group] of bySourceLanguage(left)) {
      if (options.dryRun) estimate.add(language, group, await plan(`${source}>${language}`, source, language));
      else await ask(source, language, group, settle, () => failed);
    }
  }

  async function ask(
    source: string,
    language: string,
    items: readonly WorkItem[],
    settle: (item: WorkItem, result: Result) => void,
    failed: () => number,
  ): Promise<void> {
    const failedBefore = failed();
    try {
      const left = (await team?.recall(items, judge, settle)) ?? items;
      if (left.length === 0) return;
      const route = await engines(`${source}>${language}`, source, language);
      tell({ kind: 'engine', language, names: route.engines.map(({ name }) => name) });
      const machine = {
        session: (engine: Engine) => sessions.open(engine),
        identity: (engine: Engine) => identities.get(engine) ?? identityOf(engine),
        judge,
        store,
        budget,
        signal,
        refused: route.refused,
        reuse,
        count: (_engine: string, usage: EngineUsage) => tell({ kind: 'used', language, usage }),
      };
      const pair = { source, target: language };
      const work = (): Promise<unknown> =>
        Promise.all(
          slicesOf(left).map((slice) => slices(() => translateItems(slice, pair, route.engines, machine, settle))),
        );
      // A team has workers for them.
      const isElsewhere = team !== undefined || route.engines.every(({ remote }) => remote);
      await (isElsewhere ? work() : local(work));
      for (const refusal of signal.aborted ? [] : route.refused.values()) {
        if (route.said.has(refusal)) continue;
        route.said.add(refusal);
        // Where the next engine did all of it, nothing is missing.
        if (failed() > failedBefore) tell({ kind: 'error', error: refusal });
        else log.line(`${language}: ${describe(refusal)}`);
      }
    } catch (error) {
      if (!(error instanceof GlossaError)) throw error;
      tell({ kind: 'error', error });
      const why = error instanceof EngineRefusal ? 'refusal' : 'limit';
      for (const item of items) settle(item, { done: false, reason: error.message, why });
    }
  }

  return {
    async translate(items, settle) {
      await Promise.all([...byLanguage(items)].map(([language, own]) => translateLanguage(language, own, settle)));
    },
    async close() {
      estimate.close();
      await sessions.close();
      store.close();
      await team?.close();
    },
  };
}

/** Without a team nothing of it is loaded; a dry run asks nobody. */
async function joinTeam(project: Project, options: Job['options'], log: Log): Promise<Team | undefined> {
  const address = options.dryRun ? undefined : project.team();
  if (address === undefined) return undefined;
  const { openTeam } = await import('./team.ts');
  const { concurrency, maxCharacters } = options;
  const limits = { concurrency, repeats: maxCharacters === undefined, isRedone: options.redo !== false };
  return openTeam(address, project, limits, log);
}

/** The engines of a language pair, and those of them that would not go on: they are not asked again. */
interface Route extends EngineChoice {
  readonly refused: Map<Engine, EngineRefusal>;
  readonly said: Set<EngineRefusal>;
}

/** Does something once for each key; whoever asks later gets what the first one got. */
function onceEach<Rest extends readonly unknown[], Done>(
  make: (...rest: Rest) => Promise<Done>,
): (key: string, ...rest: Rest) => Promise<Done> {
  const begun = new Map<string, Promise<Done>>();
  return (key, ...rest) => {
    const done = begun.get(key) ?? make(...rest);
    begun.set(key, done);
    return done;
  };
}

function byLanguage(items: readonly WorkItem[]): Map<string, WorkItem[]> {
  return grouped(items, ({ language }) => language);
}

function bySourceLanguage(items: readonly WorkItem[]): Map<string, WorkItem[]> {
  return grouped(items, ({ unit }) => unit.expected.source.language);
}

function grouped(items: readonly WorkItem[], keyOf: (item: WorkItem) => string): Map<string, WorkItem[]> {
  const groups = new Map<string, WorkItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Units in a slice: enough to fill a service's largest requests, few enough to be held in memory several times. */
const SLICE = 2_000;
const SLICES_AT_ONCE = 16;

/** Items in slices of about one size; those with the same text stay together, so that it is sent once. */
function slicesOf(items: readonly WorkItem[]): WorkItem[][] {
  const slices: WorkItem[][] = [];
  let last: WorkItem[] = [];
  const sameText = grouped(items, ({ unit: { expected } }) => {
    return `${expected.source.syntax} ${expected.count ?? ''} ${expected.source.value}`;
  });
  for (const group of sameText.values()) {
    if (last.length === 0 || last.length + group.length > SLICE) slices.push((last = []));
    for (const item of group) last.push(item);
  }
  return slices;
}
