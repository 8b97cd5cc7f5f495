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

export const LANGUAGES = ['es', 'it'] as const;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface FuzzedProject {
  read(file: string): string;
  write(file: string, text: string): void;
  remove(file: string): void;
  has(file: string): boolean;
  /** Relative paths of all files below a folder. */
  files(folder: string): string[];
  forgetCache(): void;
  /** @param killAfter ends the process with SIGKILL after so many milliseconds. */
  run(command: string, args: readonly string[], killAfter?: number): Promise<Ended>;
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
    run: (command, args, killAfter) => run(command, ['--root', root, ...args], cache, killAfter),
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}

function run(command: string, args: readonly string[], cache: string, killAfter?: number): Promise<Ended> {
  const entry = fileURLToPath(new URL(`../${command}.js`, import.meta.url));
  return new Promise((resolve, reject) => {
    const env = { ...process.env, XDG_CACHE_HOME: cache, DEEPL_AUTH_KEY: '', CI: 'true' };
    const child = spawn(process.execPath, [entry, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('error', reject).on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, ...said });
    });
  });
}
