/**
 * Puts wishes into the queue. A text is asked for once, whoever wishes for it: its key is a row of `answer`, and only who
 * made that row asks an engine; everybody else waits for the job that the row names.
 */
import { z } from 'zod/mini';
import type { LanguagePair } from '../../engines/engine.ts';
import type { Database, Statements } from '../database.ts';
import { readKnown, type Known } from '../answers.ts';
import { lines, linesIn, linesOf, readLines } from '../lines.ts';
import { glossariesText, setupId, wishesText, wordsText, type Setup, type Wish } from './job-text.ts';
import { charactersOf, packWishes, type JobSize } from './pack.ts';

export interface Order {
  readonly run: { readonly id: string; readonly project: string };
  readonly setup: Setup;
  readonly pair: LanguagePair;
  /** What a job holds at most. */
  readonly most: JobSize;
  /** Whether characters may be sent a second time, because their answer came back damaged. */
  readonly repeats: boolean;
}

export interface Placed {
  /** What has an answer by now. */
  readonly answers: ReadonlyMap<string, string>;
  /** The wishes of each job that brings some: this run's own jobs, and those that others asked for. */
  readonly jobs: ReadonlyMap<string, readonly Wish[]>;
  /** Of these, this run's own. */
  readonly own: ReadonlySet<string>;
  /** How many wishes others had before. */
  readonly joined: number;
}

/** Rows in one statement. */
const MOST = 5_000;

export async function placeWishes(database: Database, order: Order, wishes: readonly Wish[]): Promise<Placed> {
  const answers = new Map<string, string>();
  const jobs = new Map<string, Wish[]>();
  const own = new Set<string>();
  let joined = 0;
  await showRun(database, order.run);
  for (let at = 0; at < wishes.length; at += MOST) {
    // Between two looks a job may have ended without an answer, or been taken apart: then its wishes are placed again.
    for (let left = wishes.slice(at, at + MOST), round = 1; left.length > 0 && round <= 5; round += 1) {
      const placed = await database.transaction((statements) => placeSome(database, statements, order, left));
      for (const [key, value] of placed.answers) answers.set(key, value);
      for (const [job, some] of placed.jobs) jobs.set(job, [...(jobs.get(job) ?? []), ...some]);
      for (const job of placed.own) own.add(job);
      joined += placed.joined;
      left = placed.left;
    }
  }
  return { answers, jobs, own, joined };
}

/** A run's sign of life. Not within a transaction: a run's batches would wait for each other. */
export async function showRun(database: Database, run: Order['run']): Promise<void> {
  await database.run(
    `insert into glossa.run (id, project) values ($1, $2)
     on conflict (id) do update set seen = now() where run.seen < now() - interval '1 second'`,
    [run.id, run.project],
  );
}

async function placeSome(
  database: Database,
  statements: Statements,
  order: Order,
  wishes: readonly Wish[],
): Promise<Placed & { readonly left: Wish[] }> {
  const { run, setup, most } = order;
  const known = await readKnown(statements, keysOf(wishes.filter(({ isNew }) => isNew !== true)));
  const isThere = (key: string): boolean => known.answers.has(key) || known.jobs.has(key);
  const free = wishes.filter(({ key }) => !isThere(key));
  const own = await claim(statements, setup.engine, free, most);
  if (own.jobs.size > 0) await addJobs(database, statements, order, own.jobs);
  const others = wishes.filter(({ key }) => !own.keys.has(key));
  const late = others.filter(({ key }) => !isThere(key));
  if (late.length > 0) {
    const { answers, jobs } = await readKnown(statements, keysOf(late));
    for (const [key, value] of answers) known.answers.set(key, value);
    for (const [key, job] of jobs) known.jobs.set(key, job);
  }
  const found = others.length === 0 ? undefined : await join(statements, run.id, others, known);
  return {
    answers: known.answers,
    jobs: new Map([...own.jobs, ...(found?.jobs ?? [])]),
    own: new Set(own.jobs.keys()),
    joined: found?.joined ?? 0,
    left: found?.left ?? [],
  };
}

function keysOf(wishes: readonly Wish[]): string[] {
  return wishes.map(({ key }) => key);
}

/** Makes the rows of wishes that nobody has; what somebody else makes at this moment is waited for, and is theirs. */
async function claim(
  statements: Statements,
  engine: string,
  wishes: readonly Wish[],
  most: JobSize,
): Promise<{ readonly keys: ReadonlySet<string>; readonly jobs: ReadonlyMap<string, readonly Wish[]> }> {
  if (wishes.length === 0) return { keys: new Set(), jobs: new Map() };
  const packs = packWishes(wishes, most);
  const rows = packs
    .flatMap((pack, index) => pack.map(({ key }) => ({ key, index })))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const [row] = await statements.rows(
    z.object({ ids: z.string(), won: z.nullable(z.string()) }),
    `with job as materialized (
       select array_agg(nextval(pg_get_serial_sequence('glossa.job', 'id'))) as ids from generate_series(1, $2)
     ), won as (
       insert into glossa.answer (key, engine, job)
       select key, $1, ids[number::integer] from job, unnest(${linesIn('$3')}, ${linesIn('$4')}) as one (key, number)
       on conflict (key) do nothing returning key
     )
     select array_to_string(ids, e'\n') as ids, (select ${linesOf('key')} from won) as won from job`,
    [engine, packs.length, lines(rows.map(({ key }) => key)), lines(rows.map(({ index }) => index + 1))],
  );
  const ids = readLines(row?.ids);
  const keys = new Set(readLines(row?.won));
  const jobs = packs
    .map((pack, index) => [ids[index] ?? '', pack.filter(({ key }) => keys.has(key))] as const)
    .filter(([, pack]) => pack.length > 0);
  return { keys, jobs: new Map(jobs) };
}

/** What the jobs are, and that this run waits for them; workers are told. */
async function addJobs(
  database: Database,
  statements: Statements,
  { run, setup, pair, repeats }: Order,
  jobs: ReadonlyMap<string, readonly Wish[]>,
): Promise<void> {
  const packs = [...jobs.values()];
  await statements.run(
    `with known as (
       insert into glossa.setup (id, engine, options, glossaries, words, project) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do nothing
     ), added as (
       insert into glossa.job (id, engine, setup, source, target, units, characters, repeats, owner)
       select id::bigint, $2, $1, $7, $8, units, characters::bigint, $9, $10
       from unnest(${linesIn('$11')}, ${linesIn('$12')}, ${linesIn('$13')}) as one (id, units, characters)
       returning id
     ), wanted as (
       insert into glossa.want (job, run) select id, $10 from added
     )
     select pg_notify($14, $2)`,
    [
      setupId(setup),
      setup.engine,
      setup.options === undefined ? null : JSON.stringify(setup.options),
      glossariesText(setup.glossaries),
      wordsText(setup.words),
      setup.project,
      pair.source,
      pair.target,
      repeats,
      run.id,
      lines([...jobs.keys()]),
      lines(packs.map(wishesText)),
      lines(packs.map(charactersOf)),
      database.channel('job'),
    ],
  );
}

/** Waits with others for what they asked for. */
async function join(
  statements: Statements,
  run: string,
  wishes: readonly Wish[],
  { answers, jobs: bringing }: Known,
): Promise<{ readonly jobs: ReadonlyMap<string, readonly Wish[]>; readonly left: Wish[]; readonly joined: number }> {
  const wanted = [...new Set(bringing.values())].filter((job) => job !== '');
  const alive = await statements.rows(
    z.object({ id: z.string() }),
    'select id::text as id from glossa.job where id = any($1::bigint[]) order by id for key share',
    [wanted],
  );
  const ids = new Set(alive.map(({ id }) => id));
  if (ids.size > 0)
    await statements.run(
      'insert into glossa.want (job, run) select job, $1 from unnest($2::bigint[]) as job on conflict do nothing',
      [run, [...ids]],
    );
  const jobs = new Map<string, Wish[]>();
  const left: Wish[] = [];
  for (const wish of wishes) {
    const job = bringing.get(wish.key);
    if (answers.has(wish.key)) continue;
    if (job !== undefined && ids.has(job)) jobs.set(job, [...(jobs.get(job) ?? []), wish]);
    else left.push(wish);
  }
  // A row whose job is gone belongs to nobody.
  const gone = [...bringing].filter(([, job]) => !ids.has(job));
  if (gone.length > 0)
    await statements.run(
      `delete from glossa.answer using unnest(${linesIn('$1')}, ${linesIn('$2')}) as gone (key, job)
       where answer.key = gone.key and answer.value is null and coalesce(answer.job::text, '') = coalesce(gone.job, '')`,
      [lines(gone.map(([key]) => key)), lines(gone.map(([, job]) => job))],
    );
  return { jobs, left, joined: wishes.length - left.length };
}
