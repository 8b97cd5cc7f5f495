/** A team for a measurement: a database, projects, and workers that are processes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DeeplStub } from '../deepl-stub.ts';
import { generateProject, writeProject, type ProjectSize } from '../project-generator.ts';
import { openDatabase, type Database } from '../../team/database.ts';
import { migrate } from '../../team/migrate.ts';
import { MISSING, postgresHere, startCluster, type Cluster } from './cluster.ts';

export interface Fleet {
  readonly cluster: Cluster;
  readonly database: Database;
  /** What joins a process to the team. */
  readonly address: Readonly<Record<string, string>>;
  /** An empty queue and memory. */
  forgetAll(): Promise<void>;
  /** A project's folder with its sources, as it is before its first run. */
  project(files: ReadonlyMap<string, string>): string;
  copy(project: string): string;
  /** @param processors that it is bound to: `0,1`. */
  worker(args: readonly string[], variables?: Readonly<Record<string, string>>, processors?: string): Promise<Running>;
  translate(project: string, args?: readonly string[], variables?: Readonly<Record<string, string>>): Running;
  close(): Promise<void>;
}

export interface Running {
  readonly child: ChildProcess;
  /** Ends with the process: code null where it was killed. */
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

const BUILD = fileURLToPath(new URL('../..', import.meta.url));

/** @param lease seconds. @throws Error where there is no PostgreSQL. */
export async function startFleet(lease = 15): Promise<Fleet> {
  const postgres = postgresHere();
  if (postgres === undefined) throw new Error(MISSING);
  const cluster = await startCluster(postgres);
  const home = mkdtempSync(join(tmpdir(), 'glossa-fleet-'));
  const address = { DATABASE_URL: cluster.url, GLOSSA_SCHEMA: 'bench' };
  const place = { url: cluster.url, schema: address.GLOSSA_SCHEMA };
  await migrate(place);
  const database = openDatabase(place, { timeout: 0 });
  await database.run('update glossa.meta set lease_seconds = $1', [lease]);
  const running = new Set<ChildProcess>();
  let count = 0;

  function start(
    entry: string,
    args: readonly string[],
    variables: Readonly<Record<string, string>>,
    processors?: string,
  ): Running {
    const bound = processors === undefined ? [] : ['taskset', '-c', processors];
    const [command = '', ...words] = [...bound, process.execPath, join(BUILD, `${entry}.js`), ...args];
    const child = spawn(command, words, {
      env: {
        ...process.env,
        DEEPL_AUTH_KEY: '',
        ...address,
        XDG_CACHE_HOME: join(home, 'cache', `${(count += 1)}`),
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const ended = new Promise<Awaited<Running['ended']>>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        running.delete(child);
        resolve({ code, stdout, stderr });
      });
    });
    return { child, ended };
  }

  const folder = (): string => join(home, 'projects', `${(count += 1)}`);
  return {
    cluster,
    database,
    address,
    async forgetAll() {
      for (const table of ['answer', 'want', 'job', 'run', 'spend', 'tally'])
        await database.run(`delete from glossa.${table}`);
    },
    project(files) {
      const root = folder();
      writeProject(root, files);
      return root;
    },
    copy(project) {
      const root = folder();
      cpSync(project, root, { recursive: true });
      return root;
    },
    async worker(args, variables = {}, processors = undefined) {
      const worker = start('worker', args, variables, processors);
      await new Promise<void>((resolve, reject) => {
        worker.child.stderr?.on('data', (text: string) => text.includes('"started"') && resolve());
        void worker.ended.then(({ stderr }) => reject(new Error(`a worker ended: ${stderr}`)));
      });
      worker.ended.catch(() => undefined);
      return worker;
    },
    translate: (project, args = [], variables = {}) =>
      start('translate', ['--root', project, '--quiet', '--json', ...args], variables),
    async close() {
      for (const child of running) child.kill('SIGKILL');
      await database.close();
      await cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** What lets a process use the stub as DeepL. */
export function keyOf(stub: DeeplStub): Readonly<Record<string, string>> {
  return { DEEPL_AUTH_KEY: 'stub-key', DEEPL_SERVER_URL: stub.url };
}

/** Files of `locales/`, by path. */
export function localesOf(project: string): ReadonlyMap<string, string> {
  const root = join(project, 'locales');
  if (!existsSync(root)) return new Map();
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted();
  return new Map(
    files
      .filter((file) => statSync(join(root, file)).isFile())
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
}

/** Files that differ. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));
}

/** The project of a size, with the stub or another engine. */
export function filesOf(size: ProjectSize, engine = 'deepl', seed = 1): ReadonlyMap<string, string> {
  return generateProject(size, engine, seed);
}

/** @throws Error with what it said, where a process failed. */
export async function succeeded(run: Running): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const { code, stdout, stderr } = await run.ended;
  if (code !== 0) throw new Error(`a run ended with ${code}: ${stderr}`);
  return { stdout, stderr };
}

/** Stops workers as a supervisor does. */
export async function stopAll(workers: readonly Running[]): Promise<void> {
  for (const { child } of workers) child.kill('SIGTERM');
  await Promise.all(workers.map(({ ended }) => ended));
}

/** The units of each answered request, with their target language. */
export function unitsSent({ requests }: DeeplStub): string[][] {
  return requests
    .filter(({ path, status }) => path.startsWith('/v2/translate') && status === 200)
    .map(({ fields, texts }) => {
      const target = fields.find(([name]) => name === 'target_lang')?.[1] ?? '';
      return texts.flatMap((text) =>
        text.startsWith('<u')
          ? [...text.matchAll(/<u[^>]*>([^]*?)<\/u>/g)].map(([, unit]) => `${target} ${unit}`)
          : [`${target} ${text}`],
      );
    });
}

/** Requests of which something was sent in another one, too. */
export function sentTwice(stub: DeeplStub): number {
  const first = new Map<string, number>();
  const again = new Set<number>();
  for (const [index, units] of unitsSent(stub).entries()) {
    for (const unit of units) {
      const known = first.get(unit);
      if (known !== undefined && known !== index) again.add(known);
      else first.set(unit, index);
    }
  }
  return again.size;
}
