/** A PostgreSQL server for a while: started in a temporary folder, without the guarantees that make a disk slow. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { projectPaths } from '../../project/paths.ts';
import { findPostgres, type Postgres } from '../../team/obtain-postgres.ts';

export interface Cluster {
  /** As in DATABASE_URL. */
  readonly url: string;
  readonly port: number;
  /** Ends it without a goodbye, and starts it again: it recovers as after a crash. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** What is said where the server is not on this machine. */
export const MISSING = 'PostgreSQL is not on this machine (sudo apt-get install postgresql)';

/** @returns undefined where there is no PostgreSQL: say `MISSING`. */
export function postgresHere(): Postgres | undefined {
  const { sharedCache } = projectPaths('/', process.env);
  return findPostgres(process.env, sharedCache);
}

const SETTINGS = `
fsync = off
full_page_writes = off
max_connections = 300
shared_buffers = 256MB
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
`;

/** @throws Error when it does not start. */
export async function startCluster(postgres: Postgres): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'glossa-postgres-'));
  const owner = nobodyElse();
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, env: { ...process.env, ...postgres.variables, LC_ALL: 'C.UTF-8' }, ...owner };
  const port = await freePort();
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const log: string[] = [];
    const child = spawn(join(postgres.folder, 'postgres'), ['-D', data, '-p', String(port)], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server = child;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => void log.push(text));
    for (const deadline = Date.now() + 60_000; !log.join('').includes('ready to accept connections');) {
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`PostgreSQL does not start: ${log.join('')}`);
      await sleep(20);
    }
    log.length = 0;
    child.stderr?.removeAllListeners('data').resume();
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const child = server;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  try {
    const parameters = ['-D', data, '-A', 'trust', '-U', 'glossa', '-E', 'UTF8', '--no-sync'];
    await promisify(execFile)(join(postgres.folder, 'initdb'), parameters, options);
    appendFileSync(join(data, 'postgresql.conf'), SETTINGS);
    await start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    url: `postgres://glossa@127.0.0.1:${port}/postgres`,
    port,
    async restart() {
      await end('SIGQUIT');
      await start();
    },
    async stop() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server does not run as root: then as `postgres` or `nobody`. */
function nobodyElse(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres', 'nobody'].flatMap((name) => lines.find((one) => one.startsWith(`${name}:`)) ?? [])[0];
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':').map(Number);
  return { uid: uid ?? 65_534, gid: gid ?? 65_534 };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
