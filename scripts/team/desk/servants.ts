/** Who can do a run's jobs: workers of the team, or this machine itself where none of them serves the engine. */
import { z } from 'zod/mini';
import { EngineRefusal } from '../../project/errors.ts';
import type { LanguagePair } from '../../engines/engine.ts';
import type { Database } from '../database.ts';
import { routeName, setupId } from '../jobs/job-text.ts';
import type { Order } from '../jobs/place.ts';
import { troublesSchema, type Trouble } from '../workers/trouble.ts';
import type { Worker } from '../workers/worker.ts';

const workerRow = z.object({ engines: z.array(z.string()), cannot: troublesSchema });

type Servant = z.infer<typeof workerRow>;

/** Leases for which a worker that went away may come back. */
const GRACE_LEASES = 2;

/** @returns the workers that serve the team and showed a sign of life within the lease. */
export async function liveWorkers(database: Database, lease: number): Promise<Servant[]> {
  return database.rows(
    workerRow,
    `select engines, cannot from glossa.worker where run is null and seen > now() - $1 * interval '1 second'`,
    [lease],
  );
}

/** What keeps workers from an engine, a language pair; undefined where one of them can. @param names see trouble.ts. */
function obstacle(
  workers: readonly Servant[],
  engine: string,
  names: readonly string[],
): Trouble | 'nobody' | undefined {
  let trouble: Trouble | undefined;
  for (const { engines, cannot } of workers) {
    if (!engines.includes(engine)) continue;
    const own = names.map((name) => cannot[name]).find((one) => one !== undefined);
    if (own === undefined) return undefined;
    trouble = own;
  }
  return trouble ?? 'nobody';
}

/** Whether a worker of the team serves an engine for a pair, as far as is known before a job is there. */
export async function isServed(
  database: Database,
  lease: number,
  engine: string,
  pair: LanguagePair,
): Promise<boolean> {
  return obstacle(await liveWorkers(database, lease), engine, [engine, routeName(engine, pair)]) === undefined;
}

/**
 * @returns a function that sees to it that somebody does an order's jobs; it gives the refusal where nobody can.
 */
export function servants(
  database: Database,
  lease: number,
  serve: (engine: string, pair: LanguagePair) => Promise<Worker | undefined>,
): (order: Order) => Promise<EngineRefusal | undefined> {
  /** Since when an engine has had nobody. */
  const missing = new Map<string, number>();
  let hadWorker = false;
  return async ({ setup, pair }) => {
    const { engine } = setup;
    const names = [engine, routeName(engine, pair), setupId(setup)];
    const workers = await liveWorkers(database, lease);
    const theirs = obstacle(workers, engine, names);
    hadWorker ||= workers.some(({ engines }) => engines.includes(engine));
    if (theirs === undefined) {
      missing.delete(engine);
      return undefined;
    }
    const own = await serve(engine, pair);
    const ours =
      own === undefined ? 'nobody' : obstacle([{ engines: [engine], cannot: { ...own.troubles() } }], engine, names);
    if (ours === undefined) return undefined;
    const trouble = ours === 'nobody' ? theirs : ours;
    if (trouble !== 'nobody') return new EngineRefusal(trouble.kind, trouble.reason, { remedy: trouble.remedy });
    const since = missing.get(engine) ?? performance.now();
    missing.set(engine, since);
    // Somebody starts it again, or it was only cut off.
    if (hadWorker && performance.now() - since < GRACE_LEASES * lease * 1000) return undefined;
    return new EngineRefusal('unavailable', `no worker of the team serves ${engine}.`, {
      remedy: `Start one where ${engine} works: npm run worker -- --engines ${engine}`,
    });
  };
}
