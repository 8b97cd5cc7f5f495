/** DESIGN, rule 10: a bundle that is there keeps its bytes; what is new goes in beside its neighbour. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayLengths, parseBundle, type BundleEntry } from '../../scripts/locales/bundle.ts';
import { parseTree, printBundleTree } from '../../scripts/locales/bundle-tree.ts';
import { patchBundle } from '../../scripts/locales/patch-bundle.ts';

/** The entries of a source with this shape, whose values are those of the target or new ones. */
function wanted(source: string, values: Readonly<Record<string, string>>): BundleEntry[] {
  return [...parseBundle(source, 'source').entries].flatMap(([key, { path }]) => {
    const value = values[key];
    return value === undefined ? [] : [{ path, value }];
  });
}

function patch(text: string, source: string, values: Readonly<Record<string, string>>, removed: readonly string[] = []) {
  const bundle = parseBundle(text, 'target');
  const there = Object.fromEntries([...bundle.entries].map(([key, { value }]) => [key, String(value)]));
  const arrays = arrayLengths([...parseBundle(source, 'source').entries.values()].map(({ path }) => path));
  return patchBundle(bundle, wanted(source, { ...there, ...values }), new Set(removed), arrays);
}

describe('a bundle that is there', () => {
  const cases: [name: string, before: string, source: string, values: Record<string, string>, removed: string[], after: string][] = [
    [
      'own spacing, escapes, one-line array, blank line, no last line end',
      '{\n    "save" : "Guardar la sesi\\u00f3n",\n    "days" : ["lunes", "martes"],\n\n    "close" : "Cerrar\\/salir"\n}',
      '{"save":"","days":["",""],"close":"","new":""}',
      { new: 'Añadir/nuevo' },
      [],
      '{\n    "save" : "Guardar la sesi\\u00f3n",\n    "days" : ["lunes", "martes"],\n\n    "close" : "Cerrar\\/salir",\n    "new" : "A\\u00f1adir\\/nuevo"\n}',
    ],
    [
      'another order, BOM, CRLF',
      '\ufeff{\r\n\t"z": "zeta",\r\n\t"a": "alfa"\r\n}\r\n',
      '{"a":"","b":"","z":""}',
      { b: 'beta' },
      [],
      '\ufeff{\r\n\t"z": "zeta",\r\n\t"a": "alfa",\r\n\t"b": "beta"\r\n}\r\n',
    ],
    ['before the first', '{ "b": "be" }', '{"a":"","b":""}', { a: 'a' }, [], '{ "a": "a", "b": "be" }'],
    ['minified', '{"b":"be"}', '{"b":"","c":{"d":""}}', { 'c.d': 'de' }, [], '{"b":"be","c":{"d":"de"}}'],
    [
      'flat where the source is nested',
      '{\n  "a.x": "1",\n  "other": "2"\n}\n',
      '{"a":{"x":"","y":{"z":""}},"other":""}',
      { 'a.y.z': '3' },
      [],
      '{\n  "a.x": "1",\n  "a.y.z": "3",\n  "other": "2"\n}\n',
    ],
    [
      'nested where the source is flat',
      '{\n  "a": {\n    "x": "1"\n  }\n}\n',
      '{"a.x":"","a.y":""}',
      { 'a.y': '2' },
      [],
      '{\n  "a": {\n    "x": "1",\n    "y": "2"\n  }\n}\n',
    ],
    [
      'a text where a group stands: what is in it stays, under keys with dots',
      '{\n  "a": {\n    "x": "1",\n    "y": { "z": "2" }\n  },\n  "c": "3"\n}\n',
      '{"a":"","a.x":"","a.y.z":"","c":""}',
      { a: 'A' },
      [],
      '{\n  "a": "A",\n  "a.x": "1",\n  "a.y.z": "2",\n  "c": "3"\n}\n',
    ],
    [
      'a new group behind the group before it',
      '{\n  "a": {\n    "x": "1"\n  },\n  "c": "3"\n}\n',
      '{"a":{"x":""},"b":{"y":"","z":""},"c":""}',
      { 'b.y': '2', 'b.z': '2' },
      [],
      '{\n  "a": {\n    "x": "1"\n  },\n  "b": {\n    "y": "2",\n    "z": "2"\n  },\n  "c": "3"\n}\n',
    ],
    [
      'what nobody knows stays, what goes takes its empty group along',
      '{\n  "@metadata": { "authors": ["A", "B"] },\n  "old": { "x": "1" },\n  "a": "2"\n}\n',
      '{"a":""}',
      {},
      ['old.x'],
      '{\n  "@metadata": { "authors": ["A", "B"] },\n  "a": "2"\n}\n',
    ],
    ['a further element', '{"list": ["a", "b"]}', '{"list":["","",""]}', { 'list.2': 'c' }, [], '{"list": ["a", "b", "c"]}'],
    [
      'an element that is missing',
      '{"list": ["a", "b"]}',
      '{"list":["","","",""]}',
      { 'list.3': 'd' },
      [],
      '{"list": {"0": "a", "1": "b", "3": "d"}}',
    ],
    ['the last missing element', '{"l": {"0": "a", "2": "c"}}', '{"l":["","",""]}', { 'l.1': 'b' }, [], '{"l": ["a", "b", "c"]}'],
    ['an empty object', '{}\n', '{"a":"","b":{"c":""}}', { a: '1', 'b.c': '2' }, [], '{\n  "a": "1",\n  "b": {\n    "c": "2"\n  }\n}\n'],
    ['null and blank', '{\n  "a": null,\n  "b": ""\n}', '{"a":"","b":""}', { a: '1', b: '2' }, [], '{\n  "a": "1",\n  "b": "2"\n}'],
  ];
  it.each(cases)('%s', (_name, before, source, values, removed, after) => {
    expect(patch(before, source, values, removed)).toBe(after);
  });

  it('is the same byte for byte when taken apart and put together', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), fc.constantFrom('', ' ', '\t', 4), (value, indent) => {
        const text = `\ufeff ${JSON.stringify(value, null, indent)} \r\n`;
        expect(printBundleTree(parseTree(text))).toBe(text);
      }),
    );
  });

  const name = fc.stringMatching(/^[a-f]{1,2}$/);
  const tree = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.dictionary(name, fc.oneof({ maxDepth: 2 }, fc.string(), fc.constant(1), tie('node')), { minKeys: 1, maxKeys: 5 }),
  })).node;

  it('keeps every member that is not asked for, in its place, and gets every one that is', () => {
    fc.assert(
      fc.property(tree, tree, fc.constantFrom('', 2, '\t'), (own, asked, indent) => {
        const text = JSON.stringify(own, null, indent);
        const before = parseBundle(text, 'before').entries;
        const news = [...parseBundle(JSON.stringify(asked), 'asked').entries.values()]
          .filter(({ raw }) => raw !== '{}')
          .map(({ path }): BundleEntry => ({ path, value: `new ${path.join('.')}` }));
        const result = patchBundle(parseBundle(text, 'target'), news, new Set(), new Map());
        const after = parseBundle(result, 'after').entries;
        for (const { path, value } of news) expect(after.get(path.join('.'))?.value).toBe(value);
        const asKeys = new Set(news.map(({ path }) => path.join('.')));
        const stayed = [...before].filter(([key, { raw }]) => !asKeys.has(key) && raw !== '{}');
        for (const [key, { start, end }] of stayed) {
          const found = after.get(key);
          expect(result.slice(found?.start, found?.end)).toBe(text.slice(start, end));
        }
        const order = [...after.keys()].filter((key) => stayed.some(([one]) => one === key));
        expect(order).toEqual(stayed.map(([key]) => key));
        // Nothing to do: nothing changes.
        expect(patchBundle(parseBundle(result, 'again'), news, new Set(), new Map())).toBe(result);
      }),
      { numRuns: 300 },
    );
  });
});
