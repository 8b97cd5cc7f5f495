/** Set-up in a small project of its own, with a stand-in for npm and for the compiler. */
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'glossa-setup-test-'));
  mkdirSync(join(root, 'scripts/engines'), { recursive: true });
  copyFileSync(fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url)), join(root, 'scripts/setup.mjs'));
  write('package.json', '{ "type": "module" }');
  mkdirSync(join(root, 'npm'));
  write('npm/package.json', '{}');
  write('package-lock.json', JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } }));
  write('tsconfig.json', '{}');
  write('scripts/one.ts', 'one');
  // Installs what the lock file says, and a compiler that copies one.ts; slow enough to be caught half way.
  write(
    'npm/npm-cli.js',
    `const fs = require('node:fs');
     fs.appendFileSync('npm.log', process.argv.slice(2, 3) + ' ' + process.env.GLOSSA_SETUP + '\\n');
     if (fs.existsSync('broken')) { console.error('npm error code EUSAGE\\nnpm error\\nnpm error not in sync'); process.exit(1); }
     fs.mkdirSync('node_modules/typescript/bin', { recursive: true });
     fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
     fs.copyFileSync('npm/tsc.js', 'node_modules/typescript/bin/tsc');`,
  );
  write(
    'npm/tsc.js',
    `const fs = require('node:fs'); const path = require('node:path');
     const root = path.dirname(process.argv[process.argv.indexOf('-p') + 1]);
     fs.appendFileSync(path.join(root, 'tsc.log'), 'compiled\\n');
     const out = process.argv[process.argv.indexOf('--outDir') + 1];
     fs.copyFileSync(path.join(root, 'scripts/one.ts'), path.join(out, 'one.js'));
     Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
     if (fs.existsSync(path.join(root, 'uncompilable'))) { console.log('one.ts(1,1): error'); process.exit(2); }`,
  );
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const lines = (path: string): number => (existsSync(join(root, path)) ? read(path).split('\n').length - 1 : 0);
const environment = (more: Record<string, string> = {}): Record<string, string | undefined> => ({
  ...process.env,
  npm_execpath: join(root, 'npm/npm-cli.js'),
  DEEPL_AUTH_KEY: '',
  ...more,
});

function setUp(
  parameters: readonly string[] = [],
  more: Record<string, string> = {},
): { code: number | null; stderr: string } {
  const options = {
    cwd: tmpdir(),
    env: environment(more),
    encoding: 'utf8',
  } as const;
  const done = spawnSync(process.execPath, [join(root, 'scripts/setup.mjs'), ...parameters], options);
  expect(done.stdout).toBe('');
  return { code: done.status, stderr: done.stderr };
}

describe('a fresh clone', () => {
  it('gets node_modules and .build, and then nothing more', () => {
    const first = setUp();
    expect(first).toEqual({
      code: 0,
      stderr: 'glossa: installing node_modules from the lock file (npm ci)\nglossa: compiling scripts/ into .build/\n',
    });
    expect(read('.build/one.js')).toBe('one');
    expect(read('npm.log')).toBe('ci nested\n');
    expect(setUp()).toEqual({ code: 0, stderr: '' });
    expect([lines('npm.log'), lines('tsc.log')]).toEqual([1, 1]);
  });

  it('stays as it is with GLOSSA_SETUP=0', () => {
    expect(setUp(['--engines'], { GLOSSA_SETUP: '0' })).toEqual({ code: 0, stderr: '' });
    expect(existsSync(join(root, 'node_modules'))).toBe(false);
  });

  it('says what npm says when that fails, and tries again', () => {
    write('broken', '');
    const failed = setUp();
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/npm ci failed:\nnpm error code EUSAGE\nnpm error not in sync\nRun "npm ci" in /);
    rmSync(join(root, 'broken'));
    expect(setUp().code).toBe(0);
  });
});

describe('a change', () => {
  beforeEach(() => {
    expect(setUp().code).toBe(0);
  });

  it('of the lock file brings node_modules up to date', () => {
    const later = new Date(Date.now() + 5000);
    utimesSync(join(root, 'package-lock.json'), later, later);
    expect(setUp().stderr).toBe(''); // touched only
    write('package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '2.0.0' } } }));
    utimesSync(join(root, 'package-lock.json'), later, later);
    expect(setUp().stderr).toMatch(/npm ci/);
    expect(lines('npm.log')).toBe(2);
  });

  it('of the scripts compiles again, also when a file is gone', () => {
    write('scripts/one.ts', 'changed');
    expect(setUp().stderr).toMatch(/compiling/);
    expect(read('.build/one.js')).toBe('changed');
    write('scripts/two.ts', '');
    expect(setUp().stderr).toMatch(/compiling/);
    rmSync(join(root, 'scripts/two.ts'));
    expect(setUp().stderr).toMatch(/compiling/);
  });

  it('that does not compile keeps the old .build', () => {
    write('uncompilable', '');
    write('scripts/one.ts', 'broken');
    expect(setUp()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/compiling failed:\none.ts\(1,1\): error/),
    });
    expect(read('.build/one.js')).toBe('one');
  });
});

describe('two at once', () => {
  it('do the work once', async () => {
    const run = (): Promise<number | null> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [join(root, 'scripts/setup.mjs')], {
          env: environment(),
          stdio: 'ignore',
        });
        child.on('close', resolve);
      });
    expect(await Promise.all([run(), run(), run()])).toEqual([0, 0, 0]);
    expect([lines('npm.log'), lines('tsc.log')]).toEqual([1, 1]);
  });

  it('do not wait for one that is dead', () => {
    expect(setUp().code).toBe(0);
    const name = `glossa-code-${process.getuid?.() ?? ''}-${root.replace(/[^\w]+/g, '-').slice(-120)}`;
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(tmpdir(), name), `${dead}`);
    write('scripts/one.ts', 'changed');
    expect(setUp()).toEqual({ code: 0, stderr: 'glossa: compiling scripts/ into .build/\n' });
  });
});

describe('--compile', () => {
  it('compiles in any case, but not without a compiler', () => {
    expect(setUp(['--compile'])).toMatchObject({ code: 0, stderr: expect.stringMatching(/TypeScript is not in/) });
    expect(setUp().code).toBe(0);
    expect(setUp(['--compile'], { GLOSSA_SETUP: '0' }).stderr).toMatch(/compiling/);
    expect(setUp(['--compile'], { GLOSSA_SETUP: 'nested' }).stderr).toBe('');
  });
});

describe('--engines', () => {
  beforeEach(() => {
    expect(setUp().code).toBe(0);
    // Stand-ins for the compiled engine: they write down what they are asked for.
    const asked = JSON.stringify(join(root, 'asked.log'));
    mkdirSync(join(root, '.build/engines'), { recursive: true });
    mkdirSync(join(root, '.build/project'), { recursive: true });
    write(
      '.build/engines/obtain-apertium.js',
      `import { appendFileSync } from 'node:fs';
       export async function obtainApertium(source, targets) {
         appendFileSync(${asked}, source + ' ' + targets + '\\n');
         return [${JSON.stringify(join(root, 'tsconfig.json'))}];
       }`,
    );
    write('.build/project/paths.js', `export const projectPaths = () => ({ sharedCache: '/nonexistent' });`);
  });

  it.each([
    ['apertium', 'en es,it\n'],
    [undefined, 'en es,it\n'],
    [['deepl', 'apertium'], 'en es,it\n'],
    [{ default: 'deepl', it: 'apertium' }, 'en it\n'],
    ['deepl', undefined],
    ['pseudo', undefined],
  ])('asks for Apertium where the project wants it: %j', (engine, expected) => {
    write('l10n.config.json', JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine }));
    expect(setUp(['--engines'])).toEqual({ code: 0, stderr: '' });
    expect(existsSync(join(root, 'asked.log')) ? read('asked.log') : undefined).toBe(expected);
    expect(setUp(['--engines'])).toEqual({ code: 0, stderr: '' });
    expect(lines('asked.log')).toBe(expected === undefined ? 0 : 1);
  });

  it('does not with a DeepL key and the engine "auto", nor without --engines, nor with a broken configuration', () => {
    write('l10n.config.json', JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es'], engine: 'auto' }));
    setUp(['--engines'], { DEEPL_AUTH_KEY: 'x' });
    setUp();
    write('l10n.config.json', '{');
    expect(setUp(['--engines']).code).toBe(0);
    expect(lines('asked.log')).toBe(0);
  });

  it('asks again when a mode file is gone', () => {
    write('l10n.config.json', JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es'] }));
    setUp(['--engines']);
    write('.build/.engines', `en to es\n${join(root, 'gone.mode')}`);
    setUp(['--engines']);
    expect(lines('asked.log')).toBe(2);
  });
});
