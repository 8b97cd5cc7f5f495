/** Stages made of small shell programs: what they do when a program dies, hangs or answers half. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshStage, persistentStage, StageFailure, type Stage } from '../../scripts/engines/apertium/processes.ts';

vi.setConfig({ testTimeout: 60_000 });

const options = { environment: process.env, timeout: 2000 };

let folder: string;
let stage: Stage | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossa-stage-'));
});
afterEach(() => {
  stage?.close();
  rmSync(folder, { recursive: true });
});

/** A command that behaves as told on its first start, and copies its input from the second one on. */
function onceThenCopy(first: string): string {
  return `if [ -e '${folder}/started' ]; then cat; else : > '${folder}/started'; ${first}; fi`;
}

describe.each([
  ['persistent', (command: string): Stage => persistentStage([command], options)],
  ['fresh', (command: string): Stage => freshStage(`sh -c "${command.replaceAll('$', '\\$')}"`, options)],
])('a %s stage', (_, open) => {
  it('answers each message with its own answer', async () => {
    stage = open('cat');
    const messages = Array.from({ length: 20 }, (_one, index) => `message ${index}`);
    expect(await Promise.all(messages.map((message) => stage?.run(message)))).toEqual(messages);
  });

  it.each([
    ['dies', 'exit 3'],
    ['hangs', 'sleep 60'],
    ['answers half', `head -c 4; printf '\\000'; sleep 60`],
  ])('sends the message again when the program %s', async (_name, first) => {
    stage = open(onceThenCopy(first));
    expect(await stage.run('a message')).toBe('a message');
  });

  it('gives up in the end, and says why', async () => {
    stage = open('sleep 60');
    await expect(stage.run('a message')).rejects.toThrow(new StageFailure('no answer within 2.009 s'));
    stage.close();
    stage = open('exit 3');
    await expect(stage.run('a message')).rejects.toThrow(/a stage of the pipeline ended|cut off/);
  });
});

describe('a persistent stage', () => {
  it('keeps its program between messages', async () => {
    stage = persistentStage([`echo start >> '${folder}/log'; cat`, 'cat'], options);
    for (const message of ['one', 'two', 'three']) expect(await stage.run(message)).toBe(message);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('start\n');
  });

  it('notices at once when one of its programs is killed', async () => {
    const first = `echo $$ > "${folder}/pid"; exec sleep 60`;
    const middle = `sh -c 'if [ -e "${folder}/pid" ]; then exec cat; else ${first}; fi'`;
    stage = persistentStage(['cat', middle, 'cat'], { ...options, timeout: 50_000 });
    const before = Date.now();
    const answer = stage.run('a message');
    await expect.poll(() => existsSync(join(folder, 'pid')) && readFileSync(join(folder, 'pid'), 'utf8')).toMatch(/\d/);
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGKILL');
    expect(await answer).toBe('a message');
    expect(Date.now() - before).toBeLessThan(30_000);
  });
});

describe('a fresh stage', () => {
  it('starts its program for each message', async () => {
    stage = freshStage(`sh -c "echo start >> '${folder}/log'; cat"`, options);
    for (const message of ['one', 'two', 'three']) expect(await stage.run(message)).toBe(message);
    expect(readFileSync(join(folder, 'log'), 'utf8').split('\n').length).toBeGreaterThan(3);
  });
});
