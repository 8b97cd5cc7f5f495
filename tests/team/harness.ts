/** A team's database for the tests of one file, with projects and workers that use it. */
import { afterAll, beforeAll } from 'vitest';
import { MISSING, postgresHere, startCluster, type Cluster } from '../../scripts/bench/team/cluster.ts';
import { PLAIN_RUN, translate } from '../../scripts/commands/translate.ts';
import type { Engine } from '../../scripts/engines/engine.ts';
import { ENGINES } from '../../scripts/engines/index.ts';
import { exclusively } from '../../scripts/locales/exclusive-run.ts';
import { encodeAnswer } from '../../scripts/pipeline/ask/stored-answer.ts';
import type { TranslateOptions } from '../../scripts/pipeline/job.ts';
import { openProject } from '../../scripts/pipeline/see/project.ts';
import { silentLog } from '../../scripts/project/log.ts';
import type { Report } from '../../scripts/project/report/report.ts';
import { openDatabase, type Database } from '../../scripts/team/database.ts';
import { migrate } from '../../scripts/team/migrate.ts';
import { accountOf } from '../../scripts/team/workers/account.ts';
import { startWorker, type Worker } from '../../scripts/team/workers/worker.ts';
import type { TemporaryProject } from '../commands/temporary-project.ts';

type Variables = Readonly<Record<string, string>>;

const postgres = postgresHere();
if (postgres === undefined) process.stderr.write(`${MISSING}: the tests of a team are left out.\n`);

/** For `describe.skipIf`. */
export const isMissing = postgres === undefined;

export interface TeamHarness {
  /** What joins a command to a schema of its own, with its tables made. @param lease seconds. */
  join(lease?: number): Promise<Variables>;
  /** A connection to look at what is there. */
  look(variables: Variables): Database;
  readonly cluster: () => Cluster;
}

/** One server for all tests of a file. */
export function teamHarness(): TeamHarness {
  let cluster: Cluster | undefined;
  let count = 0;
  const open: Database[] = [];
  const running = (): Cluster => {
    if (cluster === undefined) throw new Error(MISSING);
    return cluster;
  };
  beforeAll(async () => {
    cluster = postgres === undefined ? undefined : await startCluster(postgres);
  });
  afterAll(async () => {
    for (const database of open) await database.close();
    await cluster?.stop();
  });
  const look = (variables: Variables): Database => {
    const database = openDatabase({ url: variables['DATABASE_URL'] ?? '', schema: variables['GLOSSA_SCHEMA'] ?? '' });
    open.push(database);
    return database;
  };
  return {
    cluster: running,
    look,
    async join(lease = 15) {
      const variables = { DATABASE_URL: running().url, GLOSSA_SCHEMA: `team_${(count += 1)}` };
      await migrate({ url: variables.DATABASE_URL, schema: variables.GLOSSA_SCHEMA });
      await look(variables).run('update glossa.meta set lease_seconds = $1', [lease]);
      return variables;
    },
  };
}

/** `translate` in this process. */
export async function translateWith(
  { root, cache }: Pick<TemporaryProject, 'root' | 'cache'>,
  variables: Variables,
  options: Partial<TranslateOptions> = {},
  signal = new AbortController().signal,
): Promise<Report> {
  const project = openProject(root, { XDG_CACHE_HOME: cache, ...variables });
  return exclusively(
    project,
    () => undefined,
    (files) => translate(project, { ...PLAIN_RUN, ...options }, { files, log: silentLog, signal }),
  );
}

export interface TestWorker extends Worker {
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

/** A worker in this process. @param served names of engines, or engines of the test's own. */
export async function workerWith(
  database: Database,
  served: readonly (string | Engine)[],
  variables: Variables = {},
  concurrency = 2,
): Promise<TestWorker> {
  const engines = await Promise.all(
    served.map(async (one) => {
      const engine = typeof one === 'string' ? await ENGINES.find(({ name }) => name === one)?.load() : one;
      if (engine === undefined) throw new Error(`no engine ${String(one)}`);
      const environment = (options: unknown) => ({ variables, sharedCache: '/', root: '/', options, note: () => {} });
      return { engine, account: accountOf(engine.name, variables), environment };
    }),
  );
  const events: Readonly<Record<string, unknown>>[] = [];
  const worker = await startWorker(database, {
    engines,
    concurrency,
    name: 'test',
    program: 'test',
    encode: encodeAnswer,
    log: (event, fields) => void events.push({ event, ...fields }),
  });
  return { ...worker, events };
}
