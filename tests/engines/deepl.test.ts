import { afterEach, describe, expect, it } from 'vitest';
import { startDeeplStub, type DeeplStub, type StubOptions } from '../../scripts/bench/deepl-stub.ts';
import { deepl } from '../../scripts/engines/deepl.ts';
import type { EngineAnswer, EngineBatch, EngineUnit } from '../../scripts/engines/engine.ts';
import type { Inline } from '../../scripts/units/unit.ts';

let stub: DeeplStub | undefined;
const notes: string[] = [];
afterEach(async () => {
  await stub?.close();
  stub = undefined;
  notes.length = 0;
});

const text = (words: string): Inline => ({ type: 'text', text: words });
const unit = (article: string, ...sentences: string[]): EngineUnit => ({
  article,
  segments: sentences.map((sentence) => [text(sentence)]),
});

async function translate(units: readonly EngineUnit[], options: StubOptions = {}, engineOptions: unknown = {}) {
  stub = await startDeeplStub(options);
  const session = await deepl.open(
    {
      variables: { DEEPL_AUTH_KEY: 'stub-key', DEEPL_SERVER_URL: stub.url },
      sharedCache: '/nowhere',
      root: '/project',
      options: engineOptions,
      note: (line) => notes.push(line),
    },
    { glossaries: [], concurrency: 8 },
  );
  const answers = new Map<number, EngineAnswer>();
  const batch: EngineBatch = { source: 'en', target: 'es', units };
  const usage = await session.translate(
    batch,
    (index, answer) => answers.set(index, answer),
    new AbortController().signal,
  );
  await session.close();
  return { answers, usage, stub };
}

describe('deepl', () => {
  it('translates units with sentences and keeps their order', async () => {
    const { answers, usage } = await translate([unit('a', 'One two.', 'Three.'), unit('a', 'Four & <five>.')]);
    expect(answers.get(0)).toEqual({ ok: true, segments: [[text('Óné twó.')], [text('Thréé.')]] });
    expect(answers.get(1)).toEqual({ ok: true, segments: [[text('Fóúr & <fívé>.')]] });
    expect(usage).toEqual({ requests: 1, characters: 28, billed: 28 });
  });
});
