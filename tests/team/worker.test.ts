/** Workers and runs as processes: killed, stopped, cut off, of another version, or not there at all. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDeeplStub } from '../../scripts/bench/deepl-stub.ts';
import { sentTwice } from '../../scripts/bench/team/fleet.ts';
import { wireTo } from '../../scripts/bench/team/wire.ts';
import { exitCode } from '../../scripts/project/report/report.ts';
import { runCommand, temporaryProject } from '../commands/temporary-project.ts';
import { isMissing, teamHarness, translateWith, workerWith } from './harness.ts';
import { workerProcess } from './worker-process.ts';

const team = teamHarness();

const article = (subject: string): string => `# All about ${subject}\n\nNobody knows ${subject} as we do.\n`;

const projectOf = (subjects: readonly string[]) =>
  temporaryProject({
    'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine: 'deepl' }),
    ...Object.fromEntries(subjects.map((subject) => [`source/${subject}.md`, article(subject)])),
  });

describe.skipIf(isMissing)('a worker', () => {
  it('takes over from one that was killed, says how it is, and stops when it is told to', async () => {
    const stub = await startDeeplStub({ latency: 300 });
    onTestFinished(() => stub.close());
    const address = await team.join(1);
    const variables = { ...address, DEEPL_AUTH_KEY: 'stub-key', DEEPL_SERVER_URL: stub.url };
    const first = await workerProcess(['--engines', 'deepl', '--concurrency', '1'], variables);
    await first.event('started');
    const project = projectOf(['rain', 'snow', 'fog']);
    const run = translateWith(project, address);
    while (stub.requests.every(({ path }) => !path.startsWith('/v2/translate'))) await sleep(10);
    first.child.kill('SIGKILL');
    const second = await workerProcess(['--engines', 'deepl', '--port', '0'], variables);
    const { port } = await second.event('started');
    expect(exitCode(await run, false)).toBe(0);

    const health = await fetch(`http://127.0.0.1:${String(port)}/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', cannot: {} }]);
    const metrics = await (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text();
    expect(metrics).toMatch(/^glossa_worker_jobs_total\{engine="deepl",outcome="done"\} [1-9]/m);
    expect(metrics).toContain('# TYPE glossa_queue_jobs gauge');
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(second.events().map(({ event }) => event)).toEqual(
      expect.arrayContaining(['started', 'done', 'stopping', 'stopped']),
    );
    expect(second.log()).not.toContain('stub-key');
  });

  it('is refused, and so is a run, where tables and program do not fit; and says what to do', async () => {
    const address = await team.join();
    const database = team.look(address);
    const project = projectOf(['rain']);
    const refused = async (): Promise<string> => {
      const [worker, report] = await Promise.all([
        runCommand('worker', ['--engines', 'pseudo'], address),
        translateWith(project, { ...address, DEEPL_AUTH_KEY: 'key' }),
      ]);
      expect([worker.code, exitCode(report, false)]).toEqual([2, 2]);
      expect(worker.stderr).toContain(report.errors[0]?.message ?? '?');
      return worker.stderr;
    };
    await database.run('update glossa.meta set version = 99');
    expect(await refused()).toContain('version 99; this program knows version 1. Update Glossa here');
    await database.run(`drop schema "${address['GLOSSA_SCHEMA'] ?? ''}" cascade`);
    expect(await refused()).toContain(
      'has no tables of Glossa; this program needs version 1. Run npm run worker -- --migrate',
    );
  });

  it('says in one line what the database refuses', async () => {
    const { DATABASE_URL = '' } = await team.join();
    const wrong = { DATABASE_URL: DATABASE_URL.replace(/postgres$/, 'nowhere'), GLOSSA_SCHEMA: 'x' };
    const { code, stderr } = await runCommand('worker', ['--migrate'], wrong);
    expect([code, stderr.split('\n').length]).toEqual([3, 2]);
    expect(stderr).toContain('refuses: database "nowhere" does not exist. Correct user, password');
  });

  it('stops when somebody changes the tables under it', async () => {
    const address = await team.join(1);
    const database = team.look(address);
    const worker = await workerWith(database, ['pseudo']);
    await database.run('update glossa.meta set version = 99');
    await expect(worker.ended).rejects.toThrow('version 99');
  });
});

describe.skipIf(isMissing)('a database that goes away', () => {
  it('is waited for: a restart, and a network that is cut', async () => {
    const stub = await startDeeplStub({ latency: 200 });
    onTestFinished(() => stub.close());
    const direct = await team.join(2);
    const wire = await wireTo(team.cluster().port);
    onTestFinished(() => wire.close());
    const variables = { DEEPL_AUTH_KEY: 'stub-key', DEEPL_SERVER_URL: stub.url };
    const cut = { ...direct, DATABASE_URL: (direct['DATABASE_URL'] ?? '').replace(/:\d+\//, `:${wire.port}/`) };
    const project = projectOf(['rain', 'snow', 'fog', 'hail']);
    const run = translateWith(project, { ...variables, ...cut });
    while (stub.requests.length < 3) await sleep(10);
    wire.cut();
    await sleep(500);
    wire.mend();
    await team.cluster().restart();
    expect(exitCode(await run, false)).toBe(0);
    const alone = projectOf(['rain', 'snow', 'fog', 'hail']);
    await translateWith(alone, variables);
    expect(project.read('locales/es/hail.md')).toBe(alone.read('locales/es/hail.md'));
  });
});

describe.skipIf(isMissing)('a worker that was cut off for longer than the lease', () => {
  it('sends no more of a job that somebody else has', async () => {
    const stub = await startDeeplStub({ latency: 400 });
    onTestFinished(() => stub.close());
    const address = await team.join(2);
    const wire = await wireTo(team.cluster().port);
    onTestFinished(() => wire.close());
    const key = { DEEPL_AUTH_KEY: 'stub-key', DEEPL_SERVER_URL: stub.url };
    const cut = { ...address, DATABASE_URL: (address['DATABASE_URL'] ?? '').replace(/:\d+\//, `:${wire.port}/`) };
    const first = await workerWith(team.look(cut), ['deepl'], key, 1);
    const run = translateWith(projectOf(Array.from({ length: 12 }, (_, number) => `rain ${number}`)), address);
    while (stub.mostInFlight() === 0) await sleep(10);
    wire.cut();
    const second = await workerWith(team.look(address), ['deepl'], key, 1);
    while (second.events.length === 0) await sleep(10);
    wire.mend();
    expect(exitCode(await run, false)).toBe(0);
    await Promise.all([first.stop(10), second.stop(10)]);
    expect(sentTwice(stub)).toBeLessThanOrEqual(1);
    expect(first.events).toContainEqual(expect.objectContaining({ reason: 'somebody else does it now' }));
  });
});

const PARTS = {
  'the client of PostgreSQL': 'SCRAM-SHA-256',
  'the connection': 'pg_notify',
  'the queue': 'insert into glossa.want',
  'a worker': 'insert into glossa.worker',
};

describe.skipIf(isMissing)('without a team', () => {
  it.each([
    ['nothing of it is loaded', async () => ({ DATABASE_URL: '' }), false],
    ['a database of the site is none of ours', async () => ({ DATABASE_URL: 'mysql://localhost/site' }), false],
    ['with one, it is', () => team.join(), true],
  ])('%s', async (_, address, isLoaded) => {
    const project = temporaryProject({ 'source/a.md': '# A title\n' });
    const list = join(project.cache, 'loaded.txt');
    const hook = join(project.cache, 'hook.mjs');
    writeFileSync(
      hook,
      `import { appendFileSync } from 'node:fs';
       import { register } from 'node:module';
       export async function load(url, context, next) { appendFileSync(${JSON.stringify(list)}, url + '\\n'); return next(url, context); }
       if (!process.env.GLOSSA_HOOKED) { process.env.GLOSSA_HOOKED = '1'; register(import.meta.url); }`,
    );
    writeFileSync(list, '');
    const variables = { ...(await address()), NODE_OPTIONS: `--import ${hook}`, GLOSSA_HOOKED: '' };
    const { code } = await project.run('translate', [], variables);
    expect(code).toBe(0);
    const loaded = readFileSync(list, 'utf8').split('\n');
    expect(loaded.some((one) => one.endsWith('/.build/translate.js'))).toBe(true);
    // Modules may have been put together: each part is known by what only it says.
    const text = loaded
      .filter((one) => one.startsWith('file:'))
      .map((one) => readFileSync(fileURLToPath(one), 'utf8'))
      .join('\n');
    for (const [part, sign] of Object.entries(PARTS)) expect([part, text.includes(sign)]).toEqual([part, isLoaded]);
  });
});
