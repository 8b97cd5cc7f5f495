/** Machines whose clocks are wrong: only the database's counts. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { startDeeplStub } from '../../scripts/bench/deepl-stub.ts';
import { sentTwice } from '../../scripts/bench/team/fleet.ts';
import { temporaryProject, type TemporaryProject } from '../commands/temporary-project.ts';
import { isMissing, teamHarness } from './harness.ts';
import { workerProcess } from './worker-process.ts';

const team = teamHarness();

const HOUR = 3_600_000;
/** Longer than the lease: only signs of life keep a job. */
const LATENCY = 2_500;
const LEASE = 2;

/** What gives a process a clock that is wrong. @param hours by so much. */
function clock({ cache }: TemporaryProject, hours: number): Readonly<Record<string, string>> {
  const hook = join(cache, `clock${hours}.mjs`);
  writeFileSync(
    hook,
    `const { now } = Date;
     globalThis.Date = class extends Date {
       constructor(...parts) { if (parts.length === 0) super(Date.now()); else super(...parts); }
       static now() { return now() + ${hours * HOUR}; }
     };`,
  );
  return { NODE_OPTIONS: `--import ${hook}` };
}

const articles = (subjects: readonly string[]): TemporaryProject =>
  temporaryProject({
    'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine: 'deepl' }),
    ...Object.fromEntries(subjects.map((one) => [`source/${one}.md`, `# All about ${one}\n\nNobody knows ${one}.\n`])),
  });

const bytes = (project: TemporaryProject): readonly string[] =>
  [...project.snapshot('locales')].map(([file, text]) => `${file} ${text.replace(/^\S+ /, '')}`);

describe.skipIf(isMissing)('a clock that is an hour wrong', () => {
  it.each([
    ['of workers that stay', false],
    ['of a worker that is killed', true],
  ])('%s: nothing is lost, and nothing paid twice but what was in flight', async (_, isKilled) => {
    const stub = await startDeeplStub({ latency: LATENCY });
    onTestFinished(() => stub.close());
    const address = await team.join(LEASE);
    const key = { DEEPL_AUTH_KEY: 'stub-key', DEEPL_SERVER_URL: stub.url };
    const [project, alone] = [articles(['rain', 'snow']), articles(['rain', 'snow'])];
    const start = (hours: number) =>
      workerProcess(['--engines', 'deepl', '--concurrency', '1'], { ...address, ...key, ...clock(project, hours) });
    const [ahead, behind] = await Promise.all([start(1), start(-1)]);
    expect(Date.parse(String((await ahead.event('started'))['time'])) - Date.now()).toBeGreaterThan(HOUR / 2);
    await behind.event('started');
    const run = project.run('translate', [], { ...address, ...clock(project, 2) });
    if (isKilled) {
      const database = team.look(address);
      const taken = z.object({ count: z.coerce.number() });
      const inWork = async () =>
        (await database.rows(taken, "select count(*) from glossa.job where state = 'taken'"))[0]?.count ?? 0;
      while ((await inWork()) < 2) await sleep(50);
      ahead.child.kill('SIGKILL');
    }
    expect(await run).toMatchObject({ code: 0 });
    expect(sentTwice(stub)).toBeLessThanOrEqual(Number(isKilled));
    await alone.run('translate', [], key);
    expect(bytes(project)).toEqual(bytes(alone));
  });
});
