/** So many new files that a thread of their own writes them: everything is as with few. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startDeeplStub } from '../../scripts/bench/deepl-stub.ts';
import { REPOSITORY, temporaryProject, type TemporaryProject } from '../commands/temporary-project.ts';

const NAMES = Array.from({ length: 60 }, (_, index) => `post-${String(index).padStart(2, '0')}`);

function sources(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [`source/${name}.md`, `# The title of ${name}\n\nA **first** text of ${name}.\n\n- An item\n`]),
  );
}

/** Everything in `locales/`, without times. */
function texts(project: TemporaryProject): Map<string, string> {
  return new Map([...project.snapshot('locales')].map(([file, text]) => [file, text.replace(/^\S+ /, '')]));
}

async function fewAtATime(): Promise<Map<string, string>> {
  const project = temporaryProject(sources(NAMES.slice(0, 30)));
  expect((await project.translate()).code).toBe(0);
  for (const [file, text] of Object.entries(sources(NAMES))) project.write(file, text);
  expect((await project.translate()).code).toBe(0);
  return texts(project);
}

it('gives the same files, and nothing is left to do', async () => {
  const project = temporaryProject(sources(NAMES));
  const { code, report } = await project.translate();
  expect([code, report.failed]).toEqual([0, []]);
  expect(texts(project)).toEqual(await fewAtATime());
  const before = project.snapshot('locales');
  expect((await project.translate()).code).toBe(0);
  expect(project.snapshot('locales')).toEqual(before);
}, 60_000);

it('says what cannot be written and where, does the rest, and goes on when the way is free', async () => {
  const all = { ...sources(NAMES), 'source/deep/one.md': 'A text in a folder.\n' };
  const project = temporaryProject(all);
  project.write('locales/es/deep', 'A file where a folder is to be.');
  // No translation of this source: one paragraph of six can be joined with it.
  const words = 'Words of a person.\n\nAbout tea.\n\nAbout cups.\n\nAbout milk.\n\nAbout water.\n\nThe end.\n';
  project.write('locales/it/post-08.md', words);
  const { code, report, stderr } = await project.translate();
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: locales\/es\/deep\/one\.json: cannot be written \(.*permissions/m);
  expect(stderr).toMatch(/^error: locales\/it\/post-08\.md:1: only 1 of its 6 texts can be told/m);
  expect(report.failed).toMatchObject([{ file: 'source/deep/one.md', language: 'es' }]);
  expect(project.exists('locales/it/deep/one.md')).toBe(true);
  expect(project.exists('locales/es/post-59.md')).toBe(true);
  expect(project.read('locales/it/post-08.md')).toBe(words);
  for (const file of ['locales/es/deep', 'locales/it/post-08.md']) project.remove(file);
  expect((await project.translate()).code).toBe(0);
  const rest = [...texts(project)].filter(([file]) => !file.includes('deep/'));
  expect(new Map(rest)).toEqual(await fewAtATime());
}, 60_000);

it('leaves a file alone that somebody changes while the run is at work', async () => {
  const service = await startDeeplStub({ latency: 1_500 });
  onTestFinished(() => service.close());
  const configuration = { sourceLanguage: 'en', targetLanguages: ['es'], engine: 'deepl' };
  const project = temporaryProject({
    'l10n.config.json': JSON.stringify(configuration),
    'source/a.txt': 'One text.\n',
  });
  const run = () => project.run('translate', ['--json'], { DEEPL_AUTH_KEY: 'stub-key', DEEPL_SERVER_URL: service.url });
  expect((await run()).code).toBe(0);
  for (const [file, text] of Object.entries(sources(NAMES))) project.write(file, text);
  project.write('source/a.txt', 'Another text.\n');
  const sent = service.requests.length;
  const running = run();
  while (service.requests.length === sent) await new Promise((resolve) => setTimeout(resolve, 5));
  project.write('locales/es/a.txt', 'My words.\n');
  const { code, stderr } = await running;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: locales\/es\/a\.txt: was changed while this run was at work/m);
  expect(project.read('locales/es/a.txt')).toBe('My words.\n');
}, 60_000);

it('killed in the middle, leaves nothing torn, and the next run makes it the same', async () => {
  const project = temporaryProject(sources(NAMES));
  const entry = join(REPOSITORY, '.build/translate.js');
  const written = (): string[] => readdirSync(join(project.root, 'locales/es'), { encoding: 'utf8' });
  const child = spawn(process.execPath, [entry, '--root', project.root, '--quiet'], {
    env: { ...process.env, XDG_CACHE_HOME: project.cache },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const isBegun = (): boolean => project.exists('locales/es') && written().some((file) => file.endsWith('.json'));
  while (!isBegun() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill('SIGKILL');
  await ended;
  for (const file of written().filter((name) => name.endsWith('.json'))) project.json(`locales/es/${file}`);
  expect((await project.translate()).code).toBe(0);
  expect(texts(project)).toEqual(await fewAtATime());
}, 60_000);
