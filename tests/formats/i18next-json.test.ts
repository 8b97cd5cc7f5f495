import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { i18nextJson } from '../../scripts/formats/i18next-json.ts';
import { EMPTY_BUNDLE, printBundle, withLiterals } from '../../scripts/locales/bundle.ts';
import { JsonNumber, printScalar } from '../../scripts/project/json-number.ts';
import { SourceError } from '../../scripts/project/errors.ts';

const options = { sourceLanguage: 'en' };
const shop = readFileSync(new URL('../fixtures/formats/i18next-json/shop.json', import.meta.url), 'utf8');

function problem(text: string): SourceError {
  try {
    i18nextJson.parse(text, options);
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error('the file was read');
}

describe('reading', () => {
  test('every string is a unit with its path, every other value a literal', () => {
    const file = i18nextJson.parse(shop, options);
    expect(file.units.map(({ path, value, line }) => [path, value, line])).toEqual([
      [['title'], 'Skin & hair', 2],
      [['nav.home'], 'Home', 3],
      [['nav.back\nhome'], 'Back', 4],
      [[''], 'An empty key', 5],
      [['cart', 'item_one'], '{{count}} item', 7],
      [['cart', 'item_other'], '{{count}} items in $t(cart.name, { "count": {{count}} })', 8],
      [['cart', 'item_zero'], '', 9],
      [['cart', 'place_ordinal_other'], '{{count}}th place', 10],
      [['cart', 'friend_male'], 'A boyfriend', 11],
      [['cart', 'total'], 'Total: {{- amount, currency(currency: EUR; minimumFractionDigits: 2)}}', 12],
      [['steps', 0], 'Wash', 14],
      [['steps', 1, 0], 'Dry <1>gently</1>', 14],
      [['steps', 1, 1], 'Wait {{ minutes }} min.', 14],
      [['steps', 2, 'last'], 'Done <0/>', 14],
      [['html'], 'Read the <a href="/terms" title="Our terms">terms</a>&nbsp;<br/>and run <code>npm i</code>', 15],
      [['__proto__', 'constructor'], 'Builder', 16],
      [['__proto__', 'toString'], 'Text', 16],
    ]);
    expect(file.units.every(({ kind, syntax }) => kind === 'value' && syntax === 'i18next')).toBe(true);
    const after = file.units.length;
    expect(file.literals).toEqual([
      { path: ['settings', 'enabled'], value: true, after },
      { path: ['settings', 'retries'], value: new JsonNumber('3.50'), after },
      { path: ['settings', 'none'], value: null, after },
      { path: ['settings', 'list', 0], value: false, after },
      { path: ['settings', 'list', 1], value: new JsonNumber('1e3'), after },
    ]);
    expect(file.warnings).toEqual([]);
  });

  test('a placeholder that is not closed is worth a warning', () => {
    expect(i18nextJson.parse('{\n"a": "Hi {{name}"\n}', options).warnings).toEqual([
      { line: 2, message: 'a: a placeholder "{{" is not closed' },
    ]);
    expect(i18nextJson.parse('{"a": "See $t(b", "c": "$t(d)"}', options).warnings).toEqual([
      { line: 1, message: 'a: a nesting "$t(" is not closed' },
    ]);
  });

  test('literals are values, and never break the bundle that they are copied into', () => {
    const source = '{"big": 12345678901234567890123, "small": -1.50E-7, "none": {}, "list": [], "on": false}';
    const { literals } = i18nextJson.parse(source, options);
    const arrays = new Map<string, number>();
    const entries = withLiterals([], literals);
    expect(printBundle(entries, EMPTY_BUNDLE, arrays)).toBe(
      '{\n  "big": 12345678901234567890123,\n  "small": -1.50E-7,\n  "none": {},\n  "list": [],\n  "on": false\n}\n',
    );
    // What other formats may hold: YAML's octal numbers, what is no number at all.
    for (const text of ['0o17', '1_000', '.5', 'NaN', '', '1}']) expect(() => new JsonNumber(text)).toThrow(RangeError);
    expect(printScalar(Number.NaN)).toBe('null');
  });

  test('any bundle of any strings goes through', () => {
    const value = fc.oneof(fc.string(), fc.string({ unit: 'binary' }));
    const { bundle } = fc.letrec<{ node: unknown; bundle: Record<string, unknown> }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        value,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('node'), { maxLength: 2 }),
        tie('bundle'),
      ),
      bundle: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'a', 'b')), tie('node'), {
        maxKeys: 3,
      }),
    }));
    fc.assert(
      fc.property(bundle, fc.constantFrom(0, 2, '\t'), (data, indent) => {
        const text = JSON.stringify(data, null, indent);
        const keys: string[] = [];
        const collect = (node: unknown, path: readonly string[]): void => {
          const isLeaf = typeof node !== 'object' || node === null || Object.keys(node).length === 0;
          if (isLeaf && (path.length > 0 || typeof node !== 'object')) keys.push(path.join('.'));
          else if (typeof node === 'object' && node !== null)
            for (const [key, child] of Object.entries(node)) collect(child, [...path, key]);
        };
        collect(data, []);
        fc.pre(new Set(keys).size === keys.length);
        const file = i18nextJson.parse(text, options);
        expect(file.units.length + file.literals.length).toBe(keys.length);
        expect(file.units.map((unit) => unit.path?.join('.')).filter((key) => !keys.includes(key ?? ''))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('bad files are refused with their line, never repaired', () => {
  test.each([
    ['truncated', '{\n  "a": "x",\n  "b": "y', 3],
    ['truncated after a value', '{\n  "a": "x"', 2],
    ['empty', '', 1],
    ['a duplicate key', '{\n "a": "x",\n "a": "y"\n}', 3],
    ['a duplicate __proto__', '{\n "__proto__": "x",\n\n "__proto__": "y"\n}', 4],
    ['one key nested and flat', '{\n "a": { "b": "x" },\n "a.b": "y"\n}', 3],
    ['a comma too many', '{\n "a": "x",\n}', 3],
    ['a comment', '{\n // no\n "a": "x" }', 2],
    ['single quotes', "{'a': 'x'}", 1],
    ['no object', '\n["a"]', 1],
    ['a string', '"a"', 1],
    ['text after the end', '{}\n{}', 2],
    ['a raw NUL byte', '{\n"a": "x\0y"}', 2],
    ['a raw line feed', '{\n"a": "x\ny"}', 2],
    ['a bad escape', '{"a": "\\x41"}', 1],
    ['conflict markers', '{\n<<<<<<< ours\n"a": "x"\n}', 2],
    ['a number that is none', '{"a": 01}', 1],
    ['10,000 levels', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 1],
    ['10,000 open lists', `{"a":\n${'['.repeat(10_000)}`, 2],
  ])('%s', (_, text, line) => {
    const error = problem(text);
    expect(error.place.line).toBe(line);
    expect(error.remedy).not.toBe('');
  });

  test('the column is told', () => {
    expect(problem('{"a": "x",, "b": "y"}').message).toContain('column 11');
  });

  test('a large file is read, its strings however long', () => {
    const long = 'x'.repeat(2_000_000);
    const lines = Array.from({ length: 30_000 }, (_, index) => `"k${index}": "v {{x}}"`);
    const file = i18nextJson.parse(`{"long": "${long}", ${lines.join(', ')}}`, options);
    expect(file.units).toHaveLength(30_001);
    expect(file.units[0]?.value).toHaveLength(2_000_000);
  });
});
