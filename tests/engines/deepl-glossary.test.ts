import { afterEach, describe, expect, it } from 'vitest';
import type { StubOptions } from '../../scripts/bench/deepl-stub.ts';
import { deepl } from '../../scripts/engines/deepl.ts';
import { planGlossary, pushGlossary } from '../../scripts/engines/deepl/glossary-push.ts';
import type { GlossaryEntries } from '../../scripts/engines/engine.ts';
import { EngineRefusal } from '../../scripts/project/errors.ts';
import { openBench, text, unit, type Bench } from './deepl-harness.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.stub.close();
  bench = undefined;
});

const never = new AbortController().signal;

function terms(target: string, entries: Record<string, string>): GlossaryEntries {
  return { source: 'en', target, entries: new Map(Object.entries(entries)) };
}

const FIRST = [terms('es', { exosome: 'exosoma', serum: 'sérum' }), terms('it', { exosome: 'esosoma' })];
const ADDED = [
  terms('es', { exosome: 'exosoma', serum: 'sérum', scalp: 'cuero cabelludo' }),
  terms('it', { exosome: 'esosoma' }),
];
const REMOVED = [terms('es', { exosome: 'exosoma' }), terms('it', { exosome: 'esosoma' })];

async function open(options: StubOptions = {}): Promise<Bench> {
  bench = await openBench(options);
  return bench;
}

/** What the account holds, readable. */
function shelf({ stub }: Bench): readonly object[] {
  return [...stub.glossaries.all.values()].map(({ name, dictionaries }) => ({
    name: name.replace(/[\da-f]{16}$/, '*'),
    ...Object.fromEntries(
      dictionaries.map(({ source, target, entries }) => [`${source}>${target}`, Object.fromEntries(entries)]),
    ),
  }));
}

function writes({ stub }: Bench): readonly string[] {
  return stub.requests
    .filter(({ method, path }) => method !== 'GET' && path.startsWith('/v3'))
    .map(({ method }) => method);
}

describe('glossary sync', () => {
  it('creates one glossary with a dictionary for each language', async () => {
    const { environment } = await open();
    await pushGlossary(environment, FIRST, never);
    expect(bench && shelf(bench)).toEqual([
      { name: 'glossa-shop-*', 'en>es': { exosome: 'exosoma', serum: 'sérum' }, 'en>it': { exosome: 'esosoma' } },
    ]);
    expect(bench && writes(bench)).toEqual(['POST']);
  });

  it('writes nothing when nothing changed, in any order of entries', async () => {
    const here = await open();
    await pushGlossary(here.environment, FIRST, never);
    const again = [terms('it', { exosome: 'esosoma' }), terms('es', { serum: 'sérum', exosome: 'exosoma' })];
    const plan = await pushGlossary(here.environment, again, never);
    expect(plan.glossaries.map(({ upToDate }) => upToDate)).toEqual([true]);
    expect(writes(here)).toEqual(['POST']);
  });

  it('shows additions, changes and removals before it makes them', async () => {
    const here = await open();
    await pushGlossary(here.environment, FIRST, never);
    const plan = await planGlossary(here.environment, [terms('es', { exosome: 'el exosoma', scalp: 'cuero' })], never);
    expect(plan.glossaries[0]?.dictionaries).toEqual([
      { source: 'en', target: 'es', entries: 2, added: ['scalp'], changed: ['exosome'], removed: ['serum'] },
    ]);
    expect(writes(here)).toEqual(['POST']);
  });

  it.each([
    ['added', ADDED],
    ['removed', REMOVED],
    ['renamed', [terms('es', { exosomes: 'exosoma', serum: 'sérum' }), terms('it', { exosome: 'esosoma' })]],
  ])('holds exactly the new entries when a term was %s', async (_, glossaries) => {
    const here = await open();
    await pushGlossary(here.environment, FIRST, never);
    await pushGlossary(here.environment, glossaries, never);
    const id = [...here.stub.glossaries.all.keys()].at(-1) ?? '';
    expect(here.stub.glossaries.entriesFor(id, 'en', 'es')).toEqual(glossaries[0]?.entries);
    expect(here.stub.glossaries.entriesFor(id, 'en', 'it')).toEqual(glossaries[1]?.entries);
  });

  it('removes its own old glossaries and nobody else’s', async () => {
    const here = await open();
    await pushGlossary({ ...here.environment, root: '/projects/shop-admin' }, FIRST, never);
    for (let count = 0; count < 6; count += 1)
      await pushGlossary(here.environment, [terms('es', { one: `uno ${count}` })], never);
    const names = shelf(here).map((one) => ('name' in one ? one.name : ''));
    expect(names.filter((name) => name === 'glossa-shop-*')).toHaveLength(3);
    expect(names.filter((name) => name === 'glossa-shop-admin-*')).toHaveLength(1);
  });

  it('works with the new glossary when an old one cannot be removed', async () => {
    const here = await open({ fault: (_, __, method) => (method === 'DELETE' ? { status: 404 } : undefined) });
    for (let count = 0; count < 5; count += 1)
      await pushGlossary(here.environment, [terms('es', { one: `uno ${count}` })], never);
    const { answers } = await here.translate([unit('a', 'One.')], 'es', [terms('es', { one: 'uno 5' })]);
    expect(answers.get(0)).toEqual({ ok: true, segments: [[text('Uno 5.')]] });
  });

  it('leaves the old glossary whole when the server fails half way', async () => {
    let failing = false;
    const here = await open({ fault: (_, __, method) => (failing && method !== 'GET' ? { status: 500 } : undefined) });
    await pushGlossary(here.environment, FIRST, never);
    const before = shelf(here);
    failing = true;
    await expect(pushGlossary(here.environment, ADDED, never)).rejects.toThrow(EngineRefusal);
    expect(shelf(here)).toEqual(before);
    failing = false;
    await pushGlossary(here.environment, ADDED, never);
    expect(shelf(here).at(-1)).toMatchObject({ 'en>es': { scalp: 'cuero cabelludo' } });
  });

  it('survives a server that fails for a moment', async () => {
    let count = 0;
    const here = await open({
      fault: (_, __, ___, path) => (path.startsWith('/v3') && (count += 1) < 4 ? { status: 503 } : undefined),
    });
    await pushGlossary(here.environment, FIRST, never);
    expect(shelf(here)).toHaveLength(1);
  });

  it('never leaves a half-updated glossary that looks complete on an account that holds only one', async () => {
    let failAt = Infinity;
    let puts = 0;
    const here = await open({
      mostGlossaries: 1,
      fault: (_, __, method) => (method === 'PUT' && (puts += 1) >= failAt ? { status: 500 } : undefined),
    });
    await pushGlossary(here.environment, FIRST, never);
    failAt = 2;
    const changed = [terms('es', { one: 'uno' }), terms('it', { one: 'uno' })];
    await expect(pushGlossary(here.environment, changed, never)).rejects.toThrow(EngineRefusal);
    expect(shelf(here)).toMatchObject([{ name: 'glossa-shop-updating' }]);
    failAt = Infinity;
    await pushGlossary(here.environment, FIRST, never);
    expect(shelf(here)).toEqual([
      { name: 'glossa-shop-*', 'en>es': { exosome: 'exosoma', serum: 'sérum' }, 'en>it': { exosome: 'esosoma' } },
    ]);
  });

  it('never gives one variant of a language the entries of another on an account that holds only one', async () => {
    const here = await open({ mostGlossaries: 1 });
    await pushGlossary(here.environment, FIRST, never);
    const both = [terms('pt-BR', { bus: 'ônibus' }), terms('pt-PT', { bus: 'autocarro' })];
    const one = await here.translate([unit('a', 'The bus.')], 'pt-BR', both);
    const other = await here.translate([unit('a', 'The bus.')], 'pt-PT', both);
    expect(one.answers.get(0)).toEqual({ ok: true, segments: [[text('Thé ônibus.')]] });
    expect(other.answers.get(0)).toEqual({ ok: true, segments: [[text('Thé bús.')]] });
    expect(here.notes.join()).toContain('Too many glossaries');
  });

  it('notices a glossary that was edited by hand', async () => {
    const here = await open();
    await pushGlossary(here.environment, FIRST, never);
    const [glossary] = here.stub.glossaries.all.values();
    const upToDate = async (): Promise<unknown> =>
      (await planGlossary(here.environment, FIRST, never)).glossaries[0]?.upToDate;
    const all = glossary?.dictionaries ?? [];
    if (glossary) glossary.dictionaries = all.slice(1);
    expect(await upToDate()).toBe(false);
    if (glossary) glossary.dictionaries = [...all, { source: 'en', target: 'fr', entries: new Map([['a', 'b']]) }];
    expect(await upToDate()).toBe(false);
    if (glossary) glossary.dictionaries = all;
    expect(await upToDate()).toBe(true);
  });

  it('names languages without glossaries and entries that cannot be stored', async () => {
    const here = await open();
    const plan = await pushGlossary(
      here.environment,
      [
        terms('gl', { serum: 'soro' }),
        terms('es', { 'a\tb': 'x', constructor: 'constructor', long: 'x'.repeat(1025) }),
      ],
      never,
    );
    expect(plan.without).toEqual([{ source: 'en', target: 'gl' }]);
    expect(plan.unusable.map(({ source }) => source)).toEqual(['a\tb', 'long']);
    expect(shelf(here)).toEqual([{ name: 'glossa-shop-*', 'en>es': { constructor: 'constructor' } }]);
  });

  it('gives variants of one language glossaries of their own where they differ', async () => {
    const here = await open();
    const brazil = terms('pt-BR', { bus: 'ônibus' });
    const portugal = terms('pt-PT', { bus: 'autocarro' });
    const words = [unit('a', 'The bus.')];
    const one = await here.translate(words, 'pt-BR', [brazil, portugal]);
    const other = await here.translate(words, 'pt-PT', [brazil, portugal]);
    expect(one.answers.get(0)).toEqual({ ok: true, segments: [[text('Thé ônibus.')]] });
    expect(other.answers.get(0)).toEqual({ ok: true, segments: [[text('Thé autocarro.')]] });
    expect(shelf(here)).toHaveLength(2);
  });
});

describe('glossaries in translation', () => {
  it('uses the glossary of the pair and makes it first', async () => {
    const here = await open();
    const { answers } = await here.translate([unit('a', 'Exosome serum.')], 'es', FIRST);
    expect(answers.get(0)).toEqual({ ok: true, segments: [[text('Exosoma sérum.')]] });
  });

  it('makes a glossary again that disappeared meanwhile', async () => {
    const here = await open();
    const session = await here.session(FIRST);
    const translate = async (words: string): Promise<unknown> => {
      const answers: unknown[] = [];
      await session.translate(
        { source: 'en', target: 'es', units: [unit('a', words)] },
        (_, answer) => answers.push(answer),
        never,
      );
      return answers[0];
    };
    await translate('One.');
    here.stub.glossaries.all.clear();
    expect(await translate('The serum.')).toEqual({ ok: true, segments: [[text('Thé sérum.')]] });
  });

  it('translates without a glossary where the account takes none, and says so', async () => {
    const here = await open({ mostGlossaries: 0 });
    const { answers } = await here.translate([unit('a', 'Serum.')], 'es', FIRST);
    expect(answers.get(0)).toEqual({ ok: true, segments: [[text('Sérúm.')]] });
    expect(here.notes.join()).toContain('Too many glossaries');
  });

  it('refuses to translate when the glossary cannot be brought up to date', async () => {
    const here = await open({
      fault: (_, __, method, path) => (method === 'POST' && path.startsWith('/v3') ? { status: 500 } : undefined),
    });
    const { refusal } = await here.translate([unit('a', 'Serum.')], 'es', FIRST);
    expect(refusal).toMatchObject({ kind: 'server', exitCode: 3 });
    expect(here.stub.requests.filter(({ path }) => path === '/v2/translate')).toHaveLength(0);
  });

  it('says for which pairs terms must be marked instead', () => {
    expect(deepl.termsFor?.({ source: 'en', target: 'pt-BR' })).toEqual(['native', 'token']);
    for (const target of ['ca', 'gl', 'eu', 'en-GB'])
      expect(deepl.termsFor?.({ source: 'en', target })).toEqual(['token']);
  });
});
