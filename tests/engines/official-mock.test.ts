/**
 * DeepL's official mock server, with requests validated against DeepL's OpenAPI description. Neither is in this
 * repository: GLOSSA_DEEPL_MOCK names a folder with the mock and its packages, GLOSSA_DEEPL_OPENAPI the description.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, request as forward, type Server } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deepl } from '../../scripts/engines/deepl.ts';
import { planGlossary, pushGlossary } from '../../scripts/engines/deepl/glossary-push.ts';
import type { EngineEnvironment, GlossaryEntries } from '../../scripts/engines/engine.ts';
import { REPOSITORY, temporaryProject } from '../commands/temporary-project.ts';
import { bold, text, translateWith, unit } from './deepl-harness.ts';

const folder = process.env['GLOSSA_DEEPL_MOCK'] ?? '';
const description = process.env['GLOSSA_DEEPL_OPENAPI'] ?? '';

let mock: ChildProcess | undefined;
let port = 0;
let log = '';
const proxies: Server[] = [];

async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const address = socket.address();
  await new Promise((resolve) => socket.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** An address whose requests belong to one session of the mock, with its faults. */
async function session(faults: Readonly<Record<string, string>> = {}): Promise<string> {
  const id = randomUUID();
  const named = Object.entries(faults).map(([name, value]) => [`mock-server-session-${name}`, value]);
  const extra = { 'mock-server-session': id, ...Object.fromEntries(named) };
  const server = createServer((incoming, response) => {
    const { method, url, headers } = incoming;
    const onward = forward(
      { host: '127.0.0.1', port, method, path: url, headers: { ...headers, ...extra } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    incoming.pipe(onward);
  });
  proxies.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const CONFIGURATION = {
  sourceLanguage: 'en',
  targetLanguages: ['es', 'it', 'fr', 'pt-BR', 'ca', 'gl'],
  engine: 'deepl',
  engines: { deepl: { timeout: 10, patience: 5, firstWait: 0.05, longestWait: 0.2 } },
};

interface Run {
  readonly code: number | null;
  readonly requests: number;
  readonly characters: number;
  readonly billed: number;
  readonly wasted: number;
  readonly failed: readonly { readonly key: string; readonly reason: string }[];
  readonly machine: number;
}

/** Translates the sample of this repository into six languages. */
async function sample(faults: Readonly<Record<string, string>> = {}, key = `key-${randomUUID()}`, terms = false) {
  const read = (file: string): string => readFileSync(join(REPOSITORY, file), 'utf8');
  const project = temporaryProject({
    'l10n.config.json': JSON.stringify(CONFIGURATION),
    'source/esosomi.md': read('source/esosomi.md'),
    ...(terms ? { 'glossary/skincare.csv': read('glossary/skincare.csv') } : {}),
  });
  const variables = { DEEPL_AUTH_KEY: key, DEEPL_SERVER_URL: await session(faults) };
  const { code, stdout } = await project.run('translate', ['--json'], variables);
  const report: Omit<Run, 'code' | 'machine'> & { languages: Record<string, { machine: number }> } = JSON.parse(stdout);
  const machine = Object.values(report.languages).reduce((sum, one) => sum + one.machine, 0);
  return { code, ...report, machine };
}

const violations = (): number => log.split('Spec validation error').length - 1;

describe.skipIf(folder === '' || description === '')('the official mock', () => {
  beforeAll(async () => {
    port = await freePort();
    mock = spawn(process.execPath, ['index.js'], {
      cwd: folder,
      env: {
        ...process.env,
        DEEPL_MOCK_SERVER_PORT: String(port),
        DEEPL_MOCK_SPEC_PATH: description,
        VALIDATE_REQUESTS: '1',
      },
    });
    mock.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
    mock.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
    for (let tries = 0; tries < 100 && !log.includes('listening'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(log).toContain('validation ENABLED');
  }, 20_000);
  afterAll(() => {
    mock?.kill();
    for (const server of proxies) {
      server.closeAllConnections();
      server.close();
    }
    expect(violations()).toBe(0);
  });

  it('keeps no marks: all 54 units arrive, and next to nothing is paid twice', async () => {
    const run = await sample();
    expect(run).toMatchObject({ code: 0, machine: 54, failed: [] });
    expect(run.wasted).toBeLessThanOrEqual(run.characters / 100);
    expect(run.billed).toBeLessThanOrEqual(1.1 * (run.characters - run.wasted));
  }, 60_000);

  it('knows no terms in the middle of a line: what has codes is refused, each with its reason', async () => {
    const run = await sample({}, undefined, true);
    expect(run.code).toBe(1);
    expect(run.machine + run.failed.length).toBe(54);
    for (const { reason } of run.failed) expect(reason).toMatch(/mark/);
    expect(run.wasted).toBeLessThanOrEqual(run.characters / 10);
    expect(run.billed).toBeLessThanOrEqual(1.1 * run.characters);
  }, 60_000);

  it('says 429 and 503 for a while', async () => {
    for (const faults of [{ '429-count': '3' }, { '5xx-count': '3' }])
      expect(await sample(faults)).toMatchObject({ code: 0, machine: 54 });
  }, 60_000);

  it('fails for good', async () => {
    expect(await sample({ '5xx-count': '1000' })).toMatchObject({ code: 3, machine: 0 });
    const quota = await sample({ 'init-character-limit': '6000' });
    expect(quota.code).toBe(3);
    expect(quota.machine).toBeGreaterThan(0);
    expect(quota.machine + quota.failed.length).toBe(54);
    expect(quota.billed).toBeLessThanOrEqual(6000);
    expect(await sample({}, 'invalid')).toMatchObject({ code: 3, machine: 0 });
  }, 60_000);

  it('takes every option and every request of a glossary', async () => {
    const options = {
      formality: 'more',
      preserveFormatting: true,
      tagHandlingVersion: 'v2',
      modelType: 'quality_optimized',
      customInstructions: ['Be brief', 'Be kind'],
      languages: { it: { customInstructions: ['Be brief'], formality: 'less' } },
    };
    const environment: EngineEnvironment = {
      variables: { DEEPL_AUTH_KEY: `key-${randomUUID()}`, DEEPL_SERVER_URL: await session() },
      sharedCache: '/',
      root: '/projects/shop',
      options: { ...CONFIGURATION.engines.deepl, ...options },
      note: () => undefined,
    };
    const terms = (target: string, to: string): GlossaryEntries => ({
      source: 'en',
      target,
      entries: new Map([['serum', to]]),
    });
    const never = new AbortController().signal;
    for (const to of ['sérum', 'suero', 'siero', 'soro', 'serum'])
      await pushGlossary(environment, [terms('es', to), terms('it', to)], never);
    const plan = await planGlossary(environment, [terms('es', 'otro')], never);
    expect(plan.glossaries[0]?.dictionaries[0]).toMatchObject({ changed: ['serum'] });
    const opened = await deepl.open(environment, { glossaries: [terms('es', 'sérum')], concurrency: 2 });
    const units = [
      unit('a', 'One.', 'Two & <three>.'),
      { ...unit('a', 'Cut out.'), context: 'Before it.' },
      { article: 'b', segments: [[text('Press '), bold(1, text('here')), text(' now.')]] },
    ];
    for (const target of ['es', 'it', 'pt-BR', 'zh-TW']) {
      const { answers } = await translateWith(opened, units, target);
      expect([0, 1].map((index) => answers.get(index)?.ok)).toEqual([true, true]);
    }
    await opened.close();
  }, 60_000);

  it('uses a style rule list and a translation memory of the account, and says what is wrong with others', async () => {
    const key = `key-${randomUUID()}`;
    const server = await session();
    const headers = {
      authorization: `DeepL-Auth-Key ${key}`,
      'content-type': 'application/json',
      'user-agent': 'test',
    };
    const rules = JSON.stringify({ name: 'Ours', language: 'es' });
    const made = await fetch(`${server}/v3/style_rules`, { method: 'POST', headers, body: rules });
    const { style_id: styleRule }: { style_id: string } = JSON.parse(await made.text());
    const memories = await fetch(`${server}/v3/translation_memories`, { headers });
    const list: { translation_memories: { translation_memory_id: string }[] } = JSON.parse(await memories.text());
    const translationMemory = list.translation_memories[0]?.translation_memory_id;
    const outcome = async (options: object) => {
      const environment: EngineEnvironment = {
        variables: { DEEPL_AUTH_KEY: key, DEEPL_SERVER_URL: server },
        sharedCache: '/',
        root: '/projects/shop',
        options: { ...CONFIGURATION.engines.deepl, ...options },
        note: () => undefined,
      };
      const opened = await deepl.open(environment, { glossaries: [], concurrency: 1 });
      const result = await translateWith(opened, [unit('a', 'One.')], 'es');
      await opened.close();
      return result;
    };
    const { answers } = await outcome({ styleRule, translationMemory, translationMemoryThreshold: 80 });
    expect(answers.get(0)?.ok).toBe(true);
    expect((await outcome({ styleRule: randomUUID() })).refusal?.message).toMatch(/not found|style/i);
    expect((await outcome({ translationMemory: randomUUID() })).refusal?.message).toMatch(/not found|memory/i);
  }, 60_000);
});
