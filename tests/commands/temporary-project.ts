/** A project in a temporary folder, and Glossa's commands run on it as a user runs them: as processes. */
import { spawn } from 'node:child_process';
import {
  mkdtempSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  existsSync,
  readdirSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TemporaryProject {
  readonly root: string;
  readonly cache: string;
  write(file: string, text: string): void;
  read(file: string): string;
  /** A JSON file of the project, as plain data. */
  json(file: string): Record<string, unknown>;
  exists(file: string): boolean;
  remove(file: string): void;
  /** Every file below a folder with its bytes and time of change, to see that nothing was touched. */
  snapshot(folder: string): Map<string, string>;
  run(
    command: string,
    args?: readonly string[],
    variables?: Readonly<Record<string, string>>,
    shell?: string,
  ): Promise<CommandResult>;
  /** Runs `translate --json`. */
  translate(...args: readonly string[]): Promise<{ code: number | null; report: TranslateReport; stderr: string }>;
}

export interface TranslateReport {
  readonly requests: number;
  readonly characters: number;
  readonly failed: readonly {
    readonly file: string;
    readonly key?: string;
    readonly language?: string;
    readonly reason: string;
  }[];
  readonly problems: readonly Readonly<Record<string, string>>[];
  readonly warnings: readonly { readonly file: string; readonly line: number; readonly message: string }[];
  readonly languages: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly orphans: readonly string[];
}

/** @param files by path; `l10n.config.json` may be left out: English to Spanish and Italian with `pseudo`. */
export function temporaryProject(files: Readonly<Record<string, string>> = {}): TemporaryProject {
  const root = mkdtempSync(join(tmpdir(), 'glossa-project-'));
  const cache = mkdtempSync(join(tmpdir(), 'glossa-cache-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
    rmSync(cache, { recursive: true, force: true });
  });
  const path = (file: string): string => join(root, file);
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  write('l10n.config.json', JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine: 'pseudo' }));
  for (const [file, text] of Object.entries(files)) write(file, text);
  const run: TemporaryProject['run'] = (command, args = [], variables = {}, shell = undefined) =>
    runCommand(command, ['--root', root, ...args], { XDG_CACHE_HOME: cache, ...variables }, shell);
  return {
    root,
    cache,
    write,
    read: (file) => readFileSync(path(file), 'utf8'),
    json: (file) => JSON.parse(readFileSync(path(file), 'utf8')),
    exists: (file) => existsSync(path(file)),
    remove: (file) => rmSync(path(file), { recursive: true, force: true }),
    snapshot(folder) {
      const found = new Map<string, string>();
      if (!existsSync(path(folder))) return found;
      for (const name of readdirSync(path(folder), { recursive: true, encoding: 'utf8' }).toSorted()) {
        const file = join(path(folder), name);
        const stat = statSync(file);
        if (stat.isFile()) found.set(name, `${stat.mtimeMs} ${readFileSync(file, 'utf8')}`);
      }
      return found;
    },
    run,
    async translate(...args) {
      const { code, stdout, stderr } = await run('translate', ['--json', ...args]);
      return { code, report: JSON.parse(stdout), stderr };
    },
  };
}

/**
 * Runs a compiled entry in a process of its own, without a terminal.
 * @param shell what a shell does to start it, such as `ulimit -f 8; exec "$@"`.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  shell = 'exec "$@"',
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const entry = join(REPOSITORY, '.build', `${command}.js`);
    const child = spawn('sh', ['-c', shell, 'sh', process.execPath, entry, ...args], {
      // Where a machine has certificates of its own, Node reads them at each start; nothing here asks for any.
      env: { ...process.env, DEEPL_AUTH_KEY: '', CI: 'true', NODE_EXTRA_CA_CERTS: '', ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A value deep in a bundle, by its dotted key. */
export function valueAt(bundle: unknown, key: string): unknown {
  let at: unknown = bundle;
  for (const name of key.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = Object.entries(at).find(([own]) => own === name)?.[1];
  }
  return at;
}

/** The record line of a key. */
export function recordLine(project: TemporaryProject, file: string, key: string): Record<string, unknown> {
  const lines: unknown = JSON.parse(project.read(file));
  if (!Array.isArray(lines)) throw new Error(`${file} is no record`);
  for (const line of lines) if (typeof line === 'object' && line !== null && line.key === key) return line;
  throw new Error(`${file} has no line for ${key}`);
}
