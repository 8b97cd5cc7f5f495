/** One job in a worker's hands: the engine is asked, and each answer stored the moment it is there. */
import limit from 'p-limit';
import type { EngineAnswer, EngineUsage } from '../../engines/engine.ts';
import { ConfigurationError, EngineRefusal, Interruption } from '../../project/errors.ts';
import type { Database } from '../database.ts';
import { failJob, finishJob, giveBack, holds, storeAnswers, type Failures, type Held } from '../jobs/finish.ts';
import { routeName } from '../jobs/job-text.ts';
import type { TakenJob } from '../jobs/take.ts';
import type { Counters, Outcome } from './counters.ts';
import type { ServedEngine, Sessions } from './sessions.ts';
import type { Trouble, Troubles } from './trouble.ts';

export interface Bench {
  readonly database: Database;
  readonly served: ServedEngine;
  /** The worker's id. */
  readonly worker: string;
  readonly sessions: Sessions;
  readonly troubles: Troubles;
  readonly counters: Counters;
  /** Aborted when the worker must go now: what is not done is given back. */
  readonly signal: AbortSignal;
  readonly encode: (answer: Extract<EngineAnswer, { ok: true }>) => string;
  /** Tells the team what this worker cannot do. */
  readonly report: () => Promise<void>;
  readonly log: (event: string, fields: Readonly<Record<string, unknown>>) => void;
}

const NOTHING: EngineUsage = { requests: 0, characters: 0 };

/** @throws only what ends a worker: the database is gone. */
export async function doJob(job: TakenJob, bench: Bench): Promise<void> {
  const { database, served, counters, log } = bench;
  const held: Held = { id: job.id, engine: job.engine, worker: bench.worker };
  const begun = performance.now();
  const failures: Record<string, Failures[string]> = { ...job.failures };
  const gathered = gather(job, held, failures, bench);
  let outcome: Outcome = 'done';
  let usage: EngineUsage | undefined;
  let reason: string | undefined;
  counters.begin(job.engine);
  try {
    usage = job.wishes.length === 0 ? NOTHING : await ask(job, bench, gathered);
    await finishJob(database, held, await gathered.rest(), failures, usage, gathered.count() === job.wishes.length);
  } catch (error) {
    const answers = await gathered.rest();
    const trouble = troubleFor(error, job, bench);
    reason = error instanceof Error ? error.message : String(error);
    usage = error instanceof EngineRefusal || error instanceof Interruption ? error.usage : undefined;
    if (trouble !== undefined) {
      bench.troubles.add(trouble.name, trouble);
      await bench.report();
    }
    if (trouble !== undefined || bench.signal.aborted) {
      outcome = 'given_back';
      await giveBack(database, held, answers, usage ?? NOTHING);
    } else {
      outcome = 'failed';
      await failJob(database, held, answers, reason);
    }
  }
  const seconds = (performance.now() - begun) / 1000;
  counters.end(job.engine, outcome, job.wishes.length, usage, seconds);
  const { source, target } = job.pair;
  log(outcome, {
    job: job.id,
    engine: served.engine.name,
    pair: `${source}>${target}`,
    texts: job.wishes.length,
    characters: usage?.characters,
    seconds: Number(seconds.toFixed(3)),
    ...(reason === undefined ? {} : { reason }),
  });
}

async function ask(
  { pair, setup, wishes, repeats }: TakenJob,
  { served, sessions, signal }: Bench,
  { deliver, turn }: Pick<ReturnType<typeof gather>, 'deliver' | 'turn'>,
): Promise<EngineUsage> {
  const lack = await served.engine.unavailable(pair, served.environment(undefined, ''));
  if (lack !== undefined) throw new EngineRefusal('unavailable', lack);
  const batch = { ...pair, units: wishes.map(({ unit }) => unit) };
  return sessions.use(setup, served, { repeats: repeats ?? Infinity, turn }, (session) =>
    session.translate(batch, deliver, signal),
  );
}

/** What stands in this worker's way, where another one may succeed. */
function troubleFor(
  error: unknown,
  { engine, pair, setup }: TakenJob,
  { signal }: Bench,
): (Trouble & { readonly name: string }) | undefined {
  if (signal.aborted) return undefined;
  if (error instanceof ConfigurationError)
    return { name: setup, kind: 'unavailable', reason: error.message, remedy: error.remedy };
  if (!(error instanceof EngineRefusal)) return undefined;
  const { kind, message: reason, remedy } = error;
  const isOfPair = kind === 'unsupported' || kind === 'unavailable';
  return { name: isOfPair ? routeName(engine, pair) : engine, kind, reason, remedy };
}

/** Takes answers as they come: the first is stored at once, and those that come meanwhile together when that is done. */
function gather(job: TakenJob, held: Held, failures: Record<string, Failures[string]>, bench: Bench) {
  let answers = new Map<string, string>();
  const answered = new Set<number>();
  let storing: Promise<void> | undefined;
  let isOver = false;
  const place = limit(1);
  let requests = 0;
  const take = (): Map<string, string> => {
    const some = answers;
    answers = new Map();
    return some;
  };
  const store = async (): Promise<void> => {
    // What one answer of a service brings comes in one turn.
    await new Promise((resolve) => setImmediate(resolve));
    while (answers.size > 0 && !isOver) await storeAnswers(bench.database, held, take());
    storing = undefined;
  };
  return {
    deliver(index: number, answer: EngineAnswer): void {
      const wish = job.wishes[index];
      if (wish === undefined) return;
      if (answer.ok) {
        answered.add(index);
        answers.set(wish.key, bench.encode(answer));
        storing ??= store();
        storing.catch(() => undefined);
        return;
      }
      const { reason, isPostponed } = answer;
      failures[wish.key] = isPostponed === true ? { reason, isPostponed } : { reason };
    },
    /**
     * One request of a job at a time, and none before what the one before brought is kept: so a worker that is killed loses
     * no more than its jobs' requests in flight, and one that was silent for too long sends no more of what others do now.
     */
    turn: <Result>(request: () => Promise<Result>): Promise<Result> =>
      place(async () => {
        // By then its answers are delivered.
        await new Promise((resolve) => setImmediate(resolve));
        await storing;
        if (requests > 0 && !(await holds(bench.database, held))) throw new Error('somebody else does it now');
        requests += 1;
        return request();
      }),
    count: () => answered.size,
    /** Waits until what is being stored is there. @returns the rest, which is stored with the job's end. */
    async rest(): Promise<Map<string, string>> {
      isOver = true;
      await storing;
      return take();
    },
  };
}
