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

/** Whether the job is still this worker's: who is silent for too long loses it. */
export async function holds(database: Database, { id, worker }: Held): Promise<boolean> {
  const count = await database.run(`select from glossa.job where id = $1 and worker = $2 and state = 'taken'`, [
    id,
    worker,
  ]);
  return count > 0;
}

/** Stores answers, and tells those who wait. */
export async function storeAnswers(
  database: Database,
  { id, engine }: Held,
  answers: ReadonlyMap<string, string>,
  statements: Statements = database,
): Promise<void> {
  await writeAnswers(statements, engine, answers, [database.channel('done'), id]);
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
    await storeAnswers(database, held, answers, statements);
    const isMine = await settle(statements, held, usage, 'done', failures);
    // Its failures, and what the engine forgot: they may be asked for anew.
    if (isMine && !isWhole)
      await statements.run('delete from glossa.answer where job = $1 and value is null', [held.id]);
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
    await storeAnswers(database, held, answers, statements);
    await database.tell(statements, 'job', held.engine);
    await settle(statements, held, usage, 'waiting');
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
    await storeAnswers(database, held, answers, statements);
    if (await settle(statements, held, undefined, 'waiting')) await requeue(database, statements, [held.id], reason);
  });
}

/**
 * Takes the job out of the worker's hands. What was reserved becomes what was used; unknown: all of it. The requests beyond
 * the first one count for the rate, too. All workers of an account write its line: that is done last in a transaction.
 * @returns false where the job is no longer this worker's: then it has been settled.
 */
async function settle(
  statements: Statements,
  held: Held,
  usage: EngineUsage | undefined,
  state: 'done' | 'waiting',
  failures: Failures = {},
): Promise<boolean> {
  const requests = usage?.requests ?? 1;
  if (requests > 1)
    await statements.run(
      `update glossa.allowance set next_request = next_request + $3 * interval '1 second' / requests_a_second from glossa.job
       where job.id = $1 and job.worker = $2 and job.state = 'taken' and requests_a_second is not null
         and (allowance.engine, allowance.account) = (job.engine, job.account)`,
      [held.id, held.worker, requests - 1],
    );
  const ended = await statements.run(
    `with mine as (
       select id, engine, account, month, reserved from glossa.job
       where id = $1 and worker = $2 and state = 'taken' for update
     ), paid as (
       update glossa.spend set used = used + coalesce($3, mine.reserved), reserved = spend.reserved - mine.reserved,
         requests = requests + $4
       from mine where (spend.engine, spend.account, spend.month) = (mine.engine, mine.account, mine.month)
     )
     update glossa.job set state = $5, usage = $6, failures = $7, expires = null, worker = null, reserved = 0
     from mine where job.id = mine.id`,
    [
      held.id,
      held.worker,
      usage === undefined ? null : (usage.billed ?? usage.characters),
      requests,
      state,
      usage === undefined ? null : JSON.stringify(usage),
      JSON.stringify(failures),
    ],
  );
  return ended > 0;
}
