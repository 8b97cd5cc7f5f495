/** Links to headings go on working in a translation. */
import { describe, expect, it } from 'vitest';
import type { ArticleFormat } from '../../scripts/formats/format.ts';
import { headingIds } from '../../scripts/formats/links/heading-slugs.ts';
import { markdown } from '../../scripts/formats/markdown.ts';
import { mdx } from '../../scripts/formats/mdx.ts';
import type { Reading } from '../../scripts/project/reading.ts';

const ARTICLE = `# Manual

- [Quick start](#quick-start), [Manual](#manual)

## Quick start

## Quick start

## Own {#mine}

## \`code\`

Two words
---
`;

function filled(text: string, options: Omit<Reading, 'sourceLanguage'>, format: ArticleFormat = markdown): string {
  const reading = { sourceLanguage: 'en', ...options };
  const file = format.parse(text, reading);
  const values = new Map(file.units.map(({ value }, index) => [index, value.replace(/Quick|Two|Manual|Own/g, 'Já')]));
  const result = file.fill(values);
  expect(result.refused).toEqual([]);
  const again = format.parse(result.text, reading);
  expect(again.outline()).toBe(file.outline());
  expect(again.units.map(({ value }) => value)).toEqual([...values.values()]);
  // A second pass, and one with other words, add nothing.
  const ids = file.headingIds?.() ?? [];
  expect(again.fill(new Map(), { headingIds: ids }).text).toBe(result.text);
  const other = again.fill(new Map([...values].map(([index, value]) => [index, value.replace('Já', 'Là')])), {
    headingIds: ids,
  });
  expect(other.text).toBe(result.text.replaceAll('Já', 'Là').replaceAll('Là](#manual)', 'Já](#manual)'));
  return result.text;
}

describe("the source's ids", () => {
  it('stand beside translated headings in braces', () => {
    const text = filled(ARTICLE, { idForm: 'braces' });
    expect(text).toContain('# Já {#manual}\n');
    expect(text).toContain(
      '## Já start {#quick-start}\n\n## Já start {#quick-start-1}\n\n## Já {#mine}\n\n## `code`\n',
    );
    expect(text).toContain('Já words {#two-words}\n---\n');
  });

  it('in the way of each site', () => {
    expect(filled(ARTICLE, { idForm: 'spaced-braces', flavour: 'mkdocs' })).toContain(
      '## Já start { #quick-start_1 }\n',
    );
    expect(filled(ARTICLE.replace('Two words\n---\n', ''), { idForm: 'comment' }, mdx)).toContain(
      ' {/* #quick-start-1 */}\n',
    );
    expect(filled(ARTICLE, { idForm: 'anchor' })).toContain('<a id="quick-start-1"></a>\n\n## Já start\n');
    expect(filled(ARTICLE.replace('Two words\n---\n', ''), { idForm: 'braces' }, mdx)).toContain(
      '## Já start {#quick-start}\n',
    );
    expect(filled(ARTICLE.replaceAll('\n', '\r\n'), { idForm: 'anchor' })).toContain(
      '<a id="quick-start"></a>\r\n\r\n## Já',
    );
  });

  it('join the attributes that a heading has', () => {
    const article = '## Own { data-toc-label="x.y" .a }\n\n## Two *words* {: .a }\n\nOwn words {.a}\n---\n';
    expect(filled(article, { idForm: 'spaced-braces' })).toBe(
      '## Já { #own data-toc-label="x.y" .a }\n\n## Já *words* {: #two-words .a }\n\nJá words {#own-words .a}\n---\n',
    );
  });

  it('are made of what is shown', () => {
    expect(filled('## <!-- x --> – Own\n\n## Two :tada:\n', { idForm: 'spaced-braces', flavour: 'mkdocs' })).toBe(
      '## <!-- x --> – Já { #own }\n\n## Já :tada: { #two }\n',
    );
  });

  it("are left alone where nobody reads them, and the title's where no link leads to it", () => {
    expect(filled(ARTICLE, { idForm: 'none' })).toBe(
      ARTICLE.replace(/Quick(?= start\])|Quick(?= start\n)|Two|Manual|Own/g, 'Já'),
    );
    expect(filled('# Own\n\ntext\n', { idForm: 'braces' })).toBe('# Já\n\ntext\n');
    expect(filled('## Two\n\n# Own\n', { idForm: 'braces' })).toBe('## Já {#two}\n\n# Já {#own}\n');
  });

  it('are as kramdown reads them: by a letter in braces, and on the line below', () => {
    expect(
      filled(
        '# 1. Own\n\n## Two {% include x.html %}\n\n# 2. Own\n{: .a #mine}\n\n# Two\n{: .b}\n\nSee [x](#mine).\n',
        {
          idForm: 'braces',
          flavour: 'jekyll',
        },
      ),
    ).toBe(
      '# 1. Já\n{: id="1-own"}\n\n## Já {% include x.html %}\n\n# 2. Já\n{: .a #mine}\n\n# Já {#two}\n{: .b}\n\nSee [x](#mine).\n',
    );
  });

  it('are made as each generator makes them', () => {
    const headings = ['What’s new in 2.0?', 'Café & co', 'Café & co', '1. Begin', '日本語'].map((text) => ({
      text,
      id: undefined,
    }));
    expect(headingIds(headings, 'docusaurus')).toEqual([
      'whats-new-in-20',
      'café--co',
      'café--co-1',
      '1-begin',
      '日本語',
    ]);
    expect(headingIds(headings, 'mkdocs')).toEqual(['whats-new-in-20', 'cafe-co', 'cafe-co_1', '1-begin', '_1']);
    const counted = ['日本', '中文', 'foo', 'foo', 'foo_1', 'x', 'foo', '日本'].map((text) => ({
      text,
      id: text === 'x' ? 'foo_2' : undefined,
    }));
    expect(headingIds(counted, 'mkdocs')).toEqual(['_1', '_2', 'foo', 'foo_1', 'foo_3', 'foo_2', 'foo_4', '_3']);
    expect(headingIds(counted, 'jekyll').slice(2)).toEqual(['foo', 'foo-1', 'foo_1', 'foo_2', 'foo-2', '日本-1']);
    expect(headingIds(headings, 'vitepress')).toEqual([
      'what-s-new-in-2-0',
      'cafe-co',
      'cafe-co-1',
      '_1-begin',
      '日本語',
    ]);
    expect(headingIds(headings, 'jekyll')).toEqual(headingIds(headings, 'docusaurus'));
  });
});

it.each([
  [ARTICLE, ['2 links lead to headings whose id is made of its words (#manual)']],
  ['See [x](#a-b).\n\n# A b\n', ['A link leads to a heading whose id is made of its words (#a-b)']],
  ['See [x](#mine), [y](#nowhere) and `[z](#own)`.\n\n# Own {#mine}\n', []],
  ['See [x](other.md#own).\n\n# Own\n', []],
  ['> - See [`x`](#a-b "T").\n\nA b\n---\n', ['A link leads to a heading whose id is made of its words (#a-b)']],
  ['| [x](#a-1) |\n| - |\n\n# A\n\n## A\n', ['A link leads to a heading whose id is made of its words (#a-1)']],
  ['!!! note\n    [x](#caf%C3%A9)\n\n- # Café\n', ['A link leads to a heading whose id is made of its words (#café)']],
  ['[x](#a) [y](#b)\n\n# A { #a }\n\n# B {: #b }\n', []],
  ['[x](#a) [y](#b)\n\n# A [#a]\n\n# B {/* #b */}\n', []],
  ['[x](#b)\n\n# B {/*b*/}\n', []],
  ['[x](#c)\n\n# B\n{: .a #c }\n', []],
])('links that a translation breaks are told: %j', (text, messages) => {
  const { warnings } = markdown.parse(text, { sourceLanguage: 'en' });
  expect(warnings.map(({ message }) => message.split(':')[0])).toEqual(messages);
  expect(markdown.parse(text, { sourceLanguage: 'en', idForm: 'none' }).warnings).toEqual([]);
});
