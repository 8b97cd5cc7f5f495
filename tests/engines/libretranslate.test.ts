import { afterEach, describe, expect, it } from 'vitest';
import type { EngineUnit } from '../../scripts/engines/engine.ts';
import { libretranslate } from '../../scripts/engines/libretranslate.ts';
import { bold, placeholder, text, translateWith, unit, type Outcome } from './deepl-harness.ts';
import type { HttpStub } from './http-stub.ts';
import { refuse, startLibreStub, type LibreSettings } from './libretranslate-harness.ts';

let stub: HttpStub | undefined;
afterEach(async () => {
  await stub?.close();
  stub = undefined;
});

const QUICK = { timeout: 0.5, patience: 30, firstWait: 0.005, longestWait: 0.02 };

async function translate(
  units: readonly EngineUnit[],
  settings: LibreSettings = {},
  target = 'es',
  options = {},
): Promise<Outcome> {
  stub = await startLibreStub(settings);
  const session = await libretranslate.open(
    {
      variables: { LIBRETRANSLATE_URL: `${stub.url}/` },
      sharedCache: '/',
      root: '/',
      options: { ...QUICK, ...options },
      note: () => undefined,
    },
    { glossaries: [], concurrency: 4 },
  );
  return translateWith(session, units, target);
}

const many = Array.from({ length: 60 }, (_, index) => unit('a', `Sentence number ${index}.`, 'Another one.'));

function done({ answers }: Outcome): number {
  return [...answers.values()].filter(({ ok }) => ok).length;
}

function sent(): readonly (readonly string[])[] {
  return (stub?.requests ?? []).map(({ body }) =>
    typeof body === 'object' && body !== null && 'q' in body && Array.isArray(body.q) ? body.q.map(String) : [],
  );
}

describe('libretranslate', () => {
  it('sends sentences as HTML and puts codes back', async () => {
    const content = [text('Read '), bold(1, text('this & that')), text(' by '), placeholder(2, '{{x}}')];
    const { answers } = await translate([{ article: 'a', segments: [content, [text('Fine.')]] }]);
    expect(sent().at(-1)).toEqual(['Read <g1>this &amp; that</g1> by <x2/>', 'Fine.']);
    expect(answers.get(0)).toEqual({
      ok: true,
      segments: [[text('Réád '), bold(1, text('thís & thát')), text(' by '), placeholder(2, '{{x}}')], [text('Fíné.')]],
    });
  });

  it('keeps to the limits of texts and characters', async () => {
    expect(done(await translate(many, {}, 'es', { texts: 10, characters: 150 }))).toBe(60);
    for (const texts of sent()) {
      expect(texts.length).toBeLessThanOrEqual(10);
      expect(texts.join('').length).toBeLessThanOrEqual(150);
    }
  });

  it('sends less when the server takes less than was configured', async () => {
    expect(done(await translate(many, { limit: 100 }))).toBe(60);
  });

  it.each([
    ['pt-BR', 'pb'],
    ['zh-TW', 'zt'],
    ['es-MX', 'es'],
  ])('finds the server’s code for %s', async (target, code) => {
    await translate([unit('a', 'One.')], {}, target);
    expect(stub?.requests.at(-1)?.body).toMatchObject({ target: code });
  });

  it('says that the server lacks a language', async () => {
    expect((await translate([unit('a', 'One.')], {}, 'de')).refusal).toMatchObject({ kind: 'unsupported' });
  });

  it.each<[string, LibreSettings]>([
    ['429', { fault: (count) => (count < 20 ? refuse(429, 'Slowdown: 30 per 1 minute') : undefined) }],
    ['500', { fault: (count) => (count > 8 ? undefined : refuse(500, 'Cannot translate text')) }],
    ['cut connections', { fault: (count) => (count < 3 ? { cut: true } : undefined) }],
    ['a stall', { fault: (count) => (count === 1 ? { stall: 1 } : undefined) }],
    ['truncated JSON', { fault: (count) => (count < 3 ? { raw: '{"translatedText": ["a' } : undefined) }],
    ['an answer of another form', { fault: (count) => (count < 3 ? { raw: '{"translatedText": 5}' } : undefined) }],
  ])('survives %s', async (_, settings) => {
    expect(done(await translate(many, settings))).toBe(60);
  });

  it('waits as long as Retry-After says', async () => {
    const started = performance.now();
    const fault: LibreSettings['fault'] = (count) =>
      count === 1 ? { status: 429, body: { error: 'Slow' }, headers: { 'retry-after': '1' } } : undefined;
    await translate([unit('a', 'One.')], { fault });
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  it('refuses what comes back damaged or in another number, unit by unit', async () => {
    const change = (texts: readonly string[]): readonly string[] =>
      texts.map((one) => one.replace(/<x1\/>|Xqz\w+/, ''));
    const units = [unit('a', 'Fine.'), { article: 'a', segments: [[text('Hello '), placeholder(1, '{{x}}')]] }];
    const damaged = await translate(units, { change });
    expect([damaged.answers.get(0)?.ok, damaged.answers.get(1)?.ok]).toEqual([true, false]);
    await stub?.close();
    const short = await translate(units, { change: (texts) => (texts.length > 1 ? texts.slice(1) : texts) });
    expect(done(short)).toBe(2);
  });

  it('gives up on an error that stays', async () => {
    expect((await translate(many, { fault: () => refuse(500, 'no') })).refusal).toMatchObject({ kind: 'server' });
  });
});
