/** Syntax beside the kinds that were seen on real sites: CriticMarkup, Markdoc, MyST, Azure DevOps, TeX, GitHub. */
import { describe, expect, it } from 'vitest';
import { pseudoFile, type Variant } from './pseudo-file.ts';

const KINDS: Readonly<Record<string, readonly Variant[]>> = {
  neighbours: [
    [
      '{++added words++} {--deleted words--} {~~old~>new~~} {==mark==}{>>comment<<} it\n',
      '⟦{++áddéd wörds++} {--délétéd wörds--} {~~öld~>néw~~} {==márk==}{>>cömmént<<} ít⟧\n',
    ],
    [
      'Text (1) and more (2)\n{ .annotate }\n\n1.  Note one\n2.  Note two\n',
      '⟦Téxt (1) ánd möré (2)⟧\n{ .annotate }\n\n1.  ⟦Nöté öné⟧\n2.  ⟦Nöté twö⟧\n',
    ],
    ['$$\na = b\n$$ (eq-label)\n\nText after\n', '$$\na = b\n$$ (eq-label)\n\n⟦Téxt áftér⟧\n'],
    ['$$ a = b $$ (eq-label)\n\nText after\n', '$$ a = b $$ (eq-label)\n\n⟦Téxt áftér⟧\n'],
    [
      'Fix #123 and org/repo#12 and GH-1 and $`a`$ math it\n',
      '⟦Fíx #123 ánd org/repo#12 ánd GH-1 ánd $`a`$ máth ít⟧\n',
    ],
    [
      '# Head {% #the-id %}\n\nText {% .class %}\n\n{% callout type="x" %}\nWords {% $var %} it\n{% /callout %}\n\n| a {% align="b" %} | c |\n|---|---|\n',
      '# ⟦Héád⟧ {% #the-id %}\n\n⟦Téxt⟧ {% .class %}\n\n{% callout type="x" %}\n⟦Wörds {% $var %} ít⟧\n{% /callout %}\n\n| ⟦á {% align="b" %}⟧ | ⟦c⟧ |\n|---|---|\n',
    ],
    [
      '<include>./page.mdx</include>\n\n<include lang="tsx">./a/b.tsx</include>\n\nText\n',
      '<include>./page.mdx</include>\n\n<include lang="tsx">./a/b.tsx</include>\n\n⟦Téxt⟧\n',
      'mdx',
    ],
    [
      '```{=html}\n<b>words</b>\n```\n\n`<b>words</b>`{=html} it\n\n. . .\n\nText\n',
      '```{=html}\n<b>words</b>\n```\n\n⟦`<b>words</b>`{=html} ít⟧\n\n. . .\n\n⟦Téxt⟧\n',
    ],
    [
      '> [!note]- Title *it*\n> text\n>> [!tip] nested\n>> text two\n> > more\n',
      '> [!note]- ⟦Títlé *ít*⟧\n> ⟦téxt⟧\n>> [!tip] ⟦néstéd⟧\n>> ⟦téxt twö möré⟧\n',
    ],
    [
      '![Alt](a.png "Title words"){fig-align="left" fig-cap="x"}\n\n![Alt](a.png =100x20) end\n\n![Alt](a.png#only-light)\n',
      '⟦![Alt](a.png "Títlé wörds"){fig-align="left" fig-cap="x"}⟧\n\n⟦![Alt](a.png =100x20) énd⟧\n\n⟦![Alt](a.png#only-light)⟧\n',
    ],
    ['- [ ] a\n- [X] b\n* [-] c\n+ [/] d\n1. [ ] e\n', '- [ ] ⟦á⟧\n- [X] ⟦b⟧\n* [-] ⟦c⟧\n+ [/] ⟦d⟧\n1. [ ] ⟦é⟧\n'],
    [
      '``` mermaid\ngraph words\n```\n\n:::mermaid\ngraph words\n:::\n\n::: mermaid\ngraph words\n:::\n',
      '``` mermaid\ngraph words\n```\n\n:::mermaid\ngraph words\n:::\n\n::: mermaid\ngraph words\n:::\n',
    ],
    [
      '| a | b |\n|---|---|\n| c || \n| ^^ | d |\n[Caption words]\n',
      '| ⟦á⟧ | ⟦b⟧ |\n|---|---|\n| ⟦c⟧ || \n| ^^ | ⟦d⟧ |\n⟦[Cáptíön wörds]⟧\n',
    ],
    [
      '\\begin{align}\na &= b \\\\\nc &= words\n\\end{align}\n\nText\n',
      '\\begin{align}\na &= b \\\\\nc &= words\n\\end{align}\n\n⟦Téxt⟧\n',
    ],
    ['%%{init: {"theme": "x"}}%%\n\nText\n\n%% words\n', '%%{init: {"theme": "x"}}%%\n\n⟦Téxt⟧\n\n%% words\n'],
  ],
};

describe.each(Object.entries(KINDS))('%s', (_kind, variants) => {
  for (const [text, expected, extension] of variants)
    it(JSON.stringify(text), async () => {
      expect(await pseudoFile(text, extension)).toBe(expected);
    });
});
