/** The ends of a job: its answers come in, it is done and settled, or given back. */
import { z } from 'zod/mini';
import type { EngineUsage } from '../../engines/engine.ts';
import { writeAnswers } from '../answers.ts';
import type { Database, Statements } from '../database.ts';
import { requeue } from './requeue.ts';

/** Why a text has no answer, by its key. */
export type Failures = Readonly<
  Record<string, { readonly reason: string; readonly isPostponed?: boolean | undefined }>
>;

export const failuresSchema = z.record(
  z.string(),
  z.object({ reason: z.string(), isPostponed: z.optional(z.boolean()) }),
);

/** A job in the hands of a worker. */
export interface Held {
  readonly id: string;
  readonly engine: string;
  readonly worker: string;
}

/** Stores answers, and tells those who wait. */
export async function storeAnswers(
  database: Database,
  { id, engine }: Held,
  answers: ReadonlyMap<string, string>,
): Promise<void> {
  await database.transaction(async (statements) => {
    await writeAnswers(statements, engine, answers);
    await database.tell(statements, [`done ${id}`]);
  });
}

/** Stores the last answers and ends the job. @param isWhole each of its texts has an answer. */
export async function finishJob(
  database: Database,
  held: Held,
  answers: ReadonlyMap<string, string>,
  failures: Failures,
  usage: EngineUsage,
  isWhole: boolean,
): Promise<void> {
  await database.transaction(async (statements) => {
    await writeAnswers(statements, held.engine, answers);
    const mine = await settle(statements, held, usage);
    await database.tell(statements, [`done ${held.id}`]);
    if (!mine) return;
    await statements.run(
      `update glossa.job set state = 'done', usage = $3, failures = $4, expires = null, worker = null, reserved = 0
       where id = $1 and worker = $2 and state = 'taken'`,
      [held.id, held.worker, JSON.stringify(usage), JSON.stringify(failures)],
    );
    // Its failures, and what the engine forgot: they may be asked for anew.
    if (!isWhole) await statements.run('delete from glossa.answer where job = $1 and value is null', [held.id]);
  });
}

/** Gives a job back as it was: somebody else may be able to do it. */
export async function giveBack(
  database: Database,
  held: Held,
  answers: ReadonlyMap<string, string>,
  usage: EngineUsage,
): Promise<void> {
  await database.transaction(async (statements) => {
    await writeAnswers(statements, held.engine, answers);
    await settle(statements, held, usage);
    await statements.run(
      `update glossa.job set state = 'waiting', expires = null, worker = null, reserved = 0 where id = $1 and worker = $2 and state = 'taken'`,
      [held.id, held.worker],
    );
    await database.tell(statements, [`done ${held.id}`, `job ${held.engine}`]);
  });
}

/** A job that broke its worker's work: see requeue.ts. */
export async function failJob(
  database: Database,
  held: Held,
  answers: ReadonlyMap<string, string>,
  reason: string,
): Promise<void> {
  await database.transaction(async (statements) => {
    await writeAnswers(statements, held.engine, answers);
    const mine = await settle(statements, held, undefined);
    if (mine) await requeue(database, statements, [held.id], reason);
  });
}

/**
 * What was reserved becomes what was used; unknown: all of it. The requests beyond the first one count for the rate, too.
 * @returns false where the job is no longer this worker's: then it has been settled.
 */
async function settle(statements: Statements, held: Held, usage: EngineUsage | undefined): Promise<boolean> {
  const [job] = await statements.rows(
    z.object({ account: z.string(), month: z.string(), reserved: z.coerce.number() }),
    `select account, month, reserved from glossa.job where id = $1 and worker = $2 and state = 'taken' for update`,
    [held.id, held.worker],
  );
  if (job === undefined) return false;
  const used = usage === undefined ? job.reserved : (usage.billed ?? usage.characters);
  const requests = usage?.requests ?? 1;
  const more = Math.max(0, requests - 1);
  await statements.run(
    `update glossa.spend set used = used + $4, reserved = reserved - $5, requests = requests + $6
     where engine = $1 and account = $2 and month = $3`,
    [held.engine, job.account, job.month, used, job.reserved, requests],
  );
  if (more > 0)
    await statements.run(
      `update glossa.allowance set next_request = next_request + $3 * interval '1 second' / requests_a_second
       where engine = $1 and account = $2 and requests_a_second is not null`,
      [held.engine, job.account, more],
    );
  return true;
}
