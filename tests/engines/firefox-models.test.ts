import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { installedModels, modelFile } from '../../scripts/engines/firefox/model-cache.ts';
import { mirrorAt } from '../../scripts/engines/firefox/mirror.ts';
import { modelLanguages } from '../../scripts/engines/firefox/model-languages.ts';
import {
  addModels,
  modelName,
  offeredModels,
  planModels,
  removeModel,
  type ModelStore,
} from '../../scripts/engines/firefox/models.ts';
import { readRegistry } from '../../scripts/engines/firefox/registry.ts';
import { installedRoute } from '../../scripts/engines/firefox/route.ts';
import { unpackedAtMost } from '../../scripts/engines/firefox/zstandard.ts';
import { EngineRefusal, UsageError } from '../../scripts/project/errors.ts';
import { startMirror, type TestMirror } from './firefox-mirror.ts';

let mirror: TestMirror;
let sharedCache: string;
let store: ModelStore;
let progress: [string, number, number][];

beforeAll(async () => {
  mirror = await startMirror(['en-es', 'it-en', 'en-fr']);
});
afterAll(() => mirror.close());
beforeEach(() => {
  sharedCache = mkdtempSync(join(tmpdir(), 'glossa-firefox-'));
  progress = [];
  mirror.requests.length = 0;
  mirror.misbehave = undefined;
  store = {
    sharedCache,
    source: 'en',
    mirror: mirrorAt(mirror.address),
    signal: new AbortController().signal,
    progress: (...step) => progress.push(step),
  };
});
afterEach(() => rmSync(sharedCache, { recursive: true }));

const names = () => installedModels(sharedCache).map(modelName);
const add = (name: string, more: Partial<ModelStore> = {}) => addModels([name], { ...store, ...more });
const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('adding models', () => {
  test('a pair of its own, with progress, and nothing but what it needs', async () => {
    await add('en-es');
    expect(names()).toEqual(['en-es']);
    expect(mirror.requests.sort()).toEqual(['/main/en-es/model.zst', '/main/en-es/vocab.zst', '/records.json']);
    const [last] = progress.slice(-1);
    expect(last?.[0]).toBe('en-es');
    expect(last?.[1]).toBe(last?.[2]);
    expect(progress.length).toBeGreaterThan(2);
    expect(readdirSync(join(sharedCache, 'firefox/en-es')).sort()).toEqual(['manifest.json', 'model.bin', 'vocab.bin']);
  });

  test('both halves of a way through English; regions are served by their language', async () => {
    expect((await add('it-es-419')).map(modelName)).toEqual(['it-en', 'en-es']);
    expect(names()).toEqual(['en-es', 'it-en']);
    expect(installedRoute({ source: 'it', target: 'es' }, sharedCache)?.map(modelName)).toEqual(['it-en', 'en-es']);
    expect(installedRoute({ source: 'en-GB', target: 'es-MX' }, sharedCache)?.map(modelName)).toEqual(['en-es']);
    expect(installedRoute({ source: 'es', target: 'it' }, sharedCache)).toBeUndefined();
  });

  test('what is there is not fetched again', async () => {
    await add('en-es');
    mirror.requests.length = 0;
    await add('en-es');
    expect(mirror.requests).toEqual(['/records.json']);
  });

  test('a damaged file is fetched again, the others are not', async () => {
    await add('en-es');
    writeFileSync(modelFile(join(sharedCache, 'firefox/en-es'), 'vocab'), 'x');
    expect(names()).toEqual([]);
    mirror.requests.length = 0;
    await add('en-es');
    expect(mirror.requests).toEqual(['/records.json', '/main/en-es/vocab.zst']);
    expect(names()).toEqual(['en-es']);
  });

  test('target languages of the project, each model once', async () => {
    const installed = await addModels(['es', 'fr', 'en-es', 'es-419'], store);
    expect(installed.map(modelName)).toEqual(['en-es', 'en-fr']);
    const planned = await planModels(['es', 'it-fr'], store);
    expect(planned.map(({ model, isThere }) => [modelName(model), isThere])).toEqual([
      ['en-es', true],
      ['it-en', false],
      ['en-fr', true],
    ]);
  });

  test('from a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'glossa-mirror-'));
    for (const path of ['records.json', 'main/en-es/model.zst', 'main/en-es/vocab.zst']) {
      const answer = await fetch(`${mirror.address}/${path}`);
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), Buffer.from(await answer.arrayBuffer()));
    }
    expect((await add('es', { mirror: mirrorAt('.', {}, folder) })).map(modelName)).toEqual(['en-es']);
    expect(await errorOf(add('fr', { mirror: mirrorAt(`file://${folder}`) }))).toMatchObject({ kind: 'network' });
  });

  test.each(['en-xx', 'es-it', 'en', 'nonsense', '../..-en'])('%s: there is none', async (name) => {
    await expect(add(name)).rejects.toThrow(UsageError);
    expect(existsSync(join(sharedCache, 'firefox'))).toBe(false);
  });
});

describe('downloads that fail', () => {
  test('a connection that breaks: the next try goes on where it ended', async () => {
    let cut = 0;
    mirror.misbehave = (request, response, file) => {
      if (!request.url?.includes('model')) return false;
      mirror.misbehave = undefined;
      cut = file.length >> 1;
      response.writeHead(200, { 'content-length': file.length });
      response.write(file.subarray(0, cut), () => setTimeout(() => response.destroy(), 50));
      return true;
    };
    const error = await errorOf(add('en-es'));
    expect(error).toBeInstanceOf(EngineRefusal);
    expect(error).toMatchObject({ kind: 'network' });
    expect(names()).toEqual([]);
    await add('en-es');
    expect(mirror.requests).toContain(`/main/en-es/model.zst bytes=${cut}-`);
    expect(names()).toEqual(['en-es']);
  });

  test('a server that knows no ranges: the file is taken from its beginning', async () => {
    const folder = join(sharedCache, 'firefox/en-es');
    mirror.misbehave = (_, response, file) => {
      response.writeHead(200, { 'content-length': file.length });
      response.write(file.subarray(0, 1000), () => setTimeout(() => response.destroy(), 50));
      return true;
    };
    await errorOf(add('en-es'));
    expect(readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(true);
    mirror.misbehave = (_, response, file) => {
      response.writeHead(200).end(file);
      return true;
    };
    await add('en-es');
    expect(names()).toEqual(['en-es']);
  });

  test.each([
    ['other bytes', (file: Uint8Array) => file.map((byte, at) => (at === 2000 ? byte ^ 1 : byte))],
    ['no Zstandard', (file: Uint8Array) => file.map(() => 7)],
  ])('%s: thrown away, and the error says so', async (_, change) => {
    mirror.misbehave = (request, response, file) => {
      if (!request.url?.includes('model')) return false;
      response.end(change(file));
      return true;
    };
    expect(await errorOf(add('en-es'))).toMatchObject({
      kind: 'server',
      message: expect.stringContaining('model.zst'),
    });
    expect(names()).toEqual([]);
    expect(readdirSync(join(sharedCache, 'firefox/en-es')).filter((name) => name.startsWith('model'))).toEqual([]);
    mirror.misbehave = undefined;
    await add('en-es');
    expect(names()).toEqual(['en-es']);
  });

  test.each([
    ['too short', (file: Uint8Array) => file.subarray(0, file.length - 10)],
    ['too long', (file: Uint8Array) => Buffer.concat([file, Buffer.alloc(10)])],
  ])('%s', async (_, change) => {
    mirror.misbehave = (_request, response, file) => {
      response.end(change(file));
      return true;
    };
    expect(await errorOf(add('en-es'))).toMatchObject({ kind: 'network' });
    expect(names()).toEqual([]);
  });

  test('no server, a wrong address, an answer that is no registry', async () => {
    const at = (address: string) => errorOf(add('en-es', { mirror: mirrorAt(address) }));
    expect(await at('http://127.0.0.1:1')).toMatchObject({
      kind: 'network',
      message: expect.stringContaining('127.0.0.1'),
    });
    expect(await at(`${mirror.address}/none`)).toMatchObject({
      kind: 'network',
      message: expect.stringContaining('404'),
    });
    expect(await at(`${mirror.address}/main/en-es/model.zst?`)).toMatchObject({ kind: 'network' });
  });

  test('a redirect to another origin is not followed, and no password is shown', async () => {
    const other = await startMirror(['en-es']);
    mirror.misbehave = (request, response) => {
      response.writeHead(302, { location: other.address + (request.url ?? '') }).end();
      return true;
    };
    const address = mirror.address.replace('//', '//user:sekrit%20PASS@');
    const error = await errorOf(add('en-es', { mirror: mirrorAt(address) }));
    other.close();
    expect(error).toMatchObject({ kind: 'network' });
    expect(other.requests).toEqual([]);
    expect(String(error)).not.toMatch(/sekrit/);
  });

  test('a bomb is not unpacked', async () => {
    // 300 MB: a frame of blocks that repeat one byte each.
    const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]);
    const block = (last: number): Buffer => Buffer.from([0x02 | last, 0x00, 0x10, 0x20]);
    const bomb = Buffer.concat([head, ...Array.from({ length: 2300 }, () => block(0)), block(1)]);
    expect(unpackedAtMost(bomb)).toBeGreaterThan(300_000_000);
    const records = JSON.stringify({
      data: ['model', 'vocab'].map((fileType) => ({
        fileType,
        sourceLanguage: 'en',
        targetLanguage: 'es',
        version: '3.0',
        decompressedHash: 'a'.repeat(64),
        attachment: { location: `${fileType}.zst`, size: bomb.length },
      })),
    });
    const folder = mkdtempSync(join(tmpdir(), 'glossa-mirror-'));
    writeFileSync(join(folder, 'records.json'), records);
    for (const name of ['model', 'vocab']) writeFileSync(join(folder, `${name}.zst`), bomb);
    expect(await errorOf(add('es', { mirror: mirrorAt(folder) }))).toMatchObject({ kind: 'server' });
    expect(names()).toEqual([]);
  });

  test('cancelled: the reason is passed on, and what arrived is kept', async () => {
    const abort = new AbortController();
    const reason = new Error('enough');
    mirror.misbehave = (_, response, file) => {
      response.write(file.subarray(0, 1000), () => setTimeout(() => abort.abort(reason), 50));
      return true;
    };
    expect(await errorOf(add('en-es', { signal: abort.signal }))).toBe(reason);
    expect(readdirSync(join(sharedCache, 'firefox/en-es')).some((name) => name.endsWith('.part'))).toBe(true);
  });
});

test('removing a model', async () => {
  await add('en-es');
  removeModel('en-es', sharedCache);
  expect(names()).toEqual([]);
  expect(() => removeModel('en-es', sharedCache)).toThrow(UsageError);
  expect(() => removeModel('../en-es', sharedCache)).toThrow(UsageError);
});

test('what the registry offers', async () => {
  expect((await offeredModels(store)).map(modelName)).toEqual(['en-es', 'en-fr', 'it-en']);
});

describe('the registry', () => {
  const sha256 = 'a'.repeat(64);
  const record = (fileType: string, more: object = {}) => ({
    fileType,
    sourceLanguage: 'en',
    targetLanguage: 'es',
    version: '3.0',
    decompressedHash: sha256,
    attachment: { location: `x/${fileType}`, size: 1 },
    ...more,
  });
  const versions = (data: readonly unknown[]) => readRegistry({ data })?.map(({ version }) => version);

  test('of several models the newest of the format that is understood, whole', () => {
    const of = (version: string, more: object = {}) =>
      ['model', 'vocab'].map((type) => record(type, { version, ...more }));
    expect(versions([...of('3.2'), ...of('3.10'), ...of('4.0'), ...of('1.0')])).toEqual(['3.10']);
    expect(versions([...of('3.1'), record('model', { version: '3.9' })])).toEqual(['3.1']);
    expect(versions([record('model'), record('srcvocab')])).toEqual([]);
    expect(versions([record('model'), record('srcvocab'), record('trgvocab')])).toEqual(['3.0']);
    const both = [
      ...of('3.0', { architecture: 'tiny' }),
      ...of('3.0', { architecture: 'base', decompressedHash: 'b'.repeat(64) }),
    ];
    expect(readRegistry({ data: both })?.[0]?.files[0]?.sha256).toBe('b'.repeat(64));
    expect(readRegistry({ data: both }, 'tiny')?.[0]?.files[0]?.sha256).toBe(sha256);
    const memory = of('3.0', { architecture: 'base-memory', filter_expression: '' });
    expect(readRegistry({ data: [...both, ...memory] })).toMatchObject([{ architecture: 'base-memory' }]);
    // What only Firefox's test channels get is no release.
    const channel = (filter_expression: string): object => ({ filter_expression });
    expect(versions([...of('3.0'), ...of('3.1a1'), ...of('3.2', channel("env.channel == 'nightly'"))])).toEqual([
      '3.0',
    ]);
    for (const released of [
      "env.channel == 'release'",
      '"release" == env.channel',
      "env.channel in ['beta', 'release']",
    ])
      expect(versions([...of('3.0'), ...of('3.2', channel(released))])).toEqual(['3.2']);
    for (const not of ["env.channel != 'release'", "env.channel in ['beta']"])
      expect(versions([...of('3.0'), ...of('3.2', channel(not))])).toEqual(['3.0']);
  });

  test.each([
    ['a location that climbs out', { attachment: { location: '../../x', size: 1 } }],
    ['a language that is a path', { sourceLanguage: '../en' }],
    ['no hash', { decompressedHash: null }],
    ['no size', { attachment: { location: 'x' } }],
  ])('%s is not taken', (_, wrong) => {
    expect(versions([record('model', wrong), record('vocab', wrong)])).toEqual([]);
  });

  test('is a list or nothing', () => {
    expect([null, [], {}, 'x', { data: {} }].map((body) => readRegistry(body))).toEqual(Array(5).fill(undefined));
  });
});

test('names of languages', () => {
  expect(modelLanguages('pt-BR')).toContain('pt');
  expect(modelLanguages('zh-CN')).toEqual(expect.arrayContaining(['zh-Hans', 'zh']));
  expect(modelLanguages('zh-TW')).toContain('zh-Hant');
  expect(modelLanguages('zh-TW')).not.toContain('zh');
  expect(modelLanguages('nb')).toContain('no');
});

test('the manifest says nothing of this machine', async () => {
  await add('en-es');
  const manifest = readFileSync(join(sharedCache, 'firefox/en-es/manifest.json'), 'utf8');
  expect(manifest).not.toContain(sharedCache);
  expect(manifest).not.toContain('127.0.0.1');
});
