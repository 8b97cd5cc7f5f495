/**
 * A run's place at the queue: it puts wishes there and waits for their answers. Others tell when a job has news; every other
 * second it looks itself, because a message may be lost, and whoever should answer may be gone.
 */
import { setMaxListeners } from 'node:events';
import type { EngineUsage, LanguagePair } from '../../engines/engine.ts';
import type { Database } from '../database.ts';
import { EngineRefusal } from '../../project/errors.ts';
import { routeName, setupId, type Wish } from '../jobs/job-text.ts';
import { placeWishes, showRun, type Order } from '../jobs/place.ts';
import { reap } from '../jobs/reap.ts';
import type { Worker } from '../workers/worker.ts';
import { Call, type Outcome } from './call.ts';
import { look } from './look.ts';
import { servants } from './servants.ts';

export interface DeskOptions {
  readonly database: Database;
  readonly run: Order['run'];
  /** Seconds; see `checkVersion`. */
  readonly lease: number;
  /** A worker of this run's own, where this machine can serve the engine for the pair; undefined where it cannot. */
  readonly serve: (engine: string, pair: LanguagePair) => Promise<Worker | undefined>;
}

export interface Desk {
  /**
   * Asks for texts, each once however many ask.
   * @param deliver called once a wish, the moment it is settled.
   * @returns what this run's own jobs used: what others asked for is theirs.
   * @throws EngineRefusal where nobody can do it; TeamError; the signal's reason.
   */
  ask(
    order: Omit<Order, 'run'>,
    wishes: readonly Wish[],
    deliver: (key: string, outcome: Outcome) => void,
    signal: AbortSignal,
  ): Promise<EngineUsage>;
  /** How many wishes were sent, and how many others had asked for. */
  readonly counts: { readonly sent: number; readonly joined: number };
  /** Nothing more is waited for. */
  close(): Promise<void>;
}

/** Milliseconds between two looks. */
const POLL = 2_000;
/** Times that a wish is placed; then something is wrong with it. */
const MOST_ROUNDS = 20;

interface Waiting {
  readonly resolve: (usage: EngineUsage) => void;
  readonly reject: (error: unknown) => void;
}

export function openDesk({ database, run, lease, serve }: DeskOptions): Desk {
  const calls = new Map<Call, Waiting>();
  /** Jobs to look at; of these, those that somebody told of or that may have ended before they were waited for. */
  const watched = new Set<string>();
  const heard = new Set<string>();
  /** Told of while wishes are placed: a job may be done before its run knows its name. */
  const early = new Set<string>();
  let placing = 0;
  const counts = { sent: 0, joined: 0 };
  const findServant = servants(database, lease, serve);
  let looking: Promise<void> | undefined;
  let isClosed = false;
  let reapedAt = performance.now();

  database.listen(
    'done',
    (job) => {
      if ([...calls.keys()].some((call) => call.jobs.has(job))) {
        heard.add(job);
        lookSoon();
      } else if (placing > 0) early.add(job);
    },
    () => {
      watchAll();
      lookSoon();
    },
  );

  function watchAll(): void {
    for (const call of calls.keys()) for (const job of call.jobs.keys()) watched.add(job);
  }

  /** One look at a time; what is heard meanwhile is looked at next. */
  function lookSoon(): void {
    looking ??= lookOnce()
      .catch(endAll)
      .finally(() => {
        looking = undefined;
        if (watched.size + heard.size > 0) lookSoon();
      });
  }

  async function lookOnce(): Promise<void> {
    const told = new Set(heard);
    const ids = [...new Set([...watched, ...told])];
    watched.clear();
    heard.clear();
    if (ids.length === 0) return;
    const { lost, ended } = await look(database, calls.keys(), ids, told);
    for (const [call, wishes] of lost) await placeAgain(call, wishes);
    for (const [call, { resolve }] of calls) {
      if (!call.isDone) continue;
      calls.delete(call);
      resolve(call.usage);
    }
    if (ended.length > 0)
      await database.run('delete from glossa.want where run = $1 and job = any($2::bigint[])', [run.id, ended]);
  }

  async function placeAgain(call: Call, wishes: readonly Wish[]): Promise<void> {
    call.rounds += 1;
    if (call.rounds > MOST_ROUNDS) {
      for (const { key } of wishes) call.settle(key, { reason: 'the queue of the team lost it again and again' });
    } else await place(call, wishes);
  }

  async function place(call: Call, wishes: readonly Wish[]): Promise<void> {
    placing += 1;
    const placed = await placeWishes(database, call.order, wishes).finally(() => (placing -= 1));
    counts.joined += placed.joined;
    counts.sent += wishes.length - placed.joined;
    for (const [key, value] of placed.answers) call.settle(key, { value });
    for (const [job, some] of placed.jobs) {
      call.follow(
        job,
        some.map(({ key }) => key),
      );
      if (placed.own.has(job)) call.unpaid.add(job);
      // Somebody else's may have ended before this run began to wait for it.
      if (!placed.own.has(job) || early.has(job)) heard.add(job);
    }
    if (placing === 0) early.clear();
  }

  async function watch(): Promise<void> {
    await showRun(database, run);
    if (performance.now() - reapedAt > (lease * 1000) / 3) {
      reapedAt = performance.now();
      await reap(database, lease);
    }
    watchAll();
    lookSoon();
    await findServants(calls.keys());
  }

  /** Calls that nobody can answer end here; those of one engine, pair and setup have one answer. */
  async function findServants(some: Iterable<Call>): Promise<void> {
    const routes = new Map<string, Call[]>();
    for (const call of some) {
      const { setup, pair } = call.order;
      const route = `${routeName(setup.engine, pair)} ${setupId(setup)}`;
      routes.set(route, [...(routes.get(route) ?? []), call]);
    }
    for (const [first, ...others] of routes.values()) {
      const refusal = first === undefined ? undefined : await findServant(first.order);
      if (first === undefined || refusal === undefined) continue;
      for (const call of [first, ...others]) await refuse(call, refusal);
    }
  }

  async function refuse(call: Call, { kind, message, remedy }: EngineRefusal): Promise<void> {
    const waiting = calls.get(call);
    if (!calls.delete(call)) return;
    await withdraw(call);
    const refusal = new EngineRefusal(kind, message, { remedy });
    refusal.usage = call.usage;
    waiting?.reject(refusal);
  }

  async function withdraw(call: Call): Promise<void> {
    const others = new Set([...calls.keys()].flatMap((one) => [...one.jobs.keys()]));
    const jobs = [...call.jobs.keys()].filter((job) => !others.has(job));
    await database.run('delete from glossa.want where run = $1 and job = any($2::bigint[])', [run.id, jobs]);
  }

  function endAll(error: unknown): void {
    for (const { reject } of calls.values()) reject(error);
    calls.clear();
  }

  let watching = false;
  const timer = setInterval(() => {
    if (watching || calls.size === 0) return;
    watching = true;
    void watch()
      .catch(endAll)
      .finally(() => (watching = false));
  }, POLL);

  return {
    counts,
    async ask(order, wishes, deliver, signal) {
      signal.throwIfAborted();
      // As many batches wait at the same time as a run has.
      setMaxListeners(0, signal);
      const call = new Call({ ...order, run }, wishes, deliver);
      const done = new Promise<EngineUsage>((resolve, reject) => calls.set(call, { resolve, reject }));
      done.catch(() => undefined);
      try {
        await place(call, wishes);
      } catch (error) {
        calls.delete(call);
        throw error;
      }
      if (call.isDone) {
        calls.delete(call);
        return call.usage;
      }
      const stop = (): void => {
        const waiting = calls.get(call);
        if (!calls.delete(call)) return;
        waiting?.reject(signal.reason);
        if (!isClosed) withdraw(call).catch(() => undefined);
      };
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      lookSoon();
      findServants([call]).catch(endAll);
      try {
        return await done;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      await looking;
      await database.run(
        `with gone as (delete from glossa.run where id = $1 returning id)
         delete from glossa.want where run = $1`,
        [run.id],
      );
    },
  };
}
