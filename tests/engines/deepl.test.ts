import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { deepl } from '../../scripts/engines/deepl.ts';
import type { EngineUnit } from '../../scripts/engines/engine.ts';
import { ConfigurationError } from '../../scripts/project/errors.ts';
import { articleUnits, bold, openBench, placeholder, text, translateWith, unit, type Bench } from './deepl-harness.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.stub.close();
  bench = undefined;
});

async function open(...options: Parameters<typeof openBench>): Promise<Bench> {
  bench = await openBench(...options);
  return bench;
}

function field({ stub }: Bench, name: string): readonly string[] {
  return stub.requests
    .filter(({ path }) => path === '/v2/translate')
    .map(({ fields }) => fields.find(([key]) => key === name)?.[1] ?? '');
}

function plainLength(units: readonly EngineUnit[]): number {
  return units
    .flatMap(({ segments }) => segments.flat())
    .reduce((sum, node) => sum + (node.type === 'text' ? node.text.length : 0), 0);
}

describe('what is sent', () => {
  it('translates units sentence by sentence and keeps their order', async () => {
    const { answers, usage } = await (
      await open()
    ).translate([unit('a', 'One two.', 'Three.'), unit('a', 'Four & <five>.')]);
    expect(answers.get(0)).toEqual({ ok: true, segments: [[text('Óné twó.')], [text('Thréé.')]] });
    expect(answers.get(1)).toEqual({ ok: true, segments: [[text('Fóúr & <fívé>.')]] });
    expect(usage).toEqual({ requests: 1, characters: 28, billed: 28 });
  });

  it('packs the units of an article into one text, and articles into texts of their own', async () => {
    const here = await open();
    await here.translate([unit('a', 'One.'), unit('a', 'Two.', 'Three.'), unit('b', 'Four.')]);
    expect(here.stub.requests.flatMap(({ texts }) => texts)).toEqual([
      '<u i="1">One.</u><u i="2">Two.<s/>Three.</u>',
      '<u i="3">Four.</u>',
    ]);
  });

  it('needs no more requests than the bytes of the text force, and some to try with', async () => {
    const here = await open();
    const units = articleUnits(1000);
    const session = await here.session();
    await Promise.all(['es', 'it', 'de', 'fr', 'ja'].map((target) => translateWith(session, units, target)));
    const bytes = units
      .map(({ segments }) =>
        segments
          .flat()
          .map((node) => (node.type === 'text' ? node.text : ''))
          .join(' '),
      )
      .reduce((sum, words) => sum + new URLSearchParams([['', words]]).toString().length, 0);
    const forced = 5 * Math.ceil(bytes / (128 * 1024));
    const sent = here.stub.requests.filter(({ path }) => path === '/v2/translate');
    // It begins in small steps: tiny texts, longer ones. And no more than a twelfth of the run is in flight.
    expect(sent.length).toBeLessThanOrEqual(forced + 16);
    for (const { bytes: body, texts, status } of sent) {
      expect(body).toBeLessThanOrEqual(128 * 1024);
      expect(texts.length).toBeLessThanOrEqual(50);
      expect(status).toBe(200);
    }
  });

  it('joins articles when they are so short that their number would cost requests', async () => {
    const here = await open();
    const units = Array.from({ length: 400 }, (_, index) => unit(`${index}`, `Short article number ${index}.`));
    const { answers } = await here.translate(units);
    expect(answers.size).toBe(400);
    // The first asks for a few of them, to see whether marks come back; the others for what may be lost at once.
    expect(field(here, 'text').length).toBeLessThanOrEqual(9);
  });

  it('fills requests to the limit in scripts whose letters cost nine bytes', async () => {
    const here = await open();
    const units = Array.from({ length: 2800 }, (_, index) =>
      unit('a', `${index}外泌体是细胞释放的微小囊泡，它们在细胞之间传递蛋白质。`.repeat(4)),
    );
    const { answers } = await here.translate(units);
    expect([...answers.values()].every(({ ok }) => ok)).toBe(true);
    const sizes = here.stub.requests.filter(({ path }) => path === '/v2/translate').map(({ bytes }) => bytes);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(128 * 1024);
    expect(Math.max(...sizes)).toBeGreaterThan(125 * 1024);
  });

  it('sends equal units once, whatever their markup is', async () => {
    const here = await open();
    const greet = (name: string, id: number): EngineUnit => ({
      article: name,
      segments: [[text('Hello '), placeholder(id, name), text('!')]],
    });
    const { answers, usage } = await here.translate([greet('{{a}}', 1), greet('{{b}}', 4), greet('{{a}}', 1)]);
    expect(here.stub.requests.flatMap(({ texts }) => texts)).toEqual(['<u i="1">Hello <x1/>!</u>']);
    expect(answers.get(1)).toEqual({ ok: true, segments: [[text('Hélló '), placeholder(4, '{{b}}'), text('!')]] });
    expect(answers.size).toBe(3);
    expect(usage?.characters).toBe(7);
  });

  it('counts the text of unique units, not the markup', async () => {
    const units = articleUnits(300);
    const { usage } = await (await open()).translate([...units, ...units]);
    expect(usage?.characters).toBe(plainLength(units));
    expect(usage?.billed).toBe(plainLength(units));
  });

  it('sends no unit without words', async () => {
    const here = await open();
    const segments = [[placeholder(1, '{{count}}'), text(' → '), placeholder(2, '{{total}}')]];
    const { answers, usage } = await here.translate([{ article: 'a', segments }]);
    expect(answers.get(0)).toEqual({ ok: true, segments });
    expect(usage).toEqual({ requests: 0, characters: 0 });
  });

  it('sends context only with the units that have it', async () => {
    const here = await open();
    await here.translate([
      unit('a', 'One.'),
      { ...unit('a', 'Two.'), context: 'Before. After.' },
      { ...unit('a', 'Three.'), context: 'Before. After.' },
      { ...unit('b', 'Four.'), context: 'Other.' },
    ]);
    expect(
      new Map(
        here.stub.requests
          .filter(({ texts }) => texts.length > 0)
          .map(({ texts, fields }) => [texts[0], new Map(fields).get('context')]),
      ),
    ).toEqual(
      new Map([
        ['<u i="1">One.</u>', undefined],
        ['<u i="1">Two.</u><u i="2">Three.</u>', 'Before. After.'],
        ['<u i="1">Four.</u>', 'Other.'],
      ]),
    );
  });

  it('sends equal sentences apart when what stands around them differs', async () => {
    const here = await open();
    const words = unit('a', 'It is.');
    const { answers, usage } = await here.translate([
      words,
      { ...words, context: 'One.' },
      { ...words, context: 'Two.' },
    ]);
    expect(answers.size).toBe(3);
    expect(usage?.requests).toBe(3);
  });

  it('cuts what no request can hold, and refuses a sentence that is too long alone', async () => {
    const here = await open();
    const long = 'word '.repeat(20_000).trim();
    const { answers } = await here.translate([unit('a', long, long), unit('a', `${long} ${long}`), unit('a', 'Fine.')]);
    expect(answers.get(0)?.ok).toBe(true);
    expect(answers.get(1)).toEqual({ ok: false, reason: expect.stringContaining('longer') });
    expect(answers.get(2)?.ok).toBe(true);
  });

  it('shows terms to DeepL and keeps them as they are', async () => {
    const here = await open();
    const term = { ...placeholder(1, 'exosomas'), kind: 'term' as const };
    const { answers, usage } = await here.translate([
      { article: 'a', segments: [[text('The '), term, text(' are.')]] },
    ]);
    expect(here.stub.requests.flatMap(({ texts }) => texts)).toEqual(['<u i="1">The <t i="1">exosomas</t> are.</u>']);
    expect(field(here, 'ignore_tags')).toEqual(['t']);
    expect(answers.get(0)).toEqual({ ok: true, segments: [[text('Thé '), term, text(' áré.')]] });
    expect(usage?.characters).toBe(17);
  });

  it('keeps nested markup', async () => {
    const content = [text('A '), bold(1, text('b '), placeholder(2, '`c`'), bold(3, text('d'))), text(' e')];
    const { answers } = await (await open()).translate([{ article: 'a', segments: [content] }]);
    expect(answers.get(0)).toEqual({
      ok: true,
      segments: [[text('Á '), bold(1, text('b '), placeholder(2, '`c`'), bold(3, text('d'))), text(' é')]],
    });
  });
});

describe('how fast', () => {
  it('keeps several requests in flight, shared by the languages of a session', async () => {
    const here = await open({ latency: 600 }, { timeout: 30 });
    const session = await here.session([], 8);
    // Enough that there is still much to send when the first texts have come back whole.
    const units = articleUnits(2000);
    const never = new AbortController().signal;
    await Promise.all(
      ['es', 'it', 'de'].map((target) => session.translate({ source: 'en', target, units }, () => undefined, never)),
    );
    // A twelfth of the run is in flight at most: two full requests here.
    expect(here.stub.mostInFlight()).toBeGreaterThanOrEqual(2);
    expect(here.stub.mostInFlight()).toBeLessThanOrEqual(8);
  });

  it('never has more in flight than it may', async () => {
    const here = await open({ latency: 5 });
    const session = await here.session([], 2);
    const never = new AbortController().signal;
    const batch = (target: string) => ({ source: 'en', target, units: articleUnits(2500) });
    await Promise.all(
      ['es', 'it', 'de', 'fr', 'ja', 'pt'].map((to) => session.translate(batch(to), () => undefined, never)),
    );
    expect(here.stub.mostInFlight()).toBe(2);
  });
});

describe('configuration', () => {
  it.each([
    ['en', 'en-US'],
    ['en-AU', 'en-GB'],
    ['pt', 'pt-BR'],
    ['pt-AO', 'pt-PT'],
    ['zh', 'zh-HANS'],
    ['zh-TW', 'zh-HANT'],
    ['es-MX', 'es-419'],
    ['es-ES', 'es'],
    ['no', 'nb'],
    ['de-AT', 'de'],
  ])('asks for %s as %s', async (target, code) => {
    const here = await open();
    const session = await here.session();
    await session.translate(
      { source: 'it-CH', target, units: [unit('a', 'Uno.')] },
      () => undefined,
      new AbortController().signal,
    );
    expect(field(here, 'target_lang')).toEqual([code]);
    expect(field(here, 'source_lang')).toEqual(['it']);
  });

  it('asks for formality as a preference, by language', async () => {
    const here = await open(
      {},
      { formality: 'more', languages: { de: { formality: 'less', modelType: 'latency_optimized' } } },
    );
    await here.translate([unit('a', 'One.')], 'es');
    await here.translate([unit('a', 'One.')], 'de');
    expect(field(here, 'formality')).toEqual(['prefer_more', 'prefer_less']);
    expect(field(here, 'model_type')).toEqual(['prefer_quality_optimized', 'latency_optimized']);
  });

  it('passes other options of the client through', async () => {
    const here = await open(
      {},
      { customInstructions: ['Be brief'], extraRequestParameters: { beta: '1' }, styleRule: 'abc' },
    );
    await here.translate([unit('a', 'One.')]);
    expect([field(here, 'custom_instructions'), field(here, 'beta'), field(here, 'style_id')]).toEqual([
      ['Be brief'],
      ['1'],
      ['abc'],
    ]);
  });

  it.each([
    [{ formalty: 'more' }, 'formalty'],
    [{ extraRequestParameters: { text: 'One more.' } }, 'set by Glossa'],
    [{ extraRequestParameters: { model_type: 'latency_optimized' } }, 'set by Glossa'],
    [{ languages: { tlh: { formality: 'more' } } }, 'into "tlh"'],
    [{ languages: { 'not a tag': {} } }, 'into "not a tag"'],
    [{ languages: { ca: { styleRule: 'abc' } } }, 'style rules'],
    [{ customInstructions: ['x'], modelType: 'latency_optimized' }, 'do not go with'],
    [{ customInstructions: Array(11).fill('x') }, 'customInstructions'],
    [{ translationMemoryThreshold: 80 }, 'needs a translationMemory'],
    [{ translationMemory: 'mine' }, 'UUID'],
  ])('refuses %o', async (options, message) => {
    const session = open({}, options).then((here) => here.session());
    await expect(session).rejects.toThrow(ConfigurationError);
    await expect(session).rejects.toThrow(message);
  });

  it('takes its key from a file, too', async () => {
    const here = await open();
    const file = join(mkdtempSync(join(tmpdir(), 'glossa-key-')), 'key');
    writeFileSync(file, 'stub-key-0123456789\n');
    const variables = { DEEPL_SERVER_URL: here.stub.url, DEEPL_AUTH_KEY_FILE: file };
    const session = await deepl.open({ ...here.environment, variables }, { glossaries: [], concurrency: 1 });
    const answers: unknown[] = [];
    await session.translate(
      { source: 'en', target: 'es', units: [unit('a', 'One.')] },
      (_, answer) => answers.push(answer),
      new AbortController().signal,
    );
    expect(answers).toEqual([{ ok: true, segments: [[text('Óné.')]] }]);
  });

  it('says what is missing before anything is sent', async () => {
    const here = await open();
    const pair = { source: 'en', target: 'es' };
    expect(await deepl.unavailable(pair, here.environment)).toBeUndefined();
    expect(await deepl.unavailable(pair, { ...here.environment, variables: {} })).toContain('DEEPL_AUTH_KEY');
    expect(await deepl.unavailable({ ...pair, target: 'tlh' }, here.environment)).toContain('tlh');
    expect(here.stub.requests).toHaveLength(0);
  });

  it('says what was billed', async () => {
    const here = await open();
    await here.translate([unit('a', 'One.')]);
    expect(here.notes).toEqual(['DeepL billed 4 characters; 4 of 1000000000 used in this billing period.']);
  });
});
