/**
 * The only file that knows the PostgreSQL client. Statements name their tables `glossa.x`; the configured schema takes that
 * name's place. What fails because the connection does (a restart, a cut) is done again until patience ends, so every
 * statement and transaction here must be one that may be done twice.
 */
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import limit from 'p-limit';
import pg from 'pg';
import { z } from 'zod/mini';
import { TeamError } from '../project/errors.ts';
import { shownAddress, type TeamAddress } from './address.ts';

/** Runs statements on one connection. */
export interface Statements {
  /**
   * @param row what a row looks like.
   * @returns the rows.
   */
  rows<Row>(row: z.ZodMiniType<Row>, text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** @returns how many rows it touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>;
}

export interface Database extends Statements {
  readonly address: TeamAddress;
  /** @param work is begun again after a lost connection. */
  transaction<Result>(work: (statements: Statements) => Promise<Result>): Promise<Result>;
  /**
   * Hears what others tell, as long as the connection lasts; it is made again when it breaks. A message may be lost: whoever
   * waits must also look now and then.
   * @param begun called each time it begins to hear: what was told before is not heard.
   */
  listen(topic: Topic, hear: (text: string) => void, begun?: () => void): void;
  /** A statement that tells all who listen to a topic; in a transaction, when it is committed. */
  tell(statements: Statements, topic: Topic, text: string): Promise<void>;
  /** Where a topic is told, for statements that do more: `select pg_notify(channel, text)`. */
  channel(topic: Topic): string;
  close(): Promise<void>;
}

/** `job`: something waits for an engine, which is named; `done`: a job, which is named, has answers or ended. */
export type Topic = 'job' | 'done';

export interface DatabaseOptions {
  /** Seconds for which a lost connection is tried again. */
  readonly patience?: number;
  /** Connections at most. */
  readonly connections?: number;
  /** Seconds that a statement may take; 0: as long as it likes. */
  readonly timeout?: number;
  /** One line for the user, when the connection is lost and when it is back. */
  readonly note?: (line: string) => void;
}

/** A restart takes seconds; a network that is cut, a minute. */
const PATIENCE = 120;
/** Seconds before the first success: longer than a network is cut, shorter than a wrong address is worth. */
const FIRST_PATIENCE = 45;
const TIMEOUT = 20;

/** Opens nothing yet: the first statement does. */
export function openDatabase(address: TeamAddress, options: DatabaseOptions = {}): Database {
  const { note = () => {}, timeout = TIMEOUT, patience = PATIENCE } = options;
  const channelOf = (topic: Topic): string => `glossa_${address.schema}_${topic}`;
  const settings: pg.PoolConfig = {
    connectionString: address.url,
    application_name: 'glossa',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    max: options.connections ?? 4,
    ...(timeout === 0 ? {} : { query_timeout: timeout * 1000 }),
  };
  const pool = new pg.Pool(settings);
  // Whoever waits for a connection waits here: the pool would take it for a server that does not answer.
  const turn = limit(settings.max ?? 1);
  // An idle connection that breaks is made again when it is needed.
  pool.on('error', () => {});
  let hasAnswered = false;
  let isLost = false;
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);

  async function patient<Result>(work: () => Promise<Result>): Promise<Result> {
    const begun = performance.now();
    for (let pause = 100; ; pause = Math.min(2 * pause, 2000)) {
      try {
        const result = await turn(work);
        if (isLost) note(`The database ${shownAddress(address)} answers again.`);
        isLost = false;
        hasAnswered = true;
        return result;
      } catch (error) {
        if (isRefusal(error)) throw refused(address, error);
        if (!isPassing(error)) throw error;
        const waited = (performance.now() - begun) / 1000;
        const reason = error instanceof Error ? error.message || String(codeOf(error)) : String(error);
        if (closing.signal.aborted || waited > (hasAnswered ? patience : Math.min(patience, FIRST_PATIENCE)))
          throw unreachable(address, reason, error);
        if (!isLost && !isConflict(error))
          note(`The database ${shownAddress(address)} does not answer (${reason}); trying again.`);
        if (!isConflict(error)) isLost = true;
        await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  async function transaction<Result>(work: (statements: Statements) => Promise<Result>): Promise<Result> {
    return patient(async () => {
      const client = await pool.connect();
      let broken: Error | undefined;
      // A connection that breaks between two statements says so by an event.
      const onError = (error: Error): void => void (broken = error);
      client.on('error', onError);
      try {
        await client.query('begin');
        const result = await work(statementsOf(client, address.schema));
        await client.query('commit');
        return result;
      } catch (error) {
        if (isPassing(error) && !isConflict(error))
          broken ??= error instanceof Error ? error : new Error(String(error));
        else await client.query('rollback').catch((failed: Error) => (broken = failed));
        throw error;
      } finally {
        client.off('error', onError);
        client.release(broken);
      }
    });
  }

  const single = statementsOf(pool, address.schema);
  return {
    address,
    channel: channelOf,
    rows: (row, text, values) => patient(() => single.rows(row, text, values)),
    run: (text, values) => patient(() => single.run(text, values)),
    transaction,
    listen(topic, hear, begun = () => {}) {
      void listenOn(settings, channelOf(topic), hear, begun, closing.signal);
    },
    async tell(statements, topic, text) {
      await statements.run('select pg_notify($1, $2)', [channelOf(topic), text]);
    },
    async close() {
      closing.abort();
      await pool.end();
    },
  };
}

function statementsOf(client: Pick<pg.Pool, 'query'>, schema: string): Statements {
  const inSchema = (text: string): string => text.replace(/\bglossa\./g, `"${schema}".`);
  return {
    async rows(row, text, values = []) {
      const { rows } = await client.query(inSchema(text), [...values]);
      return z.array(row).parse(rows);
    },
    async run(text, values = []) {
      const { rowCount } = await client.query(inSchema(text), [...values]);
      return rowCount ?? 0;
    },
  };
}

/** Listens until it is told to stop; a broken connection is made again. */
async function listenOn(
  settings: pg.PoolConfig,
  channel: string,
  hear: (message: string) => void,
  begun: () => void,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    const client = new pg.Client(settings);
    const ended = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
      stop.addEventListener('abort', () => resolve(), { once: true });
    });
    client.on('notification', ({ payload }) => hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen "${channel}"`);
      begun();
      await ended;
    } catch {
      // Whoever waits looks now and then, and says what is wrong.
    }
    await client.end().catch(() => undefined);
    await sleep(1000, undefined, { signal: stop }).catch(() => undefined);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Two transactions were in each other's way: the server ended one of them. */
function isConflict(error: unknown): boolean {
  return codeOf(error) === '40P01' || codeOf(error) === '40001';
}

const NETWORK =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|57P0[123]|08...|53300)$/;
const CUT = /Connection terminated|timeout expired|Query read timeout|timeout exceeded|connection error|not queryable/i;

/** Whether the same may succeed in a moment. */
function isPassing(error: unknown): boolean {
  if (isConflict(error)) return true;
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return (typeof code === 'string' && NETWORK.test(code)) || CUT.test(error.message);
}

const REFUSED =
  /^(?:28...|3D000|42501|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*|CERT_.*|ERR_TLS_.*|ENOENT)$/;
const NO_TLS = /does not support SSL|SASL|password must be a string/;

/** Whether the server lets nobody in with this address: password, rights, certificate. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return (typeof code === 'string' && REFUSED.test(code)) || NO_TLS.test(error.message);
}

function refused(address: TeamAddress, cause: Error): TeamError {
  return new TeamError(`the database ${shownAddress(address)} of DATABASE_URL refuses: ${cause.message}.`, {
    remedy: 'Correct user, password, database or sslmode and sslrootcert in DATABASE_URL, or the rights there.',
    cause,
  });
}

function unreachable(address: TeamAddress, reason: string, cause: unknown): TeamError {
  return new TeamError(`the database ${shownAddress(address)} of DATABASE_URL does not answer: ${reason}.`, {
    remedy: 'Start it, or correct DATABASE_URL; without DATABASE_URL this machine works for itself.',
    cause,
  });
}
