/** `review` without a word: the page, until Ctrl-C. */
import { randomBytes } from 'node:crypto';
import { ConfigurationError, UsageError } from '../../project/errors.ts';
import { programFile } from '../../project/program-files.ts';
import { serveReview, type ReviewServer } from '../../review/server.ts';
import { isLoopback } from '../../review/server/guard.ts';
import type { ReviewDesk } from '../../review/desk.ts';

const PORT = 4870;
/** Somebody else's page may be on the first ones. */
const PORTS_TRIED = 20;
const PAGE = programFile('review/page');

export interface PageOptions {
  readonly host: string | undefined;
  readonly port: string | undefined;
  readonly variables: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Takes one line about a fault of ours. */
  readonly note: (line: string) => void;
  /** Takes the address. */
  readonly tell: (address: string) => void;
}

/** @throws UsageError for a port that is none, ConfigurationError when none can be had. */
export async function servePage(desk: ReviewDesk, options: PageOptions): Promise<void> {
  const { host = '127.0.0.1', variables, signal, note } = options;
  const given = variables['GLOSSA_REVIEW_TOKEN'] ?? '';
  const token = given !== '' ? given : isLoopback(host) ? undefined : randomBytes(18).toString('base64url');
  const server = await listen(desk, { host, token, page: PAGE, note }, portOf(options.port));
  // A large project takes a second to read: it is ready when the browser is.
  desk.project().catch(() => undefined);
  options.tell(server.address);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.close();
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new UsageError(`--port takes a number up to 65535, not "${text}".`);
}

async function listen(
  desk: ReviewDesk,
  options: { host: string; token: string | undefined; page: string; note: (line: string) => void },
  port: number | undefined,
): Promise<ReviewServer> {
  if (port !== undefined) return serveReview(desk, { ...options, port });
  for (let next = PORT; ; next++) {
    try {
      return await serveReview(desk, { ...options, port: next });
    } catch (error) {
      const isTaken = error instanceof ConfigurationError && hasCode(error.cause, 'EADDRINUSE');
      if (!isTaken || next >= PORT + PORTS_TRIED) throw error;
    }
  }
}

function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}
