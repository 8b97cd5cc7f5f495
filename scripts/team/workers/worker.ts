/** A worker: takes jobs, asks engines, brings the answers back. A run without one has its own, in its process. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineAnswer } from '../../engines/engine.ts';
import type { Database } from '../database.ts';
import { reap } from '../jobs/reap.ts';
import { takeJob } from '../jobs/take.ts';
import { checkVersion } from '../migrate.ts';
import { createCounters, type Counters } from './counters.ts';
import { doJob } from './do-job.ts';
import { createSessions, type ServedEngine } from './sessions.ts';
import { Troubles, type Trouble } from './trouble.ts';

export interface WorkerOptions {
  readonly engines: readonly ServedEngine[];
  /** Jobs in work at the same time. */
  readonly concurrency: number;
  /** For people: the machine's name and the process. */
  readonly name: string;
  /** Glossa's version. */
  readonly program: string;
  /** The run that it works for; absent: for all of the team. */
  readonly run?: string;
  /** An answer as the store keeps it. */
  readonly encode: (answer: Extract<EngineAnswer, { ok: true }>) => string;
  readonly log: (event: string, fields: Readonly<Record<string, unknown>>) => void;
}

export interface Worker {
  readonly counters: Counters;
  /** What it cannot do for now; see `troubleOf`. */
  troubles(): Readonly<Record<string, Trouble>>;
  /** Ends when the worker was stopped. @throws what made it stop by itself: tables of another version, a database gone. */
  readonly ended: Promise<void>;
  /**
   * Takes no more jobs, and finishes those in work.
   * @param grace seconds after which they are given back.
   */
  stop(grace: number): Promise<void>;
}

/** Milliseconds after which the queue is looked at when nobody called. */
const POLL = 2_000;

/** @throws ConfigurationError where program and tables do not fit; TeamError. */
export async function startWorker(database: Database, options: WorkerOptions): Promise<Worker> {
  const lease = await checkVersion(database);
  const id = randomUUID();
  const { engines, concurrency, run, log } = options;
  const names = engines.map(({ engine }) => engine.name);
  const counters = createCounters();
  const troubles = new Troubles();
  const sessions = createSessions(database, concurrency);
  const stopping = new AbortController();
  const giveUp = new AbortController();
  const inWork = new Map<string, Promise<void>>();
  let wake = (): void => {};

  /** A sign of life, and what it cannot do. */
  async function report(): Promise<void> {
    await database.run(
      `insert into glossa.worker (id, name, run, engines, program, cannot) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do update set seen = now(), cannot = excluded.cannot`,
      [id, options.name, run ?? null, names, options.program, JSON.stringify(troubles.all())],
    );
    await database.run(
      `update glossa.job set expires = now() + $2 * interval '1 second'
       where worker = $1 and state = 'taken' and id = any($3::bigint[])`,
      [id, lease, [...inWork.keys()]],
    );
  }

  /** @throws when this program must not go on. */
  async function beat(): Promise<void> {
    while (!stopping.signal.aborted || inWork.size > 0) {
      await checkVersion(database);
      await report();
      await reap(database, lease);
      await sleep((lease * 1000) / 3, undefined, { signal: giveUp.signal }).catch(() => undefined);
      if (giveUp.signal.aborted) return;
    }
  }

  function launch(job: Extract<Awaited<ReturnType<typeof takeJob>>, { id: string }>): void {
    const served = engines.find(({ engine }) => engine.name === job.engine);
    if (served === undefined) return;
    const done = doJob(job, {
      database,
      served,
      worker: id,
      sessions,
      troubles,
      counters,
      signal: giveUp.signal,
      encode: options.encode,
      report,
      log,
    }).finally(() => {
      inWork.delete(job.id);
      wake();
    });
    inWork.set(job.id, done);
    done.catch(fail);
  }

  async function takeAll(): Promise<void> {
    while (!stopping.signal.aborted) {
      let called = new Promise<void>((resolve) => (wake = resolve));
      if (inWork.size < concurrency) {
        const offers = engines.map(({ engine, account }) => ({ engine: engine.name, account }));
        const taken = await takeJob(database, { id, run, offers, cannot: troubles.names(), lease });
        if ('id' in taken) {
          launch(taken);
          continue;
        }
        called = Promise.race([called, sleep(Math.min(taken.wait ?? POLL, POLL), undefined, { ref: false })]);
      }
      await called;
    }
  }

  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => undefined);
  database.listen('job', (engine) => {
    if (names.includes(engine)) wake();
  });
  await report();
  const beating = beat();
  const ended = (async () => {
    try {
      await Promise.race([takeAll(), beating.then(() => new Promise<void>(() => {})), failed]);
      await Promise.race([Promise.all(inWork.values()), failed]);
    } finally {
      stopping.abort();
      giveUp.abort();
      await Promise.allSettled(inWork.values());
      await beating.catch(() => undefined);
      await sessions.close();
      await database.run('delete from glossa.worker where id = $1', [id]).catch(() => undefined);
    }
  })();
  beating.catch(fail);
  ended.catch(() => undefined);
  return {
    counters,
    troubles: () => troubles.all(),
    ended,
    async stop(grace) {
      stopping.abort();
      wake();
      const patience = new AbortController();
      void sleep(grace * 1000, undefined, { signal: patience.signal })
        .then(() => giveUp.abort(new Error('the worker stops')))
        .catch(() => undefined);
      await ended.catch(() => undefined);
      patience.abort();
    },
  };
}
