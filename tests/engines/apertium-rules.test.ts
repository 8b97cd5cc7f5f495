/** The rules between Apertium's stages: each against its own examples, with Apertium; the matcher without. */
import { describe, expect, it, test, vi } from 'vitest';
import { commandsOf, findInstallation } from '../../scripts/engines/apertium/installation.ts';
import { startLeg } from '../../scripts/engines/apertium/leg.ts';
import { formalityRules } from '../../scripts/engines/apertium/rules/formality.ts';
import { persistentStage } from '../../scripts/engines/apertium/processes.ts';
import { unknownIn } from '../../scripts/engines/apertium/tidy.ts';
import { routeBetween, type Leg } from '../../scripts/engines/apertium/routes.ts';
import { rulesOf } from '../../scripts/engines/apertium/rules/index.ts';
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

const LEGS = [
  ['en', 'es'],
  ['es', 'it'],
  ['es', 'fr'],
] as const;

function legOf(source: string, target: string): Leg {
  const [leg] = routeBetween(source, target) ?? [];
  if (leg === undefined) throw new Error(`no route from ${source} to ${target}`);
  return leg;
}

test.each(LEGS)('every rule from %s to %s does what its examples say', async (source, target) => {
  let fired: string[] = [];
  const leg = legOf(source, target);
  const rules = await rulesOf(leg.mode);
  const running = await startLeg(leg, await findInstallation(environment), {
    timeout: 30_000,
    formality: 'more',
    onRule: (name) => fired.push(name),
  });
  const wrong: string[] = [];
  const register = formalityRules(target, 'more');
  const all = [...rules.analysed, ...rules.translated, ...rules.phrases, ...rules.transferred, ...register];
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const rule of all) {
    const { name, examples } = rule;
    const isRegister = register.some((one) => one === rule);
    if (examples.length === 0) wrong.push(`${name}: no example`);
    for (const [text, wanted] of examples) {
      fired = [];
      const { stream } = await running.translate(text, isRegister);
      if (!fired.includes(name)) wrong.push(`${name}: silent at ${text}`);
      if (!stream.replace(/ +/g, ' ').toLowerCase().includes(wanted.toLowerCase())) wrong.push(`${name}: ${stream}`);
    }
  }
  running.close();
  expect(wrong).toEqual([]);
});

/** Of a lemma with its class, what a generator needs to write it. */
const INFLECTION: Readonly<Record<string, string>> = { n: '<sg>', vblex: '<inf>', vbmod: '<inf>', adj: '<m><sg>' };

test.each(LEGS)(
  'every choice from %s to %s replaces what the dictionary says by a word that can be inflected',
  async (source, target) => {
    const leg = legOf(source, target);
    const installation = await findInstallation(environment);
    const commands = await commandsOf(leg, installation);
    const [look, generate, analyse] = [commands.lookUp, commands.generate, commands.analyse].map((list) =>
      persistentStage(
        list.map((command) => command.replace('$1', '-g')),
        { environment: installation.environment, timeout: 30_000 },
      ),
    );
    if (look === undefined || generate === undefined || analyse === undefined) throw new Error('no stages');
    const rules = await rulesOf(leg.mode);
    const entries = [...rules.choices].map(([key, choice]) => {
      const [, lemma = '', kind = ''] = /^([^<]*)<(\w+)>/.exec(key) ?? [];
      const [, own = ''] = /<(\w+)>/.exec(choice) ?? [];
      const number = own === 'adj' && choice.includes('<mf>') ? '<sg>' : (INFLECTION[own] ?? '');
      const sources = [lemma, lemma.charAt(0).toUpperCase() + lemma.slice(1)].flatMap((one) =>
        (kind === 'adj'
          ? ['', '<sint>', '<m><sg>', '<mf><sg>']
          : kind === 'n'
            ? ['<sg>', '<m><sg>', '<f><sg>', '<mf><sg>']
            : [INFLECTION[kind] ?? '']
        ).map((tags) => `^${one}<${kind}>${tags}$`),
      );
      return { key, sources, written: `^${choice.replace('<GD>', '<m>')}${number}$` };
    });
    const apart = '[][\n]';
    const found = (await look.run(entries.map(({ sources }) => sources.join(' ')).join(apart))).split(apart);
    const unused = entries.filter(
      ({ key }, index) => choose(found[index] ?? '', new Map([[key, 'X<n>']])) === found[index],
    );
    const surfaces = (await generate.run(entries.map(({ written }) => written).join(apart))).split(apart);
    const wrong = entries.filter((_, index) => /[#@]/.test(surfaces[index] ?? '#'));
    const words = [...rules.words.readings.keys()];
    const unknown = unknownIn(await analyse.run(words.join(' . ')));
    for (const stage of [look, generate, analyse]) stage.close();
    expect({
      unused: unused.map(({ key }) => key),
      wrong: wrong.map(({ written }) => written),
      known: words.filter((word) => !unknown.includes(word)),
    }).toEqual({ unused: [], wrong: [], known: [] });
  },
);
