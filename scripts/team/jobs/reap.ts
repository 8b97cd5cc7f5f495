/** Clears up after those that stopped without a word: workers, runs, and what nobody waits for any more. */
import { z } from 'zod/mini';
import type { Database } from '../database.ts';
import { requeue } from './requeue.ts';

/** Leases without a sign of life after which a run counts as gone, and a worker is forgotten. */
const RUN_LEASES = 3;
const WORKER_LEASES = 40;

/** Everybody does this now and then; one at a time. @param lease seconds. */
export async function reap(database: Database, lease: number): Promise<void> {
  await database.transaction(async (statements) => {
    const [turn] = await statements.rows(
      z.object({ mine: z.boolean() }),
      `select pg_try_advisory_xact_lock(hashtext($1)) as mine`,
      [`glossa reap ${database.address.schema}`],
    );
    if (turn?.mine !== true) return;
    await statements.run(`delete from glossa.run where seen < now() - $1 * interval '1 second'`, [lease * RUN_LEASES]);
    await statements.run('delete from glossa.want where not exists (select from glossa.run where run.id = want.run)');
    await statements.run(`delete from glossa.worker where seen < now() - $1 * interval '1 second'`, [
      lease * WORKER_LEASES,
    ]);
    const expired = await statements.rows(
      z.object({ id: z.string() }),
      `with lost as (
         select id from glossa.job where state = 'taken' and expires < now() order by id limit 100 for update skip locked
       ), settled as (
         -- What was sent and what not, nobody knows: it counts as spent.
         update glossa.spend set used = used + sums.reserved, reserved = spend.reserved - sums.reserved
         from (
           select engine, account, month, sum(reserved) as reserved from glossa.job
           where id in (select id from lost) and month is not null group by engine, account, month
         ) as sums
         where (spend.engine, spend.account, spend.month) = (sums.engine, sums.account, sums.month)
       )
       select id::text as id from lost`,
    );
    await requeue(
      database,
      statements,
      expired.map(({ id }) => id),
      'each time its worker stopped in the middle of it',
    );
    await statements.run(
      `with forgotten as (
         delete from glossa.job where id in (
           select id from glossa.job where state in ('waiting', 'done')
           and not exists (select from glossa.want where want.job = job.id) for update skip locked
         ) returning id
       )
       delete from glossa.answer using forgotten where answer.job = forgotten.id and answer.value is null`,
    );
  });
}
