import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDeeplStub, type DeeplStub, type StubOptions } from '../../scripts/bench/deepl-stub.ts';
import { killRuns } from '../../scripts/bench/killed-runs.ts';
import { REPOSITORY, temporaryProject, type TemporaryProject } from '../commands/temporary-project.ts';

const TRANSLATE = join(REPOSITORY, '.build/translate.js');
const CONFIGURATION = JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine: 'deepl' });

async function stub(options: StubOptions): Promise<DeeplStub> {
  const started = await startDeeplStub(options);
  onTestFinished(() => started.close());
  return started;
}

/** Starts `translate` and leaves it running. */
function start(project: TemporaryProject, { url }: DeeplStub, ...args: string[]) {
  const child = spawn(process.execPath, [TRANSLATE, '--root', project.root, ...args], {
    env: { ...process.env, XDG_CACHE_HOME: project.cache, DEEPL_SERVER_URL: url, DEEPL_AUTH_KEY: 'stub-key' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  return { child, ended, output: () => output };
}

const sent = ({ requests }: DeeplStub): number => requests.filter(({ path }) => path === '/v2/translate').length;

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('kill -9', () => {
  it('at any moment tears no file, pays only for what was in flight again and changes nothing in the end', async () => {
    const size = { articles: 2, namespaces: 1, keys: 40, languages: ['it', 'de'] };
    const result = await killRuns({ size, kills: 8, seed: 3, latency: 40, concurrency: 2 }, TRANSLATE);
    expect(result.killed).toBe(8);
    expect(result.torn).toEqual([]);
    expect(Math.max(...result.paidTwice)).toBeLessThanOrEqual(2);
    expect(result.failed).toBe(0);
    expect(result.human).toBe(0);
    expect(result.different).toEqual([]);
    // Eighteen runs one after another, and one for each moment that came too late.
  }, 240_000);
});

describe('Ctrl-C', () => {
  it('finishes the requests in flight, saves what they answer and ends with 130', async () => {
    const source = Object.fromEntries(
      Array.from({ length: 3 }, (_, index) => [`source/post-${index}.md`, `Text ${index}.\n`]),
    );
    const project = temporaryProject({ 'l10n.config.json': CONFIGURATION, ...source });
    let arrived = 0;
    const service = await stub({ latency: 400, fault: () => void arrived++ });
    const run = start(project, service, '--concurrency', '1', '--json');
    await until(() => arrived >= 2);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(130);
    const before = sent(service);
    expect(before).toBe(1);
    expect(run.output()).toMatch(/"requests": ?1,/);
    expect(run.output()).toMatch(new RegExp(`"characters": ?${service.billed()},`));
    const translated = ['es', 'it'].filter((language) => project.exists(`locales/${language}/post-0.json`));
    expect(translated).toHaveLength(1);
    expect(project.exists(join('locales', translated[0] ?? '', 'post-2.json'))).toBe(true);
    const again = start(project, service);
    expect(await again.ended).toBe(0);
    expect(sent(service)).toBe(before + 1);
  });
});

describe('the lock of a project', () => {
  it.each([
    ['of its cache', {}],
    ['of another cache, as another user has', { XDG_CACHE_HOME: mkdtempSync(join(tmpdir(), 'glossa-other-')) }],
  ])('refuses a second run %s while the first is at work, and says which process that is', async (_, variables) => {
    const project = temporaryProject({ 'l10n.config.json': CONFIGURATION, 'source/a.md': 'Some text.\n' });
    let arrived = 0;
    const service = await stub({ latency: 8000, fault: () => void arrived++ });
    const first = start(project, service);
    await until(() => arrived > 0);
    const second = await project.run('translate', [], {
      DEEPL_SERVER_URL: service.url,
      DEEPL_AUTH_KEY: 'stub-key',
      ...variables,
    });
    expect(second.code).toBe(2);
    expect(second.stderr).toContain(`another run works on this project (process ${first.child.pid})`);
    expect(await first.ended).toBe(0);
    expect(service.billed()).toBe(2 * 'Some text.'.length);
  });

  it('is taken over from a process that is gone', async () => {
    const project = temporaryProject({ 'source/a.md': 'Some text.\n' });
    await project.translate();
    const [name = ''] = readdirSync(join(project.cache, 'glossa'));
    writeFileSync(join(project.cache, 'glossa', name, 'lock'), '999999999 1');
    project.write('source/a.md', 'Some other text.\n');
    expect((await project.translate()).code).toBe(0);
    expect(existsSync(join(project.cache, 'glossa', name, 'lock'))).toBe(false);
  });
});

describe('files that cannot be written', () => {
  it('stop what belongs to them and nothing else; nothing is sent for them', async () => {
    const project = temporaryProject({ 'source/a.md': 'Some text.\n', 'source/sub/b.md': 'More text.\n' });
    // A file stands where a folder is needed: unwritable for root, too.
    project.write('locales/es/sub', 'in the way');
    const { code, stderr } = await project.translate();
    expect(code).toBe(2);
    expect(stderr).toContain('locales/es/sub/b.json');
    expect(project.exists('locales/es/a.json')).toBe(true);
    expect(project.exists('locales/it/sub/b.json')).toBe(true);
    project.remove('locales/es/sub');
    expect((await project.translate()).code).toBe(0);
  });

  it('a cache that cannot be used stops the run before anything is sent', async () => {
    const project = temporaryProject({ 'source/a.md': 'Some text.\n' });
    project.write('file', '');
    const { code, stderr } = await project.run('translate', [], { XDG_CACHE_HOME: join(project.root, 'file') });
    expect(code).toBe(2);
    expect(stderr).toContain('XDG_CACHE_HOME');
  });
});
