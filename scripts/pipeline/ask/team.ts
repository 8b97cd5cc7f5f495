/** A run as part of a team: its store is the team's memory, and its requests go through the team's queue. */
import { availableParallelism, hostname } from 'node:os';
import { basename, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Engine, EngineAnswer, EngineBatch, EngineSession, OpenOptions } from '../../engines/engine.ts';
import type { AnswerStore } from '../../memory/store.ts';
import type { Log } from '../../project/log.ts';
import { version } from '../../project/version.ts';
import { shownAddress, type TeamAddress } from '../../team/address.ts';
import { answerKey, readKnown } from '../../team/answers.ts';
import { openDatabase } from '../../team/database.ts';
import { openDesk, type Desk } from '../../team/desk/desk.ts';
import { isServed } from '../../team/desk/servants.ts';
import type { Setup, Wish } from '../../team/jobs/job-text.ts';
import { JOB_SIZES } from '../../team/jobs/pack.ts';
import { checkVersion } from '../../team/migrate.ts';
import { accountOf } from '../../team/workers/account.ts';
import { startWorker, type Worker } from '../../team/workers/worker.ts';
import { addTally } from '../../team/tally.ts';
import { textFinder, type TextFinder } from '../../team/texts/find.ts';
import type { Judge, Recalled, WorkItem } from '../plan/work-item.ts';
import { recallShared } from '../recall/recall-shared.ts';
import type { Project } from '../see/project.ts';
import { projectName } from '../see/project-name.ts';
import { unitCharacters } from './budget.ts';
import { decodeAnswer, encodeAnswer } from './stored-answer.ts';

export interface Team {
  readonly store: AnswerStore;
  /** The engine, with requests that go through the queue; it is there where a worker of the team has it. */
  readonly engine: (engine: Engine) => Engine;
  /**
   * Takes what people said in the team's other projects, where this one shares its own.
   * @returns the items that are left.
   */
  recall(
    items: readonly WorkItem[],
    judge: Judge,
    settle: (item: WorkItem, result: Recalled) => void,
  ): Promise<readonly WorkItem[]>;
  close(): Promise<void>;
}

export interface TeamOptions {
  readonly concurrency: number | undefined;
  /** Whether characters may be sent a second time: not where the run has a limit of its own. */
  readonly repeats: boolean;
  /** Machine text is made anew. */
  readonly isRedone: boolean;
}

/** Jobs in work at the same time, of a run that serves itself. */
const REMOTE_CONCURRENCY = 8;

/** Nothing is opened before the first use. */
export function openTeam(address: TeamAddress, project: Project, options: TeamOptions, log: Log): Team {
  const note = (line: string): void => log.line(line);
  const database = openDatabase(address, { note: (line) => log.error(line) });
  const workers = new Map<string, Promise<Worker>>();
  const tally = { asked: 0, remembered: 0, shared: 0 };
  /** Of texts on their way, which are looked for, wished for and answered under one hash. */
  const hashes = new Map<string, string>();
  /** Of these, those that others had asked for. */
  const awaited = new Set<string>();
  const hashOf = (key: string): string => {
    const hash = hashes.get(key) ?? answerKey(key);
    hashes.set(key, hash);
    return hash;
  };
  let finder: Promise<TextFinder> | undefined;
  let opened: Promise<Opened> | undefined;

  async function open(): Promise<Opened> {
    const lease = await checkVersion(database);
    const run = { id: randomUUID(), project: await projectName(project) };
    log.line(`Working with the team at ${shownAddress(address)}, as ${run.project}.`);
    const serve = async (name: string, pair: { source: string; target: string }): Promise<Worker | undefined> => {
      const engine = served.get(name);
      if (
        engine === undefined ||
        (await engine.unavailable(
          pair,
          project.environment(name, () => {}),
        ))
      )
        return undefined;
      const worker = workers.get(name) ?? startOwn(engine, run.id);
      workers.set(name, worker);
      return worker;
    };
    return { lease, run, desk: openDesk({ database, run, lease, serve }) };
  }
  const ready = (): Promise<Opened> => (opened ??= open());

  const served = new Map<string, Engine>();
  const startOwn = async (engine: Engine, run: string): Promise<Worker> => {
    const { name, remote } = engine;
    const { variables } = project.environment(name, note);
    return startWorker(database, {
      engines: [
        {
          engine,
          account: accountOf(name, variables),
          environment: (own, folder) => ({
            ...project.environment(name, note),
            root: folder === '' ? project.root : join('/', folder),
            options: own,
          }),
        },
      ],
      concurrency: options.concurrency ?? (remote ? REMOTE_CONCURRENCY : availableParallelism()),
      name: `${hostname()} ${process.pid}`,
      program: version(),
      run,
      encode: encodeAnswer,
      log: () => undefined,
    });
  };

  function session(engine: Engine, opening: OpenOptions): EngineSession {
    const own = project.configuration.engineOptions[engine.name];
    const { glossaries } = opening;
    const { sourceLanguage, targetLanguages } = project.configuration;
    const listed = engine.usesWords === true ? [sourceLanguage, ...targetLanguages] : [];
    const words = listed.map((language) => [language, opening.words?.(language) ?? new Map<string, string>()] as const);
    const setup: Setup = {
      engine: engine.name,
      options: own,
      glossaries,
      words: new Map(words.filter(([, list]) => list.size > 0)),
      project: glossaries.length === 0 ? '' : basename(project.root),
    };
    const usual = engine.remote ? JOB_SIZES.remote : JOB_SIZES.local;
    const { characters, units } = engine.requestSize?.(project.environment(engine.name, note)) ?? usual;
    const most = { characters: Math.min(usual.characters, characters), units: Math.min(usual.units, units) };
    return {
      async translate(batch, deliver, signal) {
        const { desk } = await ready();
        const { wishes, indexes } = wishesOf(batch, hashOf, awaited);
        const order = {
          setup,
          pair: { source: batch.source, target: batch.target },
          most,
          repeats: options.repeats,
        };
        const usage = desk.ask(
          order,
          wishes,
          (key, outcome) => {
            const index = indexes.get(key);
            const unit = batch.units[index ?? -1];
            if (index === undefined || unit === undefined) return;
            const answer: EngineAnswer | undefined =
              'value' in outcome
                ? decodeAnswer(outcome.value, unit)
                : { ok: false, reason: outcome.reason, isPostponed: outcome.isPostponed === true };
            deliver(index, answer ?? { ok: false, reason: "the answer in the team's memory does not fit" });
          },
          signal,
        );
        return usage.finally(() => {
          for (const { key } of wishes) awaited.delete(key);
          for (const key of batch.keys ?? []) hashes.delete(key);
        });
      },
      close: () => Promise.resolve(),
    };
  }

  return {
    store: {
      async getMany(keys) {
        await ready();
        const { answers, jobs } = await readKnown(database, keys.map(hashOf));
        for (const hash of jobs.keys()) awaited.add(hash);
        const found = new Map<string, string>();
        for (const key of keys) {
          const value = answers.get(hashOf(key));
          if (value === undefined) continue;
          found.set(key, value);
          hashes.delete(key);
        }
        tally.asked += keys.length;
        tally.remembered += found.size;
        return found;
      },
      close() {},
    },
    engine(engine) {
      served.set(engine.name, engine);
      return {
        ...engine,
        async unavailable(pair, environment) {
          const lack = await engine.unavailable(pair, environment);
          if (lack === undefined) return undefined;
          const { lease } = await ready();
          return (await isServed(database, lease, engine.name, pair)) ? undefined : lack;
        },
        open: (_environment, opening) => Promise.resolve(session(engine, opening)),
      };
    },
    async recall(items, judge, settle) {
      if (!project.configuration.team.share) return items;
      const { run } = await ready();
      finder ??= textFinder(database, run.project);
      const left = await recallShared(items, await finder, project, judge, options.isRedone, settle);
      tally.shared += items.length - left.length;
      return left;
    },
    async close() {
      const all = await Promise.allSettled(workers.values());
      await Promise.all(all.map((one) => (one.status === 'fulfilled' ? one.value.stop(GRACE) : undefined)));
      const known = await opened?.catch(() => undefined);
      if (known !== undefined) {
        await known.desk.close().catch(() => undefined);
        await addTally(database, known.run.project, { ...tally, ...known.desk.counts }).catch(() => undefined);
      }
      await database.close();
    },
  };
}

/** Seconds that requests in flight have at the end of an interrupted run. */
const GRACE = 60;

interface Opened {
  readonly lease: number;
  readonly run: { readonly id: string; readonly project: string };
  readonly desk: Desk;
}

function wishesOf(
  { units, keys = [] }: EngineBatch,
  hashOf: (key: string) => string,
  awaited: ReadonlySet<string>,
): {
  readonly wishes: Wish[];
  readonly indexes: ReadonlyMap<string, number>;
} {
  const wishes = units.map((unit, index) => {
    const key = hashOf(keys[index] ?? JSON.stringify(unit.segments));
    return { key, unit, characters: unitCharacters(unit), isNew: !awaited.has(key) };
  });
  return { wishes, indexes: new Map(wishes.map(({ key }, index) => [key, index])) };
}
