/** `worker`: the tables brought up to date, limits set, dead letters forgotten; or a worker that runs until it is told to stop. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { ExitCode } from '../../project/errors.ts';
import type { Invocation } from '../../project/entry.ts';
import { ConfigurationError, UsageError } from '../../project/errors.ts';
import { projectPaths } from '../../project/paths.ts';
import { version } from '../../project/version.ts';
import { ENGINES } from '../../engines/index.ts';
import { checkEngineName } from '../../pipeline/ask/choose-engine.ts';
import { encodeAnswer } from '../../pipeline/ask/stored-answer.ts';
import { shownAddress, teamAddress, type TeamAddress } from '../../team/address.ts';
import { openDatabase } from '../../team/database.ts';
import { forgetDead, setLimits } from '../../team/limits.ts';
import { checkVersion, migrate } from '../../team/migrate.ts';
import { accountOf } from '../../team/workers/account.ts';
import { serveMetrics } from '../../team/workers/listen.ts';
import type { ServedEngine } from '../../team/workers/sessions.ts';
import { startWorker } from '../../team/workers/worker.ts';

/** @throws ConfigurationError, UsageError, TeamError. */
export async function work(invocation: Invocation): Promise<ExitCode> {
  const { flag, text, print, log } = invocation;
  const address = requiredAddress();
  if (flag('migrate')) {
    const { from, to } = await migrate(address);
    log.line(
      from === to
        ? `The tables at ${shownAddress(address)} are in version ${to} already.`
        : `The tables at ${shownAddress(address)} are in version ${to} now.`,
    );
    if (text('engines') === undefined) return 0;
  }
  if (flag('forget-dead')) {
    const count = await withDatabase(address, forgetDead);
    print(`${count} dead letters forgotten: the next run asks for their texts again.`);
    return 0;
  }
  if (text('limit') !== undefined) return limit(invocation, address);
  return runWorker(invocation, address);
}

function requiredAddress(): TeamAddress {
  const address = teamAddress(process.env);
  if (address !== undefined) return address;
  throw new ConfigurationError('DATABASE_URL names no PostgreSQL database.', {
    remedy: 'Set it to that of your team: postgres://user:password@host:5432/database?sslmode=verify-full',
  });
}

async function withDatabase<Result>(
  address: TeamAddress,
  use: (database: ReturnType<typeof openDatabase>) => Promise<Result>,
): Promise<Result> {
  const database = openDatabase(address, { patience: 10 });
  try {
    await checkVersion(database);
    return await use(database);
  } finally {
    await database.close();
  }
}

async function limit({ text, print }: Invocation, address: TeamAddress): Promise<ExitCode> {
  const engine = text('limit') ?? '';
  checkEngineName(engine);
  const limits = {
    requestsASecond: number(text('requests-a-second'), 'requests-a-second'),
    inFlight: wholeNumber(text('in-flight'), 'in-flight'),
    charactersAMonth: wholeNumber(text('characters-a-month'), 'characters-a-month'),
  };
  if (Object.values(limits).every((one) => one === undefined)) {
    throw new UsageError('--limit says nothing of what is limited.', {
      remedy: 'Give --requests-a-second, --in-flight or --characters-a-month; 0 takes a limit away.',
    });
  }
  const account = accountOf(engine, process.env);
  await withDatabase(address, (database) => setLimits(database, engine, account, limits));
  print(`The limits of ${engine}${account === '' ? '' : `, account ${account}`} are set: npm run status -- --team`);
  return 0;
}

async function runWorker(invocation: Invocation, address: TeamAddress): Promise<ExitCode> {
  const { text, signal } = invocation;
  const engines = await servedEngines(invocation);
  const concurrency = wholeNumber(text('concurrency'), 'concurrency') ?? 4;
  if (concurrency < 1) throw new UsageError('--concurrency is at least 1.');
  const grace = wholeNumber(text('grace'), 'grace') ?? 30;
  const port = wholeNumber(text('port'), 'port');
  const database = openDatabase(address, {
    patience: Infinity,
    connections: Math.min(10, concurrency + 2),
    note: (line) => say('database', { line }),
  });
  try {
    const worker = await startWorker(database, {
      engines,
      concurrency,
      name: `${hostname()} ${process.pid}`,
      program: version(),
      encode: encodeAnswer,
      log: say,
    });
    const place = { host: text('host') ?? '127.0.0.1', port: port ?? 0 };
    const server = port === undefined ? undefined : await serveMetrics(place, worker, database);
    const listens = server?.address();
    say('started', {
      engines: engines.map(({ engine }) => engine.name),
      concurrency,
      database: shownAddress(address),
      ...(typeof listens === 'object' && listens !== null ? { port: listens.port } : {}),
    });
    const stop = (): void => {
      say('stopping', { inWork: [...worker.counters.engines.values()].reduce((sum, one) => sum + one.inWork, 0) });
      void worker.stop(grace);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    try {
      await worker.ended;
    } finally {
      server?.close();
      server?.closeAllConnections();
    }
    say('stopped', {});
    return 0;
  } finally {
    await database.close();
  }
}

async function servedEngines({ text, root }: Invocation): Promise<ServedEngine[]> {
  const names = text('engines')
    ?.split(',')
    .map((name) => name.trim());
  if (names === undefined) {
    throw new UsageError('a worker needs to know what it is to serve.', {
      remedy: 'For example: npm run worker -- --engines apertium,deepl',
    });
  }
  const { sharedCache } = projectPaths(root, process.env);
  const served: ServedEngine[] = [];
  for (const name of new Set(names)) {
    if (name === 'auto') throw new UsageError('"auto" is a choice among engines: name those that this worker serves.');
    checkEngineName(name);
    const engine = await ENGINES.find((one) => one.name === name)?.load();
    if (engine === undefined) continue;
    served.push({
      engine,
      account: accountOf(name, process.env),
      environment: (options, project) => ({
        variables: process.env,
        sharedCache,
        root: project === '' ? root : join('/', project),
        options,
        note: (line) => say('note', { engine: name, line }),
      }),
    });
  }
  return served;
}

/** One event, as one line of JSON. */
function say(event: string, fields: Readonly<Record<string, unknown>>): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), event, ...fields })}\n`);
}

function number(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new UsageError(`--${name} takes a number, not "${text}".`);
}

function wholeNumber(text: string | undefined, name: string): number | undefined {
  const value = number(text, name);
  if (value === undefined || Number.isSafeInteger(value)) return value;
  throw new UsageError(`--${name} takes a whole number, not "${text ?? ''}".`);
}
