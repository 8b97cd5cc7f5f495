import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../scripts/formats/front-matter/front-matter.ts';

function fillAll(text: string, value: (own: string) => string, fields?: readonly string[]): string {
  const head = readFrontMatter(text, fields === undefined ? {} : { fields });
  const filled = head.fill(new Map(head.units.map((unit, index) => [index, value(unit.value)])));
  expect(filled.refused).toEqual([]);
  return filled.text;
}

const YAML = `---
# comment
title: &t Hello world # kept
slug: *t
lang: en
l10n: { lang: { title: it, seo: { description: fr } } }
description: |
  one
  two
summary: >-
  folded
  text
seo: { title: *t, description: 'it''s', canonical: /a/b }
cover:
  alt: "A \\"cat\\""
body: not blocks
---
`;

describe('units', () => {
  it('are the fields of YAML, with line and language', () => {
    const head = readFrontMatter(`${YAML}text`, {
      fields: ['title', 'description', 'summary', 'seo.*', '*.alt', 'body'],
    });
    expect(head.language).toBe('en');
    expect(head.bodyOffset).toBe(YAML.length);
    expect(head.units.map(({ path, value, line, language }) => [path?.join('.'), value, line, language ?? ''])).toEqual(
      [
        ['title', 'Hello world', 3, 'it'],
        ['description', 'one\ntwo', 7, ''],
        ['summary', 'folded text', 10, ''],
        ['seo.description', "it's", 13, 'fr'],
        ['cover.alt', 'A "cat"', 15, ''],
        ['body-2', 'not blocks', 16, ''],
      ],
    );
  });

  it('come through merge keys, but for what the mapping says itself', () => {
    const text = '---\nd: &d { title: Shared, summary: Hidden }\n<<: *d\nsummary: Own\n---\n';
    expect(readFrontMatter(text).units.map(({ path, value }) => [path?.join('.'), value])).toEqual([
      ['title', 'Shared'],
      ['summary', 'Own'],
    ]);
  });

  it.each([['---\n\ntext\n\n---\n'], ['---\ntext\n---\n'], ['----\ntitle: x\n----\n'], ['text\n---\ntitle: x\n---\n']])(
    'are not taken from rules in an article: %j',
    (text) => {
      expect(readFrontMatter(text)).toMatchObject({ units: [], bodyOffset: 0 });
    },
  );
});

describe('fill', () => {
  it('writes in kind and leaves the rest as it is', () => {
    expect(fillAll(YAML, (own) => `${own}: è`)).toBe(
      YAML.replace('&t Hello world', '&t "Hello world: è"')
        .replace('slug: *t', 'slug: "Hello world"')
        .replace('two', 'two: è')
        .replace('  folded\n  text', '  folded text: è')
        .replace("'it''s'", "'it''s: è'")
        .replace('\\"cat\\"', '\\"cat\\": è'),
    );
  });

  it('writes TOML and JSON', () => {
    const toml = `+++\ntitle = "Hello" # kept\ndate = 2020-01-01\n[seo]\ndescription = 'lit'\n[[images]]\nalt = "one"\n[[images]]\nalt = """\ntwo"""\n+++\n`;
    expect(fillAll(toml, (own) => `${own} "è"`)).toBe(
      toml
        .replace('"Hello"', '"Hello \\"è\\""')
        .replace("'lit'", `'lit "è"'`)
        .replace('"one"', '"one \\"è\\""')
        .replace('two"""', 'two "è\\""""'),
    );
    const json = '---json\n{\n\t"title": "Hello", "seo": { "title": "x y" }, "n": [1]\n}\n---\n';
    expect(fillAll(json, (own) => `${own} "è"`)).toBe(
      json.replace('"Hello"', '"Hello \\"è\\""').replace('"x y"', '"x y \\"è\\""'),
    );
  });

  it('keeps a mark and CRLF', () => {
    const text = '\ufeff---\r\ntitle: abc\r\ndescription: >\r\n  b\r\n  c\r\n---\r\n';
    expect(fillAll(text, (own) => `${own} d`)).toBe(
      '\ufeff---\r\ntitle: abc d\r\ndescription: >\r\n  b c d\r\n---\r\n',
    );
  });

  it('gives any value back or refuses it', () => {
    const toml = '+++\ntitle = "a"\nsummary = \'b\'\ndescription = """c"""\n+++\n';
    fc.assert(
      fc.property(fc.constantFrom(YAML, toml), fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text, value) => {
        const head = readFrontMatter(text);
        const filled = head.fill(new Map(head.units.map((_unit, index) => [index, `x${value}`])));
        const again = readFrontMatter(filled.text);
        const refused = new Set(filled.refused.map(({ unit }) => unit));
        expect(again.outline()).toBe(head.outline());
        expect(again.units.map((unit) => unit.value)).toEqual(
          head.units.map((unit, index) => (refused.has(index) ? unit.value : `x${value}`)),
        );
      }),
      { numRuns: 150, seed: 3 },
    );
  });
});

describe('bad input', () => {
  it.each([
    ['a program', '---js\n{ title: process.exit(1) }\n---\n', 1],
    ['a tab', '---\ntitle: a\n\tb: c\n---\n', 3],
    ['a doubled key', '---\ntitle: a\nslug: b\ntitle: c\n---\n', 4],
    ['a missing fence', '---\ntitle: a\n\ntext\n', 1],
    ['broken TOML', '+++\na = 1\ntitle = = 2\n+++\n', 3],
    ['broken JSON', ';;;\n{\n"title": }\n;;;\n', 3],
    ['a language that is none', '---\ntitle: a\nlang: en_US\n---\n', 3],
  ])('%s is an error with its line', (_name, text, line) => {
    expect(() => readFrontMatter(text)).toThrow(expect.objectContaining({ place: { line } }));
  });

  it('takes prototype names as names', () => {
    const text = '---\n__proto__: { title: x y }\nconstructor: a\ntitle: b\n---\n';
    expect(readFrontMatter(text).units.map(({ path }) => path)).toEqual([['title']]);
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
  });
});
