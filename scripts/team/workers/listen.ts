/** The port on which a worker says how it is: `/health` and `/metrics`. */
import { createServer, type Server } from 'node:http';
import type { Database } from '../database.ts';
import { UsageError } from '../../project/errors.ts';
import { metricsText } from './metrics.ts';
import type { Worker } from './worker.ts';

/** Milliseconds that the database has for an answer. */
const PATIENCE = 3_000;

/**
 * @param place where to listen; a port of 0 is any.
 * @returns the server; its port is in `address()`.
 * @throws UsageError when the port is taken.
 */
export async function serveMetrics(
  place: { readonly host: string; readonly port: number },
  worker: Worker,
  database: Database,
): Promise<Server> {
  const answer = async (path: string): Promise<readonly [status: number, type: string, body: string]> => {
    if (path === '/metrics') {
      const text = await inTime(metricsText(worker.counters, database));
      return text === undefined
        ? [503, 'text/plain', 'the database does not answer\n']
        : [200, 'text/plain; version=0.0.4', text];
    }
    if (path !== '/health') return [404, 'text/plain', '/health and /metrics are here\n'];
    const isWell = (await inTime(database.run('select 1'))) !== undefined;
    const body = { status: isWell ? 'ok' : 'the database does not answer', cannot: worker.troubles() };
    return [isWell ? 200 : 503, 'application/json', `${JSON.stringify(body)}\n`];
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://worker');
    void answer(pathname).then(([status, type, body]) => {
      response.writeHead(status, { 'content-type': type });
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new UsageError(`${place.host}:${place.port} cannot be listened on: ${cause.message}.`, { cause })),
    );
    server.listen(place.port, place.host, resolve);
  });
  return server;
}

async function inTime<Result>(work: Promise<Result>): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), PATIENCE)));
  try {
    return await Promise.race([work.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
