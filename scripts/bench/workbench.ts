/** The generated project, translated once against a stub of DeepL, and fresh copies of it to measure on. */
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDeeplStub, type DeeplStub, type StubOptions } from './deepl-stub.ts';
import { inScript } from './deepl-stub/translate.ts';
import { measure, type Measured } from './measure.ts';
import { restedFolder } from './rested-folder.ts';
import { FULL_SIZE, generateProject, writeProject, type ProjectSize } from './project-generator.ts';

export interface Workbench {
  /** A copy of the project before its first run: sources and configuration alone. */
  untranslated(size?: ProjectSize, engine?: string): BenchProject;
  /** A copy of the project after its first run, as a fresh clone has it: without a cache. */
  translated(): Promise<BenchProject>;
  /** What the file system takes to make an empty file, in microseconds. */
  readonly fileMicroseconds: number;
  /** The part of the sizes that is measured: 1, or less for a look. */
  readonly share: number;
  /** One line for the user. */
  readonly note: (line: string) => void;
  close(): void;
}

export interface BenchProject {
  readonly root: string;
  /** Runs an entry with `--json` on the project. @param stub answers for DeepL. */
  run(entry: string, args?: readonly string[], stub?: DeeplStub): Promise<Measured>;
  /** Files below a folder with their text and time of change. */
  snapshot(folder: string): Map<string, string>;
}

const BUILD = fileURLToPath(new URL('..', import.meta.url));

/** Twice what a disk takes that has been left alone. */
const SLOW_MICROSECONDS = 40;

export function createWorkbench(note: (line: string) => void, share = 1): Workbench {
  const { folder: home, microseconds } = restedFolder([tmpdir(), BUILD]);
  if (microseconds > SLOW_MICROSECONDS)
    note(`making a file takes ${Math.round(microseconds)} µs here: many were deleted lately. Wait for five minutes.`);
  let count = 0;
  const newProject = (fill: (root: string) => void): BenchProject => {
    const folder = join(home, String((count += 1)));
    const root = join(folder, 'project');
    fill(root);
    return openBenchProject(root, join(folder, 'cache'));
  };
  const untranslated: Workbench['untranslated'] = (size = FULL_SIZE, engine = 'deepl') =>
    newProject((root) => writeProject(root, generateProject(size, engine)));
  let base: Promise<BenchProject> | undefined;
  return {
    fileMicroseconds: microseconds,
    share,
    note,
    untranslated,
    async translated() {
      base ??= firstRun(untranslated(), note);
      const { root: from } = await base;
      return newProject((root) => cpSync(from, root, { recursive: true }));
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** Starts a stub for the length of some work. */
export async function withStub<Result>(
  options: StubOptions,
  work: (stub: DeeplStub) => Promise<Result>,
): Promise<Result> {
  const stub = await startDeeplStub({ transform: inScript, ...options });
  try {
    return await work(stub);
  } finally {
    await stub.close();
  }
}

/** Translation requests that the stub answered. */
export function translations(stub: DeeplStub): DeeplStub['requests'] {
  return stub.requests.filter(({ path }) => path.startsWith('/v2/translate'));
}

async function firstRun(project: BenchProject, note: (line: string) => void): Promise<BenchProject> {
  note('translating the generated project once');
  const { code, stderr } = await withStub({}, (stub) => project.run('translate', [], stub));
  if (code !== 0) throw new Error(`the first run ended with ${code}: ${stderr}`);
  return project;
}

function openBenchProject(root: string, cache: string): BenchProject {
  return {
    root,
    run: (entry, args = [], stub) =>
      measure([process.execPath, join(BUILD, `${entry}.js`), '--root', root, '--quiet', '--json', ...args], {
        XDG_CACHE_HOME: cache,
        DEEPL_SERVER_URL: stub?.url ?? '',
        DEEPL_AUTH_KEY: stub === undefined ? '' : 'stub-key',
        // Where a machine has some, Node reads them at each start, for 50 ms. Nothing here speaks TLS.
        NODE_EXTRA_CA_CERTS: '',
      }),
    snapshot(folder) {
      const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).toSorted();
      return new Map(
        files
          .map((file) => join(root, folder, file))
          .filter((path) => statSync(path).isFile())
          .map((path) => [path, `${statSync(path).mtimeMs} ${readFileSync(path, 'utf8')}`]),
      );
    },
  };
}
