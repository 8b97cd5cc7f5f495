/**
 * Jobs whose worker stopped in the middle, or could not do them: what of them has no answer yet is tried again, in ever
 * smaller parts, so that one text that no worker survives takes no others with it. In the end it lies there alone, dead,
 * with its reason.
 */
import { z } from 'zod/mini';
import type { Database, Statements } from '../database.ts';
import { readWishes, wishesText, type Wish } from './job-text.ts';
import { charactersOf } from './pack.ts';

/** Tries of one text. */
export const MOST_ATTEMPTS = 3;
/** Parts that a job is taken into. */
const PARTS = 10;

const jobRow = z.object({
  id: z.string(),
  engine: z.string(),
  units: z.string(),
  attempts: z.number(),
});

/** @param reason why it was not done; for people. */
export async function requeue(
  database: Database,
  statements: Statements,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  if (ids.length === 0) return;
  const jobs = await statements.rows(
    jobRow,
    `select id::text as id, engine, units, attempts from glossa.job where id = any($1::bigint[]) order by id for update`,
    [ids],
  );
  for (const { id, engine, units, attempts } of jobs) {
    const pending = await statements.rows(
      z.object({ key: z.string() }),
      'select key from glossa.answer where job = $1 and value is null',
      [id],
    );
    const open = new Set(pending.map(({ key }) => key));
    const left = readWishes(units).filter(({ key }) => open.has(key));
    // What the budget did not cover has no unit any more: it may be asked for anew.
    await statements.run('delete from glossa.answer where job = $1 and value is null and key <> all($2)', [
      id,
      left.map(({ key }) => key),
    ]);
    const tries = attempts + 1;
    if (left.length === 0) await end(statements, id, 'done', {});
    else if (left.length === 1 && tries >= MOST_ATTEMPTS) {
      const message = `${engine}: given up after ${tries} tries: ${reason}`;
      await end(statements, id, 'dead', Object.fromEntries(left.map(({ key }) => [key, { reason: message }])));
    } else await split(statements, id, left, tries);
    await database.tell(statements, 'done', id);
    await database.tell(statements, 'job', engine);
  }
}

async function end(statements: Statements, id: string, state: 'done' | 'dead', failures: object): Promise<void> {
  await statements.run(
    `update glossa.job set state = $2, failures = $3, worker = null, expires = null, reserved = 0,
     attempts = attempts + 1 where id = $1`,
    [id, state, JSON.stringify(failures)],
  );
}

/** The job itself keeps its first part; the others become jobs of those who wait for it. */
async function split(statements: Statements, id: string, left: readonly Wish[], tries: number): Promise<void> {
  const size = tries + 1 >= MOST_ATTEMPTS ? 1 : Math.ceil(left.length / PARTS);
  const parts: Wish[][] = [];
  for (let at = 0; at < left.length; at += size) parts.push(left.slice(at, at + size));
  const [first = [], ...others] = parts;
  await statements.run(
    `update glossa.job set state = 'waiting', units = $2, characters = $3, attempts = $4, worker = null, expires = null,
     reserved = 0, not_before = now() where id = $1`,
    [id, wishesText(first), charactersOf(first), tries],
  );
  for (const part of others) {
    const [made] = await statements.rows(
      z.object({ id: z.string() }),
      `insert into glossa.job (engine, setup, source, target, units, characters, repeats, owner, attempts)
       select engine, setup, source, target, $2, $3, repeats, owner, $4 from glossa.job where id = $1 returning id::text as id`,
      [id, wishesText(part), charactersOf(part), tries],
    );
    if (made === undefined) continue;
    await statements.run('update glossa.answer set job = $1 where key = any($2) and value is null', [
      made.id,
      part.map(({ key }) => key),
    ]);
    await statements.run(
      'insert into glossa.want (job, run) select $1, run from glossa.want where job = $2 on conflict do nothing',
      [made.id, id],
    );
  }
}
