/** How a team is: queue, workers, spending, hit rates. */
import { z } from 'zod/mini';
import type { Database } from './database.ts';
import { failuresSchema } from './jobs/finish.ts';
import { troublesSchema } from './workers/trouble.ts';

const queueRow = z.object({
  engine: z.string(),
  state: z.enum(['waiting', 'taken', 'dead']),
  jobs: z.coerce.number(),
  characters: z.coerce.number(),
  /** Seconds. */
  oldest: z.coerce.number(),
});

const workerRow = z.object({
  name: z.string(),
  engines: z.array(z.string()),
  program: z.string(),
  run: z.nullable(z.string()),
  cannot: troublesSchema,
  inWork: z.coerce.number(),
  /** Seconds. */
  silent: z.coerce.number(),
});

const spendRow = z.object({
  engine: z.string(),
  account: z.string(),
  used: z.coerce.number(),
  reserved: z.coerce.number(),
  requests: z.coerce.number(),
  budget: z.nullable(z.coerce.number()),
  requestsASecond: z.nullable(z.coerce.number()),
  inFlight: z.nullable(z.coerce.number()),
});

const tallyRow = z.object({
  project: z.string(),
  asked: z.coerce.number(),
  remembered: z.coerce.number(),
  joined: z.coerce.number(),
  sent: z.coerce.number(),
  shared: z.coerce.number(),
});

export interface Overview {
  /** `2026-11`, by the server's clock. */
  readonly month: string;
  readonly queue: readonly z.infer<typeof queueRow>[];
  readonly workers: readonly z.infer<typeof workerRow>[];
  readonly spending: readonly z.infer<typeof spendRow>[];
  readonly projects: readonly z.infer<typeof tallyRow>[];
  readonly memory: { readonly answers: number; readonly sharedTexts: number };
  /** Why texts were given up. */
  readonly dead: readonly string[];
}

/** Dead letters that are shown. */
const MOST_DEAD = 20;

export async function overview(database: Database): Promise<Overview> {
  const [now] = await database.rows(
    z.object({ month: z.string(), answers: z.coerce.number(), shared: z.coerce.number() }),
    `select to_char(now() at time zone 'utc', 'YYYY-MM') as month,
       (select count(*) from glossa.answer where value is not null) as answers,
       (select count(*) from glossa.shared_text) as shared`,
  );
  const month = now?.month ?? '';
  const dead = await database.rows(
    z.object({ failures: z.string() }),
    `select failures from glossa.job where state = 'dead' order by id limit $1`,
    [MOST_DEAD],
  );
  return {
    month,
    memory: { answers: now?.answers ?? 0, sharedTexts: now?.shared ?? 0 },
    queue: await database.rows(
      queueRow,
      `select engine, state, count(*) as jobs, sum(characters) as characters,
         extract(epoch from now() - min(made)) as oldest
       from glossa.job where state <> 'done' group by engine, state order by engine, state desc`,
    ),
    workers: await database.rows(
      workerRow,
      `select name, engines, program, run, cannot, extract(epoch from now() - seen) as silent,
         (select count(*) from glossa.job where job.worker = worker.id and state = 'taken') as "inWork"
       from glossa.worker order by run nulls first, name`,
    ),
    spending: await database.rows(
      spendRow,
      `select engine, account, coalesce(used, 0) as used, coalesce(reserved, 0) as reserved, coalesce(requests, 0) as requests,
         characters_a_month as budget, requests_a_second as "requestsASecond", in_flight as "inFlight"
       from (select * from glossa.spend where month = $1) as spend
       full join glossa.allowance using (engine, account) order by engine, account`,
      [month],
    ),
    projects: await database.rows(
      tallyRow,
      'select project, asked, remembered, joined, sent, shared from glossa.tally where month = $1 order by project',
      [month],
    ),
    dead: dead.flatMap(({ failures }) =>
      Object.values(failuresSchema.parse(JSON.parse(failures))).map(({ reason }) => reason),
    ),
  };
}
