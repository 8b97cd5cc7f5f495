import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openStore } from '../../scripts/memory/store.ts';
import { compileScripts } from '../compiled-scripts.ts';

const folder = mkdtempSync(join(tmpdir(), 'glossa-store-'));
let files = 0;
const fresh = () => join(folder, `${++files}`, 'memory.sqlite');
afterAll(() => rmSync(folder, { recursive: true }));

/** Lets the turn in which answers were put end. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the local store', () => {
  test('gives back what was put, in the same run and in the next', async () => {
    const path = fresh();
    const first = openStore(path);
    first.put('a', '{"text":"uno"}', 'deepl');
    expect(first.get('a')).toBe('{"text":"uno"}');
    await turn();
    expect(first.get('a')).toBe('{"text":"uno"}');
    first.put('a', '{"text":"dos"}', 'firefox');
    first.put('b', '{}', 'firefox');
    first.close();

    const next = openStore(path);
    expect([...next.getMany(['b', 'none', 'a'])]).toEqual([
      ['b', '{}'],
      ['a', '{"text":"dos"}'],
    ]);
    expect(next.get('none')).toBeUndefined();
    next.close();
  });

  test('touches nothing on disk before it is used', () => {
    const path = fresh();
    openStore(path).close();
    expect(existsSync(path)).toBe(false);
  });

  test('keeps any JSON text', () => {
    const store = openStore(fresh());
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (answers) => {
        const entries = Object.entries(answers).map(
          ([key, value]) => [JSON.stringify(key), JSON.stringify(value)] as const,
        );
        for (const [key, value] of entries) store.put(key, value, 'identity');
        store.close();
        expect([...store.getMany(entries.map(([key]) => key))]).toEqual(entries);
      }),
      { numRuns: 20 },
    );
    store.close();
  });

  test('two processes may write one file', async () => {
    const path = fresh();
    const [one, two] = [openStore(path), openStore(path)];
    one.put('a', '1', 'x');
    two.put('b', '2', 'x');
    await turn();
    expect(one.get('b')).toBe('2');
    expect(two.get('a')).toBe('1');
    one.close();
    two.close();
  });
});

describe('a store that cannot be used', () => {
  test.each([
    ['the file is no database', (path: string) => writeFileSync(path, 'no database at all, '.repeat(500))],
    ['the file is cut short', (path: string) => truncateSync(path, 5000)],
  ])('%s: it is set aside with one warning, and a new one keeps answers', async (_, damage) => {
    const path = fresh();
    const whole = openStore(path);
    for (let index = 0; index < 500; index++) whole.put(`key ${index}`, 'x'.repeat(200), 'x');
    whole.close();
    for (const journal of ['-wal', '-shm']) rmSync(path + journal);
    damage(path);

    const warnings: string[] = [];
    const store = openStore(path, { warn: (line) => warnings.push(line) });
    store.getMany(Array.from({ length: 500 }, (_, index) => `key ${index}`));
    store.put('new', 'answer', 'x');
    await turn();
    store.close();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`${path}.broken`);
    expect(openStore(path).get('new')).toBe('answer');
  });

  test.each([
    [
      'its folder cannot be made',
      () => {
        const file = join(folder, 'a-file');
        writeFileSync(file, '');
        return join(file, 'memory.sqlite');
      },
    ],
    ['its path is a folder', () => folder],
    ['the disk is full', () => '/dev/full'],
  ])('%s: the run goes on in memory with one warning', async (_, place) => {
    const warnings: string[] = [];
    const store = openStore(place(), { warn: (line) => warnings.push(line) });
    expect(store.get('a')).toBeUndefined();
    store.put('a', '1', 'x');
    await turn();
    store.put('b', '2', 'x');
    await turn();
    expect(store.get('a')).toBe('1');
    expect(store.getMany(['b', 'a']).get('b')).toBe('2');
    store.close();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('goes on without it');
  });
});

test('kill -9 loses no answer of a turn that ended', { timeout: 20_000 }, async () => {
  const compiled = compileScripts(['memory/store.ts']);
  const writer = join(compiled, 'writer.js');
  writeFileSync(
    writer,
    `import { writeSync } from 'node:fs';
     import { openStore } from './memory/store.js';
     const store = openStore(process.argv[2]);
     for (let turn = 0; ; turn++) {
       for (let answer = 0; answer < 20; answer++) store.put(turn + '.' + answer, 'x'.repeat(300), 'x');
       await new Promise((resolve) => setImmediate(resolve));
       writeSync(1, turn + '\\n');
     }`,
  );
  for (const answers of [1, 7, 40, 150]) {
    const path = fresh();
    const child = spawn(process.execPath, [writer, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let last = -1;
    for await (const line of createInterface(child.stdout)) {
      last = Number(line);
      if (last === answers) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    expect(last).toBeGreaterThanOrEqual(answers);

    const warnings: string[] = [];
    const store = openStore(path, { warn: (line) => warnings.push(line) });
    const keys = Array.from({ length: (last + 1) * 20 }, (_, index) => `${Math.floor(index / 20)}.${index % 20}`);
    expect(store.getMany(keys).size).toBe(keys.length);
    store.close();
    expect(warnings).toEqual([]);
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('broken'))).toEqual([]);
  }
  rmSync(compiled, { recursive: true });
});
