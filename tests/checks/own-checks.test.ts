import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { judge, messageOf } from '../../scripts/checks/index.ts';
import { loadOwnChecks } from '../../scripts/checks/own-checks.ts';
import { judged } from './judged.ts';

const RUN = `run: ({ target }) => (target.includes('beta') ? [{ message: 'says\\nbeta', find: 'beta' }] : [])`;

function project(text: string, file = 'no-beta.mjs'): string {
  const root = mkdtempSync(join(tmpdir(), 'glossa-own-'));
  writeFileSync(join(root, file), text);
  return root;
}

async function load(text: string, file = 'no-beta.mjs') {
  return loadOwnChecks(project(text, file), [file], ['numbers']);
}

it('judges with the others; what it says is kept as data', async () => {
  const own = await load(
    `export const check = { name: 'no-beta', description: 'no beta', severity: 'error', ${RUN} };`,
  );
  const { findings, refused } = judge(judged('One', 'Una beta'), { own });
  expect(findings).toEqual([{ rule: 'no-beta', severity: 'error', parameters: { said: 'says beta' }, span: [4, 8] }]);
  expect(findings.map(messageOf)).toEqual(['says beta']);
  expect(refused).toBe(false);
  expect(judge(judged('One', 'Una'), { own }).findings).toEqual([]);
});

it('keeps machine text from being written where it says so', async () => {
  const own = await load(
    `export const c = { name: 'x1', description: 'x', severity: 'error', refuses: true, ${RUN} };`,
  );
  expect(judge(judged('One', 'beta'), { own }).refused).toBe(true);
});

it.each([
  ['export const a = 1;', /exports no check, or more than one/],
  [`export const a = { name: 'No Beta', description: '', ${RUN} };`, /exports no check/],
  [`export const a = { name: 'numbers', description: '', ${RUN} };`, /"numbers" is taken/],
  ['export const a = {', /cannot be loaded/],
  [`throw new Error('oh');`, /cannot be loaded \(oh\)/],
])('%s is told with its file', async (text, message) => {
  await expect(load(text)).rejects.toThrow(message);
  await expect(load(text)).rejects.toMatchObject({ place: { file: 'no-beta.mjs' }, exitCode: 2 });
});

it('is told with its file when it fails, or gives something else than findings', async () => {
  for (const [run, message] of [
    ['() => { throw new Error("oh"); }', /"c" failed \(oh\)/],
    ['() => "bad"', /gave no list/],
    ['() => [{ text: "x" }]', /gave no list/],
  ] as const) {
    const own = await load(`export const c = { name: 'c', description: 'c', run: ${run} };`);
    expect(() => judge(judged('a', 'b'), { own })).toThrow(message);
  }
});

it('comes from inside the project, and is JavaScript', async () => {
  const other = project('export const a = 1;');
  const root = project('', 'a.txt');
  symlinkSync(join(other, 'no-beta.mjs'), join(root, 'link.mjs'));
  await expect(loadOwnChecks(root, ['../no-beta.mjs'], [])).rejects.toThrow(/outside/);
  await expect(loadOwnChecks(root, ['link.mjs'], [])).rejects.toThrow(/outside/);
  await expect(loadOwnChecks(root, ['gone.mjs'], [])).rejects.toThrow(/not there/);
  await expect(loadOwnChecks(root, ['a.txt'], [])).rejects.toThrow(/JavaScript/);
});
