/** The rules between Apertium's stages: each against its own examples, with Apertium; the matcher without. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandsOf, findInstallation } from '../../scripts/engines/apertium/installation.ts';
import { startLeg, type RunningLeg } from '../../scripts/engines/apertium/leg.ts';
import { persistentStage, type Stage } from '../../scripts/engines/apertium/processes.ts';
import { unknownIn } from '../../scripts/engines/apertium/tidy.ts';
import { routeBetween } from '../../scripts/engines/apertium/routes.ts';
import { rulesOf, type LegRules } from '../../scripts/engines/apertium/rules/index.ts';
import { applyPhrases, applyRules, type Rule } from '../../scripts/engines/apertium/rules/rule.ts';
import { choiceTable, choose } from '../../scripts/engines/apertium/rules/choices.ts';
import { addReadings, wordTable } from '../../scripts/engines/apertium/rules/words.ts';
import { environment } from './apertium-harness.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const rule = (parts: Omit<Rule, 'name' | 'examples'>): readonly Rule[] => [{ name: 'r', examples: [], ...parts }];
const applied = (stream: string, parts: Omit<Rule, 'name' | 'examples'>): string => applyRules(stream, rule(parts));

describe('a rule', () => {
  const stream = '[c1]^a/a<det>$ [[t:g:1]]^b/b<n>/b<vblex>$[[/]] ^,/,<cm>$^c\\/d/*c\\/d$ e';

  it('leaves what it does not concern byte for byte', () => {
    expect(applied(stream, { word: /<x>/, remove: true })).toBe(stream);
    expect(applied(stream, { word: /<n>/, keep: /<x>/ })).toBe(stream);
    expect(applied(stream, { word: /<det>/, drop: /<det>/ })).toBe(stream);
  });

  it('keeps and drops readings', () => {
    expect(applied(stream, { word: /^b\//, keep: /<n>/ })).toContain('^b/b<n>$');
    expect(applied(stream, { word: /^b\//, drop: /<n>/ })).toContain('^b/b<vblex>$');
  });

  it('looks at neighbours, over some, up to the edges', () => {
    const fires = (parts: Pick<Rule, 'when' | 'unless'>, word = /^b\//): boolean =>
      applied(stream, { word, keep: /<n>|\*/, change: [/$/, '!'], ...parts }) !== stream;
    expect(fires({ when: [{ at: -1, is: /<det>/ }] })).toBe(true);
    expect(fires({ when: [{ at: 1, is: /<det>/ }] })).toBe(false);
    expect(fires({ when: [{ at: 1, skip: /<cm>/, is: /\/\*c/ }] })).toBe(true);
    expect(fires({ when: [{ at: 1, skip: /<cm>|\*/, is: /<edge>/ }] })).toBe(true);
    expect(fires({ when: [{ at: -2, is: /<edge>/ }] })).toBe(true);
    expect(fires({ unless: [{ at: 0, is: /<vblex>/ }] })).toBe(false);
    expect(fires({ unless: [{ at: 0, only: /<vblex>/ }] })).toBe(true);
  });

  it('changes, adds and removes words, but none that carries a mark', () => {
    expect(applied('^de<pr>$ ^x<n>$', { word: /^de/, change: [/^de/, 'a'] })).toBe('^a<pr>$ ^x<n>$');
    expect(applied('a ^x<n>$', { word: /^x/, insert: [/^x(.*)$/, 'el$1'] })).toBe('a ^el<n>$ ^x<n>$');
    expect(applied('^de<pr>$ ^x<n>$', { word: /^de/, remove: true })).toBe(' ^x<n>$');
    const marked = '[[t:g:1]]^x<n>$[[/]]';
    expect(applied(marked, { word: /^x/, remove: true })).toBe(marked);
    expect(applied(marked, { word: /^x/, insert: [/^x/, 'el'] })).toBe(marked);
  });

  it('is told when it fires, once a place', () => {
    const fired: string[] = [];
    applyRules('^a/a<n>/a<v>$ ^a/a<n>/a<v>$ ^b/b<n>$', rule({ word: /<n>/, keep: /<n>/ }), (name) => fired.push(name));
    expect(fired).toEqual(['r', 'r']);
  });
});

it('a phrase is rewritten with its groups, an absent one empty', () => {
  const by = (_: string, a: string, b: string): string => `${b}${a}`;
  const phrases = [{ name: 'p', find: /(a)(b)?/g, by, examples: [] }];
  expect(applyPhrases('abxa', phrases)).toBe('baxa');
});

it('a choice replaces one translation only, with its gender and the capital of the text', () => {
  const table = choiceTable({ n: 'market lonja mercado<m>, mobile_phone teléfono_celular móvil<m>' });
  expect(choose('^Market<n><pl>/Lonja<n><f><pl>$ ^market<n><sg>/feria<n><f><sg>$', table)).toBe(
    '^Market<n><pl>/Mercado<n><m><pl>$ ^market<n><sg>/feria<n><f><sg>$',
  );
  expect(choose('^mobile phone<n><sg>/teléfono celular<n><m><sg>$', table)).toBe(
    '^mobile phone<n><sg>/móvil<n><m><sg>$',
  );
});

it('added words have the regular forms of English', () => {
  const { readings } = wordTable({
    n: 'city ciudad<f>, lens lente<f>, lawmaker legislador<m>',
    vblex: 'comply cumplir, grab agarrar, vie competir',
  });
  expect([...readings.keys()].toSorted()).toEqual(
    'cities,city,complied,complies,comply,complying,grab,grabbed,grabbing,grabs,lawmaker,lawmakers,lens,lenses,vie,vied,vies,viing'.split(
      ',',
    ),
  );
  expect(addReadings('^Cities/*Cities$ ^grab/*grab$ ^x/*x$', wordTable({ n: 'city ciudad<f>' }))).toBe(
    '^Cities/City<n><pl>$ ^grab/*grab$ ^x/*x$',
  );
});

describe('every rule from English to Spanish', () => {
  let leg: RunningLeg;
  let rules: LegRules;
  let fired: string[] = [];
  beforeAll(async () => {
    const [first] = routeBetween('en', 'es') ?? [];
    if (first === undefined) throw new Error('no route');
    rules = await rulesOf(first.mode);
    leg = await startLeg(first, await findInstallation(environment), 30_000, (name) => fired.push(name));
  });
  afterAll(() => leg.close());

  it('does what its examples say', async () => {
    const wrong: string[] = [];
    const all = [...rules.analysed, ...rules.translated, ...rules.phrases, ...rules.transferred];
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { name, examples } of all) {
      if (examples.length === 0) wrong.push(`${name}: no example`);
      for (const [source, target] of examples) {
        fired = [];
        const { stream } = await leg.translate(source);
        if (!fired.includes(name)) wrong.push(`${name}: silent at ${source}`);
        if (!stream.replace(/ +/g, ' ').toLowerCase().includes(target.toLowerCase())) wrong.push(`${name}: ${stream}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('every word of the tables from English to Spanish', () => {
  const data = async (): Promise<{ look: Stage; generate: Stage; analyse: Stage; rules: LegRules }> => {
    const [leg] = routeBetween('en', 'es') ?? [];
    if (leg === undefined) throw new Error('no route');
    const installation = await findInstallation(environment);
    const commands = await commandsOf(leg, installation);
    const stage = (list: readonly string[]): Stage =>
      persistentStage(
        list.map((command) => command.replace('$1', '-g')),
        { environment: installation.environment, timeout: 30_000 },
      );
    return {
      look: stage(commands.lookUp),
      generate: stage(commands.generate),
      analyse: stage(commands.analyse),
      rules: await rulesOf(leg.mode),
    };
  };

  it('is a word that Spanish can inflect, and replaces what the dictionary says', async () => {
    const { look, generate, analyse, rules } = await data();
    const tags: Record<string, string> = { n: '<sg>', vblex: '<inf>', adj: '<m><sg>', adv: '' };
    const entries = [...rules.choices].map(([key, choice]) => {
      const [, source = '', kind = ''] = /^([^<]*)<(\w+)>/.exec(key) ?? [];
      const after = kind === 'adj' && choice.includes('<mf>') ? '<sg>' : (tags[kind] ?? '');
      const english = [source, source.charAt(0).toUpperCase() + source.slice(1)].flatMap((lemma) =>
        kind === 'adj' ? [`${lemma}<adj>`, `${lemma}<adj><sint>`] : [`${lemma}<${kind}>${tags[kind] ?? ''}`],
      );
      return { key, english, spanish: `${choice.replace('<GD>', '<m>')}${after}` };
    });
    const found = (
      await look.run(entries.map(({ english }) => english.map((one) => `^${one}$`).join(' ')).join('[][\n]'))
    ).split('[][\n]');
    const unused = entries.filter(
      ({ key }, index) => choose(found[index] ?? '', new Map([[key, 'X<n><m>']])) === found[index],
    );
    const lemmas = (await generate.run(entries.map(({ spanish }) => `^${spanish}$`).join('[][\n]'))).split('[][\n]');
    const wrong = entries.filter((_, index) => /[#@]/.test(lemmas[index] ?? '#')).map(({ spanish }) => spanish);
    const words = [...rules.words.readings.keys()];
    const known = unknownIn(await analyse.run(words.join(' . ')));
    for (const stage of [look, generate, analyse]) stage.close();
    expect({
      unused: unused.map(({ key }) => key),
      wrong,
      known: words.filter((word) => !known.includes(word)),
    }).toEqual({ unused: [], wrong: [], known: [] });
  });
});
