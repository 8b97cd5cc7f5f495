import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { EngineUnit } from '../../scripts/engines/engine.ts';
import { openai } from '../../scripts/engines/openai.ts';
import { GlossaError } from '../../scripts/project/errors.ts';
import { placeholder, text, translateWith, unit, type Outcome } from './deepl-harness.ts';
import type { HttpStub } from './http-stub.ts';
import { askSchema, fail, startOpenaiStub, type OpenaiSettings } from './openai-harness.ts';

let stub: HttpStub | undefined;
afterEach(async () => {
  await stub?.close();
  stub = undefined;
});

const QUICK = { model: 'stub', timeout: 0.5, patience: 30, firstWait: 0.005, longestWait: 0.02 };

async function translate(
  units: readonly EngineUnit[],
  settings: OpenaiSettings = {},
  options = {},
  root = '/',
): Promise<Outcome> {
  stub = await startOpenaiStub(settings);
  const session = await openai.open(
    {
      variables: { OPENAI_BASE_URL: `${stub.url}/v1` },
      sharedCache: '/',
      root,
      options: { ...QUICK, ...options },
      note: () => undefined,
    },
    { glossaries: [], concurrency: 4 },
  );
  return translateWith(session, units);
}

const many = Array.from({ length: 60 }, (_, index) =>
  unit(`article ${index % 3}`, `Sentence number ${index}.`, 'Another one.'),
);

function done({ answers }: Outcome): number {
  return [...answers.values()].filter(({ ok }) => ok).length;
}

function messages(): readonly { readonly system: string; readonly ask: ReturnType<typeof askSchema.parse> }[] {
  return (stub?.requests ?? []).map(({ body }) => {
    const {
      messages: [system, user],
    } = body as { messages: [{ content: string }, { content: string }] };
    return { system: system.content, ask: askSchema.parse(JSON.parse(user.content)) };
  });
}

describe('openai', () => {
  it('sends a section with the terms that occur in it, and its instructions', async () => {
    const terms = new Map([['serum', 'sérum']]);
    const units = [
      { ...unit('a', 'A serum.', 'Fine.'), terms },
      { ...unit('a', 'Cut out.'), context: 'Before.' },
      unit('b', 'Other.'),
    ];
    const { answers } = await translate(units, {}, { instructions: 'Be friendly.' });
    expect(messages().map(({ ask }) => ask)).toEqual([
      {
        terms: [{ from: 'serum', to: 'sérum' }],
        texts: [
          { id: '1.1', text: 'A serum.' },
          { id: '1.2', text: 'Fine.' },
          { id: '2.1', text: 'Cut out.', context: 'Before.' },
        ],
      },
      { terms: [], texts: [{ id: '1.1', text: 'Other.' }] },
    ]);
    expect(messages()[0]?.system).toMatch(/English \(en\) into Spanish \(es\)[^]*Be friendly\.$/);
    expect(answers.get(0)).toEqual({ ok: true, segments: [[text('Á sérum.')], [text('Fíné.')]] });
  });

  it('tells the neighbours that are not among the texts, and what a changed text was', async () => {
    const around = (place: number) => ({ place, before: `Before ${place}.`, after: `After ${place}.` });
    await translate([
      { ...unit('a', 'One.'), around: around(3) },
      { ...unit('a', 'Two.', 'Three.'), around: around(4), former: { source: 'Zwei.', target: 'Dos.' } },
      { ...unit('a', 'Seven.'), around: around(9) },
    ]);
    const [first] = stub?.requests ?? [];
    const sent = JSON.stringify(first?.body).replaceAll('\\', '');
    expect(sent).toContain('{"id":"1.1","before":"Before 3.","text":"One."}');
    expect(sent).toContain('{"id":"2.1","text":"Two.","former":{"source":"Zwei.","target":"Dos."}}');
    expect(sent).toContain('{"id":"2.2","text":"Three.","after":"After 4."}');
    expect(sent).toContain('{"id":"3.1","before":"Before 9.","text":"Seven.","after":"After 9."}');
    expect(sent).toContain('keep its words');
  });

  it('follows the style guide of the project, which must be there', async () => {
    const root = mkdtempSync(join(tmpdir(), 'glossa-style-'));
    writeFileSync(join(root, 'style.md'), '# Style\n\nSay tú, never usted.\n');
    const options = { styleGuide: 'style.md', audience: 'Patients.' };
    await translate([unit('a', 'One.')], {}, options, root);
    expect(messages()[0]?.system).toMatch(/Patients\.[^]*Say tú, never usted\.$/);
    await stub?.close();
    for (const styleGuide of ['gone.md', '../outside.md'])
      await expect(translate([unit('a', 'One.')], {}, { styleGuide }, root)).rejects.toThrow(GlossaError);
  });

  it('names the fault of an answer when it asks again', async () => {
    let isFirst = true;
    const change: OpenaiSettings['change'] = (all) => {
      const isMeant = isFirst && all.some(({ text: words }) => words.includes('númbér 40.'));
      if (isMeant) isFirst = false;
      return isMeant ? [] : all;
    };
    expect(done(await translate(many, { change }))).toBe(60);
    expect(JSON.stringify(stub?.requests.map(({ body }) => body))).toContain('the answer does not hold it');
  });

  it('asks for a bare translation where the model keeps to no form', async () => {
    const codes = { article: 'a', segments: [[text('Press '), placeholder(1, '{{key}}'), text(' twice.')]] };
    const { answers, usage } = await translate([...many, codes], { wrap: () => 'Sure! Here it is.' });
    expect([...answers.values()].filter(({ ok }) => !ok)).toEqual([]);
    expect(answers.get(60)).toEqual({
      ok: true,
      segments: [[text('Préss '), placeholder(1, '{{key}}'), text(' twícé.')]],
    });
    expect(usage?.wasted).toBeLessThan((usage?.characters ?? 0) / 10);
  });

  it('asks in words alone where the server knows no schemas, and finds that out once', async () => {
    expect(done(await translate(many, { isFormless: true }))).toBe(60);
    const refused = stub?.requests.filter(({ body }) => JSON.stringify(body).includes('json_schema')) ?? [];
    // The first goes alone.
    expect(refused).toHaveLength(1);
    expect(messages()[1]?.system).toContain('{"translations": [{"id"');
  });

  it('keeps answers by the model and the style that made them', () => {
    const root = mkdtempSync(join(tmpdir(), 'glossa-style-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const print = (model: string, style: string): string | undefined => {
      writeFileSync(join(root, 'style.md'), style);
      const own = { variables: { OPENAI_MODEL: model }, options: { styleGuide: 'style.md' } };
      return openai.fingerprint?.({ sharedCache: '/', root, note: () => undefined, ...own });
    };
    expect(new Set([print('a', 'Be brief.'), print('b', 'Be brief.'), print('a', 'Be kind.')]).size).toBe(3);
  });

  it('says before what a run would take', () => {
    const environment = { variables: {}, sharedCache: '/', root: '/', options: {}, note: () => undefined };
    const article = many.map((one) => ({ ...one, article: 'a' }));
    const free = openai.estimate?.(article, environment);
    expect(free).toMatchObject({ requests: 1 });
    expect(free?.price).toBeUndefined();
    const options = { prices: { input: 1, output: 10 } };
    const priced = openai.estimate?.(article, { ...environment, options });
    expect(priced?.tokens).toBe(free?.tokens);
    expect(priced?.price).toBeGreaterThan(0);
    const guided = openai.estimate?.(article, { ...environment, options: { instructions: 'Be kind. '.repeat(100) } });
    expect(guided?.tokens).toBe((free?.tokens ?? 0) + 225);
  });

  it('cuts long articles into sections', async () => {
    expect(done(await translate(many, {}, { characters: 100 }))).toBe(60);
    expect(messages().length).toBeGreaterThan(20);
  });

  it.each<[string, OpenaiSettings]>([
    ['answers in another order', { change: (all) => all.toReversed() }],
    ['a fence around the answer', { wrap: (json) => `Here you are:\n\`\`\`json\n${json}\n\`\`\`` }],
    ['ids that were not asked for', { change: (all) => [...all, { id: '9.9', text: 'more' }] }],
    ['429', { fault: (count) => (count < 20 ? fail(429, 'Rate limit reached', 'rate_limit_exceeded') : undefined) }],
    ['500', { fault: (count) => (count > 8 ? undefined : fail(500, 'oops', 'server_error')) }],
    ['cut connections', { fault: (count) => (count < 3 ? { cut: true } : undefined) }],
    ['a stall', { fault: (count) => (count === 1 ? { stall: 1 } : undefined) }],
    ['truncated JSON of the endpoint', { fault: (count) => (count < 3 ? { raw: '{"choices": [' } : undefined) }],
    ['an answer that is cut off at its length', { finish: (texts) => (texts > 8 ? 'length' : 'stop') }],
    [
      'a request that is too long',
      { fault: (count) => (count === 1 ? fail(400, 'too long', 'context_length_exceeded') : undefined) },
    ],
  ])('survives %s', async (_, settings) => {
    expect(done(await translate(many, settings))).toBe(60);
  });

  it.each<[string, OpenaiSettings]>([
    ['leaves an id out', { change: (all) => (all.length > 2 ? all.slice(1) : all) }],
    ['gives an id twice', { change: (all) => (all.length > 2 ? [...all, all[0]] : all) }],
    ['answers in another form', { change: (all) => (all.length > 2 ? ['text'] : all) }],
  ])('asks again when the model %s', async (_, settings) => {
    expect(done(await translate(many, settings))).toBe(60);
  });

  it('refuses what the model will not answer as asked, unit by unit', async () => {
    const change: OpenaiSettings['change'] = (all) =>
      all.map(({ id, text: words }) => ({ id, text: words.replace(/<x1\/>|Xqz\w+/, '') }));
    const { answers } = await translate(
      [unit('a', 'Fine.'), { article: 'a', segments: [[text('Hello '), placeholder(1, '{{x}}')]] }],
      { change },
    );
    expect([answers.get(0)?.ok, answers.get(1)?.ok]).toEqual([true, false]);
  });

  it.each<[string, OpenaiSettings['fault'], string]>([
    ['an empty account', () => fail(429, 'You exceeded your current quota', 'insufficient_quota'), 'quota'],
    ['a wrong address', () => fail(404, 'Unknown model', 'model_not_found'), 'unavailable'],
    ['a request that it does not take', () => fail(400, 'Unknown parameter', 'invalid_request_error'), 'unsupported'],
    ['errors that stay', () => fail(500, 'broken', 'server_error'), 'server'],
  ])('names %s', async (_, fault, kind) => {
    expect((await translate(many, { ...(fault && { fault }) })).refusal).toMatchObject({ kind, exitCode: 3 });
  });

  it('says how the addresses of local servers end', async () => {
    const { refusal } = await translate(many, { fault: () => ({ status: 404, body: 'not found' }) });
    expect(refusal?.remedy).toContain('/v1');
  });

  it('says what is missing', async () => {
    const environment = { variables: {}, sharedCache: '/', root: '/', options: {}, note: () => undefined };
    const pair = { source: 'en', target: 'es' };
    expect(await openai.unavailable(pair, environment)).toContain('OPENAI_API_KEY');
    expect(await openai.unavailable(pair, { ...environment, variables: { OPENAI_API_KEY: 'k' } })).toContain(
      'OPENAI_MODEL',
    );
    expect(
      await openai.unavailable(pair, { ...environment, variables: { OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' } }),
    ).toBeUndefined();
  });
});
