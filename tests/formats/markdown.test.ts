import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { format as prettier } from 'prettier';
import { describe, expect, it, vi } from 'vitest';
import { markdown } from '../../scripts/formats/markdown.ts';
import { markdownSyntax } from '../../scripts/formats/markdown/markdown-syntax.ts';
import type { ParsedArticle } from '../../scripts/formats/format.ts';
import { SourceError } from '../../scripts/project/errors.ts';
import { canonical } from '../../scripts/units/canonical.ts';
import { z } from 'zod';
import { pseudoValues } from './pseudo-values.ts';

vi.setConfig({ testTimeout: 60_000 });

const examples = z
  .object({ tests: z.array(z.object({ markdown: z.string() })) })
  .parse(createRequire(import.meta.url)('commonmark-spec')).tests;

const article = readFileSync(new URL('../fixtures/formats/markdown/article.md', import.meta.url), 'utf8');

function parse(text: string): ParsedArticle {
  return markdown.parse(text, { sourceLanguage: 'en' });
}

function values(text: string): string[] {
  return parse(text).units.map(({ value }) => value);
}

/** The file with one value in the place of its first unit. */
function fillFirst(text: string, value: string): string {
  return parse(text).fill(new Map([[0, value]])).text;
}

function own(file: ParsedArticle): Map<number, string> {
  return new Map(file.units.map(({ value }, index) => [index, value]));
}

describe('units', () => {
  it('are the blocks of the article with their kinds, lines and languages', () => {
    expect(
      parse(article).units.map(({ kind, value, line, language }) => [kind, value, line, language ?? '']),
    ).toMatchSnapshot();
  });

  it('leave out what has no letters', () => {
    expect(values('2024\n\n![](x.png)\n\n{{< figure >}}\n\n---\n\n`code`\n')).toEqual([]);
  });

  it('have container prefixes and soft line ends removed and hard breaks kept', () => {
    expect(values('> - a\n>   b\\\n>   c  \n> d\n')).toEqual(['a b\\\nc  \nd']);
  });

  it('say by themselves which brackets are links', () => {
    expect(values('[a] and [b] [c][d]\n\n[a]: /x\n')).toEqual(['[a][] and [b] [c][d]']);
  });

  it('open no section with a heading inside a quote or a list', () => {
    expect(parse('# a\n\n> # b\n\n- # c\n').units.map(({ kind }) => kind)).toEqual(['heading', 'quote', 'li']);
  });
});

describe('lines of template tags alone', () => {
  it.each([
    ['{% for a in b %}\n- [{{ a.t }}]({{ a.u }}) by x\n{% endfor %}\n', ['[{{ a.t }}]({{ a.u }}) by x']],
    ['{{% notice %}}\ntext of it\n{{% /notice %}}\n', ['text of it']],
    ['{{ content }}\r\none\r\ntwo **b**\r\n{{< x >}} {{< y >}}\r\n', ['one two **b**']],
    ['> - one\n>   {% if a %}\n>   two {{ b }}\n> {% endif %}\n> three\n', ['one', 'two {{ b }}', 'three']],
    ['a\n\\> b\n{{< figure\n  src="a" >}}\n$x$ *c*\n', ['a \\> b', '$x$ *c*']],
    ['{% if a %}\nTitle\n{% endif %}\n=====\n', ['Title']],
    ['{% if a %}\n{{ x }}\n\n{% endif %}\n', []],
  ])('stay as they are: %j', (text, expected) => {
    const file = parse(text);
    expect(file.units.map(({ value }) => value)).toEqual(expected);
    expect(file.fill(own(file)).text).toBe(text);
    const filled = file.fill(pseudoValues(file, markdownSyntax));
    expect(filled.refused).toEqual([]);
    const tagLines = (some: string): string[] =>
      some.split('\n').filter((line) => /^[> ]*\{[^a-z]+[a-z].*\}\r?$/.test(line));
    expect(tagLines(filled.text)).toEqual(tagLines(text));
    expect(filled.text.split('\n').length).toBeLessThanOrEqual(text.split('\n').length);
    expect(parse(filled.text).outline()).toBe(file.outline());
  });

  it('are part of the text where it breaks lines by itself', () => {
    expect(values('Dear\\\n{{ name }}\\\nhello\n{{ x }}\n')).toEqual(['Dear\\\n{{ name }}\\\nhello']);
  });

  it('are part of the outline', () => {
    const outline = (text: string): string => parse(text).outline();
    expect(outline('{% if a %}\nb\n')).not.toBe(outline('{% if c %}\nb\n'));
    expect(outline('{% if a %}\nb\n')).not.toBe(outline('b\n{% if a %}\n'));
  });

  it('keep any text between them in its lines', () => {
    const line = fc.constantFrom(
      '{% if a %}',
      '{{ x }}',
      '{{< f >}} {{ y }}',
      'word',
      '*two* {{ z }}',
      'end\\',
      '$a$',
      '- b',
      '> c',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('', '> ', '- '), (lines, prefix) => {
        const indent = prefix.replace('-', ' ');
        const text = lines.map((one, index) => `${index === 0 ? prefix : indent}${one}\n`).join('');
        const file = parse(text);
        expect(file.fill(own(file)).text).toBe(text);
        const filled = file.fill(pseudoValues(file, markdownSyntax));
        expect(filled.refused).toEqual([]);
        expect(parse(filled.text).outline()).toBe(file.outline());
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});

describe('content', () => {
  it('that units come with is what their values say', () => {
    const texts = [...examples.map(({ markdown: text }) => text), article];
    let shared = 0;
    for (const text of texts.flatMap((one) => [one, `${one}\n\n[foo]: /bar\n\n[^1]: a@b.c {{ x }}\n`])) {
      for (const { value, content } of parse(text).units) {
        if (content === undefined) continue;
        shared++;
        expect([value, canonical(content)]).toEqual([value, canonical(markdownSyntax.parse(value))]);
        expect([value, content]).toEqual([value, markdownSyntax.parse(value)]);
      }
    }
    expect(shared).toBeGreaterThan(300);
  });
});

describe('fill', () => {
  it('gives every CommonMark example back byte for byte', () => {
    const changed = examples.filter(({ markdown: text }) => {
      const file = parse(text);
      return file.fill(new Map()).text !== text || file.fill(own(file)).text !== text;
    });
    expect(examples.length).toBe(652);
    expect(changed).toEqual([]);
  });

  it.each(['<style>', '<!-- ', '{% raw %}', '</div><script>', '```'])(
    'refuses a text with %j, and none of those behind it',
    (sign) => {
      const parsed = parse('# A\n\nOne.\n\n- Two.\n\nThree `c`.\n\n## B\n\nFour.\n');
      const values = parsed.units.map(
        ({ value }, index) => [index, `${index === 1 ? sign : 'Otro '}${value}`] as const,
      );
      const { text, refused } = parsed.fill(new Map(values));
      expect(refused.every(({ unit }) => unit === 1)).toBe(true);
      expect(text).toContain('- Otro Two.\n\nOtro Three `c`.\n\n## Otro B\n\nOtro Four.\n');
    },
  );

  it('keeps the structure of every CommonMark example under a translation', () => {
    let units = 0;
    let refused = 0;
    const broken: string[] = [];
    for (const { markdown: text } of examples) {
      const file = parse(text);
      const filled = file.fill(pseudoValues(file, markdownSyntax));
      units += file.units.length;
      refused += filled.refused.length;
      if (parse(filled.text).outline() !== file.outline()) broken.push(text);
    }
    expect(broken).toEqual([]);
    expect(refused / units).toBeLessThan(0.02);
  });

  it('changes words alone', () => {
    const file = parse(article);
    const filled = file.fill(pseudoValues(file, markdownSyntax));
    expect(filled.refused).toEqual([]);
    expect(filled.text).toMatchSnapshot();
    expect(parse(filled.text).outline()).toBe(file.outline());
  });

  it.each([
    ['text\n', '# no heading', '\\# no heading\n'],
    ['text\n', '1. no list', '1\\. no list\n'],
    ['text\n', '- no list', '\\- no list\n'],
    ['text\n', '> no quote', '\\> no quote\n'],
    ['text\n', 'a\\\n===', 'a\\\n\\===\n'],
    ['> text\n', 'a  \nb', '> a  \n> b\n'],
    ['- text\r\n', 'a\\\nb', '- a\\\r\n  b\r\n'],
    ['# text\n', 'C #', '# C \\#\n'],
    ['- [ ] text\n', '[x] done', '- [ ] \\[x] done\n'],
    ['| text |\n| - |\n', 'a | b', '| a \\| b |\n| - |\n'],
    ['[a]: /x "text"\n', 'say "hi"', '[a]: /x "say \\"hi\\""\n'],
    ['\ufefftext\r\n', 'a\n\nb', '\ufeffa b\r\n'],
  ])('writes %j with %j as %j', (source, value, result) => {
    expect(fillFirst(source, value)).toBe(result);
  });

  it('refuses the unit whose value loses a link, and only that', () => {
    const file = parse('One [a](b).\n\nTwo.\n');
    const filled = file.fill(
      new Map([
        [0, 'Uno a.'],
        [1, 'Due.'],
      ]),
    );
    expect(filled.text).toBe('One [a](b).\n\nDue.\n');
    expect(filled.refused).toMatchObject([{ unit: 0 }]);
  });

  it.each([
    ['loses code', 'One `a`.\n', 'Uno a.'],
    ['gains a link', 'One.\n', '[Uno](x).'],
    ['gains a link by its label', 'One [a].\n\n[a]: /x\n', 'Uno [a] [a].'],
    ['gains a page address', 'One https://x.y.\n\nTwo.\n', 'Uno https://x.y "https://z.y".'],
    ['gains a template tag', 'One.\n\nTwo.\n', 'Uno {{ x }}.'],
    ['loses all letters', 'One.\n', '1.'],
  ])('refuses a value that %s while other values go in', (_name, source, value) => {
    const file = parse(`${source}\n## Last\n`);
    const last = file.units.length - 1;
    const filled = file.fill(
      new Map([
        [0, value],
        [last, 'Ultimo'],
      ]),
    );
    expect(filled.text).toBe(`${source}\n## Ultimo\n`);
    expect(filled.refused.map(({ unit }) => unit)).toEqual([0]);
  });

  it('asks the caller alone for what values say, where they change words alone', () => {
    const file = parse('# One\n\n- a *b*\n\n> c `d`\n> e\n\n| f | g |\n| - | - |\n| h | i\\|j |\n\n[k]: /k "l"\n');
    const values = pseudoValues(file, markdownSyntax);
    const asked: string[] = [];
    const { text } = file.fill(values, {
      parse: (_, value) => {
        asked.push(value);
        return markdownSyntax.parse(value);
      },
    });
    expect(parse(text).outline()).toBe(file.outline());
    expect(asked).toEqual([...values.values()].slice(0, -1));
  });

  it('lets a person set emphasis otherwise', () => {
    expect(fillFirst('one *two*\n', '**uno** due')).toBe('**uno** due\n');
  });

  it('keeps the outline whatever the values are', () => {
    const special = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '#',
      '-',
      '>',
      '|',
      '\n',
      '\\',
      '<b>',
      '{{',
      '$',
      '~',
      '1.',
      ' ',
      'a',
      '\u0000',
      '\ufdd0',
    );
    const value = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.array(special, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(25), value), { maxLength: 6 }), (pairs) => {
        const file = parse(article);
        const { text } = file.fill(new Map(pairs));
        expect(parse(text).outline()).toBe(file.outline());
      }),
      { numRuns: 25, seed: 3 },
    );
  });
});

/** Lines that speak to site builders, some with words in them. */
const MARKS = [
  '::: tip',
  '::: tip A title',
  ':::note A *title* {.c}',
  ':::',
  '::::',
  '[!NOTE]',
  '[!tip]- A `title`',
  '{: .class #id}',
  'text {#id .class}',
  'text{#id}',
  '[TOC]',
  '[[toc]]',
  '*[HTML]: Hyper Text',
  '!!! note "A title"',
  '??? note',
  '=== "A tab"',
  ': definition of it',
  '\\[',
  '\\]',
  'x = y',
  '```',
];

describe('the proof that needs no second parse', () => {
  const lines = [
    ...new Set(examples.flatMap(({ markdown: text }) => text.split('\n')).filter((line) => line.length < 60)),
  ];
  const prefix = fc.constantFrom('', '', '', '> ', '- ', '1. ', '  ', '    ', '# ', '| ', '[^a]: ', '- [ ] ', ':::n\n');
  const words = fc.constantFrom('a b', 'c | d', '| - | - |', '{{ x }} y', '$z$', '\\(x\\) y', 'a \\[ b = c \\]');
  const line = fc.oneof(fc.constantFrom(...lines), words, fc.constantFrom(...MARKS));
  const text = fc
    .array(fc.tuple(prefix, line), { maxLength: 9 })
    .map((pairs) => pairs.map(([before, one]) => `${before}${one}\n`).join(''));
  const value = fc
    .array(
      fc.oneof(
        line,
        fc.constantFrom('wort', ' ', '\\\n', '  \n', '|', '#', '\\', '$', '{{ x }}', '[a]', '`', ': ', '{.c}'),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((parts) => parts.join(''));

  it('is never wrong: whatever is written, the result read again has the outline of the source', () => {
    fc.assert(
      fc.property(text, fc.array(value, { minLength: 1, maxLength: 6 }), (source, some) => {
        const file = parse(source);
        const filled = file.fill(new Map(file.units.map((_, index) => [index, some[index % some.length] ?? ''])));
        expect(parse(filled.text).outline()).toBe(file.outline());
      }),
      { numRuns: 1500, seed: 11 },
    );
  });
});

describe('outline', () => {
  it('is the same after a formatter, and so are the values', async () => {
    const file = parse(article);
    const { text } = file.fill(pseudoValues(file, markdownSyntax));
    const before = parse(text);
    const after = parse(await prettier(text, { parser: 'markdown', proseWrap: 'preserve', tabWidth: 4 }));
    expect(after.outline()).toBe(before.outline());
    const contents = (some: ParsedArticle): string[] =>
      some.units.map(({ value, syntax }) => (syntax === 'plain' ? value : canonical(markdownSyntax.parse(value))));
    expect(contents(after)).toEqual(contents(before));
  });

  it.each([
    ['# a\n', '## a\n'],
    ['- a\n- b\n', '- a\n\n  b\n'],
    ['`a` b\n', '`c` b\n'],
    ['[a](x)\n', '[a](y)\n'],
    ['```js\na\n```\n', '```js\nb\n```\n'],
    ['---\nslug: a\n---\n', '---\nslug: b\n---\n'],
  ])('differs between %j and %j', (one, other) => {
    expect(parse(one).outline()).not.toBe(parse(other).outline());
  });

  it('is the same for CRLF', () => {
    expect(parse(article.replaceAll('\n', '\r\n')).outline()).toBe(parse(article).outline());
  });
});

describe('bad input', () => {
  it.each([
    ['quotes', '> '.repeat(10_000)],
    ['lists', '- '.repeat(10_000)],
    ['length', 'word '.repeat(2_000_000)],
    ['lines', 'a\n'.repeat(100_000)],
    ['emphasis', '_a**'.repeat(10_000)],
    ['links that stay open', '[a]('.repeat(20_000)],
    ['references', '[a][b]'.repeat(20_000)],
    ['open brackets', '['.repeat(10_000) + 'a'.padEnd(10_001, ']')],
    ['open directives', ':::note\n'.repeat(1_000)],
    ['nested directives', Array.from({ length: 1_000 }, (_, depth) => `${':'.repeat(1_003 - depth)}note\n`).join('')],
    ['lines in nested lists', Array.from({ length: 10_000 }, (_, line) => `${'  '.repeat(line % 140)}- a\n`).join('')],
    ['lines in nested quotes', `${'> '.repeat(50)}a\n`.repeat(10_000)],
    ['paragraphs full of emphasis', `${'*a '.repeat(900)}\n\n`.repeat(20)],
  ])('refuses too much at once: %s', (_name, text) => {
    expect(() => parse(`---\ntitle: x\n---\n\n${text}a`)).toThrow(SourceError);
  });

  it('says in which line there is too much', () => {
    expect(() => parse(`---\ntitle: x\n---\n\nb\n${'_a**'.repeat(10_000)}`)).toThrow(
      expect.objectContaining({ place: { line: 6 }, remedy: expect.stringContaining('Split') }),
    );
  });

  it.each([
    ['a list of links', '- [a](b) and [c] **d**\n'.repeat(600)],
    ['a table of links', `| a | b |\n| - | - |\n${'| [a](b) | *c* |\n'.repeat(600)}`],
    ['definitions', '[a b]: /c\n'.repeat(1_200)],
    ['brackets in code', `\`\`\`\n${'[['.repeat(3_000)}\n\`\`\`\n\n<script>\n${'a[*_'.repeat(3_000)}\n</script>\n`],
    ['many directives', ':::note\na\n:::\n\n'.repeat(500)],
  ])('reads large articles: %s', (_name, text) => {
    const file = parse(text);
    expect(file.fill(own(file)).text).toBe(text);
  });

  it('refuses a value of thousands of levels, and reads it as text', () => {
    const deep = `${'*a '.repeat(5_000)}b${' a*'.repeat(5_000)}`;
    const file = parse('One.\n\nTwo.\n');
    const filled = file.fill(
      new Map([
        [0, deep],
        [1, 'Due.'],
      ]),
    );
    expect(filled.text).toBe('One.\n\nDue.\n');
    expect(filled.refused.map(({ unit }) => unit)).toEqual([0]);
    expect(markdownSyntax.parse(deep)).toEqual([{ type: 'text', text: deep }]);
  });

  it('reads unclosed fences, NUL bytes and marks', () => {
    expect(values('```js\nabc\n')).toEqual([]);
    const text = '\ufeffa\u0000b\r\n';
    expect(parse(text).fill(new Map()).text).toBe(text);
  });
});
