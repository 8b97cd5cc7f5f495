/** Looks what has come of jobs, and settles what runs wait for. */
import { z } from 'zod/mini';
import type { EngineUsage } from '../../engines/engine.ts';
import type { Database } from '../database.ts';
import { failuresSchema } from '../jobs/finish.ts';
import type { Wish } from '../jobs/job-text.ts';
import type { Call } from './call.ts';

const jobRow = z.object({
  id: z.string(),
  state: z.string(),
  owner: z.string(),
  usage: z.nullable(z.string()),
  failures: z.nullable(z.string()),
});

const answerRow = z.object({ key: z.string(), value: z.nullable(z.string()), job: z.nullable(z.string()) });

const usageSchema = z.object({
  requests: z.number(),
  characters: z.number(),
  billed: z.optional(z.number()),
  wasted: z.optional(z.number()),
});

type JobRow = z.infer<typeof jobRow>;
type AnswerRow = z.infer<typeof answerRow>;

/** Keys in one statement. */
const MOST = 5_000;

export interface News {
  /** Wishes whose job is gone, or ended without them: they must be placed again. */
  readonly lost: ReadonlyMap<Call, readonly Wish[]>;
  /** Jobs that nobody here waits for any more. */
  readonly ended: readonly string[];
}

/** @param ids the jobs to look at. */
export async function look(database: Database, calls: Iterable<Call>, ids: readonly string[]): Promise<News> {
  const waiting = [...calls].filter((call) => ids.some((id) => call.jobs.has(id)));
  const jobs = await database.rows(
    jobRow,
    'select id::text as id, state, owner, usage, failures from glossa.job where id = any($1::bigint[])',
    [ids],
  );
  const keys = waiting.flatMap((call) =>
    ids.flatMap((id) => [...(call.jobs.get(id) ?? [])].filter((key) => call.open.has(key))),
  );
  const answers = new Map<string, AnswerRow>();
  for (let at = 0; at < keys.length; at += MOST) {
    const rows = await database.rows(
      answerRow,
      'select key, value, job::text as job from glossa.answer where key = any($1)',
      [keys.slice(at, at + MOST)],
    );
    for (const row of rows) answers.set(row.key, row);
  }
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const lost = new Map<Call, Wish[]>();
  const ended: string[] = [];
  for (const call of waiting) {
    const own: Wish[] = [];
    for (const id of ids) if (call.jobs.has(id)) own.push(...settleJob(call, id, byId.get(id), answers));
    if (own.length > 0) lost.set(call, own);
  }
  for (const id of ids) if (!waiting.some((call) => call.jobs.has(id))) ended.push(id);
  return { lost, ended };
}

/** @returns the wishes of the call that this job does not bring. */
function settleJob(call: Call, id: string, job: JobRow | undefined, answers: ReadonlyMap<string, AnswerRow>): Wish[] {
  const lost: Wish[] = [];
  const keys = call.jobs.get(id) ?? new Set();
  const isOver = job === undefined || job.state === 'done' || job.state === 'dead';
  const failures = job?.failures == null ? {} : failuresSchema.parse(JSON.parse(job.failures));
  for (const key of keys) {
    const wish = call.open.get(key);
    const row = answers.get(key);
    const failure = failures[key];
    if (wish === undefined) keys.delete(key);
    else if (row !== undefined && row.value !== null) call.settle(key, { value: row.value });
    else if (typeof row?.job === 'string' && row.job !== id) {
      // The job was taken apart.
      keys.delete(key);
      call.follow(row.job, [key]);
      if (job?.owner === call.order.run.id) call.unpaid.add(row.job);
    } else if (isOver && failure !== undefined) call.settle(key, failure);
    else if (isOver) lost.push(wish);
    if (!call.open.has(key)) keys.delete(key);
  }
  if (isOver) {
    call.pay(id, usageOf(job));
    call.jobs.delete(id);
  } else if (keys.size === 0 && !call.unpaid.has(id)) call.jobs.delete(id);
  return lost;
}

function usageOf(job: JobRow | undefined): EngineUsage {
  if (job?.usage == null) return { requests: 0, characters: 0 };
  const { requests, characters, billed, wasted } = usageSchema.parse(JSON.parse(job.usage));
  return {
    requests,
    characters,
    ...(billed === undefined ? {} : { billed }),
    ...(wasted === undefined ? {} : { wasted }),
  };
}
