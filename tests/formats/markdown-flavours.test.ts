/** What is no prose in the flavours of Markdown, and what of it readers see: one table a kind. */
import { describe, expect, it } from 'vitest';
import { markdown } from '../../scripts/formats/markdown.ts';
import { markdownSyntax } from '../../scripts/formats/markdown/markdown-syntax.ts';
import { mdxSyntax } from '../../scripts/formats/markdown/mdx-syntax.ts';
import { mdx } from '../../scripts/formats/mdx.ts';
import type { ArticleFormat, InlineSyntax } from '../../scripts/formats/format.ts';
import { pseudoValues } from './pseudo-values.ts';

/** The file in accents and brackets; its every unit can be written, and with its own values it is the same. */
function pseudo(text: string, format: ArticleFormat = markdown, syntax: InlineSyntax = markdownSyntax): string {
  const file = format.parse(text, { sourceLanguage: 'en' });
  expect(file.fill(new Map(file.units.map(({ value }, index) => [index, value]))).text).toBe(text);
  const filled = file.fill(pseudoValues(file, syntax));
  expect(filled.refused).toEqual([]);
  const again = format.parse(filled.text, { sourceLanguage: 'en' });
  expect(again.outline()).toBe(file.outline());
  expect(again.units.length).toBe(file.units.length);
  return filled.text;
}

describe('01 02: the space before and behind codes, and what text begins with, behind every mark', () => {
  const marks: readonly [string, string][] = [
    ['> [!NOTE]\n> ', ''],
    ['> [!tip]+ ', '\n> x'],
    ['::: tip ', '\nx\n:::'],
    [':::note[', ']\nx\n:::'],
    [':::{note} ', '\nx\n:::'],
    ['!!! note "', '"\n    x'],
    ['!!! note\n    ', ''],
    ['??? note\n\n    ', ''],
    ['=== "', '"\n\n    x'],
    ['/// tip | ', '\nx\n///'],
    ['```{admonition} ', '\nx\n```'],
    ['Term\n: ', ''],
    ['Term\n:   x\n\n    ', ''],
    ['{: .note }\n', ''],
    ['{% if x %}\n', '\n{% endif %}'],
    ['(label)=\n', ''],
    ['*[HTML]: ', ''],
    ['- x\n  {: .note }\n  ', ''],
    ['> > [!NOTE]\n> > ', ''],
    ['[^1]: ', '\n\nx[^1]'],
  ];
  const texts = [
    'Call the `x` first',
    '`x` first',
    '**Bold** end',
    'x **bold** *it*',
    '[Link](a.md) behind',
    'go [to](a.md "Tip") me',
    '![Alt](a.png) x',
    'a :tada: {{ x }} <b>x</b> end',
    'x<br />y `z`',
  ];
  it.each(marks)('%j … %j', (before, behind) => {
    for (const text of texts) {
      const file = `${before}${text}${behind}\n`;
      const plain = pseudo(file).replace(/[⟦⟧]/g, '').normalize('NFD');
      expect(plain.replace(/[\u0301\u0308]/g, '')).toBe(file);
      const { units, warnings } = markdown.parse(file, { sourceLanguage: 'en' });
      expect(units.map(({ value }) => value)).toContain(text);
      expect(warnings).toEqual([]);
    }
  });
});

const KINDS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  '03 attribute lists with any spacing, and ids of headings': [
    [
      '![Alt](a.png){\n  .wide .dark\n  fig-alt="a \\"b\\" c"} end\n',
      '⟦![Alt](a.png){ .wide .dark fig-alt="a \\"b\\" c"} énd⟧\n',
    ],
    ['## A {#ünï}\n\n## B[#c]\n', '## ⟦A⟧ {#ünï}\n\n## ⟦B⟧[#c]\n'],
    ['# Guide { #guide }\n', '# ⟦Güídé⟧ { #guide }\n'],
    ['## Use it { #use-it .wide }\n', '## ⟦Usé ít⟧ { #use-it .wide }\n'],
    ['## A {: #b .c d="e f" }\n', '## ⟦A⟧ {: #b .c d="e f" }\n'],
    ['## A {/* #b */}\n\n## C {/*d-e*/}\n', '## ⟦A⟧ {/* #b */}\n\n## ⟦C⟧ {/*d-e*/}\n'],
    ['## Title [#title-id]\n', '## ⟦Títlé⟧ [#title-id]\n'],
    ['## Title [!toc] [#a]\n', '## ⟦Títlé⟧ [!toc] [#a]\n'],
    ['# Call `init` {#__init__}\n', '# ⟦Cáll `init`⟧ {#__init__}\n'],
    ['Setext { #x }\n===\n', '⟦Sétéxt⟧ { #x }\n===\n'],
    ['> ## In a quote { #x }\n', '> ## ⟦In á qüöté⟧ { #x }\n'],
    ['- ## In a list {: #x }\n', '- ## ⟦In á líst⟧ {: #x }\n'],
    ['![Alt](a.png){ width="300" loading=lazy } end\n', '⟦![Alt](a.png){ width="300" loading=lazy } énd⟧\n'],
    ['[A link](a.md){ .md-button .md-button--primary }\n', '⟦[A línk](a.md){ .md-button .md-button--primary }⟧\n'],
    ['| `a`{ .b } | one { .c } |\n| - | - |\n| x | y |\n', '| `a`{ .b } | ⟦öné { .c }⟧ |\n| - | - |\n| ⟦x⟧ | ⟦y⟧ |\n'],
    ['- item\n{ .list }\n\n1. two\n   { .list }\n', '- ⟦ítém⟧\n{ .list }\n\n1. ⟦twö⟧\n   { .list }\n'],
    ['A text\n{: .lead}\n\nTwo [span]{.x}\n', '⟦A téxt⟧\n{: .lead}\n\n⟦Twö [spán]{.x}⟧\n'],
    ['A {name} and {0} are none, {1,2} too\n', '⟦A {name} ánd {0} áré nöné, {1,2} töö⟧\n'],
    ['Code `{ .a }`\n\n``` { .yaml .annotate }\nx\n```\n', '⟦Cödé `{ .a }`⟧\n\n``` { .yaml .annotate }\nx\n```\n'],
    ['# Part {-}\n\n# One {.unnumbered}\n', '# ⟦Párt⟧ {-}\n\n# ⟦Oné⟧ {.unnumbered}\n'],
  ],
  '04 blocks of PyMdown': [
    ['/// note | Technical details\n\nA text.\n\n///\n', '/// note | ⟦Téchnícál détáíls⟧\n\n⟦A téxt.⟧\n\n///\n'],
    ['/// tip\nText\n///\n', '/// tip\n⟦Téxt⟧\n///\n'],
    [
      '/// details | Open me\n    type: warning\n    open: True\n\nText\n///\n',
      '/// details | ⟦Opén mé⟧\n    type: warning\n    open: True\n\n⟦Téxt⟧\n///\n',
    ],
    ['> /// tip | Title `x`\n> Text\n> ///\n', '> /// tip | ⟦Títlé `x`⟧\n> ⟦Téxt⟧\n> ///\n'],
    ['- a\n\n    //// tab | One\n    b\n    ////\n', '- ⟦á⟧\n\n    //// tab | ⟦Oné⟧\n    ⟦b⟧\n    ////\n'],
    [
      '/// html | div.card\ninside\n///\n\n/// caption | #x\nWords\n///\n',
      '/// html | div.card\n⟦ínsídé⟧\n///\n\n/// caption | #x\n⟦Wörds⟧\n///\n',
    ],
    ['Not // a block and /// none\n', '⟦Nöt // á blöck ánd /// nöné⟧\n'],
  ],
  '05 includes and snippets': [
    [
      '@include(a b.md)\n\n@import "c d.md"\n\n!include e.md\n\n;--8<-- "f.md"\n',
      '@include(a b.md)\n\n@import "c d.md"\n\n!include e.md\n\n;--8<-- "f.md"\n',
    ],
    [
      "# A\n\nimport B from 'b c';\nimport {\n  D,\n} from 'd';\n\nimport duties\n",
      "# ⟦A⟧\n\nimport B from 'b c';\nimport {\n  D,\n} from 'd';\n\n⟦ímpört dütíés⟧\n",
    ],
    ['--8<-- "a/b.md"\n\nText\n', '--8<-- "a/b.md"\n\n⟦Téxt⟧\n'],
    ['Text\n--8<-- "a/b.md"\nmore\n', '⟦Téxt⟧\n--8<-- "a/b.md"\n⟦möré⟧\n'],
    ['--8<--\na/one.md\n; two.md\n--8<--\n\nText\n', '--8<--\na/one.md\n; two.md\n--8<--\n\n⟦Téxt⟧\n'],
    ['{* ../a.py hl[2] *}\n\nSee {! b.md !} here\n', '{* ../a.py hl[2] *}\n\n⟦Séé {! b.md !} héré⟧\n'],
    ['<<< @/a/kite.js{1,3}\n\n- x\n  <<< ./b.ts#part\n', '<<< @/a/kite.js{1,3}\n\n- ⟦x⟧\n  <<< ./b.ts#part\n'],
    ['@[code](./a.js)\n\n@[code{1-3} js](./b.js)\n', '@[code](./a.js)\n\n@[code{1-3} js](./b.js)\n'],
    [
      '> [!INCLUDE [name of it](a.md)]\n\n[!code-js[Main](a.js)]\n',
      '> [!INCLUDE [name of it](a.md)]\n\n[!code-js[Main](a.js)]\n',
    ],
    ['{{#include a.rs}}\n\n![[a file.md]]\n', '{{#include a.rs}}\n\n![[a file.md]]\n'],
    ['!!! note\n    --8<-- "a.md"\n', '!!! note\n    --8<-- "a.md"\n'],
  ],
  '06 emoji and icons': [
    ['# Signs :tada:\n', '# ⟦Sígns :tada:⟧\n'],
    ['Well :heavy_check_mark: and :+1: :100:\n', '⟦Wéll :heavy_check_mark: ánd :+1: :100:⟧\n'],
    ['| a | b |\n| - | - |\n| c | :white_check_mark: |\n', '| ⟦á⟧ | ⟦b⟧ |\n| - | - |\n| ⟦c⟧ | :white_check_mark: |\n'],
    [':material-star:{ .lg .middle } __Star__ it\n', '⟦:material-star:{ .lg .middle } __Stár__ ít⟧\n'],
    ['[:octicons-arrow-24: Go](a.md) *:x:*\n', '⟦[:octicons-arrow-24: Gö](a.md) *:x:*⟧\n'],
    ['- :us: us\n- > :rocket:\n', '- ⟦:us: üs⟧\n- > :rocket:\n'],
    ['At 10:30:15 std::vector::size a:b:c\n', '⟦At 10:30:15 std::véctör::sízé á:b:c⟧\n'],
    ['Press ++ctrl+alt+"Enter"++ in C++ and C++ too\n', '⟦Préss ++ctrl+alt+"Enter"++ ín C++ ánd C++ töö⟧\n'],
  ],
  '07 23 options, roles, targets, directives': [
    ['Use `{grid}` here, (`1 2`) there, {ref}`a b`\n', '⟦Usé `{grid}` héré, (`1 2`) théré, {ref}`a b`⟧\n'],
    ['% a remark\n%- of words\n\nText\n', '% a remark\n%- of words\n\n⟦Téxt⟧\n'],
    [
      '```{prf:theorem} A name\n:label: my own\n\nText\n```\n',
      '```{prf:theorem} ⟦A námé⟧\n:label: my own\n\n⟦Téxt⟧\n```\n',
    ],
    [
      '```{list-table} A name\n:widths: 1 2\n\n* - One\n  - Two\n```\n',
      '```{list-table} ⟦A námé⟧\n:widths: 1 2\n\n* - ⟦Oné⟧\n  - ⟦Twö⟧\n```\n',
    ],
    ['## ::: pkg.mod.Class\n    options:\n      a: b c\n', '## ::: pkg.mod.Class\n    options:\n      a: b c\n'],
    [
      '::: pkg.module.Class\n    options:\n        members:\n            - get\n\nText\n',
      '::: pkg.module.Class\n    options:\n        members:\n            - get\n\n⟦Téxt⟧\n',
    ],
    [
      ':::{admonition} Data\n:class: warning\n:name: a\nAll of it\n:::\n',
      ':::{admonition} ⟦Dátá⟧\n:class: warning\n:name: a\n⟦All öf ít⟧\n:::\n',
    ],
    [
      ':::{figure} hill.png\n:alt: A hill\n:width: 3\n\nThe caption\n:::\n',
      ':::{figure} hill.png\n:alt: ⟦A híll⟧\n:width: 3\n\n⟦Thé cáptíön⟧\n:::\n',
    ],
    ['```{warning}\nTake `care` of it.\n```\n', '```{warning}\n⟦Táké `care` öf ít.⟧\n```\n'],
    [
      '````{note} First\n:class: x\n\nText\n\n```js\ncode\n```\n\nmore\n````\n\nend\n',
      '````{note} ⟦Fírst⟧\n:class: x\n\n⟦Téxt⟧\n\n```js\ncode\n```\n\n⟦möré⟧\n````\n\n⟦énd⟧\n',
    ],
    ['~~~{tip}\n---\nclass: x\n---\nText\n~~~\n', '~~~{tip}\n---\nclass: x\n---\n⟦Téxt⟧\n~~~\n'],
    [
      '```{code-block} python\nprint("words")\n```\n\n```{r}\nx <- 1\n```\n',
      '```{code-block} python\nprint("words")\n```\n\n```{r}\nx <- 1\n```\n',
    ],
    [':::{toctree}\nguide/one\nguide/two\n:::\n\nText\n', ':::{toctree}\nguide/one\nguide/two\n:::\n\n⟦Téxt⟧\n'],
    [
      '(my-target)=\n# Garden\n\n% a remark\n\nText, 5\n% of it\n',
      '(my-target)=\n# ⟦Gárdén⟧\n\n% a remark\n\n⟦Téxt, 5 % öf ít⟧\n',
    ],
    [
      'See {ref}`my-target`, {doc}`the guide <a/b>` and {kbd}`x`\n',
      '⟦Séé {ref}`my-target`, {doc}`thé güídé <a/b>` ánd {kbd}`x`⟧\n',
    ],
    ['| {ref}`a` |\n| - |\n| x |\n\n> - See {term}`b`\n', '| {ref}`a` |\n| - |\n| ⟦x⟧ |\n\n> - ⟦Séé {term}`b`⟧\n'],
    ['- ```{note}\n  In a list\n  ```\n- b\n', '- ```{note}\n  ⟦In á líst⟧\n  ```\n- ⟦b⟧\n'],
    [
      ':::image type="content" source="a.png" alt-text="A hill":::\n\n:::row:::\n\n:::moniker range=">= x"\n',
      ':::image type="content" source="a.png" alt-text="⟦A híll⟧":::\n\n:::row:::\n\n:::moniker range=">= x"\n',
    ],
    ['::: {.callout-tip title="Mind it"}\nText\n:::\n', '::: {.callout-tip title="⟦Mínd ít⟧"}\n⟦Téxt⟧\n:::\n'],
  ],
  '08 shortcodes that hold data': [
    [
      "{{< code-toggle file=hugo >}}\n[params]\ngreeting = 'Good morning'\n{{< /code-toggle >}}\n\nText\n",
      "{{< code-toggle file=hugo >}}\n[params]\ngreeting = 'Good morning'\n{{< /code-toggle >}}\n\n⟦Téxt⟧\n",
    ],
    [
      '{{< chart-of >}}\ntitle: words of it\nkind: bar\ndata: [1, 2]\n{{< /chart-of >}}\n\nText\n',
      '{{< chart-of >}}\ntitle: words of it\nkind: bar\ndata: [1, 2]\n{{< /chart-of >}}\n\n⟦Téxt⟧\n',
    ],
    ['- {{< data >}}\n  { "a": "words" }\n  {{< /data >}}\n', '- {{< data >}}\n  { "a": "words" }\n  {{< /data >}}\n'],
    [
      '{{< note >}}\nNote: some words here.\n{{< /note >}}\n',
      '{{< note >}}\n⟦Nöté: sömé wörds héré.⟧\n{{< /note >}}\n',
    ],
    [
      '{{< tabs >}}\n{{< tab "x" >}}\nText of it\n{{< /tab >}}\n{{< /tabs >}}\n',
      '{{< tabs >}}\n{{< tab "⟦x⟧" >}}\n⟦Téxt öf ít⟧\n{{< /tab >}}\n{{< /tabs >}}\n',
    ],
  ],
  '10 references that are defined elsewhere': [
    [
      'See [the class][pkg.module.Class] and [`Klass`][pkg.Klass] for more\n',
      '⟦Séé [thé cláss][pkg.module.Class] ánd [`Klass`][pkg.Klass] för möré⟧\n',
    ],
    ['## The [a][b.c] class\n', '## ⟦Thé [á][b.c] cláss⟧\n'],
    ['| [a b][c.d] |\n| - |\n| ![alt][e.f] |\n', '| ⟦[á b][c.d]⟧ |\n| - |\n| ⟦![ált][e.f]⟧ |\n'],
    ['- [**a**][x.y]\n- > [pkg.Name][]\n', '- ⟦[**á**][x.y]⟧\n- > [pkg.Name][]\n'],
    ['the matrix a[0][1] and b[i][j]\n', '⟦thé mátríx á[0\\][1] ánd b[í\\][j]⟧\n'],
  ],
  '11 remarks': [
    [
      '{::comment}\nmany words\n{:/comment}\n\nText {::comment}a b{:/} it\n',
      '{::comment}\nmany words\n{:/comment}\n\n⟦Téxt {::comment}a b{:/} ít⟧\n',
    ],
    [
      '[//]: # (Nobody sees it)\n\n[comment]: <> (Another one)\n\n[//]: # "A third"\n\nText\n',
      '[//]: # (Nobody sees it)\n\n[comment]: <> (Another one)\n\n[//]: # "A third"\n\n⟦Téxt⟧\n',
    ],
    [
      '> [//TODO]: # (Some day)\n\n- a\n\n  [_]: # "words"\n',
      '> [//TODO]: # (Some day)\n\n- ⟦á⟧\n\n  [_]: # "words"\n',
    ],
    [
      'A %%hidden remark%% text\n\n%%\nmany words\n\nover lines\n%%\n\nend\n',
      '⟦A %%hidden remark%% téxt⟧\n\n%%\nmany words\n\nover lines\n%%\n\n⟦énd⟧\n',
    ],
    ['100%% sure and 50%% of it\n', '⟦100%% süré ánd 50%% öf ít⟧\n'],
    [
      '{# a remark #}\n\nText {# inside #} it\n\n{::comment}\n',
      '{# a remark #}\n\n⟦Téxt {# inside #} ít⟧\n\n{::comment}\n',
    ],
    [
      '<!-- words -->\n\na <!-- words --> b\n\n{% comment %}words{% endcomment %}\n',
      '<!-- words -->\n\n⟦á <!-- words --> b⟧\n\n{% comment %}words{% endcomment %}\n',
    ],
    ['{{/* words */}}\n\nText\n', '{{/* words */}}\n\n⟦Téxt⟧\n'],
  ],
  '13 bodies behind an empty line': [
    [
      '!!! note "Mind"\n\n    First.\n\n    - a\n    - b\n\n        c\n\nend\n',
      '!!! note "⟦Mínd⟧"\n\n    ⟦Fírst.⟧\n\n    - ⟦á⟧\n    - ⟦b⟧\n\n        ⟦c⟧\n\n⟦énd⟧\n',
    ],
    [
      '=== "Linux"\n\n    Run it.\n\n=== "Code"\n\n    ``` js\n    x()\n    ```\n',
      '=== "⟦Línüx⟧"\n\n    ⟦Rün ít.⟧\n\n=== "⟦Cödé⟧"\n\n    ``` js\n    x()\n    ```\n',
    ],
    [
      '??? tip "Open"\n\n    Text\n\n        code here\n\n    > quote\n',
      '??? tip "⟦Opén⟧"\n\n    ⟦Téxt⟧\n\n        code here\n\n    > ⟦qüöté⟧\n',
    ],
    [
      '!!! note\n\n    !!! tip "In"\n\n        Deep.\n\n    Out.\n',
      '!!! note\n\n    !!! tip "⟦In⟧"\n\n        ⟦Déép.⟧\n\n    ⟦Oüt.⟧\n',
    ],
    ['- a\n\n    !!! note\n\n        In a list.\n', '- ⟦á⟧\n\n    !!! note\n\n        ⟦In á líst.⟧\n'],
    [
      '!!! note\n\n    | a |\n    | - |\n    | b |\n\n    ## Head\n',
      '!!! note\n\n    | ⟦á⟧ |\n    | - |\n    | ⟦b⟧ |\n\n    ## ⟦Héád⟧\n',
    ],
    ['Term\n\n:   One\n\n    Two\n\n        code\n', '⟦Térm⟧\n\n:   ⟦Oné⟧\n\n    ⟦Twö⟧\n\n        code\n'],
    ['> !!! note "x"\n>\n>     Quoted.\n', '> !!! note "⟦x⟧"\n>\n>     ⟦Qüötéd.⟧\n'],
    ['!!! note\n\n\tWith a tab.\n', '!!! note\n\n\t⟦Wíth á táb.⟧\n'],
  ],
  '16 prose that shows template tags': [
    ['{% raw %}\n\nWrite {{ name }} here\n\n{% endraw %}\n', '{% raw %}\n\n⟦Wríté {{ name }} héré⟧\n\n{% endraw %}\n'],
    ['Write {% raw %}{{ name }} so{% endraw %} now\n', '⟦Wríté {% raw %}{{ name }} sö{% endraw %} nöw⟧\n'],
    [
      '- {% raw %}`{% highlight x %}` is it{% endraw %}\n- text\n\n{% endhighlight %}\n',
      '- ⟦{% raw %}`{% highlight x %}` ís ít{% endraw %}⟧\n- ⟦téxt⟧\n\n{% endhighlight %}\n',
    ],
    [
      '{% raw %}\n```liquid\n{{ words }}\n```\n{% endraw %}\n\nText\n',
      '{% raw %}\n```liquid\n{{ words }}\n```\n{% endraw %}\n\n⟦Téxt⟧\n',
    ],
    [
      '| {% raw %}{{ a }}{% endraw %} | Says a |\n| - | - |\n| b | c |\n',
      '| {% raw %}{{ a }}{% endraw %} | ⟦Sáys á⟧ |\n| - | - |\n| ⟦b⟧ | ⟦c⟧ |\n',
    ],
    ['- [The link]({{ site.base\n  }}/page) is here\n', '- ⟦[Thé línk]({{ site.base }}/page) ís héré⟧\n'],
    ['See ([first]({% link\n_posts/first.md %})) too\n', '⟦Séé ([fírst]({% link _posts/first.md %})) töö⟧\n'],
  ],
  '21 wiki links and embedded files': [
    [
      'See [[Other page]] and [[Other page|the page]] and ![[hill picture.png]]\n',
      '⟦Séé [[Other page]] ánd [[Other page|thé págé]] ánd ![[hill picture.png]]⟧\n',
    ],
    ['Write \\[\\[two words\\]\\] so\n', '⟦Wríté \\[[twö wörds]] sö⟧\n'],
    ['Text here ^block-one\n\n- item ^b2\n', '⟦Téxt héré⟧ ^block-one\n\n- ⟦ítém⟧ ^b2\n'],
    ['# On [[Page#Part|a part]]\n', '# ⟦On [[Page#Part|á párt]]⟧\n'],
    [
      '| [[a b\\|the text]] | x |\n| - | - |\n| [[c d]] | y |\n',
      '| ⟦[[a b\\|thé téxt]]⟧ | ⟦x⟧ |\n| - | - |\n| [[c d]] | ⟦y⟧ |\n',
    ],
    ['> - see\n>   [[Page of it]]\n>   now\n', '> - ⟦séé [[Page of it]] nöw⟧\n'],
    ['[[1]](#a) and x[[2]] and [[text](u)]\n', '⟦[\\[1\\]](#a) ánd x[[2]] ánd [[téxt](u)]⟧\n'],
  ],
  '22 citations and cross references': [
    [
      '+---+-----+\n| a | b c |\n+===+=====+\n| ```  | d |\n+---+-----+\n\nText\n',
      '+---+-----+\n| a | b c |\n+===+=====+\n| ```  | d |\n+---+-----+\n\n⟦Téxt⟧\n',
    ],
    ['- a\n\n  +---+---+\n  | b | c |\n  +---+---+\n\nx\n', '- ⟦á⟧\n\n  +---+---+\n  | b | c |\n  +---+---+\n\n⟦x⟧\n'],
    ['See @fig-one and [@smith2020, p. 3] and [-@jones]\n', '⟦Séé @fig-one ánd [@smith2020, p. 3] ánd [-@jones]⟧\n'],
    ['(@good)  An item\n', '(@good)  ⟦An ítém⟧\n'],
    ['# As @doe:99 says\n\n> - by @name.\n', '# ⟦As @doe:99 sáys⟧\n\n> - ⟦by @name.⟧\n'],
    [
      '| @tbl-x | a |\n| - | - |\n| [see @a; @b] | **@c** |\n',
      '| @tbl-x | ⟦á⟧ |\n| - | - |\n| ⟦[séé @a; @b]⟧ | **@c** |\n',
    ],
    ['Write to a.b@example.org or @scope/pkg\n', '⟦Wríté tö a.b@example.org ör @scope/pkg⟧\n'],
  ],
  '24 components of MDC': [
    ['A :icon-star and (:my-own-badge) at 10:in-time\n', '⟦A :icon-star ánd (:my-own-badge) át 10:ín-tímé⟧\n'],
    ['::alert{type="info"}\nText of it\n::\n\nEnd\n', '::alert{type="info"}\n⟦Téxt öf ít⟧\n::\n\n⟦End⟧\n'],
    [
      '::card\n---\ntitle: A card\nicon: star\n---\nText\n\n#footer\nMore text\n::\n',
      '::card\n---\ntitle: ⟦A cárd⟧\nicon: star\n---\n⟦Téxt⟧\n\n#footer\n⟦Möré téxt⟧\n::\n',
    ],
    [':::outer\n::inner{x="y"}\nText\n::\n:::\n', ':::outer\n::inner{x="y"}\n⟦Téxt⟧\n::\n:::\n'],
    ['- a\n\n  ::note\n  In a list\n  ::\n', '- ⟦á⟧\n\n  ::note\n  ⟦In á líst⟧\n  ::\n'],
    [
      'A :badge[New words]{type="x"} and :icon{name="y"} it\n',
      '⟦A :badge[Néw wörds]{type="x"} ánd :icon{name="y"} ít⟧\n',
    ],
  ],
  '20 signs that are written as entities': [
    [
      'a &lt; b &amp; c &#123;&#123; x &#125;&#125; `&lt;`\n',
      '⟦á &lt; b &amp; c &#123;&#123; x &#125;&#125; `&lt;`⟧\n',
    ],
    [
      '## A &amp; B\n\n| a &lt; b | [c &amp; d](e) |\n| - | - |\n',
      '## ⟦A &amp; B⟧\n\n| ⟦á &lt; b⟧ | ⟦[c &amp; d](e)⟧ |\n| - | - |\n',
    ],
    ['> **a &gt; b** & c &nbsp; d\n', '> ⟦**á &gt; b** & c &nbsp; d⟧\n'],
    ['See (https://a.b/c), "https://d.e": x\n', '⟦Séé (https://a.b/c), "https://d.e": x⟧\n'],
  ],
  '29 elements whose inside is Markdown, and components': [
    ['<div markdown="1">\n**bold** words\n</div>\n', '<div markdown="1">\n⟦**böld** wörds⟧\n</div>\n'],
    [
      '<figure markdown="span">\n  ![Alt](a.png){ width="3" }\n  <figcaption>Words</figcaption>\n</figure>\n',
      '<figure markdown="span">\n  ⟦![Alt](a.png){ width="3" }⟧\n  <figcaption>⟦Wörds⟧</figcaption>\n</figure>\n',
    ],
    ['- <div markdown>\n  ## Head\n  </div>\n', '- <div markdown>\n  ## ⟦Héád⟧\n  </div>\n'],
    ['<Only>\n  <Card label="A b" icon="c d" />\n</Only>\n', '<Only>\n  <Card label="⟦A b⟧" icon="c d" />\n</Only>\n'],
    ['<div>\nUse `a b` and [c](/d-e)\n</div>\n', '<div>\n⟦Usé `a b` ánd [c](/d-e)⟧\n</div>\n'],
  ],
  '26 marks behind a fence that shows a fence': [
    [
      '``` md\n=== "A"\n\n    ``` c\n    x\n    ```\n```\n\n> [!NOTE]\n> Text\n\n::: tip Title\nText\n:::\n',
      '``` md\n=== "A"\n\n    ``` c\n    x\n    ```\n```\n\n> [!NOTE]\n> ⟦Téxt⟧\n\n::: tip ⟦Títlé⟧\n⟦Téxt⟧\n:::\n',
    ],
    [
      '````md\n```{note}\nx\n```\n````\n\n!!! note\n    Text\n',
      '````md\n```{note}\nx\n```\n````\n\n!!! note\n    ⟦Téxt⟧\n',
    ],
    ['- ```\n  > [!NOTE]\n  ```\n\n> [!TIP]\n> a\n', '- ```\n  > [!NOTE]\n  ```\n\n> [!TIP]\n> ⟦á⟧\n'],
    [
      '<pre>\n::: tip x\n```\n</pre>\n\n::: tip\nText\n:::\n',
      '<pre>\n::: tip x\n```\n</pre>\n\n::: tip\n⟦Téxt⟧\n:::\n',
    ],
    ['    ::: tip x\n    ```\n\n::: tip\nText\n:::\n', '    ::: tip x\n    ```\n\n::: tip\n⟦Téxt⟧\n:::\n'],
    ['Term\n:   !!! note "In"\n        Text\n', '⟦Térm⟧\n:   !!! note "⟦In⟧"\n        ⟦Téxt⟧\n'],
  ],
};

describe.each(Object.entries(KINDS))('%s', (_kind, cases) => {
  it.each(cases)('%j', (text, expected) => {
    expect(pseudo(text)).toBe(expected);
  });
});

it('a table whose delimiter row has too many cells is one, as site builders read it', () => {
  expect(pseudo('a|b\n:--|:--|:--\nc|d\n\n| a | b |\n|---|---|---|\n')).toBe(
    '⟦á⟧|⟦b⟧\n:--|:--|:--\n⟦c⟧|⟦d⟧\n\n| ⟦á⟧ | ⟦b⟧ |\n|---|---|---|\n',
  );
});

it('a code that is its own label stays so, and one over two lines is the same code', () => {
  expect(pseudo('See [`Params`][] and `a\nb` it\n')).toBe('⟦Séé [`Params`][] ánd `a b` ít⟧\n');
});

describe('25: definitions of any length', () => {
  it.each([100, 500, 3000])('%d words', (words) => {
    const text = 'word '.repeat(words).trim();
    expect(pseudo(`Term\n: ${text}\n`)).toBe(`⟦Térm⟧\n: ⟦${text.replaceAll('o', 'ö')}⟧\n`);
    expect(pseudo(`> [!NOTE] ${text}\n> x\n`)).toBe(`> [!NOTE] ⟦${text.replaceAll('o', 'ö')}⟧\n> ⟦x⟧\n`);
    expect(pseudo(`!!! note "${text}"\n`)).toBe(`!!! note "⟦${text.replaceAll('o', 'ö')}⟧"\n`);
    expect(pseudo(`::: tip ${text} {.x}\n`)).toBe(`::: tip ⟦${text.replaceAll('o', 'ö')}⟧ {.x}\n`);
  });

  it.each(['庭は広くて緑です。', 'word. '])('of any words in any place: %j', (part) => {
    const text = part.repeat(300).trim();
    const shown = `⟦${text.replaceAll('o', 'ö')}⟧`;
    expect(pseudo(`> Term\n> : \`x\` ${text}\n`)).toBe(`> ⟦Térm⟧\n> : ⟦\`x\` ${shown.slice(1)}\n`);
    expect(pseudo(`- Term\n  ~ ${text}\n`)).toBe(`- ⟦Térm⟧\n  ~ ${shown}\n`);
    expect(pseudo(`Term\r\n:\t${text}\r\n\r\n    ${text}\r\n`)).toBe(`⟦Térm⟧\r\n:\t${shown}\r\n\r\n    ${shown}\r\n`);
    expect(pseudo(`:::note[${text}]{.x}\nx\n:::\n`)).toBe(`:::note[${shown}]{.x}\n⟦x⟧\n:::\n`);
    expect(pseudo(`/// note | ${text}\nx\n///\n`)).toBe(`/// note | ${shown}\n⟦x⟧\n///\n`);
  });

  it('that only the translation makes long', () => {
    const file = markdown.parse('Term\n: short\n', { sourceLanguage: 'en' });
    const long = 'long '.repeat(400).trim();
    expect(file.fill(new Map([[1, long]]))).toEqual({ text: `Term\n: ${long}\n`, refused: [] });
  });
});

describe('in MDX', () => {
  it.each([
    [
      '<Cards cards={[{ title: "One card", href: "/a b", items: [{ label: \'It is\\\'s\' }] }]} title={"A title"} />\n\nText\n',
      '<Cards cards={[{ title: "⟦Oné cárd⟧", href: "/a b", items: [{ label: \'⟦It ís\\\'s⟧\' }] }]} title={"⟦A títlé⟧"} />\n\n⟦Téxt⟧\n',
    ],
    [
      '<A x={{ title: name, label: `Words`, [title]: "x y" }} of={() => "a b"} />\n',
      '<A x={{ title: name, label: `⟦Wörds⟧`, [title]: "x y" }} of={() => "a b"} />\n',
    ],
    [
      ':::note Title\n\nInside {x} :tada:\n\n:::\n\n## Head {#my-id}\n',
      ':::note ⟦Títlé⟧\n\n⟦Insídé {x} :tada:⟧\n\n:::\n\n## ⟦Héád⟧ {#my-id}\n',
    ],
    ['## Head {/* #my-id */}\n\n## Two [#b]\n', '## ⟦Héád⟧ {/* #my-id */}\n\n## ⟦Twö⟧ [#b]\n'],
    ['[//]: # (A remark)\n\nSee [a][b.c] by @name\n', '[//]: # (A remark)\n\n⟦Séé [á][b.c] by @name⟧\n'],
    [
      '> [!NOTE]\n> `x` first\n\n<Tabs>\n\n::: tip\n**A** b\n:::\n\n</Tabs>\n',
      '> [!NOTE]\n> ⟦`x` fírst⟧\n\n<Tabs>\n\n::: tip\n⟦**A** b⟧\n:::\n\n</Tabs>\n',
    ],
    ['{/* a remark of words */}\n\nText\n', '{/* a remark of words */}\n\n⟦Téxt⟧\n'],
    [
      '## Head {#ünï-ß}\n\n## Two {#b} ##\n\nA ![[file name.png]] b\n',
      '## ⟦Héád⟧ {#ünï-ß}\n\n## ⟦Twö⟧ {#b} ##\n\n⟦A ![[file name.png]] b⟧\n',
    ],
  ])('%j', (text, expected) => {
    expect(pseudo(text, mdx, mdxSyntax)).toBe(expected);
  });
});
