/** A worker as a process, and what it logs. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { REPOSITORY } from '../commands/temporary-project.ts';

/** It is killed at the end of the test. */
export async function workerProcess(args: readonly string[], variables: Readonly<Record<string, string>>) {
  const entry = join(REPOSITORY, '.build', 'worker.js');
  const child: ChildProcess = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (log += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const events = (): Record<string, unknown>[] =>
    log
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
  const event = async (name: string): Promise<Record<string, unknown>> => {
    for (;;) {
      const found = events().find((one) => one['event'] === name);
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(`the worker ended: ${log}`);
      await sleep(20);
    }
  };
  return { child, ended, event, events, log: () => log };
}
