/** The review page's server: the built page, its requests, articles, and events. It loads nothing and asks nobody else. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { hostname } from 'node:os';
import { extname, join } from 'node:path';
import { ConfigurationError, describe, GlossaError } from '../project/errors.ts';
import type { ReviewDesk } from './desk.ts';
import { BadRequest } from './server/bad-request.ts';
import { createCompany } from './server/company.ts';
import { cookieName, isLoopback, pathOf, queryOf, refusal, type Guard } from './server/guard.ts';
import { headers, readJson, send, sendJson, sendText } from './server/responses.ts';
import { reads, writes } from './server/routes.ts';

export interface ReviewServer {
  /** To be opened in a browser; with the token, where one is demanded. */
  readonly address: string;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** `127.0.0.1` unless others are to reach it. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** What a browser must know; undefined only on loopback. */
  readonly token: string | undefined;
  /** The folder of the built page. */
  readonly page: string;
  /** Takes one line about a fault of ours. */
  readonly note: (line: string) => void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the page until it is closed.
 * @throws ConfigurationError when the page is not built, the address cannot be had, or others could reach it without a token.
 */
export async function serveReview(desk: ReviewDesk, options: ServerOptions): Promise<ReviewServer> {
  const { host, port, token, note } = options;
  if (token === undefined && !isLoopback(host))
    throw new ConfigurationError(`the page would be open to everybody who reaches ${host}.`, {
      remedy: 'Set a token.',
    });
  const files = builtFiles(options.page);
  const company = createCompany();
  const guard: { current: Guard } = { current: { host, port, token } };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => fail(response, error, note));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusal(request, guard.current);
    if (refused !== undefined) return sendText(response, 403, refused);
    const path = pathOf(request);
    const query = queryOf(request);
    if (request.method === 'POST') {
      const write = path.startsWith('/api/') ? own(writes, path.slice(5)) : undefined;
      if (write === undefined) return sendText(response, 404, 'There is no such thing.');
      const hosts = { desk, seen: company.seen };
      return sendJson(response, await write(hosts, await readJson(request)));
    }
    if (request.method !== 'GET') return sendText(response, 405, 'Only GET and POST.');
    if (path === '/' && query.has('token')) return openWith(response, guard.current);
    if (path === '/api/events') return company.join(response);
    const file = files.get(path === '/' ? '/index.html' : path);
    if (file !== undefined) return send(response, 'page', file.type, file.bytes);
    if (path.startsWith('/article/')) return await article(response, path, query);
    const read = path.startsWith('/api/') ? own(reads, path.slice(5)) : undefined;
    const found = await read?.(desk, query);
    return found === undefined ? sendText(response, 404, 'There is no such thing.') : sendJson(response, found);
  }

  /** `/article/<side>?language=…&namespace=…`, `/article/image?namespace=…&path=…` */
  async function article(response: ServerResponse, path: string, query: URLSearchParams): Promise<void> {
    const [language = '', namespace = ''] = [query.get('language') ?? '', query.get('namespace') ?? ''];
    const side = path.slice('/article/'.length);
    if (side === 'image') {
      const image = await desk.image(namespace, query.get('path') ?? '');
      if (image !== undefined) return send(response, 'data', image.type, image.bytes);
    }
    if (side === 'source' || side === 'target') {
      const html = await desk.article(language, namespace, side);
      if (html !== undefined) return send(response, 'article', 'text/html; charset=utf-8', html);
    }
    sendText(response, 404, 'There is no such thing.');
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const remedy = cause.code === 'EADDRINUSE' ? 'Name another with --port.' : '';
      reject(new ConfigurationError(`cannot listen on ${host}:${port} (${cause.message}).`, { cause, remedy }));
    });
    server.listen(port, host, resolve);
  });
  const bound = server.address();
  if (bound !== null && typeof bound === 'object') guard.current = { host, port: bound.port, token };
  const endWatch = await desk.watch((namespaces) => company.tell({ type: 'changed', namespaces }));
  const shown = host === '0.0.0.0' || host === '::' ? hostname() : host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${shown}:${guard.current.port}/${token === undefined ? '' : `?token=${encodeURIComponent(token)}`}`,
    async close() {
      await endWatch();
      company.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The token leaves the address at once, and with it the browser's history. */
function openWith(response: ServerResponse, { token = '', port }: Guard): void {
  const cookie = `${cookieName(port)}=${encodeURIComponent(token)}; HttpOnly; SameSite=Strict; Path=/`;
  const own = token === '' ? {} : { 'set-cookie': cookie };
  response.writeHead(303, { ...headers('data', 'text/plain'), ...own, location: '/' }).end();
}

function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Read once: what is not among them is not served, however a path is written. */
function builtFiles(folder: string): ReadonlyMap<string, { readonly type: string; readonly bytes: Buffer }> {
  let names: readonly string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (cause) {
    throw new ConfigurationError('the review page is not built.', { cause, remedy: 'Run npm run build.' });
  }
  return new Map(
    names
      .filter((name) => extname(name) in TYPES)
      .map((name) => [
        `/${name.replaceAll('\\', '/')}`,
        { type: TYPES[extname(name)] ?? '', bytes: readFileSync(join(folder, name)) },
      ]),
  );
}

function fail(response: ServerResponse, error: unknown, note: (line: string) => void): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof BadRequest) return sendText(response, 400, error.message);
  if (error instanceof GlossaError) return sendText(response, 409, describe(error));
  note(`unexpected error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  sendText(response, 500, 'Something unexpected went wrong; npm run review has printed it.');
}
