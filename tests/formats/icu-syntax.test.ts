/** ICU messages: read branch by branch, made for the plural forms of a language, written so that ICU reads them back. */
import { parse as parseIcu } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { i18nextJson } from '../../scripts/formats/i18next-json.ts';
import { icuSyntax } from '../../scripts/formats/icu-syntax.ts';
import { laravelSyntax, vueI18nSyntax } from '../../scripts/formats/barred-syntax.ts';
import { markupTexts, withMarkupTexts } from '../../scripts/units/markup-texts.ts';
import { sameCodes } from '../../scripts/units/code-identity.ts';
import type { Inline } from '../../scripts/units/unit.ts';

const inLanguage = (value: string, language: string): readonly Inline[] =>
  icuSyntax.forLanguage?.(value, language) ?? icuSyntax.parse(value);

const MESSAGES = [
  '{n, plural, one {# apple} other {# apples}} left',
  '{gender, select, male {He} female {She} other {They}} came',
  '{n, plural, offset:1 =0 {No files} one {# file} other {# files}} selected',
  '{g, select, a {{n, plural, one {# <b>pear</b>} other {# pears}}} other {none}} of {total, number}',
  '{n, plural, one {# pear} other {# pears}} and {m, plural, one {# nut} other {# nuts}}',
  '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} place of {name}',
  "It''s {name}''s '{braces}' on {when, date, full}, {n, number, ::currency/EUR}",
  '{n, plural, other {}}',
  '{n,plural,=0{no items}one{# item}other{# items}}',
  '<b>{n, plural, one {# item} other {# items}}</b> and <link>words</link>',
  '{n, plural, one {# {u, select, kg {kilo} other {pound}}} other {# {u, select, kg {kilos} other {pounds}}}}',
  '{名, plural, other {# 個の項目}}',
  'Now {x, select, true {on} false {off} other {}}.',
];

describe('ICU messages', () => {
  it.each([
    [MESSAGES[0], 'ru', ['{{#}} apple left', '{{#}} apples left', '{{#}} apples left', '{{#}} apples left']],
    [MESSAGES[0], 'ja', ['{{#}} apples left']],
    [MESSAGES[1], 'es', ['He came', 'She came', 'They came']],
    [MESSAGES[2], 'de', ['No files selected', '{{#}} file selected', '{{#}} files selected']],
    [
      MESSAGES[3],
      'en',
      ['{{#}} <b>pear</b> of {{total, number}}', '{{#}} pears of {{total, number}}', 'none of {{total, number}}'],
    ],
    [MESSAGES[5], 'fr', ['{{#}}st place of {{name}}', '{{#}}th place of {{name}}']],
  ])('give the texts of %j in %s', (message = '', language, texts) => {
    expect(markupTexts(inLanguage(message, language))).toEqual(texts);
  });

  it.each(MESSAGES)('are written as ICU reads them: %j', (message) => {
    for (const language of ['ar', 'ru', 'ja', 'es']) {
      const content = inLanguage(message, language);
      const texts = markupTexts(content).map((text) => `l'«${text}» d'{x} #'`);
      const printed = icuSyntax.print(withMarkupTexts(content, texts));
      expect(() => parseIcu(printed)).not.toThrow();
      expect(markupTexts(icuSyntax.parse(printed))).toEqual(texts);
      expect(sameCodes(icuSyntax.parse(message), icuSyntax.parse(icuSyntax.print(content)))).toEqual({
        missing: [],
        extra: [],
      });
    }
  });

  it.each([
    ["Use '{{fragment.json}}' to say {n}.", "Use '{{fragment.json}}' para l''{n}.", ["'{{fragment.json}}'", '{{n}}']],
    [
      "{n, plural, one {# of '{{x}}'} other {# of '{{x}}'}}",
      "{n, plural, one {# de '{{x}}'} other {# de '{{x}}'}}",
      [],
    ],
    ["Brackets: '{' '}'", "Paréntesis: '{' '}'", []],
  ])('show double braces that are quoted: %j', (source, target, signatures) => {
    const [one, other] = [icuSyntax.parse(source), icuSyntax.parse(target)];
    expect([icuSyntax.print(one), icuSyntax.print(other)]).toEqual([source, target]);
    expect(sameCodes(one, other)).toEqual({ missing: [], extra: [] });
    expect(
      one.flatMap((inline) => (inline.type === 'code' && signatures.length > 0 ? [inline.signature] : [])),
    ).toEqual(signatures);
    const translated = withMarkupTexts(
      inLanguage(source, 'ru'),
      markupTexts(inLanguage(source, 'ru')).map((text) => text.replace('of', 'из')),
    );
    expect(() => parseIcu(icuSyntax.print(translated))).not.toThrow();
    expect(sameCodes(one, icuSyntax.parse(icuSyntax.print(translated)))).toEqual({ missing: [], extra: [] });
  });

  it.each([
    ['{value, plural, one {Key} other {Keys}}', '{value, plural, one {Clave} other {Claves}}', true],
    [
      '{d, plural, one {{d} day left} other {{d} days left}}',
      '{d, plural, one {Queda # día} other {Quedan # días} }',
      true,
    ],
    ['{d, plural, one {# of {x}} other {# of {x}}}', '{d, plural, one {# de {x}} other {#}}', false],
    ['{d, plural, one {# day} other {# days}}', '{e, plural, one {# día} other {# días}}', false],
    ['{g, select, a {One} other {Two}}', '{g, select, b {Uno} other {Dos}}', false],
    ['{d, plural, one {# day} other {# days}}', '{d, plural, una {# día} otras {# días}}', false],
    ['Hi {name}, it is {t, time}', 'Hola {name}, son las {t, time}', true],
    ['Hi {name}', 'Hola {nombre}', false],
  ])('hold the same: %j, %j: %s', (source, target, same) => {
    const { missing, extra } = sameCodes(icuSyntax.parse(source), icuSyntax.parse(target));
    expect(missing.length + extra.length === 0).toBe(same);
  });
});

it.each([
  '{n, plural, one {# item}}',
  '{n, plural, one {# item} other {# items}',
  '{n, plural}',
  'At {n, PLURAL, one {a} other {b}}',
  '{x, choice, 0#none|1#one}',
])('what is no message that can be read is kept whole: %j', (value) => {
  const file = i18nextJson.parse(JSON.stringify({ value }), { sourceLanguage: 'en' });
  expect(file.units.map(({ syntax }) => syntax)).toEqual(['icu']);
  expect(markupTexts(icuSyntax.parse(value))).toEqual([]);
  expect(icuSyntax.parse(value)).toMatchObject([{ type: 'code', markup: [value] }]);
});

describe('messages with bars', () => {
  it.each([
    [vueI18nSyntax, 'no apples | one apple | {count} apples', ['no apples', 'one apple', '{count} apples']],
    [laravelSyntax, '{0} none|[1,19] some|[20,*] :count of many', ['none', 'some', ':count of many']],
    [laravelSyntax, 'apple|apples', ['apple', 'apples']],
  ])('%#: have a text a form', (syntax, value, texts) => {
    const content = syntax.parse(value);
    expect([markupTexts(content), syntax.print(content)]).toEqual([texts, value]);
  });

  it.each([
    [vueI18nSyntax, "Read @:common.terms and @.lower:rules, write {'@'} to {name}", 4],
    [laravelSyntax, 'Hello :name, at 10:30 you have :count items (http://x.org)', 3],
    [laravelSyntax, 'Note: no name', 0],
  ])('%#: keep what stands for something else', (syntax, value, codes) => {
    const content = syntax.parse(value);
    expect(content.filter(({ type }) => type === 'code').length).toBe(codes);
    expect(syntax.print(content)).toBe(value);
  });
});
