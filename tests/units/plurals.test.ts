import { createRequire } from 'node:module';
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ConfigurationError } from '../../scripts/project/errors.ts';
import { CATEGORIES, knowsPlurals, pluralCategories, representative } from '../../scripts/units/plural-categories.ts';
import { expectedUnits, pluralSuffix } from '../../scripts/units/plurals.ts';
import type { BundlePath, Unit } from '../../scripts/units/unit.ts';

const require = createRequire(import.meta.url);
const Rules = z.record(z.string(), z.record(z.string(), z.string()));
const cardinal = z
  .object({ supplemental: z.object({ 'plurals-type-cardinal': Rules }) })
  .parse(require('cldr-core/supplemental/plurals.json')).supplemental['plurals-type-cardinal'];
const ordinal = z
  .object({ supplemental: z.object({ 'plurals-type-ordinal': Rules }) })
  .parse(require('cldr-core/supplemental/ordinals.json')).supplemental['plurals-type-ordinal'];

/** CLDR's categories of a locale, by the names of its rules (`pluralRule-count-one`). */
function cldrCategories(rules: Record<string, string>): string[] {
  const names = Object.keys(rules).map((name) => name.slice('pluralRule-count-'.length));
  return CATEGORIES.filter((category) => names.includes(category));
}

/** The sample numbers of a rule: `… @integer 0, 2~16, 100, … @decimal 0.0~1.5, …`; compact exponents are left out. */
function samples(rules: Record<string, string>): number[] {
  const found = Object.values(rules)
    .flatMap((rule) => rule.split('@').slice(1))
    .flatMap((part) => part.replace(/^\w+/, '').split(/[,~…]/))
    .map((sample) => sample.trim())
    .filter((sample) => /^[\d.]+$/.test(sample));
  return [...new Set(found.map(Number))];
}

function unit(path: BundlePath, value = '{{count}} items', language = 'en'): Unit {
  return { kind: 'value', key: path.join('.'), path, value, syntax: 'i18next', language, line: 1 };
}

function keysFor(target: string, keys: readonly string[], value?: string): string[] {
  return expectedUnits(
    keys.map((key) => unit([key], value)),
    target,
  ).map(({ key }) => key);
}

describe('categories', () => {
  test.each([
    ['cardinal', cardinal],
    ['ordinal', ordinal],
  ] as const)('%s: equal to CLDR for every locale that this Node knows', (type, locales) => {
    const known = Object.entries(locales).filter(([locale]) => knowsPlurals(locale));
    expect(known.length).toBeGreaterThan(100);
    for (const [locale, rules] of known) {
      expect([locale, pluralCategories(locale, type)]).toEqual([locale, cldrCategories(rules)]);
    }
  });

  test('locales that this Node does not know are few, and refused by name', () => {
    const unknown = Object.keys(cardinal).filter((locale) => !knowsPlurals(locale));
    expect(unknown.length).toBeLessThan(10);
    for (const locale of unknown) {
      expect(() => pluralCategories(locale, 'cardinal')).toThrow(ConfigurationError);
      expect(() => pluralCategories(locale, 'cardinal')).toThrow(locale);
    }
    expect(() => expectedUnits([unit(['item_one']), unit(['item_other'])], 'xx')).toThrow('xx');
    expect(keysFor('xx', ['plain', 'page_one'])).toEqual(['plain', 'page_one']);
  });

  test('a representative number is of its category, whole where one is', () => {
    expect(representative('es', 'cardinal', 'one')).toBe(1);
    expect(representative('es', 'cardinal', 'other')).toBe(2);
    expect(representative('fr', 'cardinal', 'one')).toBe(1);
    for (const language of ['es', 'fr', 'it', 'pt-BR', 'ca']) {
      expect(representative(language, 'cardinal', 'many')).toBe(1_000_000);
    }
    expect(representative('ru', 'cardinal', 'few')).toBe(2);
    expect(representative('ru', 'cardinal', 'many')).toBe(5);
    expect(representative('ru', 'cardinal', 'other')).toBe(1.5);
    expect(representative('ar', 'cardinal', 'many')).toBe(11);
    expect(representative('en', 'ordinal', 'few')).toBe(3);
    for (const [type, locales] of [['cardinal', cardinal] as const, ['ordinal', ordinal] as const]) {
      for (const locale of Object.keys(locales).filter(knowsPlurals)) {
        for (const category of pluralCategories(locale, type)) {
          const number = representative(locale, type, category);
          expect([locale, type, category, number]).not.toContain(undefined);
          expect(new Intl.PluralRules(locale, { type }).select(number ?? 0)).toBe(category);
        }
      }
    }
  });
});

describe('expected units', () => {
  test('a target has the categories of its language, made from the same category or from other', () => {
    const one = unit(['cart', 'item_one'], '{{count}} item');
    const other = unit(['cart', 'item_other']);
    expect(expectedUnits([unit(['title'], 'Cart'), one, other, unit(['end'], 'End')], 'es')).toEqual([
      { key: 'title', path: ['title'], source: unit(['title'], 'Cart') },
      { key: 'cart.item_one', path: ['cart', 'item_one'], source: one, count: 1 },
      { key: 'cart.item_many', path: ['cart', 'item_many'], source: other, count: 1_000_000 },
      { key: 'cart.item_other', path: ['cart', 'item_other'], source: other, count: 2 },
      { key: 'end', path: ['end'], source: unit(['end'], 'End') },
    ]);
    expect(keysFor('ja', ['item_one', 'item_other'])).toEqual(['item_other']);
    expect(keysFor('ru', ['item_one', 'item_other'])).toEqual(['item_one', 'item_few', 'item_many', 'item_other']);
  });

  test('the zero of i18next stays where the source has it; ordinals have only those of their language', () => {
    expect(keysFor('ja', ['item_zero', 'item_one', 'item_other'])).toEqual(['item_zero', 'item_other']);
    const zero = expectedUnits([unit(['item_zero'], 'No items'), unit(['item_other'])], 'es')[0];
    expect(zero).toMatchObject({ key: 'item_zero', count: 0, source: { value: 'No items' } });
    const places = ['place_ordinal_one', 'place_ordinal_two', 'place_ordinal_few', 'place_ordinal_other'];
    expect(keysFor('it', places)).toEqual(['place_ordinal_many', 'place_ordinal_other']);
    expect(keysFor('de', places)).toEqual(['place_ordinal_other']);
  });

  test('a context is part of the base; cardinal and ordinal forms of one key do not mix', () => {
    const keys = ['friend_male_one', 'friend_male_other', 'friend_female_one', 'friend_female_other', 'friend_one'];
    expect(keysFor('ja', [...keys, 'friend_other'])).toEqual([
      'friend_male_other',
      'friend_female_other',
      'friend_other',
    ]);
    expect(keysFor('ja', ['x_one', 'x_other', 'x_ordinal_one', 'x_ordinal_other'])).toEqual([
      'x_other',
      'x_ordinal_other',
    ]);
  });

  test('an ending alone is no plural: nothing is added to keys without an other form, or to a context called other', () => {
    expect(keysFor('ru', ['page_one', 'page_two', 'room_zero'])).toEqual(['page_one', 'page_two', 'room_zero']);
    expect(keysFor('ru', ['gender_male', 'gender_other'], 'They')).toEqual(['gender_male', 'gender_other']);
    expect(keysFor('es', ['item_other'], '{{count}} items')).toHaveLength(3);
    expect(keysFor('es', ['place_ordinal_other'], '{{count}}th')).toHaveLength(1);
    expect(keysFor('it', ['place_ordinal_other'], 'Last')).toEqual(['place_ordinal_many', 'place_ordinal_other']);
    expect(expectedUnits([unit(['n_other'], '件', 'ja')], 'en').map(({ key }) => key)).toEqual(['n_one', 'n_other']);
  });

  test('keys in different objects, in arrays and with odd names are kept apart', () => {
    const units = [unit(['a', 'n_one']), unit(['b', 'n_other']), unit(['c', 0]), unit(['__proto___other'])];
    expect(expectedUnits(units, 'ja').map(({ path }) => path)).toEqual([
      ['a', 'n_one'],
      ['b', 'n_other'],
      ['c', 0],
      ['__proto___other'],
    ]);
    const long = `${'_one'.repeat(20_000)}`;
    expect(pluralSuffix(long)).toMatchObject({ category: 'one' });
  });

  test('article blocks are expected as they are', () => {
    const block: Unit = { ...unit(['body', 'lead', 'p_other']), kind: 'p' };
    expect(expectedUnits([block], 'ru')).toEqual([{ key: block.key, path: block.path, source: block }]);
  });
});

test('every key with every sample count of CLDR resolves in a real i18next, in every language', async () => {
  const sources = [
    'item_zero',
    'item_one',
    'item_other',
    'friend_male_one',
    'friend_male_other',
    'place_ordinal_one',
    'place_ordinal_two',
    'place_ordinal_few',
    'place_ordinal_other',
  ].map((key) => unit([key]));
  let asked = 0;
  for (const [language, rules] of Object.entries(cardinal).filter(([locale]) => knowsPlurals(locale))) {
    const bundle = Object.fromEntries(expectedUnits(sources, language).map(({ key }) => [key, `${key} {{count}}`]));
    const instance = i18next.createInstance();
    await instance.init({ lng: language, fallbackLng: false, resources: { [language]: { translation: bundle } } });
    const select = {
      cardinal: new Intl.PluralRules(language),
      ordinal: new Intl.PluralRules(language, { type: 'ordinal' }),
    };
    for (const count of samples({ ...rules, ...ordinal[language] })) {
      const zero = count === 0 ? 'zero' : undefined;
      const category = select.cardinal.select(count);
      expect([`item_${zero ?? category} ${count}`, `item_${category} ${count}`]).toContain(
        instance.t('item', { count }),
      );
      expect(instance.t('friend', { count, context: 'male' })).toBe(`friend_male_${category} ${count}`);
      const place = `place_ordinal_${select.ordinal.select(count)} ${count}`;
      expect(instance.t('place', { count, ordinal: true })).toBe(place);
      asked += 3;
    }
  }
  expect(asked).toBeGreaterThan(10_000);
});
