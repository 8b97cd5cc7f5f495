/** Runs of a team: one memory, one queue, and files that are the same whoever did the work. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { startDeeplStub, type DeeplStub, type StubOptions } from '../../scripts/bench/deepl-stub.ts';
import { pseudo } from '../../scripts/engines/pseudo.ts';
import { exitCode, type Report } from '../../scripts/project/report/report.ts';
import { placeWishes } from '../../scripts/team/jobs/place.ts';
import { reap } from '../../scripts/team/jobs/reap.ts';
import { setLimits } from '../../scripts/team/limits.ts';
import { accountOf } from '../../scripts/team/workers/account.ts';
import { temporaryProject, type TemporaryProject } from '../commands/temporary-project.ts';
import { isMissing, teamHarness, translateWith, workerWith } from './harness.ts';

const team = teamHarness();

async function stubbed(options: StubOptions = {}): Promise<{ stub: DeeplStub; variables: Record<string, string> }> {
  const stub = await startDeeplStub(options);
  onTestFinished(() => stub.close());
  return { stub, variables: { DEEPL_AUTH_KEY: 'stub-key', DEEPL_SERVER_URL: stub.url } };
}

/** A project of articles: each theme is a sentence of its own. */
function projectOf(themes: readonly string[], engine = 'deepl'): TemporaryProject {
  const configuration = { sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine };
  const text = (theme: string): string =>
    `# About ${theme}\n\nThis text tells of **${theme}**. It is *short*, as it must be.\n`;
  return temporaryProject({
    'l10n.config.json': JSON.stringify(configuration),
    ...Object.fromEntries(themes.map((theme) => [`source/${theme}.md`, text(theme)])),
  });
}

/** Texts of files without their times. */
function bytes(project: TemporaryProject): Record<string, string> {
  return Object.fromEntries([...project.snapshot('locales')].map(([file, text]) => [file, text.replace(/^\S+ /, '')]));
}

const made = (report: Report): number => [...report.languages.values()].reduce((sum, one) => sum + one.machine, 0);

const THEMES = ['water', 'bread', 'stones', 'clouds'];

describe.skipIf(isMissing)('a team', () => {
  it.each(['pseudo', 'deepl'])('writes with %s what a machine alone writes', async (engine) => {
    const { variables } = await stubbed();
    const alone = projectOf(THEMES, engine);
    await translateWith(alone, variables);
    const address = await team.join();

    const serving = projectOf(THEMES, engine);
    expect(exitCode(await translateWith(serving, { ...variables, ...address }), false)).toBe(0);
    expect(bytes(serving)).toEqual(bytes(alone));

    const other = await team.join();
    const worker = await workerWith(team.look(other), [engine], variables);
    // The key is where the worker is.
    const asking = projectOf(THEMES, engine);
    const report = await translateWith(asking, other);
    await worker.stop(10);
    expect(exitCode(report, false)).toBe(0);
    expect(bytes(asking)).toEqual(bytes(alone));
    expect(worker.events.filter(({ event }) => event === 'done').length).toBeGreaterThan(0);
  });

  it('makes jobs as large as the requests of an engine', async () => {
    const address = await team.join();
    const worker = await workerWith(team.look(address), [{ ...pseudo, name: 'libretranslate' }]);
    const project = projectOf(THEMES, 'libretranslate');
    const configuration = project.json('l10n.config.json');
    project.write(
      'l10n.config.json',
      JSON.stringify({ ...configuration, engines: { libretranslate: { characters: 60 } } }),
    );
    const report = await translateWith(project, address);
    await worker.stop(10);
    expect(exitCode(report, false)).toBe(0);
    expect(worker.events.filter(({ event }) => event === 'done').length).toBeGreaterThanOrEqual(2 * THEMES.length);
  });

  it('asks for all languages at once, of an engine on the workers’ machines, too', async () => {
    const address = await team.join();
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const slow = {
      ...pseudo,
      open: async (...parameters: Parameters<typeof pseudo.open>) => {
        await gate;
        return pseudo.open(...parameters);
      },
    };
    const database = team.look(address);
    const worker = await workerWith(database, [slow], {}, 1);
    const project = projectOf(['water'], 'pseudo');
    const languages = ['de', 'es', 'fr', 'it', 'nl', 'pt', 'ro', 'sv'];
    project.write(
      'l10n.config.json',
      JSON.stringify({ sourceLanguage: 'en', targetLanguages: languages, engine: 'pseudo' }),
    );
    const run = translateWith(project, address);
    await expect
      .poll(
        () => database.rows(z.object({ target: z.string() }), 'select distinct target from glossa.job order by target'),
        { timeout: 20_000 },
      )
      .toEqual(languages.map((target) => ({ target })));
    open();
    expect(exitCode(await run, false)).toBe(0);
    await worker.stop(10);
  });

  it('asks for a text once, whichever projects need it at the same time', async () => {
    const { stub, variables } = await stubbed({ latency: 100 });
    const address = await team.join();
    const projects = [0, 1, 2, 3].map((own) => projectOf(['water', 'bread', `theme ${own}`]));
    const alone = projectOf(['water', 'bread', ...projects.map((_, own) => `theme ${own}`)]);
    await translateWith(alone, variables);
    const once = stub.billed();
    const reports = await Promise.all(projects.map((project) => translateWith(project, { ...variables, ...address })));
    expect(reports.map((report) => exitCode(report, false))).toEqual([0, 0, 0, 0]);
    expect(stub.billed()).toBe(2 * once);
    // What was paid is told once, by the run that asked.
    expect(reports.reduce((sum, { characters }) => sum + characters, 0)).toBe(once);
    for (const project of projects) expect(bytes(project)['es/water.md']).toBe(bytes(alone)['es/water.md']);
  });

  it('remembers for all projects', async () => {
    const { stub, variables } = await stubbed();
    const address = { ...variables, ...(await team.join()) };
    await translateWith(projectOf(THEMES), address);
    const billed = stub.billed();
    const report = await translateWith(projectOf(THEMES), address);
    expect(made(report)).toBeGreaterThan(0);
    expect([stub.billed(), report.requests]).toEqual([billed, 0]);
  });

  it('never passes the budget of a month, whatever is in flight', async () => {
    const { stub, variables } = await stubbed({ latency: 20 });
    const themes = Array.from({ length: 12 }, (_, index) => `number ${index}`);
    await translateWith(projectOf(themes), variables);
    const budget = Math.floor(stub.billed() / 2) - 7;
    const before = stub.billed();
    const address = await team.join();
    const database = team.look(address);
    await setLimits(database, 'deepl', accountOf('deepl', variables), { charactersAMonth: budget, inFlight: 3 });
    const workers = await Promise.all([1, 2, 3].map(() => workerWith(team.look(address), ['deepl'], variables)));
    const reports = await Promise.all(
      [themes.slice(0, 6), themes.slice(6)].map((some) => translateWith(projectOf(some), address)),
    );
    for (const worker of workers) await worker.stop(10);
    const spent = stub.billed() - before;
    expect(spent).toBeLessThanOrEqual(budget);
    expect(spent).toBeGreaterThan(budget - 40);
    expect(reports.flatMap(({ failed }) => failed.map(({ reason }) => reason)).join()).toContain('is spent');
    const [row] = await database.rows(
      z.object({ used: z.coerce.number(), reserved: z.coerce.number() }),
      'select used, reserved from glossa.spend',
    );
    expect(row).toEqual({ used: spent, reserved: 0 });
  });

  it('keeps to the rate and to the requests in flight of an account', async () => {
    const { stub, variables } = await stubbed({ latency: 30 });
    const address = await team.join();
    const limits = { requestsASecond: 20, inFlight: 1 };
    await setLimits(team.look(address), 'deepl', accountOf('deepl', variables), limits);
    const workers = await Promise.all([1, 2].map(() => workerWith(team.look(address), ['deepl'], variables)));
    const report = await translateWith(projectOf(THEMES), address);
    for (const worker of workers) await worker.stop(10);
    expect(exitCode(report, false)).toBe(0);
    expect(stub.mostInFlight()).toBe(1);
  });

  it('lets one text that breaks every worker lie dead with its reason, and does the others', async () => {
    const address = await team.join();
    const broken = {
      ...pseudo,
      open: async (...parameters: Parameters<typeof pseudo.open>) => {
        const session = await pseudo.open(...parameters);
        const translate: typeof session.translate = (batch, deliver, signal) => {
          if (JSON.stringify(batch).includes('stones')) throw new Error('out of memory');
          return session.translate(batch, deliver, signal);
        };
        return { ...session, translate };
      },
    };
    const database = team.look(address);
    const worker = await workerWith(database, [broken]);
    const project = projectOf(THEMES, 'pseudo');
    const report = await translateWith(project, address);
    await worker.stop(10);
    expect(exitCode(report, false)).toBe(1);
    expect([...new Set(report.failed.map(({ file }) => file))]).toEqual(['source/stones.md']);
    expect(report.failed[0]?.reason).toBe('pseudo: given up after 3 tries: out of memory');
    expect(project.exists('locales/es/water.md')).toBe(true);
    const dead = await database.rows(
      z.object({ state: z.string() }),
      `select state from glossa.job where state = 'dead'`,
    );
    expect(dead.length).toBe(report.failed.length);
    // Nobody tries it again by himself.
    const again = await translateWith(projectOf(THEMES, 'pseudo'), address);
    expect(again.failed.map(({ reason }) => reason)).toEqual(report.failed.map(({ reason }) => reason));
  });

  it('places a run’s batches side by side, and asks for what no job brings', async () => {
    const database = team.look(await team.join());
    const setup = { engine: 'pseudo', options: undefined, glossaries: [], words: new Map(), project: '' };
    const most = { characters: 100, units: 10 };
    const order = { run: { id: 'a', project: 'a' }, setup, pair: { source: 'en', target: 'es' }, most, repeats: true };
    const ask = async (...keys: string[]): Promise<number> => {
      const unit = { article: 'a', segments: [[{ type: 'text', text: 'Water' } as const]] };
      const placed = await placeWishes(
        database,
        order,
        keys.map((key) => ({ key, unit, characters: 5 })),
      );
      return placed.own.size;
    };
    const claim = `insert into glossa.answer (key, engine, job) values ('held', 'pseudo', null), ('lost', 'pseudo', 99)`;
    let release = (): void => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    let claimed = (): void => {};
    const isClaimed = new Promise<void>((resolve) => (claimed = resolve));
    const other = database.transaction(async (statements) => {
      await statements.run(claim);
      claimed();
      await released;
    });
    await isClaimed;
    const waits = ask('held');
    await expect
      .poll(() => database.run(`select from pg_stat_activity where wait_event_type = 'Lock'`), { timeout: 20_000 })
      .toBe(1);
    expect(await ask('free', 'new')).toBe(1);
    release();
    await other;
    expect([await waits, await ask('lost')]).toEqual([1, 1]);
    // Nobody waits for them any more: neither does a job.
    await database.run('delete from glossa.run');
    await reap(database, 15);
    expect(await database.run('select from glossa.job')).toBe(0);
  });

  it('says what it lacks, where no worker serves the engine', async () => {
    const report = await translateWith(projectOf(['water']), await team.join());
    expect(exitCode(report, false)).toBe(2);
    expect(report.errors[0]?.message).toContain('DeepL needs a key');
  });

  it('gives the work to others when one worker has a wrong key', async () => {
    const { variables } = await stubbed();
    const address = await team.join();
    const wrong = await workerWith(team.look(address), ['deepl'], { ...variables, DEEPL_AUTH_KEY: 'wrong' });
    const refused = await translateWith(projectOf(['water']), address);
    expect(exitCode(refused, false)).toBe(3);
    expect(refused.errors[0]).toMatchObject({
      message: 'DeepL: Forbidden (status 403).',
      remedy: expect.stringContaining('key'),
    });
    const right = await workerWith(team.look(address), ['deepl'], variables);
    const report = await translateWith(projectOf(['water']), address);
    await Promise.all([wrong.stop(10), right.stop(10)]);
    expect(exitCode(report, false)).toBe(0);
  });
});
