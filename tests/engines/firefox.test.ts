import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Engine, EngineAnswer, EngineBatch, EngineEnvironment, EngineUnit } from '../../scripts/engines/engine.ts';
import { modelFile } from '../../scripts/engines/firefox/model-cache.ts';
import { mirrorAt } from '../../scripts/engines/firefox/mirror.ts';
import { addModels } from '../../scripts/engines/firefox/models.ts';
import type { Inline } from '../../scripts/units/unit.ts';
import { compileScripts } from '../compiled-scripts.ts';
import { startMirror } from './firefox-mirror.ts';

let compiled: string;
let sharedCache: string;
let firefox: Engine;

beforeAll(async () => {
  compiled = compileScripts(['engines/firefox.ts', 'engines/firefox/worker.ts']);
  const module: typeof import('../../scripts/engines/firefox.ts') = await import(
    pathToFileURL(join(compiled, 'engines/firefox.js')).href
  );
  firefox = module.firefox;
  sharedCache = mkdtempSync(join(tmpdir(), 'glossa-firefox-'));
  const mirror = await startMirror(['en-es', 'it-en']);
  const signal = new AbortController().signal;
  await addModels(['it-es'], {
    source: 'en',
    sharedCache,
    mirror: mirrorAt(mirror.address),
    signal,
    progress: () => {},
  });
  // From here on there is no network: what follows works offline or not at all.
  mirror.close();
}, 30_000);
afterAll(() => {
  for (const folder of [compiled, sharedCache]) rmSync(folder, { recursive: true });
});

const environment = (options: unknown = { workers: 2 }, cache = sharedCache): EngineEnvironment => ({
  variables: { FIREFOX_MODELS_URL: 'http://127.0.0.1:1' },
  sharedCache: cache,
  root: '/',
  options,
  note: () => {},
});
const unit = (...sentences: string[]): EngineUnit => ({
  article: 'a',
  segments: sentences.map((sentence): Inline[] => [{ type: 'text', text: sentence }]),
});

async function translate(
  batch: Partial<EngineBatch>,
  {
    options,
    cache,
    signal = new AbortController().signal,
  }: { options?: unknown; cache?: string; signal?: AbortSignal } = {},
) {
  const session = await firefox.open(environment(options, cache), { glossaries: [], concurrency: 8 });
  const answers: EngineAnswer[] = [];
  try {
    const whole = { source: 'en', target: 'es', units: [], ...batch };
    const usage = await session.translate(whole, (index, answer) => (answers[index] = answer), signal);
    return { answers, usage, session };
  } finally {
    await session.close();
  }
}

/** Each segment's pieces: texts as they are, codes by their type; or the reason why there are none. */
function texts(answer: EngineAnswer | undefined): readonly (readonly string[])[] {
  if (answer?.ok !== true) return [[answer?.reason ?? 'no answer']];
  return answer.segments.map((segment) => segment.map((item) => (item.type === 'text' ? item.text : item.type)));
}

describe('translating', () => {
  test('gives as many segments as asked for, the same in any order and number of threads', async () => {
    const units = Array.from({ length: 12 }, (_, index) => unit(`Read study ${index}.`, 'See it.'));
    const { answers, usage } = await translate({ units });
    expect(answers).toHaveLength(12);
    for (const answer of answers)
      expect(texts(answer)).toEqual([[expect.stringMatching(/\S/)], [expect.stringMatching(/\S/)]]);
    expect(usage.requests).toBe(24);
    expect(usage.characters).toBe(
      units
        .flatMap(({ segments }) => segments.flat())
        .reduce((sum, item) => sum + (item.type === 'text' ? item.text.length : 0), 0),
    );
    const reversed = await translate({ units: units.toReversed() }, { options: { workers: 1 } });
    expect(reversed.answers.toReversed()).toEqual(answers);
  });

  test('goes through English where there is no direct model', async () => {
    const one = { units: [unit('Leggi lo studio.')] };
    const pivot = await translate({ ...one, source: 'it', target: 'es-MX' });
    expect(texts(pivot.answers[0])).toEqual([[expect.stringMatching(/\S/)]]);
    const half = await translate({ ...one, source: 'it', target: 'en' });
    expect(pivot.answers).not.toEqual(half.answers);
    const [[english] = []] = texts(half.answers[0]);
    expect((await translate({ units: [unit(english ?? '')] })).answers).toEqual(pivot.answers);
  });

  test('survives odd and long texts', async () => {
    const odd = [
      '🏳️‍🌈 שלום 中文 ok',
      `a${'\u0301'.repeat(200)}`,
      'x'.repeat(200),
      'lone \ud800 half',
      'tab\tand\u0000null',
    ];
    const { answers } = await translate({ units: odd.map((text) => unit(text)) });
    expect(answers.map((answer) => answer.ok)).toHaveLength(odd.length);
  });

  test('refuses an answer that lost a code, that unit alone', async () => {
    const code: Inline = { type: 'code', id: 1, kind: 'placeholder', markup: ['{{n}}'], signature: '{{n}}' };
    const segments = [
      [{ type: 'text', text: 'You have ' } as const, code, { type: 'text', text: ' messages.' } as const],
    ];
    const { answers } = await translate({ units: [{ article: 'a', segments }, unit('Read it.')] });
    expect(answers[0]).toEqual({ ok: false, reason: expect.stringContaining('inline code') });
    expect(answers[1]?.ok).toBe(true);
  });

  test('ends after cancellation with its reason', async () => {
    const reason = new Error('enough');
    await expect(translate({ units: [unit('Read it.')] }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('what is missing or damaged', () => {
  let cache: string;
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'glossa-firefox-'));
    return () => rmSync(cache, { recursive: true });
  });

  /** A cache with the model in which one file is changed; the manifest agrees where asked for. */
  async function damage(role: string, change: (bytes: Buffer) => Buffer): Promise<void> {
    const mirror = await startMirror(['en-es']);
    const signal = new AbortController().signal;
    await addModels(['en-es'], {
      source: 'en',
      sharedCache: cache,
      mirror: mirrorAt(mirror.address),
      signal,
      progress: () => {},
    });
    mirror.close();
    const path = modelFile(join(cache, 'firefox/en-es'), role);
    writeFileSync(path, change(readFileSync(path)));
  }

  test('without a model the engine says which command helps', async () => {
    const pair = { source: 'it', target: 'es' };
    expect(await firefox.unavailable(pair, environment())).toBeUndefined();
    expect(await firefox.unavailable(pair, environment({}, cache))).toContain('npm run models -- add it-es');
    expect(await firefox.unavailable({ source: 'en', target: 'xx' }, environment())).toContain('add en-xx');
    await expect(translate({ units: [unit('a')] }, { cache })).rejects.toMatchObject({ kind: 'unavailable' });
  });

  test('a truncated file is as none', async () => {
    await damage('model', (bytes) => bytes.subarray(0, 1000));
    expect(await firefox.unavailable({ source: 'en', target: 'es' }, environment({}, cache))).toContain('add en-es');
  });

  test('a file with other bytes is refused when it is loaded', async () => {
    await damage('model', (bytes) => Buffer.from(bytes.map((byte, at) => (at === 3000 ? byte ^ 1 : byte))));
    await expect(translate({ units: [unit('a'), unit('b')] }, { cache })).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('model is damaged'),
      remedy: expect.stringContaining('npm run models -- add en-es'),
    });
  });

  test('unknown options are refused', async () => {
    await expect(translate({}, { options: { worker: 2 } })).rejects.toThrow('engines.firefox');
    await expect(translate({}, { options: { workers: 0 } })).rejects.toThrow('engines.firefox');
  });
});

test('a thread that dies is replaced, and its text is not lost', async () => {
  const path = join(compiled, 'engines/firefox/translation-threads.js');
  const module: typeof import('../../scripts/engines/firefox/translation-threads.ts') = await import(
    pathToFileURL(path).href
  );
  const worker = join(compiled, 'engines/firefox/worker.js');
  const real = readFileSync(worker);
  // A thread that dies over some texts: once over "once", whenever it gets "always".
  writeFileSync(
    worker,
    `import { parentPort } from 'node:worker_threads';
     import { existsSync, writeFileSync } from 'node:fs';
     parentPort.on('message', ({ text }) => {
       const mark = ${JSON.stringify(join(compiled, 'died'))};
       if (text === 'always' || (text === 'once' && !existsSync(mark))) {
         writeFileSync(mark, '');
         process.exit(1);
       }
       parentPort.postMessage(text === 'panic' ? { broken: 'unreachable' } : { text: text.toUpperCase() });
     });`,
  );
  const threads = module.translationThreads(1);
  const give = (text: string) => threads.translate({ legs: [], text });
  try {
    expect(await Promise.all([give('a'), give('once'), give('b')])).toEqual([
      { text: 'A' },
      { text: 'ONCE' },
      { text: 'B' },
    ]);
    expect(await Promise.all([give('always'), give('c')])).toEqual([{ broken: 'its thread ended' }, { text: 'C' }]);
    expect(await give('panic')).toEqual({ broken: 'unreachable' });
    // Nothing else comes in between any more: it is the model.
    expect(await give('panic')).toEqual({ unusable: 'unreachable' });
  } finally {
    await threads.close();
    writeFileSync(worker, real);
  }
});
