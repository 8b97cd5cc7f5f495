/** Syntax of those who write papers and books: variants of the kinds that were seen on real sites. */
import { describe, expect, it } from 'vitest';
import { pseudoFile, type Variant } from './pseudo-file.ts';

const KINDS: Readonly<Record<string, readonly Variant[]>> = {
  '22 citations and cross references': [
    [
      'See [@smith2020; @doe99, pp. 3-5] and [see @a:b; also @c_d] it\n',
      '⟦Séé [@smith2020; @doe99, pp. 3-5] ánd [séé @a:b; álsö @c_d] ít⟧\n',
    ],
    [
      '@smith2020 says and @smith2020 [p. 33] too. As @{https://a.b/c} and @{a b} it\n',
      '⟦@smith2020 sáys ánd @smith2020 [p. 33] töö. As @{https://a.b/c} ánd @{a b} ít⟧\n',
    ],
    [
      '$$\nx\n$$ {#eq-one}\n\n: Caption words {#tbl-one}\n\n| a |\n|---|\n| b |\n\n: Table caption {#tbl-two .striped}\n',
      '$$\nx\n$$ {#eq-one}\n\n: ⟦Cáptíön wörds⟧ {#tbl-one}\n\n| ⟦á⟧ |\n|---|\n| ⟦b⟧ |\n\n: ⟦Táblé cáptíön⟧ {#tbl-two .striped}\n',
    ],
    [
      '(@) First example\n(@good) Second one\n\nAs (@good) says.\n',
      '(@) ⟦Fírst éxámplé⟧\n(@good) ⟦Sécönd öné⟧\n\n⟦As (@good) sáys.⟧\n',
    ],
    ['(@a) One\n\n    More text\n\n(@) Two\n', '(@a) ⟦Oné⟧\n\n    ⟦Möré téxt⟧\n\n(@) ⟦Twö⟧\n'],
    [
      '@media and @Override and `@x` and \\@notcite and @@ it @ end @.\n',
      '⟦@media ánd @Override ánd `@x` ánd \\@notcite ánd @@ ít @ énd @.⟧\n',
    ],
    [
      'Figure \\@ref(fig:plot) and \\@ref(tab:a) and [text](#sec) and \\ref{fig:a} and \\cite{smith} it\n',
      '⟦Fígüré \\@ref(fig:plot) ánd \\@ref(tab:a) ánd [téxt](#sec) ánd \\ref{fig:a} ánd \\cite{smith} ít⟧\n',
    ],
    [
      '::: {.callout-warning collapse="true"}\n## Title words\nText\n:::\n\n:::: {.columns}\n::: {.column width="40%"}\nLeft\n:::\n::::\n',
      '::: {.callout-warning collapse="true"}\n## ⟦Títlé wörds⟧\n⟦Téxt⟧\n:::\n\n:::: {.columns}\n::: {.column width="40%"}\n⟦Léft⟧\n:::\n::::\n',
    ],
    [
      '| a | b |\n|---|---|\n| c | d |\n\nTable: Caption words {#tbl-x}\n\nText\n',
      '| ⟦á⟧ | ⟦b⟧ |\n|---|---|\n| ⟦c⟧ | ⟦d⟧ |\n\nTable: ⟦Cáptíön wörds⟧ {#tbl-x}\n\n⟦Téxt⟧\n',
    ],
    ['Term\n:   Def @a\n\n~   Other\n', '⟦Térm⟧\n:   ⟦Déf @a⟧\n\n~   ⟦Othér⟧\n'],
    ['a@b @c.d @e_f-g:h @i/j @k#l @m&n @o, @p.\n', '⟦á@b @c.d @e_f-g:h @i/j @k#l @m&n @o, @p.⟧\n'],
    ['(@a) b\n    c\n\n(@d) e\n\ntext (@a) f\n(@d) g\n', '(@a) ⟦b c⟧\n\n(@d) ⟦é⟧\n\n⟦téxt (@a) f (@d) g⟧\n'],
    [
      '$$ a $$ {#eq-b}\n\n$$\nc\n$$ {#eq-d .e}\n\nf\n\n> $$\n> g\n> $$ {#eq-h}\n',
      '$$ a $$ {#eq-b}\n\n$$\nc\n$$ {#eq-d .e}\n\n⟦f⟧\n\n> $$\n> g\n> $$ {#eq-h}\n',
    ],
    ['#. one\n#. two `x`\n\n    more\n\nText\n', '#. ⟦öné⟧\n#. ⟦twö `x`⟧\n\n    ⟦möré⟧\n\n⟦Téxt⟧\n'],
    [
      '```{python}\n#| label: fig-x\n#| fig-cap: "A `code` and \\"q\\""\n#| fig-alt: Plain words\n#| fig-subcap:\n#|   - "First one"\n#|   - \'Second\'\'s\'\n#| tbl-cap: ["One", "Two"]\n#| echo: false\nx = 1\n#| fig-cap: "not"\n```\n',
      '```{python}\n#| label: fig-x\n#| fig-cap: "⟦A `code` ánd \\"q\\"⟧"\n#| fig-alt: ⟦Pláín wörds⟧\n#| fig-subcap:\n#|   - "⟦Fírst öné⟧"\n#|   - \'⟦Sécönd\'\'s⟧\'\n#| tbl-cap: ["⟦Oné⟧", "⟦Twö⟧"]\n#| echo: false\nx = 1\n#| fig-cap: "not"\n```\n',
    ],
    [
      '> ```{r plot, fig.cap="Some words", out.width="50%"}\n> #| fig-alt: Words # remark\n> plot(x)\n> ```\n\n```{ojs}\n//| fig-cap: The words: two\nx\n```\n',
      '> ```{r plot, fig.cap="⟦Sömé wörds⟧", out.width="50%"}\n> #| fig-alt: ⟦Wörds⟧ # remark\n> plot(x)\n> ```\n\n```{ojs}\n//| fig-cap: "⟦Thé wörds: twö⟧"\nx\n```\n',
    ],
    [
      '```{mermaid}\n%%| fig-cap: Words\n%%| fig-width: 6\na --> b\n```\n\n```python\n#| fig-cap: not a cell\n```\n',
      '```{mermaid}\n%%| fig-cap: ⟦Wörds⟧\n%%| fig-width: 6\na --> b\n```\n\n```python\n#| fig-cap: not a cell\n```\n',
    ],
    [
      '| A line\n|    In space that is `quite` economical\n|\n| **Bold** here\n\n> | Quoted line\n> | Second one\n\n| no table | here\n| other words\n',
      '| ⟦A líné⟧\n|    ⟦In spácé thát ís `quite` écönömícál⟧\n|\n| ⟦**Böld** héré⟧\n\n> | ⟦Qüötéd líné⟧\n> | ⟦Sécönd öné⟧\n\n⟦| nö táblé | héré | öthér wörds⟧\n',
    ],
    [
      '- | A line\r\n  |    In space\r\n\r\nWords\r\n| no block\r\n',
      '- | ⟦A líné⟧\r\n  |    ⟦In spácé⟧\r\n\r\n⟦Wörds | nö blöck⟧\r\n',
    ],
    [
      'a) One words\nb) Two `x`\n\n   more of b\n\nWords\na) no list\n\n> (1) Quoted\n> (2) words\n',
      'a) ⟦Oné wörds⟧\nb) ⟦Twö `x`⟧\n\n   ⟦möré öf b⟧\n\n⟦Wörds á) nö líst⟧\n\n> (1) ⟦Qüötéd⟧\n> (2) ⟦wörds⟧\n',
    ],
    [
      'Words\n\n\\begin{equation}\nnever ended\n\n\\begin{equation}\nx\n\\end{equation}\n\n\\begin{itemize}\n\\item \\begin{itemize} x \\end{itemize}\n\\end{itemize}\n',
      '⟦Wörds⟧\n\n\\begin{equation}\n⟦névér éndéd⟧\n\n\\begin{equation}\nx\n\\end{equation}\n\n\\begin{itemize}\n\\item \\begin{itemize} x \\end{itemize}\n\\end{itemize}\n',
    ],
    [
      'Term one\nTerm **two**\n: Def\n: Def two\n\n> Term a\n> Term b\n> : Def\n\nSome text\non lines\n\n: Def\n',
      '⟦Térm öné⟧\n⟦Térm **twö**⟧\n: ⟦Déf⟧\n: ⟦Déf twö⟧\n\n> ⟦Térm á⟧\n> ⟦Térm b⟧\n> : ⟦Déf⟧\n\n⟦Sömé téxt ön línés⟧\n\n: ⟦Déf⟧\n',
    ],
    [
      '  Right     Left     Center\n-------     ------ ----------\n     12     12        12\n\nTable:  Its caption.\n',
      '  Right     Left     Center\n-------     ------ ----------\n     12     12        12\n\nTable:  ⟦Its cáptíön.⟧\n',
    ],
    [
      '- An item\n\n  Name    Use\n  ------  ---------\n  Vite    builds it\n\nWords\n',
      '- ⟦An ítém⟧\n\n  Name    Use\n  ------  ---------\n  Vite    builds it\n\n⟦Wörds⟧\n',
    ],
    [
      '-------     ------ ----------\n     12     words     12\n-------     ------ ----------\n\n-------------------------------------\n Centered   Default           Right\n  Header    Aligned         Aligned\n----------- ------- -----------------\n   First    row                  12.0\n            of it\n\n  Second    row                   5.0\n-------------------------------------\n\nWords\n',
      '-------     ------ ----------\n     12     words     12\n-------     ------ ----------\n\n-------------------------------------\n Centered   Default           Right\n  Header    Aligned         Aligned\n----------- ------- -----------------\n   First    row                  12.0\n            of it\n\n  Second    row                   5.0\n-------------------------------------\n\n⟦Wörds⟧\n',
    ],
    [
      'Some text\n--- ---\nmore of it\n\n--- ---\n\nWords\n\n--- ---- ---\n',
      '⟦Sömé téxt⟧\n--- ---\n⟦möré öf ít⟧\n\n--- ---\n\n⟦Wörds⟧\n\n--- ---- ---\n',
    ],
    [
      '```{r}\n#| fig-cap: |\n#|   A long caption: it has\n#|   two lines\n#| fig-subcap:\n#|   - >-\n#|     First part\n#|   - Second part\nplot(1)\n```\n',
      '```{r}\n#| fig-cap: |\n#|   ⟦A löng cáptíön: ít hás twö línés⟧\n#| fig-subcap:\n#|   - >-\n#|     ⟦Fírst párt⟧\n#|   - ⟦Sécönd párt⟧\nplot(1)\n```\n',
      'quarto.md',
    ],
  ],
  '23 MyST': [
    [
      '> ```{figure} a.png\n> ---\n> alt: >\n>   An alt text\n>   in two lines\n> name: fig-x\n> ---\n> The caption.\n> ```\n',
      '> ```{figure} a.png\n> ---\n> alt: >\n>   ⟦An ált téxt ín twö línés⟧\n> name: fig-x\n> ---\n> ⟦Thé cáptíön.⟧\n> ```\n',
      'myst.md',
    ],
    [
      '::card\n---\ntitle: |\n  A title of it\n  goes on\nicon: star\n---\nText\n::\n',
      '::card\n---\ntitle: |\n  ⟦A títlé öf ít göés ön⟧\nicon: star\n---\n⟦Téxt⟧\n::\n',
    ],
    [
      '```{python}\n#| fig-alt: |\n#|   One paragraph\n#|\n#|   Another one\n#| fig-cap: Plain\nx = 1\n```\n',
      '```{python}\n#| fig-alt: |\n#|   One paragraph\n#|\n#|   Another one\n#| fig-cap: ⟦Pláín⟧\nx = 1\n```\n',
      'quarto.md',
    ],
    ['```{toctree}\n"Quoted" title <c>\n```\n', '```{toctree}\n⟦"Qüötéd" títlé⟧ <c>\n```\n', 'myst.md'],
    ['(my target)=\n## Head\n', '(my target)=\n## ⟦Héád⟧\n'],
    ['Text one\n(target)=\nText two\n', '⟦Téxt öné⟧\n(target)=\n⟦Téxt twö⟧\n'],
    ['(a)=\n(b)=\n# Head\n', '(a)=\n(b)=\n# ⟦Héád⟧\n'],
    [
      '%% not a remark\n% remark of words\n% and more\n\nText 5% of it\n% of it\n',
      '%% not a remark\n% remark of words\n% and more\n\n⟦Téxt 5% öf ít % öf ít⟧\n',
    ],
    ['- a\n\n  % remark here\n\n  b\n', '- ⟦á⟧\n\n  % remark here\n\n  ⟦b⟧\n'],
    ['+++ { "part": "abstract" }\nText\n+++\n', '+++ { "part": "abstract" }\n⟦Téxt⟧\n+++\n'],
    [
      'See {term}`Word of it`, {abbr}`MyST (Markedly Structured Text)`, {kbd}`Ctrl`\n',
      '⟦Séé {term}`Word of it`, {abbr}`MyST (Márkédly Strüctüréd Téxt)`, {kbd}`Ctrl`⟧\n',
    ],
    ['````{note}\n```{tip}\nInner\n```\nOuter\n````\n', '````{note}\n```{tip}\n⟦Innér⟧\n```\n⟦Oütér⟧\n````\n'],
    ['```{note}\n## Head\n\n> quote\n```\n', '```{note}\n## ⟦Héád⟧\n\n> ⟦qüöté⟧\n```\n'],
    ['```{Note} Title\nText\n```\n', '```{Note} ⟦Títlé⟧\n⟦Téxt⟧\n```\n'],
    [
      '```{card} Title\nHead\n^^^\nBody\n+++\nFoot\n```\n',
      '```{card} ⟦Títlé⟧\n⟦Héád⟧\n^^^\n⟦Bödy⟧\n+++\n⟦Fööt⟧\n```\n',
    ],
    [
      '```{figure-md} fig\n![A hill](a.png)\n\nThe caption\n```\n',
      '```{figure-md} fig\n⟦![A híll](a.png)⟧\n\n⟦Thé cáptíön⟧\n```\n',
    ],
    [
      '> ```{note} a\n> :class: b\n>\n> c\n>\n> ```{tip}\n> d\n> ```\n> ```\n',
      '> ```{note} ⟦á⟧\n> :class: b\n>\n> ⟦c⟧\n>\n> ```{tip}\n> ⟦d⟧\n> ```\n> ```\n',
    ],
    ['```{note}\na\n\n```{tip}\nb\n```\n\nc\n```\n', '```{note}\n⟦á⟧\n\n```{tip}\n⟦b⟧\n```\n\n⟦c⟧\n```\n'],
    [
      '{ref}`a b <c>` {ref}`d`. {doc}`/e/f`, {a:b}`c d` {e}`f`g\n',
      '⟦{ref}`á b <c>` {ref}`d`. {doc}`/e/f`, {a:b}`c d` {e}`f`g⟧\n',
    ],
    [
      '```{include} a.md\n```\n```{note}\nb\n```\n```{toctree}\nc\n```\n',
      '```{include} a.md\n```\n```{note}\n⟦b⟧\n```\n```{toctree}\nc\n```\n',
    ],
    [
      '```{glossary}\nTerm one\n  The meaning\n  goes on\n\nTerm two\nTerm `three`\n  Other meaning\n\n  More of it\n```\n\nText\nmore\n',
      '```{glossary}\n⟦Térm öné⟧\n  ⟦Thé méáníng göés ön⟧\n\n⟦Térm twö⟧\n⟦Térm `three`⟧\n  ⟦Othér méáníng⟧\n\n  ⟦Möré öf ít⟧\n```\n\n⟦Téxt möré⟧\n',
    ],
    [
      ':::{glossary}\n:sorted:\n\nTerm one\n    The meaning\nTerm two\n    Other\n:::\n',
      ':::{glossary}\n:sorted:\n\n⟦Térm öné⟧\n    ⟦Thé méáníng⟧\n⟦Térm twö⟧\n    ⟦Othér⟧\n:::\n',
    ],
    [
      '- ```{glossary}\n  Term one\n    The meaning\n  ```\n\n> :::{glossary}\n> Term one\n> : The meaning\n> :::\n',
      '- ```{glossary}\n  ⟦Térm öné⟧\n    ⟦Thé méáníng⟧\n  ```\n\n> :::{glossary}\n> ⟦Térm öné⟧\n> : ⟦Thé méáníng⟧\n> :::\n',
    ],
    [
      '- ```{toctree}\r\n  :caption: The contents\r\n  :maxdepth: 2\r\n\r\n  intro\r\n  Some title <page>\r\n  ```\r\n\r\n:::{toctree}\r\n:caption: The contents\r\n:hidden:\r\n\r\nSome title <page>\r\n:::\r\n',
      '- ```{toctree}\r\n  :caption: ⟦Thé cönténts⟧\r\n  :maxdepth: 2\r\n\r\n  intro\r\n  ⟦Sömé títlé⟧ <page>\r\n  ```\r\n\r\n:::{toctree}\r\n:caption: ⟦Thé cönténts⟧\r\n:hidden:\r\n\r\n⟦Sömé títlé⟧ <page>\r\n:::\r\n',
    ],
    [
      '```{toctree}\n---\ncaption: "Words"\nmaxdepth: 2\n---\na\n```\n\n```{code-block} python\n:caption: Some words\n:name: some-name\ncaption = "x"\n```\n\n```{literalinclude} a.py\n:caption: \'Some words\'\n```\n',
      '```{toctree}\n---\ncaption: "⟦Wörds⟧"\nmaxdepth: 2\n---\na\n```\n\n```{code-block} python\n:caption: ⟦Sömé wörds⟧\n:name: some-name\ncaption = "x"\n```\n\n```{literalinclude} a.py\n:caption: \'⟦Sömé wörds⟧\'\n```\n',
    ],
    [
      ':::{card} Title words\n:link: a.md\n:img-alt: Alt words\n:footer: Foot words\n\nWords\n:::\n\n```{figure} a.png\n---\nalt: Alt words\nlabel: fig-words\n---\nWords\n```\n',
      ':::{card} ⟦Títlé wörds⟧\n:link: a.md\n:img-alt: ⟦Alt wörds⟧\n:footer: ⟦Fööt wörds⟧\n\n⟦Wörds⟧\n:::\n\n```{figure} a.png\n---\nalt: ⟦Alt wörds⟧\nlabel: fig-words\n---\n⟦Wörds⟧\n```\n',
    ],
  ],
};

describe.each(Object.entries(KINDS))('%s', (_kind, variants) => {
  for (const [text, expected, extension] of variants)
    it(JSON.stringify(text), async () => {
      expect(await pseudoFile(text, extension)).toBe(expected);
    });
});
