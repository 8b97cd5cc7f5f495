/**
 * Puts wishes into the queue. A text is asked for once, whoever wishes for it: its key is a row of `answer`, and only who
 * made that row asks an engine; everybody else waits for the job that the row names.
 */
import { z } from 'zod/mini';
import type { LanguagePair } from '../../engines/engine.ts';
import type { Database, Statements } from '../database.ts';
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

async function placeSome(
  database: Database,
  statements: Statements,
  { run, setup, pair, most, repeats }: Order,
  wishes: readonly Wish[],
): Promise<Placed & { readonly left: Wish[] }> {
  await statements.run(
    'insert into glossa.run (id, project) values ($1, $2) on conflict (id) do update set seen = now()',
    [run.id, run.project],
  );
  const known = await statements.rows(
    z.object({ key: z.string() }),
    'select key from glossa.answer where key = any($1)',
    [wishes.map(({ key }) => key)],
  );
  const there = new Set(known.map(({ key }) => key));
  const own = await claim(
    statements,
    setup.engine,
    wishes.filter(({ key }) => !there.has(key)),
    most,
  );
  const others = wishes.filter(({ key }) => !own.keys.has(key));
  if (own.jobs.size > 0) {
    const setupId = await keepSetup(statements, setup);
    const packs = [...own.jobs];
    await statements.run(
      `insert into glossa.job (id, engine, setup, source, target, units, characters, repeats, owner)
       select id, $1, $2, $3, $4, units, characters, $5, $6
       from unnest($7::bigint[], $8::text[], $9::bigint[]) as one (id, units, characters)`,
      [
        setup.engine,
        setupId,
        pair.source,
        pair.target,
        repeats,
        run.id,
        packs.map(([job]) => job),
        packs.map(([, pack]) => wishesText(pack)),
        packs.map(([, pack]) => charactersOf(pack)),
      ],
    );
    await want(statements, run.id, [...own.jobs.keys()]);
    await database.tell(statements, 'job', setup.engine);
  }
  const found = others.length === 0 ? undefined : await join(statements, run.id, others);
  return {
    answers: found?.answers ?? new Map(),
    jobs: new Map([...own.jobs, ...(found?.jobs ?? [])]),
    own: new Set(own.jobs.keys()),
    joined: found?.joined ?? 0,
    left: found?.left ?? [],
  };
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
  const ids = await statements.rows(
    z.object({ id: z.string() }),
    `select nextval(pg_get_serial_sequence('glossa.job', 'id'))::text as id from generate_series(1, $1)`,
    [packs.length],
  );
  const rows = packs
    .flatMap((pack, index) => pack.map(({ key }) => ({ key, job: ids[index]?.id ?? '' })))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const won = await statements.rows(
    z.object({ key: z.string() }),
    `insert into glossa.answer (key, engine, job)
     select key, $1, job from unnest($2::text[], $3::bigint[]) as one (key, job)
     on conflict (key) do nothing returning key`,
    [engine, rows.map(({ key }) => key), rows.map(({ job }) => job)],
  );
  const keys = new Set(won.map(({ key }) => key));
  const jobs = packs
    .map((pack, index) => [ids[index]?.id ?? '', pack.filter(({ key }) => keys.has(key))] as const)
    .filter(([, pack]) => pack.length > 0);
  return { keys, jobs: new Map(jobs) };
}

/** Waits with others for what they asked for. */
async function join(statements: Statements, run: string, wishes: readonly Wish[]) {
  const rows = await statements.rows(
    z.object({ key: z.string(), value: z.nullable(z.string()), job: z.nullable(z.string()) }),
    'select key, value, job::text as job from glossa.answer where key = any($1)',
    [wishes.map(({ key }) => key)],
  );
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const wanted = [...new Set(rows.flatMap(({ value, job }) => (value === null && job !== null ? [job] : [])))];
  const alive = await statements.rows(
    z.object({ id: z.string() }),
    'select id::text as id from glossa.job where id = any($1::bigint[]) order by id for key share',
    [wanted],
  );
  const known = new Set(alive.map(({ id }) => id));
  await want(statements, run, [...known]);
  const answers = new Map<string, string>();
  const jobs = new Map<string, Wish[]>();
  const left: Wish[] = [];
  for (const wish of wishes) {
    const row = byKey.get(wish.key);
    if (row !== undefined && row.value !== null) answers.set(wish.key, row.value);
    else if (typeof row?.job === 'string' && known.has(row.job))
      jobs.set(row.job, [...(jobs.get(row.job) ?? []), wish]);
    else left.push(wish);
  }
  // A row whose job is gone belongs to nobody.
  if (left.length === 0) return { answers, jobs, left, joined: wishes.length };
  const gone = rows.filter(({ value, job }) => value === null && (job === null || !known.has(job)));
  await statements.run(
    `delete from glossa.answer using unnest($1::text[], $2::bigint[]) as gone (key, job)
     where answer.key = gone.key and answer.value is null and answer.job is not distinct from gone.job`,
    [gone.map(({ key }) => key), gone.map(({ job }) => job)],
  );
  return { answers, jobs, left, joined: wishes.length - left.length };
}

async function want(statements: Statements, run: string, jobs: readonly string[]): Promise<void> {
  if (jobs.length === 0) return;
  await statements.run(
    'insert into glossa.want (job, run) select job, $1 from unnest($2::bigint[]) as job on conflict do nothing',
    [run, jobs],
  );
}

async function keepSetup(statements: Statements, setup: Setup): Promise<string> {
  const { engine, options, glossaries, words, project } = setup;
  const id = setupId(setup);
  await statements.run(
    `insert into glossa.setup (id, engine, options, glossaries, words, project) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do nothing`,
    [
      id,
      engine,
      options === undefined ? null : JSON.stringify(options),
      glossariesText(glossaries),
      wordsText(words),
      project,
    ],
  );
  return id;
}
