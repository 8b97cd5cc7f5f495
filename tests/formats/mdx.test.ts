import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ParsedArticle } from '../../scripts/formats/format.ts';
import { mdxSyntax } from '../../scripts/formats/markdown/mdx-syntax.ts';
import { mdx } from '../../scripts/formats/mdx.ts';
import { pseudoValues } from './pseudo-values.ts';

const article = readFileSync(new URL('../fixtures/formats/mdx/article.mdx', import.meta.url), 'utf8');

function parse(text: string): ParsedArticle {
  return mdx.parse(text, { sourceLanguage: 'en' });
}

describe('mdx', () => {
  it('finds text in components and their attributes, with languages', () => {
    const units = parse(article).units.map(({ kind, value, syntax, language }) => [
      kind,
      syntax,
      value,
      language ?? '',
    ]);
    expect(units).toMatchSnapshot();
  });

  it('changes words alone', () => {
    const file = parse(article);
    const filled = file.fill(pseudoValues(file, mdxSyntax));
    expect(filled.refused).toEqual([]);
    expect(filled.text).toMatchSnapshot();
    expect(parse(filled.text).outline()).toBe(file.outline());
  });

  it('gives an article back byte for byte', () => {
    const file = parse(article);
    expect(file.fill(new Map(file.units.map(({ value }, index) => [index, value]))).text).toBe(article);
  });

  it.each([
    ['text\n', 'import is a word', '&#105;mport is a word\n'],
    ['<A title="x" />\n', 'say "hi"', '<A title="say &quot;hi&quot;" />\n'],
  ])('writes %j with %j as %j', (source, value, result) => {
    expect(parse(source).fill(new Map([[0, value]])).text).toBe(result);
  });

  it('refuses a value that would break the file', () => {
    const filled = parse('text\n\nmore\n').fill(
      new Map([
        [0, 'a <b> c'],
        [1, 'più'],
      ]),
    );
    expect(() => parse(filled.text)).not.toThrow();
    expect(filled.text).toContain('più');
  });

  it.each([
    ['<Code code={x} lang="json" title="The first file" />', undefined],
    ['<Code code={x} lang="it" title="The first file" />', undefined],
    ['<CodeBlock lang="ts">\n\nThe first file\n\n</CodeBlock>', undefined],
    ['<ui.Quote lang="no-such-tag">\n\nThe first file\n\n</ui.Quote>', undefined],
    ['<Quote lang="it">\n\nIl primo\n\n</Quote>', 'it'],
    ['<div lang="it">\n\nIl primo\n\n</div>', 'it'],
    ['<p lang="xx-bad-">Text</p>', undefined],
    ['<Code lang="cs">Text</Code>', undefined],
    ['<Highlight lang="go">\n\n- Text\n\n</Highlight>', undefined],
    ['<section lang="fr-CA">\n\n> Mots\n\n</section>', 'fr-CA'],
    ['<Trans lang="fr">\n\n## Mots\n\n</Trans>', 'fr'],
  ])('reads the lang of %j as %s', (text, language) => {
    expect(parse(`${text}\n`).units.map((unit) => unit.language)).toEqual([language]);
  });

  it.each([
    ['<!-- a remark -->\n\n# Words <!-- b --> here\n', ['Words <!-- b --> here']],
    ['- a <b>word</b>\n\n  <!-- two\n\n  lines -->\n', ['a <b>word</b>']],
    ['`<!-- code -->` and <!---->\n\n```\n<!-- c -->\n```\n', ['`<!-- code -->` and <!---->']],
  ])("keeps HTML's comments, as Docusaurus does: %j", (text, values) => {
    const file = parse(text);
    expect(file.units.map(({ value }) => value)).toEqual(values);
    const filled = file.fill(pseudoValues(file, mdxSyntax));
    expect([filled.refused, parse(filled.text).outline()]).toEqual([[], file.outline()]);
    const changed = file.fill(new Map(values.map((value, index) => [index, value.replace('<!--', '<!-- x')])));
    expect(changed.refused.length + Number(changed.text === text)).toBeGreaterThan(0);
  });

  it('names the line of broken MDX', () => {
    expect(() => parse('---\ntitle: x\n---\n\ntext {a\n')).toThrow(expect.objectContaining({ place: { line: 5 } }));
  });
});
