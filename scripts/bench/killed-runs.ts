/** Cold runs that are killed at random moments, and what the next run makes of what they left. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDeeplStub, type DeeplStub } from './deepl-stub.ts';
import { generateProject, writeProject, type ProjectSize } from './project-generator.ts';
import { seededRandom } from './segment-generator.ts';

export interface KillOptions {
  readonly size: ProjectSize;
  readonly kills: number;
  readonly seed: number;
  /** Milliseconds a request. */
  readonly latency: number;
  /** Requests in flight at most: so many may be paid twice. */
  readonly concurrency: number;
}

export interface KillResult {
  /** Runs that were still at work when they were killed. */
  readonly killed: number;
  /** JSON files that could not be read after a kill. */
  readonly torn: readonly string[];
  /** For each kill, the answered requests of which something was sent again. */
  readonly paidTwice: readonly number[];
  /** Kills after which the next run ended with an error. */
  readonly failed: number;
  /** Files that in the end differ from those of a run that nobody disturbed, over all kills. */
  readonly different: readonly string[];
  /** Units that the run after a kill took for a person's. */
  readonly human: number;
}

const TRANSLATE = fileURLToPath(new URL('../translate.js', import.meta.url));

/** @param translate the compiled entry. */
export async function killRuns(options: KillOptions, translate = TRANSLATE): Promise<KillResult> {
  const home = mkdtempSync(join(tmpdir(), 'glossa-kills-'));
  try {
    return await killAll(options, home, translate);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function killAll(options: KillOptions, home: string, translate: string): Promise<KillResult> {
  const random = seededRandom(options.seed);
  const source = join(home, 'source');
  writeProject(source, generateProject(options.size, 'deepl', options.seed));
  const run = (name: string, stub: DeeplStub): Run =>
    startRun(translate, join(home, name), join(home, `${name}-cache`), options.concurrency, stub);
  const copy = (name: string): void => cpSync(source, join(home, name), { recursive: true });

  copy('undisturbed');
  const begin = performance.now();
  await withStub(options.latency, (stub) => run('undisturbed', stub).ended);
  const length = performance.now() - begin;
  const expected = readTree(join(home, 'undisturbed', 'locales'));

  const result = { killed: 0, failed: 0, human: 0 };
  const torn: string[] = [];
  const paidTwice: number[] = [];
  const different: string[] = [];
  for (let kill = 0; kill < options.kills; kill++) {
    const name = `kill-${kill}`;
    copy(name);
    await withStub(options.latency, async (stub) => {
      const first = run(name, stub);
      const timer = setTimeout(first.kill, length * (0.1 + 0.9 * random()));
      if ((await first.ended).code === null) result.killed++;
      clearTimeout(timer);
      torn.push(...tornFiles(join(home, name, 'locales')));
      // What was in flight is answered, and billed, though nobody listens any more.
      await new Promise((resolve) => setTimeout(resolve, options.latency * 2));
      const answered = unitsSent(stub);
      const { code, stdout } = await run(name, stub).ended;
      if (code !== 0) result.failed++;
      result.human += humans(stdout);
      const again = new Set(unitsSent(stub).slice(answered.length).flat());
      paidTwice.push(answered.filter((units) => units.some((unit) => again.has(unit))).length);
    });
    different.push(...differences(expected, readTree(join(home, name, 'locales'))));
    rmSync(join(home, name), { recursive: true });
  }
  return { ...result, torn, paidTwice, different };
}

interface Run {
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string }>;
  readonly kill: () => void;
}

function startRun(translate: string, root: string, cache: string, concurrency: number, stub: DeeplStub): Run {
  const args = [translate, '--root', root, '--quiet', '--json', '--concurrency', String(concurrency)];
  const variables = { XDG_CACHE_HOME: cache, DEEPL_SERVER_URL: stub.url, DEEPL_AUTH_KEY: 'stub-key' };
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  return {
    ended: new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout }));
    }),
    kill: () => child.kill('SIGKILL'),
  };
}

async function withStub<Result>(latency: number, work: (stub: DeeplStub) => Promise<Result>): Promise<Result> {
  const stub = await startDeeplStub({ latency });
  try {
    return await work(stub);
  } finally {
    await stub.close();
  }
}

/** The units of each answered request, with their target language. */
function unitsSent({ requests }: DeeplStub): string[][] {
  return requests
    .filter(({ path, status }) => path.startsWith('/v2/translate') && status === 200)
    .map(({ fields, texts }) => {
      const target = fields.find(([name]) => name === 'target_lang')?.[1] ?? '';
      return texts.flatMap((text) =>
        [...text.matchAll(/<u[^>]*>([^]*?)<\/u>/g)].map(([, unit]) => `${target} ${unit}`),
      );
    });
}

function humans(stdout: string): number {
  return [...stdout.matchAll(/"human": (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
}

function readTree(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return new Map(files.toSorted().map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

function tornFiles(folder: string): string[] {
  return [...readTree(folder)].filter(([file, text]) => file.endsWith('.json') && !isJson(text)).map(([file]) => file);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function differences(expected: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): string[] {
  const names = new Set([...expected.keys(), ...found.keys()]);
  return [...names].filter((name) => expected.get(name) !== found.get(name));
}
