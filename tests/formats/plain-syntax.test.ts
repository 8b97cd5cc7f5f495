import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainSyntax } from '../../scripts/formats/plain-syntax.ts';

/** The codes of a value as they are written. */
function codes(value: string): string[] {
  return plainSyntax.parse(value).flatMap((item) => (item.type === 'code' ? [item.markup.join('')] : []));
}

test.each([
  ['Hi {{name}}, {{{raw}}} and {{ user.name | escape }}', ['{{name}}', '{{{raw}}}', '{{ user.name | escape }}']],
  ['{% if a %}x{% endif %}', ['{% if a %}', '{% endif %}']],
  ['{% include\n "x" %}', ['{% include\n "x" %}']],
  ['Hi ${name} and {name}, {0}', ['${name}', '{name}', '{0}']],
  ['%s of %d, %(name)s, %1$s, %.2f, %@, %ds ago', ['%s', '%d', '%(name)s', '%1$s', '%.2f', '%@', '%d']],
  ['%-encoded or %+decoded, but %-10s and %05d', ['%-10s', '%05d']],
  ['100% sure, 5%discount, a %discount, 100 % de, 20%.', []],
  ['See https://example.org/a?b=c&d=e#f.', ['https://example.org/a?b=c&d=e#f']],
  [
    '(see https://example.org/wiki/Skin_(organ)), or “http://a.org”',
    ['https://example.org/wiki/Skin_(organ)', 'http://a.org'],
  ],
  ['www.example.org, mailto:a@b.org', ['www.example.org', 'mailto:a@b.org']],
  ['Write to anna.rossi+news@mail.example.org.', ['anna.rossi+news@mail.example.org']],
  ['@anna, a @ b, a@b', []],
  ['{ not one }, {two words}, }}{{', []],
] as const)('%s', (value, expected) => {
  expect(codes(value)).toEqual(expected);
  expect(plainSyntax.print(plainSyntax.parse(value))).toBe(value);
});

test('white space in a placeholder makes no other placeholder of it', () => {
  const [one] = plainSyntax.parse('{{name}}');
  const [other] = plainSyntax.parse('{{ name }}');
  expect(one).toMatchObject({ signature: '{{name}}' });
  expect(other).toMatchObject({ signature: '{{name}}' });
});

test('printing what was parsed gives the very value, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}%$sd@.:/ab1 ()hwtp\né😀\0') }), (value) => {
      expect(plainSyntax.print(plainSyntax.parse(value))).toBe(value);
    }),
    { numRuns: 500 },
  );
});
