/**
 * A worker takes a job: the oldest that it can serve and that the engine's limits let through. What it will cost is
 * reserved before, in one statement, so that no set of workers passes the month's budget.
 */
import { z } from 'zod/mini';
import type { LanguagePair } from '../../engines/engine.ts';
import type { Database, Statements } from '../database.ts';
import { charactersOf } from './pack.ts';
import { readWishes, wishesText, type Wish } from './job-text.ts';
import type { Failures } from './finish.ts';

/** An engine that a worker serves, and the account that it uses there. */
export interface Offer {
  readonly engine: string;
  /** A hash of the key; empty for engines without one. */
  readonly account: string;
}

export interface Taker {
  readonly id: string;
  /** A run's own worker works for that run alone. */
  readonly run: string | undefined;
  readonly offers: readonly Offer[];
  /** `routeName`s that it cannot serve now. */
  readonly cannot: readonly string[];
  /** Seconds without a sign of life after which somebody else takes the job. */
  readonly lease: number;
}

export interface TakenJob {
  readonly id: string;
  readonly engine: string;
  readonly setup: string;
  readonly pair: LanguagePair;
  readonly wishes: readonly Wish[];
  readonly attempts: number;
  /** Characters that may be sent a second time; undefined: as many as it takes. */
  readonly repeats: number | undefined;
  /** What of the job the budget does not cover. */
  readonly failures: Failures;
}

const allowanceRow = z.object({
  engine: z.string(),
  account: z.string(),
  wait: z.number(),
  in_flight: z.nullable(z.number()),
  flying: z.coerce.number(),
  hasRate: z.boolean(),
  budget: z.nullable(z.coerce.number()),
});

const jobRow = z.object({
  id: z.string(),
  engine: z.string(),
  setup: z.string(),
  source: z.string(),
  target: z.string(),
  units: z.string(),
  characters: z.coerce.number(),
  repeats: z.boolean(),
  attempts: z.number(),
});

/** Milliseconds after which a job that waits for others' reservations is looked at again. */
const BUDGET_PAUSE = 500;

/** @returns the job; or the milliseconds after which it is worth looking again, undefined when somebody will say so. */
export async function takeJob(database: Database, taker: Taker): Promise<TakenJob | { readonly wait?: number }> {
  return database.transaction(async (statements) => {
    const limits = await lockLimits(statements, taker);
    const closed = limits.filter((one) => one.wait > 0 || (one.in_flight !== null && one.flying >= one.in_flight));
    const open = taker.offers.filter(
      ({ engine, account }) => !closed.some((one) => one.engine === engine && one.account === account),
    );
    const waits = closed.map(({ wait }) => (wait > 0 ? wait * 1000 : BUDGET_PAUSE));
    const later = waits.length === 0 ? {} : { wait: Math.min(...waits) };
    if (open.length === 0) return later;
    const [job, offer] = await oldestJob(statements, open, taker);
    if (job === undefined || offer === undefined) return later;
    const limit = limits.find(({ engine, account }) => engine === offer.engine && account === offer.account);
    const paid = await pay(statements, taker, offer, job, limit?.budget ?? undefined);
    if (paid === 'later') {
      await statements.run(
        `update glossa.job set not_before = clock_timestamp() + $2 * interval '1 millisecond' where id = $1`,
        [job.id, BUDGET_PAUSE],
      );
      return { wait: BUDGET_PAUSE };
    }
    if (limit?.hasRate === true)
      await statements.run(
        `update glossa.allowance
       set next_request = greatest(next_request, clock_timestamp()) + interval '1 second' / requests_a_second
       where engine = $1 and account = $2 and requests_a_second is not null`,
        [offer.engine, offer.account],
      );
    const { id, engine, setup, source, target, attempts } = job;
    return { id, engine, setup, pair: { source, target }, attempts, ...paid };
  });
}

/** The oldest job of the first engine that has one; the engines take turns at being the first. */
async function oldestJob(
  statements: Statements,
  offers: readonly Offer[],
  { run, cannot }: Taker,
): Promise<readonly [job?: z.infer<typeof jobRow>, offer?: Offer]> {
  const first = Math.floor(Math.random() * offers.length);
  for (const offer of [...offers.slice(first), ...offers.slice(0, first)]) {
    const [job] = await statements.rows(
      jobRow,
      `select id::text as id, engine, setup, source, target, units, characters, repeats, attempts from glossa.job
       where state = 'waiting' and engine = $1 and not_before <= clock_timestamp()
         and engine || ' ' || source || '>' || target <> all($2) and setup <> all($2)
         and ($3::text is null or exists (select from glossa.want where want.job = job.id and want.run = $3))
       order by id limit 1 for update skip locked`,
      [offer.engine, cannot, run ?? null],
    );
    if (job !== undefined) return [job, offer];
  }
  return [];
}

/**
 * The limits of the accounts that have some, held until the job is taken: workers of one account take one by one. What is
 * in flight is counted after that in a statement of its own, which sees what the one before took.
 */
async function lockLimits(statements: Statements, { offers }: Taker) {
  const accounts = [offers.map(({ engine }) => engine), offers.map(({ account }) => account)];
  const locked = await statements.run(
    `select from glossa.allowance where (engine, account) in (select * from unnest($1::text[], $2::text[]))
     order by engine, account for update`,
    accounts,
  );
  if (locked === 0) return [];
  return statements.rows(
    allowanceRow,
    `select engine, account, characters_a_month::float8 as budget, in_flight, requests_a_second is not null as "hasRate",
       case when requests_a_second is null then 0
            else greatest(0, extract(epoch from next_request - clock_timestamp()))::float8 end as wait,
       (select count(*) from glossa.job where job.engine = allowance.engine and job.account = allowance.account
          and state = 'taken' and expires > clock_timestamp()) as flying
     from glossa.allowance where (engine, account) in (select * from unnest($1::text[], $2::text[]))`,
    accounts,
  );
}

/**
 * Takes a job and reserves what it costs: twice that where the budget has it, because a damaged answer is asked for again.
 * Where it has less, what others have reserved may come back; else as many of the texts as it covers.
 */
async function pay(
  statements: Statements,
  { id, lease }: Taker,
  { engine, account }: Offer,
  job: z.infer<typeof jobRow>,
  budget: number | undefined,
): Promise<Pick<TakenJob, 'wishes' | 'failures' | 'repeats'> | 'later'> {
  /** All workers of an account write its line and wait for each other: it is written last, together with the job. */
  const take = async (reserved: number, covered?: readonly Wish[]): Promise<boolean> => {
    const taken = await statements.run(
      `with paid as (
         insert into glossa.spend as spend (engine, account, month, reserved)
         select $1::text, $2::text, to_char(now() at time zone 'utc', 'YYYY-MM'), $3::bigint
         where $4::bigint is null or $3::bigint <= $4
         on conflict (engine, account, month) do update set reserved = spend.reserved + excluded.reserved
           where $4 is null or spend.used + spend.reserved + excluded.reserved <= $4
         returning month
       )
       update glossa.job set state = 'taken', worker = $6, account = $2, month = paid.month, reserved = $3,
         units = coalesce($7, units), expires = clock_timestamp() + $8 * interval '1 second'
       from paid where id = $5`,
      [
        engine,
        account,
        reserved,
        budget ?? null,
        job.id,
        id,
        covered === undefined ? null : wishesText(covered),
        lease,
      ],
    );
    return taken > 0;
  };
  const wishes = readWishes(job.units);
  const needed = charactersOf(wishes);
  if (budget === undefined)
    return (await take(needed)) ? { wishes, failures: {}, repeats: job.repeats ? undefined : 0 } : 'later';
  if (job.repeats && (await take(2 * needed))) return { wishes, failures: {}, repeats: needed };
  if (await take(needed)) return { wishes, failures: {}, repeats: 0 };
  const [spend] = await statements.rows(
    z.object({ month: z.string(), used: z.coerce.number(), reserved: z.coerce.number() }),
    `select to_char(now() at time zone 'utc', 'YYYY-MM') as month, coalesce(sum(used), 0) as used,
       coalesce(sum(reserved), 0) as reserved
     from glossa.spend where engine = $1 and account = $2 and month = to_char(now() at time zone 'utc', 'YYYY-MM')`,
    [engine, account],
  );
  if (spend === undefined || spend.reserved > 0) return 'later';
  let left = budget - spend.used;
  const covered = wishes.filter(({ characters }) => {
    if (characters > left) return false;
    left -= characters;
    return true;
  });
  const reason = `the team's budget of ${budget} characters for ${engine} in ${spend.month} is spent`;
  const failures = Object.fromEntries(
    wishes.filter((wish) => !covered.includes(wish)).map(({ key }) => [key, { reason, isPostponed: true }]),
  );
  return (await take(charactersOf(covered), covered)) ? { wishes: covered, failures, repeats: 0 } : 'later';
}
