import fc from 'fast-check';
import { expect, test } from 'vitest';
import { i18nextSyntax } from '../../scripts/formats/i18next-syntax.ts';
import { restoreCount, withNumber } from '../../scripts/units/plural-count.ts';

/** The value that comes back when the translation of the numbered value is `translation`. */
function roundTrip(value: string, number: number, translation: string): string | undefined {
  const numbered = withNumber(i18nextSyntax.parse(value), number);
  if (numbered === undefined) return undefined;
  const restored = restoreCount(i18nextSyntax.parse(translation), numbered);
  return restored === undefined ? undefined : i18nextSyntax.print(restored);
}

test('the number stands in the place of the placeholder, also inside tags, and only once', () => {
  const text = (value: string, number: number): string | undefined => {
    const numbered = withNumber(i18nextSyntax.parse(value), number);
    return numbered === undefined ? undefined : i18nextSyntax.print(numbered.content);
  };
  expect(text('You have <1>{{count}} {{kind}} items</1>', 5)).toBe('You have <1>5 {{kind}} items</1>');
  expect(text('{{- count}} items', 2)).toBe('2 items');
  expect(text('{{ count, number(a: 1) }} items', 1_000_000)).toBe('1000000 items');
  expect(text('{{countries}} items', 2)).toBeUndefined();
  expect(text('No items', 2)).toBeUndefined();
  expect(text('{{count}} of {{count}}', 2)).toBeUndefined();
  expect(text('{{count}} items in 2 boxes', 2)).toBeUndefined();
  expect(text('{{count}} items in 12 boxes', 2)).toBe('2 items in 12 boxes');
});

test('the placeholder comes back where the number is, however it is written', () => {
  expect(roundTrip('{{count}} items', 2, '2 artículos')).toBe('{{count}} artículos');
  expect(roundTrip('<1>{{- count}}</1> items', 2, '<1>2</1> artículos')).toBe('<1>{{- count}}</1> artículos');
  expect(roundTrip('{{count}} items', 1_000_000, '1.000.000 de artículos')).toBe('{{count}} de artículos');
  expect(roundTrip('{{count}} items', 1_000_000, '1\u202f000\u202f000 d’articles')).toBe('{{count}} d’articles');
  expect(roundTrip('{{count}} items', 1_000_000, '1000000 articoli')).toBe('{{count}} articoli');
  expect(roundTrip('{{count}} items', 1.5, '1,5 штуки')).toBe('{{count}} штуки');
  expect(roundTrip('{{count}} items', 3, '٣ عناصر')).toBe('{{count}} عناصر');
  expect(roundTrip('{{count}}th place', 2, '2.º lugar')).toBe('{{count}}.º lugar');
  expect(roundTrip('Ends with {{count}}', 2, '以2。')).toBe('以{{count}}。');
});

test('a number that is gone, changed or doubled is not restored', () => {
  for (const bad of ['cinco artículos', '15 artículos', '5,5 artículos', '1.5 artículos', '5 de 5 artículos', '']) {
    expect(roundTrip('{{count}} items', 5, bad)).toBeUndefined();
  }
  expect(roundTrip('{{count}} items', 1_000_000, '1 millón de artículos')).toBeUndefined();
  expect(roundTrip('{{count}} items', 1_000_000, '1.000 artículos')).toBeUndefined();
});

test('an engine that changes nothing gives back the very value', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer({ min: 0, max: 10_000_000 }), (before, after, number) => {
      const value = `${before} {{count}} ${after}`;
      const numbered = withNumber(i18nextSyntax.parse(value), number);
      fc.pre(numbered !== undefined);
      const restored = restoreCount(numbered.content, numbered);
      expect(restored === undefined ? value : i18nextSyntax.print(restored)).toBe(value);
    }),
  );
});
