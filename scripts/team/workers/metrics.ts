/** A worker's metrics, in the text format of Prometheus. */
import { z } from 'zod/mini';
import type { Database } from '../database.ts';
import type { Counters, EngineCounts } from './counters.ts';

const queueRow = z.object({ engine: z.string(), state: z.string(), jobs: z.coerce.number() });
const spendRow = z.object({
  engine: z.string(),
  account: z.string(),
  used: z.coerce.number(),
  budget: z.nullable(z.coerce.number()),
});

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  readonly samples: readonly (readonly [labels: Readonly<Record<string, string>>, value: number])[];
}

/** @param counters of this worker; the queue and the spending are the whole team's. */
export async function metricsText(counters: Counters, database: Database): Promise<string> {
  const queue = await database.rows(
    queueRow,
    "select engine, state, count(*) as jobs from glossa.job where state <> 'done' group by engine, state order by 1, 2",
  );
  const spend = await database.rows(
    spendRow,
    `select engine, account, used, characters_a_month as budget from glossa.spend
     left join glossa.allowance using (engine, account)
     where month = to_char(now() at time zone 'utc', 'YYYY-MM') order by 1, 2`,
  );
  const each = (read: (counts: EngineCounts) => number): Metric['samples'] =>
    [...counters.engines].map(([engine, counts]) => [{ engine }, read(counts)] as const);
  const metrics: Metric[] = [
    {
      name: 'glossa_worker_jobs_total',
      help: 'Jobs that this worker ended.',
      type: 'counter',
      samples: [...counters.engines].flatMap(([engine, { jobs }]) =>
        Object.entries(jobs).map(([outcome, count]) => [{ engine, outcome }, count] as const),
      ),
    },
    { name: 'glossa_worker_texts_total', help: 'Texts in them.', type: 'counter', samples: each(({ texts }) => texts) },
    {
      name: 'glossa_worker_requests_total',
      help: 'Requests to engines.',
      type: 'counter',
      samples: each(({ requests }) => requests),
    },
    {
      name: 'glossa_worker_characters_total',
      help: 'Characters sent.',
      type: 'counter',
      samples: each(({ characters }) => characters),
    },
    {
      name: 'glossa_worker_seconds_total',
      help: 'Time that jobs took.',
      type: 'counter',
      samples: each(({ seconds }) => seconds),
    },
    {
      name: 'glossa_worker_jobs_in_work',
      help: 'Jobs in work now.',
      type: 'gauge',
      samples: each(({ inWork }) => inWork),
    },
    {
      name: 'glossa_queue_jobs',
      help: 'Jobs of the team, by state.',
      type: 'gauge',
      samples: queue.map(({ engine, state, jobs }) => [{ engine, state }, jobs] as const),
    },
    {
      name: 'glossa_spent_characters',
      help: 'Characters of this month that an account was used for.',
      type: 'gauge',
      samples: spend.map(({ engine, account, used }) => [{ engine, account }, used] as const),
    },
    {
      name: 'glossa_budget_characters',
      help: 'Characters that it may be used for.',
      type: 'gauge',
      samples: spend.flatMap(({ engine, account, budget }) =>
        budget === null ? [] : [[{ engine, account }, budget] as const],
      ),
    },
  ];
  return metrics.map(lines).join('');
}

function lines({ name, help, type, samples }: Metric): string {
  const rows = samples.map(([labels, value]) => {
    const shown = Object.entries(labels).map(([label, text]) => `${label}=${JSON.stringify(text)}`);
    return `${name}{${shown.join(',')}} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${rows.join('')}`;
}
