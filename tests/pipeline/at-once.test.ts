/** Runs that begin at the same time, and languages that are written at the same time. */
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { disturbedProject, undisturbedRun } from './disturbed-project.ts';
import type { TemporaryProject } from '../commands/temporary-project.ts';

/** The project's cache folder; its name is the project's. */
async function cacheOf(project: TemporaryProject): Promise<string> {
  await project.run('render');
  const [name = ''] = readdirSync(join(project.cache, 'glossa'));
  return join(project.cache, 'glossa', name);
}

describe('runs that begin at once', () => {
  it.each([
    ['no lock', () => {}],
    ['the lock of a run that was killed', (lock: string) => symlinkSync('999999999 1', lock)],
    ['a lock whose process number is somebody else’s by now', (lock: string) => symlinkSync(`${process.pid}`, lock)],
    ['a lock without text', (lock: string) => writeFileSync(lock, '')],
  ])('and find %s: one is at work, the others say so', async (_, prepare) => {
    const { project, run, billed, expectFinished } = await disturbedProject();
    prepare(join(await cacheOf(project), 'lock'));
    const results = await Promise.all(Array.from({ length: 4 }, () => run()));
    for (const { code, stderr } of results) if (code !== 0) expect([code, stderr]).toEqual([2, expect.anything()]);
    const refused = results.filter(({ code }) => code === 2);
    for (const { stderr } of refused) expect(stderr).toContain('another run works on this project (process ');
    expect(results.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
    expectFinished();
    expect(billed()).toBe((await undisturbedRun()).price);
    expect(readdirSync(await cacheOf(project)).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('for one language each: the one refused is done by its next run, and all is as if one had done both', async () => {
    const { run, billed, expectFinished } = await disturbedProject();
    const results = await Promise.all(['es', 'it'].map((language) => run(['--to', language])));
    expect(results.map(({ code }) => code).toSorted()).not.toEqual([2, 2]);
    for (const language of ['es', 'it']) expect((await run(['--to', language])).code).toBe(0);
    expectFinished();
    expect(billed()).toBe((await undisturbedRun()).price);
  });
});

describe('what a killed run had begun to write', () => {
  it('goes with the next run, even where that has nothing else to do; a person’s file stays', async () => {
    const { project, run, expectFinished } = await disturbedProject();
    await run();
    const cache = await cacheOf(project);
    const left = ['locales/es/ui.json.123-0a1b2c.tmp', 'locales/.review/es/deep/b.json.123-0a1b2c.tmp'];
    for (const file of left) project.write(file, 'half');
    mkdirSync(cache, { recursive: true });
    symlinkSync('999999999 1', join(cache, 'lock'));
    project.write('locales/es/notes.tmp', 'mine');
    expect((await run()).code).toBe(0);
    expect(project.read('locales/es/notes.tmp')).toBe('mine');
    project.remove('locales/es/notes.tmp');
    expectFinished();
  });
});
