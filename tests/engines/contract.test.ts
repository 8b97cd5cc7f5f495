/** What every engine of the table must do; remote ones against servers that behave as the real ones document. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDeeplStub } from '../../scripts/bench/deepl-stub.ts';
import type { Engine, EngineAnswer, EngineEnvironment, EngineUnit } from '../../scripts/engines/engine.ts';
import { ENGINES, loadEngine } from '../../scripts/engines/index.ts';
import { GlossaError } from '../../scripts/project/errors.ts';
import type { Inline } from '../../scripts/units/unit.ts';
import { bold, placeholder, QUICK, text, unit } from './deepl-harness.ts';
import { startLibreStub } from './libretranslate-harness.ts';
import { startOpenaiStub } from './openai-harness.ts';

interface Server {
  readonly variables: Readonly<Record<string, string>>;
  readonly options?: object;
  close(): Promise<void>;
}

/** Servers of the engines that need one, with a key that fits or not. */
const SERVERS: Readonly<Record<string, (key: string) => Promise<Server>>> = {
  async deepl(key) {
    const stub = await startDeeplStub({ key: 'right' });
    return {
      variables: { DEEPL_AUTH_KEY: key, DEEPL_SERVER_URL: stub.url },
      options: QUICK,
      close: () => stub.close(),
    };
  },
  async libretranslate(key) {
    const stub = await startLibreStub({ key: 'right' });
    return {
      variables: { LIBRETRANSLATE_URL: stub.url, LIBRETRANSLATE_API_KEY: key },
      options: QUICK,
      close: () => stub.close(),
    };
  },
  async openai(key) {
    const stub = await startOpenaiStub({ key: 'right' });
    const variables = { OPENAI_BASE_URL: `${stub.url}/v1`, OPENAI_API_KEY: key, OPENAI_MODEL: 'stub' };
    return { variables, options: QUICK, close: () => stub.close() };
  },
};

/** Its test models have random weights and write random words: it has tests of its own. */
const WITHOUT_WORDS = new Set(['firefox']);

const never = new AbortController().signal;
const sharedCache = mkdtempSync(join(tmpdir(), 'glossa-contract-'));

function environment(server: Server | undefined): EngineEnvironment {
  return {
    variables: { ...process.env, ...server?.variables },
    sharedCache,
    root: '/projects/shop',
    options: server?.options,
    note: () => undefined,
  };
}

async function open(engine: Engine, key = 'right') {
  const server = await SERVERS[engine.name]?.(key);
  const session = await engine.open(environment(server), { glossaries: [], concurrency: 4 });
  const close = async (): Promise<void> => {
    await session.close();
    await server?.close();
  };
  return { session, close };
}

function codes(nodes: readonly Inline[]): readonly string[] {
  return nodes
    .flatMap((node) =>
      node.type === 'text'
        ? []
        : [`${node.id} ${node.signature}`, ...(node.type === 'pair' ? codes(node.children) : [])],
    )
    .toSorted((a, b) => (a < b ? -1 : 1));
}

const UNITS: readonly EngineUnit[] = [
  unit('a', 'The cells release small vesicles.', 'Nobody expected that.'),
  unit('a', 'A second paragraph.'),
  {
    article: 'a',
    segments: [[text('Read '), bold(1, text('the new study')), text(' by '), placeholder(2, '{{name}}'), text('.')]],
  },
  { article: 'b', segments: [[placeholder(1, '{{count}}')]] },
  { article: 'b', segments: [[text('Press '), { ...placeholder(1, 'exosomas'), kind: 'term' }, text(' now.')]] },
  { article: 'b', segments: [[placeholder(1, '$t(key)'), text(' 5 < 6 & "seven"')]] },
  unit('b', 'Café, naïve, 你好, שלום, 👩‍🔬 and 𝒳 & <b>no tag</b>.'),
  unit('b', `A long text ${'with many words '.repeat(300)}ends.`),
  { ...unit('c', 'A sentence cut out.'), context: 'Before it. After it.' },
  unit('c', 'A second paragraph.'),
];

describe.each(ENGINES.map(({ name }) => name).filter((name) => !WITHOUT_WORDS.has(name)))('%s', (name) => {
  let engine: Engine;
  const answers = new Map<number, EngineAnswer[]>();
  let requests = 0;
  let characters = 0;
  beforeAll(async () => {
    const loaded = await loadEngine(name);
    if (loaded === undefined) throw new Error('not in the table');
    engine = loaded;
    const { session, close } = await open(engine);
    const batch = { source: 'en', target: 'es', units: UNITS };
    const usage = await session.translate(
      batch,
      (index, answer) => answers.set(index, [...(answers.get(index) ?? []), answer]),
      never,
    );
    ({ requests, characters } = usage);
    await close();
  }, 60_000);
  afterAll(() => answers.clear());

  it('has the name of its entry, a description, and a way to get terms right', () => {
    expect(engine.name).toBe(name);
    expect(engine.description).not.toBe('');
    expect(engine.terms).not.toHaveLength(0);
  });

  it('answers each unit once, with as many segments as were asked for', () => {
    expect([...answers.keys()].toSorted((a, b) => a - b)).toEqual(UNITS.map((_, index) => index));
    for (const [index, given] of answers) {
      expect(given).toHaveLength(1);
      const [answer] = given;
      expect(answer).toMatchObject({ ok: true });
      if (answer?.ok) expect(answer.segments).toHaveLength(UNITS[index]?.segments.length ?? 0);
    }
  });

  it('keeps every code, with its markup', () => {
    for (const [index, [answer]] of answers) {
      if (answer?.ok !== true) continue;
      answer.segments.forEach((segment, at) => expect(codes(segment)).toEqual(codes(UNITS[index]?.segments[at] ?? [])));
    }
  });

  it('answers equal units equally, and units without words with themselves', () => {
    expect(answers.get(9)).toEqual(answers.get(1));
    expect(answers.get(3)).toEqual([{ ok: true, segments: UNITS[3]?.segments }]);
  });

  it('loses no text', () => {
    for (const [index, [answer]] of answers) {
      if (answer?.ok !== true || index === 3) continue;
      for (const segment of answer.segments) expect(JSON.stringify(segment)).toMatch(/[\p{L}]/u);
    }
    expect(JSON.stringify(answers.get(6))).toContain('你好');
    expect(JSON.stringify(answers.get(7)).length).toBeGreaterThan(4000);
  });

  it('says what it sent', () => {
    expect(requests).toBeGreaterThan(0);
    expect(characters).toBeGreaterThan(4500);
  });

  it('takes an empty batch', async () => {
    const { session, close } = await open(engine);
    const usage = await session.translate({ source: 'en', target: 'es', units: [] }, () => undefined, never);
    expect(usage).toMatchObject({ requests: 0, characters: 0 });
    await close();
  });

  it('stops when it is told to, with the reason', async () => {
    const { session, close } = await open(engine);
    const reason = new Error('stop');
    const running = session.translate(
      { source: 'en', target: 'es', units: UNITS },
      () => undefined,
      AbortSignal.abort(reason),
    );
    await expect(running).rejects.toBe(reason);
    await close();
  });

  it('says without network traffic whether it can serve a pair', async () => {
    const server = await SERVERS[name]?.('right');
    expect(await engine.unavailable({ source: 'en', target: 'es' }, environment(server))).toBeUndefined();
    await server?.close();
    if (engine.remote) {
      const bare = { ...environment(undefined), variables: {} };
      expect(await engine.unavailable({ source: 'en', target: 'es' }, bare)).toMatch(/[A-Z]+_[A-Z_]+/);
    }
  });

  it('refuses options that it does not know', async () => {
    if (name === 'identity' || name === 'pseudo') return;
    const server = await SERVERS[name]?.('right');
    const bad = { ...environment(server), options: { nonsense: true } };
    await expect(engine.open(bad, { glossaries: [], concurrency: 1 })).rejects.toBeInstanceOf(GlossaError);
    await server?.close();
  });

  it('names a wrong key and does not show it', async () => {
    if (!engine.remote) return;
    const { session, close } = await open(engine, 'wrong-0123456789');
    const running = session.translate({ source: 'en', target: 'es', units: UNITS }, () => undefined, never);
    const error: unknown = await running.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'key', exitCode: 3 });
    expect(error instanceof Error && error.message).not.toContain('wrong-0123456789');
    await close();
  });
});
