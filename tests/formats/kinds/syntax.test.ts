/** What is no prose, wherever it stands: variants of the kinds that were seen on real sites. */
import { describe, expect, it } from 'vitest';
import { pseudoFile, type Variant } from './pseudo-file.ts';

const KINDS: Readonly<Record<string, readonly Variant[]>> = {
  '10 references that are defined elsewhere': [
    [
      'See [the class][pkg.Class] and [pkg.Class] and [x] here\n',
      '⟦Séé [thé cláss][pkg.Class] ánd [pkg.Cláss] ánd [x] héré⟧\n',
    ],
    [
      '![Alt words][img.id] and [![Badge][badge]][link.id] here\n',
      '⟦![Alt wörds][img.id] ánd [![Bádgé][badge]][link.id] héré⟧\n',
    ],
    ['[text] [id] and [text]\n[id2] here\n', '⟦[téxt] [íd] ánd [téxt] [íd2] héré⟧\n'],
    ['[^1]: See [a b][c.d] here\n\nText[^1] [x][^1] y\n', '[^1]: ⟦Séé [á b][c.d] héré⟧\n\n⟦Téxt[^1] [x][^1] y⟧\n'],
    [
      'arr[0][1] and x[i][j] and `a[0][1]` and \\[a][b] and [a]\\[b] it\n',
      '⟦árr[0\\][1] ánd x[í\\][j] ánd `a[0][1]` ánd [á\\][b] ánd [á\\][b] ít⟧\n',
    ],
    ['[a b][c.d](e) and [a b](e)[c.d] and [a][b][c] here\n', '⟦[á b][c.d](é) ánd [á b](e)[c.d] ánd [á][b][c] héré⟧\n'],
    ['[text][{{ id }}] and [{{ text }}][id.a] here\n', '⟦[téxt][{{ id }}] ánd [{{ text }}][id.a] héré⟧\n'],
    [
      '[a b][c.d]{ .ref } and **[a b][c.d]** and *[a][b.c]* it\n',
      '⟦[á b][c.d]{ .ref } ánd **[á b][c.d]** ánd *[á][b.c]* ít⟧\n',
    ],
    [
      '[a b][] and [a b] and [ ] and [x] done and [TODO] it\n',
      '⟦[á b][a b] ánd [á b] ánd [ ] ánd [x] döné ánd [TODO] ít⟧\n',
    ],
    [
      '> [!NOTE] See [a b][c.d]\n> [e][f.g]\n\n::: tip [a b][c.d]\n[e][f.g]\n:::\n',
      '> [!NOTE] ⟦Séé [á b][c.d]⟧\n> ⟦[é][f.g]⟧\n\n::: tip ⟦[á b][c.d]⟧\n⟦[é][f.g]⟧\n:::\n',
    ],
    ['[a\nb][c.d] and [e][f\ng] it\n', '⟦[á b][c.d] ánd [é][f g] ít⟧\n'],
    ['[a][b.c](d) and [a](b)[c.d](e) it\n', '⟦[á][b.c](d) ánd [á](b)[c.d](e) ít⟧\n'],
    ['a[b][c] and (a)[b][c] and "[b][c]" it\n', '⟦á[b][c] ánd (á)[b][c] ánd "[b][c]" ít⟧\n'],
    ['[!NOTE][x] and [^x][y] and [@key][a] here\n', '⟦[!NOTE][x] ánd [^x][y] ánd [@key][a] héré⟧\n'],
    [
      'Text[^1] and a[^b] it\n\n[^b]: Note `x` of[^1]\n\n- c[^b]\n',
      '⟦Téxt[^1] ánd á[^b] ít⟧\n\n[^b]: ⟦Nöté `x` öf[^1]⟧\n\n- ⟦c[^b]⟧\n',
    ],
    ['Use [^a-z] and `[^x]` and \\[^y] it [^a b]\n', '⟦Usé [^a-z] ánd `[^x]` ánd &#91;^y] ít &#91;^á b]⟧\n'],
    [
      '[pkg.mod.Class.method][], [ts:Class][] and [words][] [a.b][a.b]\n',
      '⟦[pkg.mod.Class.method][], [ts:Class][] ánd [wörds][words] [á.b][a.b]⟧\n',
    ],
    [
      'Using [Twemoji] (recommended), at [Emojipedia] and [no]:\n\n<div markdown>\n\n:smile:\n\n</div>\n  [Twemoji]: https://a\n  [Emojipedia]: https://b\n\n<figure markdown>\n  <figcaption markdown>Public [Emojipedia], words *x*</figcaption>\n</figure>\n',
      '⟦Usíng [Twémöjí][Twemoji] (récömméndéd), át [Emöjípédíá][Emojipedia] ánd [nö]:⟧\n\n<div markdown>\n\n:smile:\n\n</div>\n  [Twemoji]: https://a\n  [Emojipedia]: https://b\n\n<figure markdown>\n  <figcaption markdown>⟦Püblíc [Emöjípédíá][Emojipedia], wörds *x*⟧</figcaption>\n</figure>\n',
      'mkdocs.md',
    ],
    [
      'See [a.md][^1] and [words here][^2], [no][^3] it\n\n  [a.md]: a.md\n  [words here]: x\n  [^1]: Note words\n',
      '⟦Séé [a.md][][^1] ánd [wörds héré][words here][^2], [nö][^3] ít⟧\n\n  [a.md]: a.md\n  [words here]: x\n  [^1]: ⟦Nöté wörds⟧\n',
    ],
  ],
  '03 attribute lists': [
    [
      '# Guide {  #guide  }\n\n## Two {#two }\n\n## Three { #three}\n',
      '# ⟦Güídé⟧ {  #guide  }\n\n## ⟦Twö⟧ {#two }\n\n## ⟦Thréé⟧ { #three}\n',
    ],
    [
      '## 指南 {#指南}\n\n## Übersicht { #übersicht }\n\n## مقدمة { #intro }\n',
      '## ⟦指南⟧ {#指南}\n\n## ⟦Übérsícht⟧ { #übersicht }\n\n## ⟦مقدمة⟧ { #intro }\n',
    ],
    ['## A {#a}{.b}\n\n## C { #c } { .d }\n', '## ⟦A⟧ {#a}{.b}\n\n## ⟦C⟧ { #c } { .d }\n'],
    [
      '## A { #a } ##\n\n## B ## { #b }\n\n### C ### {#c}\n',
      '## ⟦A⟧ { #a } ##\n\n## ⟦B⟧ ## { #b }\n\n### ⟦C⟧ ### {#c}\n',
    ],
    ['## A \\{#a}\n\n## B \\{ #b \\}\n', '## ⟦A⟧ \\{#a}\n\n## ⟦B \\{ #b }⟧\n'],
    [
      '[Button](a.md){ .md-button title="Words" target=_blank rel="x" } end\n',
      '⟦[Büttön](a.md){ .md-button title="Wörds" target=_blank rel="x" } énd⟧\n',
    ],
    [
      '[text]{.mark} and [more]{ .smallcaps lang=fr } and [Text here]{#id}\n',
      '⟦[téxt]{.mark} ánd [möré]{ .smallcaps lang=fr } ánd [Téxt héré]{#id}⟧\n',
    ],
    ['::: note A { .x }\nb\n:::\n', '::: note ⟦A⟧ { .x }\n⟦b⟧\n:::\n'],
    [
      '![](a.png){#fig-a fig-alt="Words here" width=50%}\n\n![Cap](a.png){#fig-b fig-cap="More words"}\n',
      '⟦![](a.png){#fig-a fig-alt="Wörds héré" width=50%}⟧\n\n⟦![Cáp](a.png){#fig-b fig-cap="Möré wörds"}⟧\n',
    ],
    [
      '## Titel [#the-id]\n\n## T [!toc]\n\n## T2 [toc] [#x]\n',
      '## ⟦Títél⟧ [#the-id]\n\n## ⟦T⟧ [!toc]\n\n## ⟦T2⟧ [toc] [#x]\n',
    ],
    [
      '## A {#a .b c="d {e} f"}\n\n## G { #g } \n\n## H {#h}\t\n',
      '## ⟦A⟧ {#a .b c="d {e} f"}\n\n## ⟦G⟧ { #g } \n\n## ⟦H⟧ {#h}\t\n',
    ],
    ['- A\n\n    B { .c }\n{ .d }\n', '- ⟦A⟧\n\n    ⟦B⟧ { .c }\n{ .d }\n'],
    [
      '| A |\n|---|\n| b |\n{ .c #d }\n\n| A |\n|---|\n| b |\n\n{: .e }\n',
      '| ⟦A⟧ |\n|---|\n| ⟦b⟧ |\n{ .c #d }\n\n| ⟦A⟧ |\n|---|\n| ⟦b⟧ |\n\n{: .e }\n',
    ],
    [
      '> ## A {#b}\n> C\n> {: .d}\n\n- ## E {#f}\n\n  G\n  {: .h}\n',
      '> ## ⟦A⟧ {#b}\n> ⟦C⟧\n> {: .d}\n\n- ## ⟦E⟧ {#f}\n\n  ⟦G⟧\n  {: .h}\n',
    ],
    ['[^1]: A {.b}\n    {: .c}\n\nx[^1]{.d}\n', '[^1]: ⟦A⟧ {.b}\n    {: .c}\n\n⟦x[^1]{.d}⟧\n'],
    [
      'Using [link](x){ data-preview } and [link](x){ download } and {x} ({ y })\n\n## Changes to `x` { data-search-exclude }\n',
      '⟦Usíng [línk](x){ data-preview } ánd [línk](x){ download } ánd {x} ({ y })⟧\n\n## ⟦Chángés tö `x`⟧ { data-search-exclude }\n',
    ],
  ],
  '04 blocks of PyMdown': [
    [
      '/// admonition | Some title\n    type: warning\n    attrs: {class: "a b", id: c}\n\nText\n///\n',
      '/// admonition | ⟦Sömé títlé⟧\n    type: warning\n    attrs: {class: "a b", id: c}\n\n⟦Téxt⟧\n///\n',
    ],
    ['/// details\n    type: note\n\nText\n///\n', '/// details\n    type: note\n\n⟦Téxt⟧\n///\n'],
    [
      '//// note | Outer title\n/// tip | Inner title\nText\n///\n////\n',
      '//// note | ⟦Oütér títlé⟧\n/// tip | ⟦Innér títlé⟧\n⟦Téxt⟧\n///\n////\n',
    ],
    [
      '/// figure-caption\nThe caption\n///\n\n/// table-caption | < 4.1\nMore words\n///\n\n/// caption | ^\nOver it\n///\n',
      '/// figure-caption\n⟦Thé cáptíön⟧\n///\n\n/// table-caption | < 4.1\n⟦Möré wörds⟧\n///\n\n/// caption | ^\n⟦Ovér ít⟧\n///\n',
    ],
    [
      '- item\n\n    /// note | Title\n    Text\n    ///\n\n- b\n',
      '- ⟦ítém⟧\n\n    /// note | ⟦Títlé⟧\n    ⟦Téxt⟧\n    ///\n\n- ⟦b⟧\n',
    ],
    ['///note|Title\nText\n///\n', '///note|⟦Títlé⟧\n⟦Téxt⟧\n///\n'],
    ['///    note    |    Title\nText\n///\n', '///    note    |    ⟦Títlé⟧\n⟦Téxt⟧\n///\n'],
    ['/// note\n```\n/// tip | code\n///\n```\nText\n///\n', '/// note\n```\n/// tip | code\n///\n```\n⟦Téxt⟧\n///\n'],
    [
      '=== "Tab"\n\n    /// note | Title\n\n    Text\n\n    ///\n',
      '=== "⟦Táb⟧"\n\n    /// note | ⟦Títlé⟧\n\n    ⟦Téxt⟧\n\n    ///\n',
    ],
    [
      '/// note | A `b` [c](d)\n    attrs: {id: "e f"}\n\n- g\n\n    /// tip\n    h\n    ///\n///\n',
      '/// note | ⟦A `b` [c](d)⟧\n    attrs: {id: "e f"}\n\n- ⟦g⟧\n\n    /// tip\n    ⟦h⟧\n    ///\n///\n',
    ],
    ['/// note\n> quote\n\n```\n///\n```\n///\n\nOut\n', '/// note\n> ⟦qüöté⟧\n\n```\n///\n```\n///\n\n⟦Oüt⟧\n'],
    [
      '!!! note\n\n    /// tab | A\n    b\n    ///\n\n    /// tab | C\n    d\n    ///\n',
      '!!! note\n\n    /// tab | ⟦A⟧\n    ⟦b⟧\n    ///\n\n    /// tab | ⟦C⟧\n    ⟦d⟧\n    ///\n',
    ],
  ],
  '05 includes': [
    ['> --8<-- "a.md"\n> Text\n', '> --8<-- "a.md"\n> ⟦Téxt⟧\n'],
    [
      '--8<-- "; a.md"\n\n; --8<-- "b.md"\n\n;--8<-- "c.md"\n\nText\n',
      '--8<-- "; a.md"\n\n⟦; --8<-- "b.md"⟧\n\n;--8<-- "c.md"\n\n⟦Téxt⟧\n',
    ],
    [
      '--8<--\r\nfile one.md\r\n\r\nfile two.md\r\n--8<--\r\n\r\nText\r\n',
      '--8<--\r\nfile one.md\r\n\r\nfile two.md\r\n--8<--\r\n\r\n⟦Téxt⟧\r\n',
    ],
    ['| a | b |\n|---|---|\n--8<-- "rows.md"\n\nText\n', '| ⟦á⟧ | ⟦b⟧ |\n|---|---|\n--8<-- "rows.md"\n\n⟦Téxt⟧\n'],
    [
      '{%\n   include-markdown "../README.md"\n   start="<!--words here-->"\n   heading-offset=1\n%}\n\nText\n',
      '{%\n   include-markdown "../README.md"\n   start="<!--words here-->"\n   heading-offset=1\n%}\n\n⟦Téxt⟧\n',
    ],
    [
      '{% include_relative a.md %}\n{% import "m.html" as m %}\n{{ m.do("words") }}\n\nText\n',
      '{% include_relative a.md %}\n{% import "m.html" as m %}\n{{ m.do("words") }}\n\n⟦Téxt⟧\n',
    ],
    [
      '!include a/b.md\n\n!include(a.md)\n\n!INCLUDE "a b.md"\n\n!!!include(a.md)!!!\n',
      '!include a/b.md\n\n!include(a.md)\n\n!INCLUDE "a b.md"\n\n!!!include(a.md)!!!\n',
    ],
    [
      '[filename](a.md ":include :type=code")\n\n[file](b.mp4 \':include\')\n',
      '⟦[fílénámé](a.md ":include :type=code")⟧\n\n⟦[fílé](b.mp4 \':include\')⟧\n',
    ],
    [
      '.. include:: a b.md\n\n:include: a b.md\n\n%include a.md%\n\nText\n',
      '.. include:: a b.md\n\n:include: a b.md\n\n⟦%ínclüdé á.md%⟧\n\n⟦Téxt⟧\n',
    ],
    [
      '@import "a.md" {.line}\n\n@import "b c.csv"\n\n\\input{a b}\n\nText\n',
      '@import "a.md" {.line}\n\n@import "b c.csv"\n\n\\input{a b}\n\n⟦Téxt⟧\n',
    ],
    [
      '??? note "A"\n    --8<-- "b.md"\n\n    {! c.md !}\n\n    Text\n',
      '??? note "⟦A⟧"\n    --8<-- "b.md"\n\n    {! c.md !}\n\n    ⟦Téxt⟧\n',
    ],
    ['> {* a b.py hl[1] *}\n\n1. {* c.py *}\n', '> {* a b.py hl[1] *}\n\n1. {* c.py *}\n'],
    [
      '::: include a b.md\n\n:::include{src="a b"}\n:::\n\n::include{file=a.md}\n\nText\n',
      '::: include a b.md\n\n:::include{src="a b"}\n:::\n\n::include{file=a.md}\n\n⟦Téxt⟧\n',
    ],
  ],
  '06 emoji and icons': [
    [
      ':material-account-circle:{ .lg .middle } it\n\n:fontawesome-brands-github:{ title="Words" } me\n',
      '⟦:material-account-circle:{ .lg .middle } ít⟧\n\n⟦:fontawesome-brands-github:{ title="Wörds" } mé⟧\n',
    ],
    [
      '| :heavy_check_mark: | :x: no |\n|:---:|:---|\n| :+1: | :-1: |\n',
      '| :heavy_check_mark: | ⟦:x: nö⟧ |\n|:---:|:---|\n| :+1: | :-1: |\n',
    ],
    [':tada::rocket: and :tada:\\:rocket: it\n', '⟦:tada::rocket: ánd :tada:\\:rocket: ít⟧\n'],
    ['::: tip :bulb: Title\n:bulb: text\n:::\n', '::: tip ⟦:bulb: Títlé⟧\n⟦:bulb: téxt⟧\n:::\n'],
    [
      '=== ":fontawesome-brands-java: Java"\n\n    x\n\n=== ":material-apple:"\n\n    y\n',
      '=== "⟦:fontawesome-brands-java: Jává⟧"\n\n    ⟦x⟧\n\n=== ":material-apple:"\n\n    ⟦y⟧\n',
    ],
    ['絵文字 :tada: です。:tada:です\n', '⟦絵文字 :tada: です。:tada:です⟧\n'],
    [
      '<summary>:tada: Open</summary>\n\n<div>:x: Words</div>\n',
      '<summary>⟦:tada: Opén⟧</summary>\n\n<div>⟦:x: Wörds⟧</div>\n',
    ],
    [
      '## :rocket: Launch\n\n<Card title=":tada: Words">\n\n:x: text\n\n</Card>\n',
      '## ⟦:rocket: Láünch⟧\n\n<Card title="⟦:tada: Wörds⟧">\n\n⟦:x: téxt⟧\n\n</Card>\n',
      'mdx',
    ],
    [
      'Keys ++ctrl+alt+del++ and ++"My Key"++ and ++a++ it ++cmd++\n',
      '⟦Kéys ++ctrl+alt+del++ ánd ++"My Key"++ ánd ++a++ ít ++cmd++⟧\n',
    ],
    [
      '[:tada:](a.md) and ![](:tada:) and <b>:tada:</b> and [a](b ":tada: c")\n',
      '⟦[:tada:](a.md) ánd ![](:tada:) ánd <b>:tada:</b> ánd [á](b ":tada: c")⟧\n',
    ],
    [
      '- :material-check: Words\n    - :octicons-x-16:{ .a }\n    - :octicons-x-16:{ .a } Words\n',
      '- ⟦:material-check: Wörds⟧\n    - :octicons-x-16:{ .a }\n    - ⟦:octicons-x-16:{ .a } Wörds⟧\n',
    ],
    [
      'Words:smile: and words:+1: it. Time 10:30:45, a:b:c and key:value: words\n',
      '⟦Wörds:smile: ánd wörds:+1: ít. Tímé 10:30:45, á:b:c ánd kéy:value: wörds⟧\n',
    ],
  ],
  '08 shortcodes that hold data': [
    [
      '{{< code-toggle >}}\n[menus]\n  [[menus.main]]\n    name = "Home words"\n{{< /code-toggle >}}\n',
      '{{< code-toggle >}}\n[menus]\n  [[menus.main]]\n    name = "Home words"\n{{< /code-toggle >}}\n',
    ],
    [
      '{{< highlight go "linenos=table" >}}\nfmt.Println("words")\n{{< /highlight >}}\n\n{{% highlight js %}}\nwords\n{{% /highlight %}}\n',
      '{{< highlight go "linenos=table" >}}\nfmt.Println("words")\n{{< /highlight >}}\n\n{{% highlight js %}}\nwords\n{{% /highlight %}}\n',
    ],
    [
      '- a\n\n  {{< code-toggle >}}\n  title = "Words"\n  {{< /code-toggle >}}\n\n- b\n',
      '- ⟦á⟧\n\n  {{< code-toggle >}}\n  title = "Words"\n  {{< /code-toggle >}}\n\n- ⟦b⟧\n',
    ],
    ['> {{< config >}}\n> a = "b c"\n> {{< /config >}}\n', '> {{< config >}}\n> a = "b c"\n> {{< /config >}}\n'],
    [
      '{{< tabpane lang="go" >}}\n{{< tab header="One" >}}\nfmt.Println("words")\n{{< /tab >}}\n{{< /tabpane >}}\n',
      '{{< tabpane lang="go" >}}\n{{< tab header="One" >}}\nfmt.Println("words")\n{{< /tab >}}\n{{< /tabpane >}}\n',
    ],
    [
      '{{< gist user id >}}\n\n{{< plantuml >}}\nA -> B: words here\n{{< /plantuml >}}\n',
      '{{< gist user id >}}\n\n{{< plantuml >}}\nA -> B: words here\n{{< /plantuml >}}\n',
    ],
    [
      '{{< cards >}}\n  {{< card link="a" title="Words" icon="x" >}}\n{{< /cards >}}\n',
      '{{< cards >}}\n  {{< card link="a" title="⟦Wörds⟧" icon="x" >}}\n{{< /cards >}}\n',
    ],
    [
      '{{< filetree/container >}}\n  {{< filetree/folder name="content" >}}\n    {{< filetree/file name="_index.md" >}}\n  {{< /filetree/folder >}}\n{{< /filetree/container >}}\n',
      '{{< filetree/container >}}\n  {{< filetree/folder name="content" >}}\n    {{< filetree/file name="_index.md" >}}\n  {{< /filetree/folder >}}\n{{< /filetree/container >}}\n',
    ],
    [
      '{{< terminal >}}\n$ npm install words\n$ cd there\n{{< /terminal >}}\n',
      '{{< terminal >}}\n$ npm install words\n$ cd there\n{{< /terminal >}}\n',
    ],
    [
      '{{< map >}}\n\n[data]\nx = 1\n\n[more]\ny = "words here"\n\n{{< /map >}}\n',
      '{{< map >}}\n\n[data]\nx = 1\n\n[more]\ny = "words here"\n\n{{< /map >}}\n',
    ],
    [
      '{% code-toggle %}\na = "words"\n{% endcode-toggle %}\n\n{% mermaid %}\ngraph\n{% endmermaid %}\n\n{% code title="a.js" %}\n```js\nx\n```\n{% endcode %}\n',
      '{% code-toggle %}\na = "words"\n{% endcode-toggle %}\n\n{% mermaid %}\ngraph\n{% endmermaid %}\n\n{% code title="a.js" %}\n```js\nx\n```\n{% endcode %}\n',
    ],
    [
      '{{< tabs >}}{{< tab "A" >}}\n```toml\na = "b"\n```\n{{< /tab >}}{{< /tabs >}}\n',
      '{{< tabs >}}{{< tab "⟦A⟧" >}}\n```toml\na = "b"\n```\n{{< /tab >}}{{< /tabs >}}\n',
    ],
    [
      '{{< note >}}\n# Heading\n{{< /note >}}\n\n{{< note >}}\n## Heading words\n\nText\n{{< /note >}}\n',
      '{{< note >}}\n# ⟦Héádíng⟧\n{{< /note >}}\n\n{{< note >}}\n## ⟦Héádíng wörds⟧\n\n⟦Téxt⟧\n{{< /note >}}\n',
    ],
    [
      '{{< data >}}\na: 1\nb:\n  - c d\n  - e f\n{{< /data >}}\n\n{{< data />}}\n\nText\n',
      '{{< data >}}\na: 1\nb:\n  - c d\n  - e f\n{{< /data >}}\n\n{{< data />}}\n\n⟦Téxt⟧\n',
    ],
    [
      '{{< note >}}\n[[page]]\nWords {{ x }}\n{{< /note >}}\n',
      '{{< note >}}\n⟦[[page]] Wörds {{ x }}⟧\n{{< /note >}}\n',
    ],
  ],
};

describe.each(Object.entries(KINDS))('%s', (_kind, variants) => {
  for (const [text, expected, extension] of variants)
    it(JSON.stringify(text), async () => {
      expect(await pseudoFile(text, extension)).toBe(expected);
    });
});
