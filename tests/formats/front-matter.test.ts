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

  it.each([
    ['image: {src: a.png, alt: A picture}\nimg:\n  alt: B b\nicon: c.png\n', ['image.alt', 'img.alt']],
    ['image: a picture\nimages:\n- {src: a b.png, alt: C c}\n', ['images.0.alt']],
    ['seo: {title: D d, image: e f.png, slug: g h}\n', ['seo.title']],
  ])('are texts that stand beside what programs read: %j', (yaml, paths) => {
    const text = `---\n${yaml}---\n`;
    expect(readFrontMatter(text).units.map(({ path }) => path?.join('.'))).toEqual(paths);
    const filled = fillAll(text, (own) => `x ${own}`);
    expect(filled.replaceAll('x ', '')).toBe(text);
    expect(filled.split('x ').length - 1).toBe(paths.length);
  });

  it.each([
    [
      'sidebar_label: All kites\nsidebar_position: 2\nlinkTitle: Kites at a glance\nslug: a b\n',
      'sidebar_label linkTitle',
    ],
    [
      'hero:\n  name: A b\n  tagline: C d\n  image: {src: /a b.png, alt: E f}\n  actions:\n  - {theme: brand, text: G h, link: /guide/}\n',
      'hero.name hero.tagline hero.image.alt hero.actions.0.text',
    ],
    [
      'features:\n- {icon: x.svg, title: A b, details: C d, linkText: E f}\n',
      'features.0.title features.0.details features.0.linkText',
    ],
    [
      'sidebar: {label: A b, order: 1, badge: {text: New c, variant: tip}}\nnext: {link: /x, label: G h}\n',
      'sidebar.label sidebar.badge.text next.label',
    ],
    [
      'menus: {main: {identifier: a b, name: C d, weight: 1}}\nnav_title: E f\nlayout: home page\n',
      'menus.main.name nav_title',
    ],
  ])('are labels that site generators show: %j', (yaml, paths) => {
    const { units } = readFrontMatter(`---\n${yaml}---\n`);
    expect(units.map(({ path }) => path?.join('.')).join(' ')).toBe(paths);
  });

  it('may be added to the default ones', () => {
    const text = '---\ntitle: a b\nmood: c d\n---\n';
    const values = (fields: readonly string[]): string[] =>
      readFrontMatter(text, { fields }).units.map(({ value }) => value);
    expect([values(['mood']), values(['...', 'mood'])]).toEqual([['c d'], ['a b', 'c d']]);
  });

  it('are not what `l10n` says of them, whatever the patterns are', () => {
    const text = '---\ntitle: a b\nl10n: { lang: { title: it } }\n---\n';
    const { units } = readFrontMatter(text, { fields: ['title', '*.*.title'] });
    expect(units.map(({ path }) => path)).toEqual([['title']]);
  });

  it('come through an alias to a whole mapping, once', () => {
    const text =
      '---\nt: &t T t\nbase: &b {title: A b, description: *t, image: c d.png}\nseo: *b\ntwo:\n  seo: *b\n---\n';
    const { units } = readFrontMatter(text, { fields: ['seo.*', 'two.seo.title'] });
    expect(units.map(({ path, value }) => [path?.join('.'), value])).toEqual([
      ['seo.title', 'A b'],
      ['seo.description', 'T t'],
    ]);
    expect(fillAll(text, (own) => `${own}!`, ['seo.*'])).toBe(
      text.replace('title: A b', 'title: A b!').replace('*t,', 'T t!,'),
    );
    expect(fillAll(text, (own) => `${own}!`, ['seo.*', 'base.*', 't'])).toBe(
      text.replace('title: A b', 'title: A b!').replace('T t', 'T t!'),
    );
  });

  it('end where an alias stands in what it names', () => {
    const text = '---\nseo: &s\n  title: A b\n  more: [*s]\n---\n';
    expect(readFrontMatter(text).units.map(({ path }) => path)).toEqual([['seo', 'title']]);
  });

  it.each([
    '{\n  "title": "Hello }",\n  "tags": ["a", {"b": "c"}],\n  "seo": { "title": "x \\" {" }\n}\n\ntext {\n',
    '\ufeff{"title": "Hello", "seo": {"title": "x y"}} \r\ntext\r\n',
  ])('are those of a bare JSON object: %j', (text) => {
    const head = readFrontMatter(text);
    expect(head.units.map(({ path, line }) => [path?.join('.'), line])).toEqual([
      ['title', text.includes('\n  ') ? 2 : 1],
      ['seo.title', text.includes('\n  ') ? 4 : 1],
    ]);
    expect(text.slice(head.bodyOffset)).toMatch(/^\s*text/);
    const filled = fillAll(text, (own) => `${own}è`);
    expect(filled).toBe(text.slice(0, head.bodyOffset).replace(/(Hello(?: \})?|x \\" \{|x y)"/g, '$1è"'));
  });

  it.each(['{{ shortcode }}\n', '{% tag %}\n', '{x}\n', '{/* a */}\n', '{ "a" }\n', '{"a": 1} text\n', '{\n}\n'])(
    'are not taken from an article that begins with a brace: %j',
    (text) => {
      expect(readFrontMatter(text)).toMatchObject({ units: [], bodyOffset: 0 });
    },
  );

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

describe('values that are written without being read again', () => {
  const heads = [
    '---\ntitle: Hello world # kept\nlang: en\nauthor: &a Ann\neditor: *a\nseo: &s { title: x }\nog: *s\ndescription: "two \\"words\\""\nsummary: \'it\'\'s\'\n---\n',
    '---\ntitle:\n  Hello world,\n  on two lines\nseo: { title: one, description: "two", og: \'three\' }\ntags: [a, b]\n---\n',
    '---\r\nimages:\r\n  - alt: A cat # c\r\n    src: /a.png\r\n  - alt: "A dog"\r\ndate: 2024-01-01\r\n---\r\n',
  ];
  const sign = fc.constantFrom(
    ...': - # \' " , [ ] { } & * ! | > % @ ` ? \\ \\n \t \n \r --- ... ~ null true é ¿ 日本 \u00ad \u2028 😀'.split(
      ' ',
    ),
  );
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.oneof(fc.constantFrom('word', 'No', '5', 'two words'), sign), { minLength: 1, maxLength: 6 })
      .chain((parts) => fc.constantFrom('', ' ').map((space) => parts.join(space))),
  );

  it('come back, or are refused, and nothing else changes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.array(value, { minLength: 3, maxLength: 3 }), (text, values) => {
        const head = readFrontMatter(text);
        const filled = head.fill(new Map(values.map((one, index) => [index, one])));
        const again = readFrontMatter(filled.text);
        const refused = new Set(filled.refused.map(({ unit }) => unit));
        expect(again.outline()).toBe(head.outline());
        expect(again.bodyOffset).toBe(filled.text.length);
        expect(again.units.map((unit) => unit.value)).toEqual(
          head.units.map((unit, index) => (refused.has(index) ? unit.value : (values[index] ?? unit.value))),
        );
      }),
      { numRuns: Number(process.env['RUNS'] ?? 3_000) },
    );
  });

  it('may be long, in any script, with a sign at the end that has to be quoted', () => {
    const long = `${'é日ж'.repeat(2_000)}: #`;
    const filled = readFrontMatter('---\ntitle: Hello\n---\n').fill(new Map([[0, long]]));
    expect(readFrontMatter(filled.text).units.map(({ value: read }) => read)).toEqual([long]);
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
    ['a bare JSON object with an error', '{\n"title": "a",\n"b": }\ntext\n}\n', 3],
    ['a bare JSON object without an end', '{\n"title": "a",\n\ntext\n', 1],
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
