import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../scripts/formats/markdown.ts';
import { markdownSyntax } from '../../scripts/formats/markdown/markdown-syntax.ts';
import { mdxSyntax } from '../../scripts/formats/markdown/mdx-syntax.ts';
import { mdx } from '../../scripts/formats/mdx.ts';
import type { ArticleFormat, InlineSyntax, ParsedArticle } from '../../scripts/formats/format.ts';
import { pseudoValues } from './pseudo-values.ts';

function parse(text: string, format: ArticleFormat = markdown): ParsedArticle {
  return format.parse(text, { sourceLanguage: 'en' });
}

/** The file in accents and brackets; of a file whose every unit can be written. */
function pseudo(text: string, format: ArticleFormat = markdown, syntax: InlineSyntax = markdownSyntax): string {
  const file = parse(text, format);
  expect(file.fill(new Map(file.units.map(({ value }, index) => [index, value]))).text).toBe(text);
  const filled = file.fill(pseudoValues(file, syntax));
  expect(filled.refused).toEqual([]);
  expect(parse(filled.text, format).outline()).toBe(file.outline());
  return filled.text;
}

describe('marks at the beginning of a line', () => {
  it.each([
    [':::note Title\nInside.\n:::\n', ':::note ⟦Títlé⟧\n⟦Insídé.⟧\n:::\n'],
    ['::: tip\nText\n:::\n', '::: tip\n⟦Téxt⟧\n:::\n'],
    ['::: tip\r\nText\r\nmore\r\n:::\r\n', '::: tip\r\n⟦Téxt möré⟧\r\n:::\r\n'],
    ['::: details Click *me* {open}\n\nText\n\n:::\n', '::: details ⟦Clíck *mé*⟧ {open}\n\n⟦Téxt⟧\n\n:::\n'],
    ['::: {.note}\nText\n:::\n', '::: {.note}\n⟦Téxt⟧\n:::\n'],
    [':::{note} Title\nText\n:::\n', ':::{note} ⟦Títlé⟧\n⟦Téxt⟧\n:::\n'],
    ['::: include foo.md\n::: tip {{ x }}\n', '::: include foo.md\n::: tip {{ x }}\n'],
    [':::a\n::: tip In\nb c\n:::\nd e\n:::\nf\n', ':::a\n::: tip ⟦In⟧\n⟦b c⟧\n:::\n⟦d é⟧\n:::\n⟦f⟧\n'],
    ['- a\n:::\n\n> ::: tip T\n> b\n> c\n> :::\n', '- ⟦á⟧\n:::\n\n> ::: tip ⟦T⟧\n> ⟦b c⟧\n> :::\n'],
    ['> [!NOTE]\n> Alert\n> text\n', '> [!NOTE]\n> ⟦Alért téxt⟧\n'],
    ['> [!tip]- A title\n> Text\n', '> [!tip]- ⟦A títlé⟧\n> ⟦Téxt⟧\n'],
    ['Para\n{:.note #id}\n', '⟦Párá⟧\n{:.note #id}\n'],
    ['# H\n{: .c}\n\n- a\n{:toc}\n', '# ⟦H⟧\n{: .c}\n\n- ⟦á⟧\n{:toc}\n'],
    ['[TOC]\n\n[[toc]]\n\na\n[[_TOC_]]\nb\n', '[TOC]\n\n[[toc]]\n\n⟦á⟧\n[[_TOC_]]\n⟦b⟧\n'],
    ['*[HTML]: Hyper *Text*\n*[W3C]: Web\n', '*[HTML]: ⟦Hypér *Téxt*⟧\n*[W3C]: ⟦Wéb⟧\n'],
    ['!!! note "A `b`"\n    Text\n    more\n', '!!! note "⟦A `b`⟧"\n    ⟦Téxt möré⟧\n'],
    ['??? note\n    Text\n\n=== "Tab"\n', '??? note\n    ⟦Téxt⟧\n\n=== "⟦Táb⟧"\n'],
    ['Term\n: one\n  two\n: three\n', '⟦Térm⟧\n: ⟦öné twö⟧\n: ⟦thréé⟧\n'],
    ['a\\\n::: tip T  \nb  \n:::\n', '⟦á⟧\\\n::: tip ⟦T⟧  \n⟦b⟧  \n:::\n'],
    ['{% if x %}\n::: tip\na\n{% endif %}\n', '{% if x %}\n::: tip\n⟦á⟧\n{% endif %}\n'],
    ['a ::: b\n`::: c`\n\n```\n::: d\n```\n', '⟦á ::: b `::: c`⟧\n\n```\n::: d\n```\n'],
  ])('stay where they are, and only words change: %j', (text, expected) => {
    expect(pseudo(text)).toBe(expected);
    expect(parse(text).warnings).toEqual([]);
  });

  it.each([
    ['::: tip\na\n:::\n', '::: tip\na\n'],
    ['> [!NOTE]\n> a\n', '> [!TIP]\n> a\n'],
    ['a\n{: .b}\n', 'a\n{: .c}\n'],
    ['[TOC]\n\na\n', 'a\n'],
    ['a {#b}\n', 'a {#c}\n'],
    ['\\(x_1\\) a\n', '\\(x_2\\) a\n'],
  ])('are part of the outline: %j, %j', (one, other) => {
    expect(parse(one).outline()).not.toBe(parse(other).outline());
  });

  it.each(['::: tip', ': b', '[TOC]', '*[HTML]: b', '!!! note', '{: .b}', '[!NOTE]'])(
    'cannot be made by a value: %j',
    (value) => {
      const file = parse('> a\n\nb\n');
      const filled = file.fill(new Map([0, 1].map((index) => [index, value])));
      expect(parse(filled.text).outline()).toBe(file.outline());
      expect(filled.refused.length).toBe(value === '{: .b}' ? 2 : 0);
    },
  );

  it.each([
    ['a *b\n::: tip\nc* d\n', '⟦á *b⟧\n::: tip\n⟦c* d⟧\n'],
    ['x\n\n::: tip A *b\nc* d\n:::\n', '⟦x⟧\n\n::: tip ⟦A *b⟧\n⟦c* d⟧\n:::\n'],
  ])('end what is open before them, as a block does: %j', (text, expected) => {
    expect(pseudo(text)).toBe(expected);
  });

  it('are known in MDX too, without those in braces', () => {
    const text = ':::note Title\n\nInside {x}.\n\n:::\n\n## Head {#my-id}\n';
    expect(pseudo(text, mdx, mdxSyntax)).toBe(':::note ⟦Títlé⟧\n\n⟦Insídé {x}.⟧\n\n:::\n\n## ⟦Héád⟧ {#my-id}\n');
  });
});

describe('attributes at the end of a block', () => {
  it.each([
    ['# A {#b}\n', '# ⟦A⟧ {#b}\n'],
    ['## A{#b}\n', '## ⟦A⟧{#b}\n'],
    ['## A *b* ## {#c .d}\n', '## ⟦A *b*⟧ ## {#c .d}\n'],
    ['A b {#c_d}\n===\n', '⟦A b⟧ {#c_d}\n===\n'],
    ['a\nb {.lead}\n\n- c {: .d}\n', '⟦á b⟧ {.lead}\n\n- ⟦c⟧ {: .d}\n'],
    ['a *b*{.red}\n', '⟦á *b*{.red}⟧\n'],
    ['| a {.b} |\n| - |\n', '| ⟦á {.b}⟧ |\n| - |\n'],
  ])('stay there: %j', (text, expected) => {
    expect(pseudo(text)).toBe(expected);
  });

  it('cannot be doubled by a value', () => {
    const file = parse('# A {#b}\n');
    expect(file.fill(new Map([[0, '{#b} C']])).refused).toMatchObject([{ unit: 0 }]);
    expect(file.fill(new Map([[0, 'C #']])).text).toBe('# C \\# {#b}\n');
  });
});

describe("LaTeX's brackets", () => {
  it.each([
    ['a \\(x_i\\) b \\[ y = z \\] c\n', '⟦á \\(x_i\\) b \\[ y = z \\] c⟧\n'],
    ['a \\\\(n\\\\) b\n', '⟦á \\\\(n\\\\) b⟧\n'],
    ['a:\n\\[\n\\frac{a}{b}\n\\]\nb\n', '⟦á:⟧\n\\[\n\\frac{a}{b}\n\\]\n⟦b⟧\n'],
    ['\\[\nE = mc^2\n\\]\n', '\\[\nE = mc^2\n\\]\n'],
    ['a \\[see this\\] \\[1\\]\n', '⟦á [séé thís] [1]⟧\n'],
    ['`\\(a\\)` \\\\[2em] b\n', '⟦`\\(a\\)` \\\\[2ém] b⟧\n'],
  ])('protect a formula, but no words: %j', (text, expected) => {
    expect(pseudo(text)).toBe(expected);
  });

  it('are not made of text', () => {
    const piece = fc.constantFrom('\\', '[', ']', '(', ')', '=', '_', '*', ' ', 'a', 'word', '1', '.');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.boolean(), (pieces, strict) => {
        const text = `x${pieces.join('')}y`;
        const value = markdownSyntax.print([{ type: 'text', text }], strict);
        expect(markdownSyntax.parse(value)).toEqual([{ type: 'text', text }]);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});

describe('raw HTML blocks', () => {
  it.each([
    ['<details>\n<summary>Open me</summary>\nHidden text.\n</details>\n', 'Open me|Hidden text.'],
    ['<details>\n<summary>Words</summary>\n\na *b*\n\n</details>\n', 'Words|a *b*'],
    [
      '<div class="note">\n  <h5>Mind</h5>\n  <p>See <a href="x.html">a link</a>.</p>\n</div>\n',
      'Mind|See <a href="x.html">a link</a>.',
    ],
    ['- item\n\n  <table><tr><td>One</td>\n  <td>Two <br /> x</td></tr></table>\n', 'item|One|Two <br> x'],
    ['a\n\n> <p title="b">\n> words\n> and more\n', 'a|b|words and more'],
    ['<p align="center">\n  <img src="a.png" alt="A hill" />\n</p>\n\n<h1 align="center">Name</h1>\n', 'A hill|Name'],
    ['<div>{% if x %}Text of {{ name }}{% endif %}</div>\n', '{% if x %}Text of {{ name }}{% endif %}'],
    ['<!-- words -->\n\n<script>\nwords\n</script>\n\n<style>words</style>\n', ''],
    ['<div class="words">\n&nbsp;\n\na\n\n</div>\n\n<pre>words</pre>\n\n<br />\n', 'a'],
  ])('are read as HTML: %j', (text, values) => {
    const file = parse(text);
    expect(file.units.map(({ value }) => value).join('|')).toBe(values);
    expect(file.warnings).toEqual([]);
    const filled = file.fill(new Map(file.units.map(({ value }, index) => [index, `${value} ⟧`])));
    expect(filled.refused).toEqual([]);
    expect(
      parse(filled.text)
        .units.map(({ value }) => value)
        .join('|'),
    ).toBe(values === '' ? '' : `${values.replaceAll('|', ' ⟧|')} ⟧`);
    const lost = file.fill(
      new Map(file.units.map(({ value }, index) => [index, value.replace(/<[^>]*>|\{\{.*?\}\}/, '')])),
    );
    expect(lost.refused.length).toBe(/<|\{\{/.test(values) ? 1 : 0);
  });

  it.each([
    ['<div markdown=1><b>bold</b>\n- words\n</div>\n', [1]],
    ['<div class={x}>\n<b>words</b>\n</div>\n', [1]],
    ['<table>two<tr><td>Three</td></tr>four</table>\n', [1]],
  ])('with words that are none for an HTML reader have a warning: %j', (text, lines) => {
    expect(parse(text).warnings.map(({ line }) => line)).toEqual(lines);
  });
});
