import { enter } from './project/entry.ts';

await enter({
  name: 'worker',
  summary:
    'Serves engines to a team: takes jobs from the queue in the PostgreSQL database of DATABASE_URL (schema: GLOSSA_SCHEMA, default glossa), asks the engines with the keys of this machine, and stores the answers where all projects find them. Stops on SIGTERM when the jobs in work are done. Logs as JSON on stderr.',
  isService: true,
  options: {
    engines: { type: 'string', value: 'apertium,deepl', help: 'what this worker serves' },
    concurrency: { type: 'string', value: 'N', help: 'jobs in work at the same time (default: 4)' },
    port: { type: 'string', value: 'N', help: 'answer /health and /metrics (Prometheus) on this port' },
    host: { type: 'string', value: 'HOST', help: 'listen there (default: 127.0.0.1)' },
    grace: { type: 'string', value: 'SECONDS', help: 'when stopped: then give back what is not done (default: 30)' },
    migrate: { type: 'boolean', help: 'make the tables, or bring them up to date; once, before the workers' },
    limit: { type: 'string', value: 'ENGINE', help: 'set limits of the engine for the key of this machine, and end' },
    'requests-a-second': { type: 'string', value: 'N', help: 'with --limit: of all workers together' },
    'in-flight': { type: 'string', value: 'N', help: 'with --limit: jobs at the same time, of all workers' },
    'characters-a-month': { type: 'string', value: 'N', help: 'with --limit: never passed by any set of workers' },
    'forget-dead': { type: 'boolean', help: 'let texts that were given up be asked for again' },
  },
  examples: [
    '--migrate',
    '--engines apertium --concurrency 2 --port 9464',
    '--limit deepl --characters-a-month 500000',
  ],
  async run(invocation) {
    const { work } = await import('./commands/team/worker.ts');
    return work(invocation);
  },
});
