/** A project in a temporary folder, its files as the fuzzer reads and writes them, and Glossa's commands run on it. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkExit } from '../commands/check-report.ts';
import { checkGate } from '../commands/gate/index.ts';
import { renderProject } from '../commands/render.ts';
import { PLAIN_RUN, translate } from '../commands/translate.ts';
import { exclusively } from '../locales/exclusive-run.ts';
import type { FileWriter } from '../locales/journal.ts';
import type { TranslateOptions } from '../pipeline/job.ts';
import { openProject, type Project } from '../pipeline/see/project.ts';
import { describe, GlossaError } from '../project/errors.ts';
import { silentLog } from '../project/log.ts';
import { exitCode, type Report } from '../project/report/report.ts';
import { errorLines, problemLines } from '../project/report/run-lines.ts';

export const LANGUAGES = ['es', 'it'] as const;

export interface Ended {
  readonly code: number | null;
  /** What it sent. */
  readonly characters: number;
  /** What it said, where it was heard. */
  readonly said: string;
}

export interface FuzzedProject {
  read(file: string): string;
  write(file: string, text: string): void;
  remove(file: string): void;
  has(file: string): boolean;
  /** Relative paths of all files below a folder. */
  files(folder: string): string[];
  forgetCache(): void;
  /** In this process: a start costs twenty times what a run does here. */
  translate(options?: Partial<TranslateOptions>): Promise<Ended>;
  render(): Promise<Ended>;
  check(): Promise<Ended>;
  /** In a process of its own, which ends with SIGKILL after so many milliseconds. */
  killed(args: readonly string[], after: number): Promise<void>;
  close(): void;
}

export function createProject(): FuzzedProject {
  const home = mkdtempSync(join(tmpdir(), 'glossa-fuzz-'));
  const root = join(home, 'project');
  const cache = join(home, 'cache');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write('l10n.config.json', JSON.stringify({ sourceLanguage: 'en', targetLanguages: LANGUAGES, engine: 'pseudo' }));
  const open = (): Project => openProject(root, { XDG_CACHE_HOME: cache });
  const alone = (work: (project: Project, files: FileWriter) => Promise<Report>): Promise<Ended> =>
    ended(async () => {
      const project = open();
      const report = await exclusively(
        project,
        () => undefined,
        (files) => work(project, files),
      );
      const said = [...errorLines(report), ...problemLines(report)].join('\n');
      return { code: exitCode(report, false), characters: report.characters, said };
    });
  return {
    write,
    read: (file) => readFileSync(join(root, file), 'utf8'),
    remove: (file) => rmSync(join(root, file), { force: true }),
    has: (file) => existsSync(join(root, file)),
    files(folder) {
      const place = join(root, folder);
      if (!existsSync(place)) return [];
      const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
      return names.filter((name) => statSync(join(place, name)).isFile()).map((name) => `${folder}/${name}`);
    },
    forgetCache: () => rmSync(cache, { recursive: true, force: true }),
    translate: (options) =>
      alone((project, files) => {
        const signal = new AbortController().signal;
        return translate(project, { ...PLAIN_RUN, ...options }, { files, log: silentLog, signal });
      }),
    render: () => alone(renderProject),
    check: () =>
      ended(async () => {
        const note = (): void => undefined;
        const { report } = await checkGate(open(), { languages: undefined, since: undefined, update: false, note });
        const errors = report.faults.filter(({ severity }) => severity === 'error');
        const said = errors.map(({ file, key, message }) => `${file} ${key ?? ''}: ${message}`);
        const code = checkExit(report, { rules: [], known: 0, gone: 0 }, false);
        return { code, characters: 0, said: [...report.errors.map(describe), ...said].join('\n') };
      }),
    killed: (args, after) => killed(['--root', root, ...args], cache, after),
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** An error as an entry tells it. */
async function ended(run: () => Promise<Ended>): Promise<Ended> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof GlossaError) return { code: error.exitCode, characters: 0, said: describe(error) };
    return {
      code: 1,
      characters: 0,
      said: `unexpected error: ${error instanceof Error ? error.stack : String(error)}`,
    };
  }
}

function killed(args: readonly string[], cache: string, after: number): Promise<void> {
  const entry = fileURLToPath(new URL('../translate.js', import.meta.url));
  return new Promise((resolve, reject) => {
    const env = { ...process.env, XDG_CACHE_HOME: cache, DEEPL_AUTH_KEY: '', CI: 'true' };
    const child = spawn(process.execPath, [entry, ...args], { env, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    child.on('error', reject).on('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
