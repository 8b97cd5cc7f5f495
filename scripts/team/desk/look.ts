/** Looks what has come of jobs, and settles what runs wait for. */
import { z } from 'zod/mini';
import { readKnown, type Known } from '../answers.ts';
import type { EngineUsage } from '../../engines/engine.ts';
import type { Database } from '../database.ts';
import { failuresSchema } from '../jobs/finish.ts';
import type { Wish } from '../jobs/job-text.ts';
import type { Call } from './call.ts';

const jobRow = z.object({
  id: z.string(),
  state: z.string(),
  owner: z.string(),
  attempts: z.number(),
  usage: z.nullable(z.string()),
  failures: z.nullable(z.string()),
});

const usageSchema = z.object({
  requests: z.number(),
  characters: z.number(),
  billed: z.optional(z.number()),
  wasted: z.optional(z.number()),
});

type JobRow = z.infer<typeof jobRow>;

export interface News {
  /** Wishes whose job is gone, or ended without them: they must be placed again. */
  readonly lost: ReadonlyMap<Call, readonly Wish[]>;
  /** Jobs that nobody here waits for any more. */
  readonly ended: readonly string[];
}

/**
 * @param ids the jobs to look at.
 * @param heard those of them that have news; of the others only those that ended or were taken apart are looked into.
 */
export async function look(
  database: Database,
  calls: Iterable<Call>,
  ids: readonly string[],
  heard: ReadonlySet<string>,
): Promise<News> {
  const waiting = [...calls].filter((call) => ids.some((id) => call.jobs.has(id)));
  const rows = await database.rows(
    jobRow,
    'select id::text as id, state, owner, attempts, usage, failures from glossa.job where id = any($1::bigint[])',
    [ids],
  );
  const jobs = new Map(rows.map((job) => [job.id, job]));
  const due = ids.filter((id) => {
    const job = jobs.get(id);
    return heard.has(id) || isOver(job) || (job?.attempts ?? 0) > 0;
  });
  const keys = waiting.flatMap((call) =>
    due.flatMap((id) => [...(call.jobs.get(id) ?? [])].filter((key) => call.open.has(key))),
  );
  const known = await readKnown(database, keys);
  const lost = new Map<Call, Wish[]>();
  const ended: string[] = [];
  for (const call of waiting) {
    const own: Wish[] = [];
    for (const id of due) if (call.jobs.has(id)) own.push(...settleJob(call, id, jobs.get(id), known));
    if (own.length > 0) lost.set(call, own);
  }
  for (const id of ids) if (!waiting.some((call) => call.jobs.has(id))) ended.push(id);
  return { lost, ended };
}

function isOver(job: JobRow | undefined): boolean {
  return job === undefined || job.state === 'done' || job.state === 'dead';
}

/** @returns the wishes of the call that this job does not bring. */
function settleJob(call: Call, id: string, job: JobRow | undefined, { answers, jobs }: Known): Wish[] {
  const lost: Wish[] = [];
  const keys = call.jobs.get(id) ?? new Set();
  const isEnd = isOver(job);
  const failures = job?.failures == null ? {} : failuresSchema.parse(JSON.parse(job.failures));
  for (const key of keys) {
    const wish = call.open.get(key);
    const value = answers.get(key);
    const other = jobs.get(key);
    const failure = failures[key];
    if (wish === undefined) keys.delete(key);
    else if (value !== undefined) call.settle(key, { value });
    else if (other !== undefined && other !== '' && other !== id) {
      // The job was taken apart.
      keys.delete(key);
      call.follow(other, [key]);
      if (job?.owner === call.order.run.id) call.unpaid.add(other);
    } else if (isEnd && failure !== undefined) call.settle(key, failure);
    else if (isEnd) lost.push(wish);
    if (!call.open.has(key)) keys.delete(key);
  }
  if (isEnd) {
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
