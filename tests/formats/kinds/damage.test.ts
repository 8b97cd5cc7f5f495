/** What must not be lost or glued: variants of the kinds of damage that were seen on real sites. */
import { describe, expect, it } from 'vitest';
import { pseudoFile, type Variant } from './pseudo-file.ts';

const KINDS: Readonly<Record<string, readonly Variant[]>> = {
  '20 entities and the bytes of tags': [
    [
      'A&nbsp;b and c&shy;d and e&zwnj;f and &lrm;g and 10&thinsp;km &mdash; x &hellip;\n',
      '⟦A&nbsp;b ánd c&shy;d ánd é&zwnj;f ánd &lrm;g ánd 10&thinsp;km &mdash; x &hellip;⟧\n',
    ],
    ['&copy; 2020 &#169; &#xA9; &#x00A9; &reg; &trade; it\n', '⟦&copy; 2020 &copy; &copy; &copy; &reg; &trade; ít⟧\n'],
    [
      '[a&nbsp;b](x.md "c&nbsp;d") ![e&nbsp;f](y.png) **g&nbsp;h** `i&nbsp;j` it\n',
      '⟦[á&nbsp;b](x.md "c&nbsp;d") ![é&nbsp;f](y.png) **g&nbsp;h** `i&nbsp;j` ít⟧\n',
    ],
    [
      '> a&nbsp;b\n\n::: tip a&nbsp;b\nc&nbsp;d\n:::\n\n!!! note "a&nbsp;b"\n    c&nbsp;d\n',
      '> ⟦á&nbsp;b⟧\n\n::: tip ⟦á&nbsp;b⟧\n⟦c&nbsp;d⟧\n:::\n\n!!! note "⟦á&nbsp;b⟧"\n    ⟦c&nbsp;d⟧\n',
    ],
    [
      '| a &#124; b | &lt;x&gt; |\n|---|---|\n| &vert; c | d |\n',
      '| ⟦á &#124; b⟧ | ⟦&lt;x&gt;⟧ |\n|---|---|\n| ⟦&vert; c⟧ | ⟦d⟧ |\n',
    ],
    [
      '<p>A&nbsp;b&shy;c &copy; &mdash; &#8212; &#x2014; d &amp; e &lt; f &gt; g &quot;h&quot;</p>\n',
      '<p>⟦A&nbsp;b&shy;c &copy; &mdash; &mdash; &mdash; d &amp; é &lt; f &gt; g &quot;h&quot;⟧</p>\n',
      'html',
    ],
    [
      '<p>A<br />b<br/>c<br>d<BR>e<img src="x" />f<img src=y>g</p>\n',
      '<p>⟦A<br />b<br/>c<br>d<BR>é<img src="x" />f<img src=y>g⟧</p>\n',
      'html',
    ],
    [
      '<p title="A &amp; b&nbsp;c &quot;q&quot;" alt=\'it&#39;s\'>Words</p><a href="?a=1&amp;b=2&c=3">Words</a>\n',
      '<p title="⟦A &amp; b&nbsp;c &quot;q&quot;⟧" alt=\'it&#39;s\'>⟦Wörds⟧</p><a href="?a=1&amp;b=2&c=3">⟦Wörds⟧</a>\n',
      'html',
    ],
    [
      '<!DOCTYPE html>\n<html><head><title>A &amp; b&nbsp;c</title></head><body>Words&nbsp;</body></html>\n',
      '<!DOCTYPE html>\n<html><head><title>⟦A &amp; b&nbsp;c⟧</title></head><body>⟦Wörds&nbsp;⟧</body></html>\n',
      'html',
    ],
    [
      '> a&nbsp;b `c&nbsp;d`&nbsp;e\n\n- f&nbsp;g\n  h&nbsp;i\n\n[^1]: j&nbsp;k\n\nl[^1]\n',
      '> ⟦á&nbsp;b `c&nbsp;d`&nbsp;é⟧\n\n- ⟦f&nbsp;g h&nbsp;í⟧\n\n[^1]: ⟦j&nbsp;k⟧\n\n⟦l[^1]⟧\n',
    ],
    [
      '| a&nbsp;\\| b | c |\n|---|---|\n| &nbsp; | d&shy;e |\n',
      '| ⟦á&nbsp;\\| b⟧ | ⟦c⟧ |\n|---|---|\n| &nbsp; | ⟦d&shy;é⟧ |\n',
    ],
    [
      '<p>a&nbsp;b &amp; c</p>\n\n<img alt="d&nbsp;e &amp; f" src="g?h=1&amp;i=2">\n',
      '<p>⟦á&nbsp;b &amp; c⟧</p>\n\n<img alt="⟦d&nbsp;é &amp; f⟧" src="g?h=1&amp;i=2">\n',
    ],
    [
      '<ul><li>a<br/>\n</li><li>b<br />c</li></ul><img src="a" alt="b"/><hr/><input type=text value="c" />\n',
      '<ul><li>⟦á<br/>⟧\n</li><li>⟦b<br />c⟧</li></ul><img src="a" alt="⟦b⟧"/><hr/><input type=text value="c" />\n',
      'html',
    ],
    [
      '**a&nbsp;b** *c&nbsp;* ~~&nbsp;d~~ [e](f&nbsp;g) <b>h&nbsp;i</b>\n',
      '⟦**á&nbsp;b** *c&nbsp;* ~~&nbsp;d~~ [é](f&nbsp;g) <b>h&nbsp;í</b>⟧\n',
    ],
    [
      '**&nbsp;Words** end and *&nbsp;x&nbsp;* and **Words&nbsp;**\n',
      '⟦**&nbsp;Wörds** énd ánd *&nbsp;x&nbsp;* ánd **Wörds&nbsp;**⟧\n',
    ],
  ],
  '26 marks behind a fence that shows a fence': [
    ['```md\n~~~\n```\n\n::: tip\na\n:::\n', '```md\n~~~\n```\n\n::: tip\n⟦á⟧\n:::\n'],
    ['- a\n  ```\n  x\n- b\n\n::: tip T\na\n:::\n', '- ⟦á⟧\n  ```\n  x\n- ⟦b⟧\n\n::: tip ⟦T⟧\n⟦á⟧\n:::\n'],
    [
      '=== "A"\n\n    ``` md\n    === "B"\n\n        ``` c\n        x\n        ```\n    ```\n\n=== "C"\n\n    Text c\n',
      '=== "⟦A⟧"\n\n    ``` md\n    === "B"\n\n        ``` c\n        x\n        ```\n    ```\n\n=== "⟦C⟧"\n\n    ⟦Téxt c⟧\n',
    ],
    [
      '!!! note\n\n    ```\n    !!! tip\n\n        x\n    ```\n\n    Text\n\n> [!TIP]\n> a\n',
      '!!! note\n\n    ```\n    !!! tip\n\n        x\n    ```\n\n    ⟦Téxt⟧\n\n> [!TIP]\n> ⟦á⟧\n',
    ],
    ['<div>\n```\n</div>\n\n::: tip\nb\n:::\n', '<div>\n```\n</div>\n\n::: tip\n⟦b⟧\n:::\n'],
    ['\t```\n\tx\n\n::: tip\nb\n:::\n', '\t```\n\tx\n\n::: tip\n⟦b⟧\n:::\n'],
    [
      '{% highlight md %}\n```\n> [!NOTE]\n{% endhighlight %}\n\n> [!NOTE]\n> a\n',
      '{% highlight md %}\n```\n> [!NOTE]\n{% endhighlight %}\n\n> [!NOTE]\n> ⟦á⟧\n',
    ],
    [
      '````{note}\n```md\n::: tip x\n    ```\n```\n> [!NOTE]\n> a\n````\n\n> [!NOTE]\n> b\n',
      '````{note}\n```md\n::: tip x\n    ```\n```\n> [!NOTE]\n> ⟦á⟧\n````\n\n> [!NOTE]\n> ⟦b⟧\n',
    ],
  ],
  '01 the space before codes': [
    [
      '> [!NOTE]\r\n> Open the `config` file\r\n> and **press** it.\r\n',
      '> [!NOTE]\r\n> ⟦Opén thé `config` fílé ánd **préss** ít.⟧\r\n',
    ],
    ['> - [!NOTE]\n>   x `y` z\n', '> - [!NOTE]\n>   ⟦x `y` z⟧\n'],
    [
      ':::caution[Mind `this` and **that** one]\n\nSee [a `b` c](d.md) now\n\n:::\n',
      ':::caution[⟦Mínd `this` ánd **thát** öné⟧]\n\n⟦Séé [á `b` c](d.md) nöw⟧\n\n:::\n',
    ],
    [
      '??? question "Why is `x` so **slow** here?"\n    Since the `y` is *not* there.\n',
      '??? question "⟦Why ís `x` sö **slöw** héré?⟧"\n    ⟦Síncé thé `y` ís *nöt* théré.⟧\n',
    ],
    [
      'Term `x` here\n\n:   Text with `code` in it.\n    And [more](m.md) here.\n',
      '⟦Térm `x` héré⟧\n\n:   ⟦Téxt wíth `code` ín ít. And [möré](m.md) héré.⟧\n',
    ],
    ['> **Note**\n> Call the `x` here\n', '> ⟦**Nöté** Cáll thé `x` héré⟧\n'],
    ['::: tip Go to  `x`   now\nDo  **it**   so\n:::\n', '::: tip ⟦Gö tö  `x`   nöw⟧\n⟦Dö  **ít**   sö⟧\n:::\n'],
    [
      '- [ ] Call the `x` here\n- [x] **Done** with `y` now\n',
      '- [ ] ⟦Cáll thé `x` héré⟧\n- [x] ⟦**Döné** wíth `y` nöw⟧\n',
    ],
    ['Term\n:   > quoted `x` y\n\n    1. item **z** w\n', '⟦Térm⟧\n:   > ⟦qüötéd `x` y⟧\n\n    1. ⟦ítém **z** w⟧\n'],
    ['1. a\n2. b `c` d\n   {: .x }\n3. e **f** g\n', '1. ⟦á⟧\n2. ⟦b `c` d⟧\n   {: .x }\n3. ⟦é **f** g⟧\n'],
    ['Line one `x`  \n`y` line two\\\n**z** line three\n', '⟦Líné öné `x`  \n`y` líné twö\\\n**z** líné thréé⟧\n'],
  ],
  '02 texts that begin with a code': [
    [
      '> [!warning]\n> ![A hill](hill.png) is here\n> ~~gone~~ text\n',
      '> [!warning]\n> ⟦![A híll](hill.png) ís héré ~~göné~~ téxt⟧\n',
    ],
    [
      '> [!NOTE]\n> - `a` item\n> - **b** item\n>\n> 1. [c](d) item\n',
      '> [!NOTE]\n> - ⟦`a` ítém⟧\n> - ⟦**b** ítém⟧\n>\n> 1. ⟦[c](d) ítém⟧\n',
    ],
    [
      '> [!NOTE]\n> # Head `x`\n> | a | b |\n> |---|---|\n> | `c` d | e |\n',
      '> [!NOTE]\n> # ⟦Héád `x`⟧\n> | ⟦á⟧ | ⟦b⟧ |\n> |---|---|\n> | ⟦`c` d⟧ | ⟦é⟧ |\n',
    ],
    ['> [!NOTE]\n> [[Page]] is it\n> ![[x.png]] too\n', '> [!NOTE]\n> ⟦[[Page]] ís ít ![[x.png]] töö⟧\n'],
    [
      ':::warning `x` is deprecated\n**Do not** use it\n:::\n',
      ':::warning ⟦`x` ís déprécátéd⟧\n⟦**Dö nöt** üsé ít⟧\n:::\n',
    ],
    [
      '!!! note "**Bold** it"\n    **Bold** it\n    [a](b) goes on\n',
      '!!! note "⟦**Böld** ít⟧"\n    ⟦**Böld** ít [á](b) göés ön⟧\n',
    ],
    ['=== "`x` tab"\n\n    `x` text\n', '=== "⟦`x` táb⟧"\n\n    ⟦`x` téxt⟧\n'],
    ['`term`\n: `x` is it\n: **b** is it\n', '`term`\n: ⟦`x` ís ít⟧\n: ⟦**b** ís ít⟧\n'],
    [
      '{: .note-title }\n> `x` title\n>\n> **Text** of it\n',
      '{: .note-title }\n> ⟦`x` títlé⟧\n>\n> ⟦**Téxt** öf ít⟧\n',
    ],
    ['*[HTML]: `x` begins\n', '*[HTML]: ⟦`x` bégíns⟧\n'],
    ['!!! note "`a`"\n\n    `b`\n\n    `c` d\n', '!!! note "`a`"\n\n    `b`\n\n    ⟦`c` d⟧\n'],
    ['{: .note }\n`a` b\n{: .warning }\n**c** d\n', '{: .note }\n⟦`a` b⟧\n{: .warning }\n⟦**c** d⟧\n'],
    [
      '- > [!NOTE]\n  > `a` b\n- ::: tip\n  `c` d\n  :::\n- !!! note\n      `e` f\n',
      '- > [!NOTE]\n  > ⟦`a` b⟧\n- ::: tip\n  ⟦`c` d⟧\n  :::\n- !!! note\n      ⟦`e` f⟧\n',
    ],
    [
      '> [!NOTE]\n> <details>\n> <summary>a</summary>\n> words\n> </details>\n',
      '> [!NOTE]\n> <details>\n> <summary>⟦á⟧</summary>\n> ⟦wörds⟧\n> </details>\n',
    ],
  ],
  '07 options under a mark': [
    [
      '::: pkg.module.Class\n\tselection:\n\t  members: false\n\n::: pkg.other\n\n## Head\n',
      '::: pkg.module.Class\n\tselection:\n\t  members: false\n\n::: pkg.other\n\n## ⟦Héád⟧\n',
    ],
    [
      '!!! note\n\n    ::: pkg.mod.Class\n        options:\n            show_source: false\n',
      '!!! note\n\n    ::: pkg.mod.Class\n        options:\n            show_source: false\n',
    ],
    [
      '::: pkg.mod\n    options:\n\n      members:\n\n        - a\n\nText\n',
      '::: pkg.mod\n    options:\n\n      members:\n\n        - a\n\n⟦Téxt⟧\n',
    ],
    [
      '::: fastapi.FastAPI\n    options:\n        members:\n            - openapi_version\n            - get\n::: fastapi.Other\n    options:\n        members: no words here\n',
      '::: fastapi.FastAPI\n    options:\n        members:\n            - openapi_version\n            - get\n::: fastapi.Other\n    options:\n        members: no words here\n',
    ],
    [
      ':::{figure} hill.png\n:alt: A green hill\n:width: 200px\n:align: center\n:name: fig-hill\nThe caption of it\n\nA legend here\n:::\n',
      ':::{figure} hill.png\n:alt: ⟦A gréén híll⟧\n:width: 200px\n:align: center\n:name: fig-hill\n⟦Thé cáptíön öf ít⟧\n\n⟦A légénd héré⟧\n:::\n',
    ],
    [
      '```{image} hill.png\n:alt: A green hill\n:width: 3\n```\n',
      '```{image} hill.png\n:alt: ⟦A gréén híll⟧\n:width: 3\n```\n',
    ],
    [
      '::::{grid} 1 2 2 3\n:gutter: 2\n\n:::{grid-item-card} Title of card\n:link: page\n:link-type: doc\n\nText of card\n+++\nFooter here\n:::\n::::\n',
      '::::{grid} 1 2 2 3\n:gutter: 2\n\n:::{grid-item-card} ⟦Títlé öf cárd⟧\n:link: page\n:link-type: doc\n\n⟦Téxt öf cárd⟧\n+++\n⟦Föötér héré⟧\n:::\n::::\n',
    ],
    [':::{warning}   \n:name: a\r\nText\n:::\n', ':::{warning}   \n:name: a\r\n⟦Téxt⟧\n:::\n'],
    [
      ':::{note}\r\n:class: tip\r\n:name: words of it\r\n\r\nText\r\n:::\r\n',
      ':::{note}\r\n:class: tip\r\n:name: words of it\r\n\r\n⟦Téxt⟧\r\n:::\r\n',
    ],
    [
      '```{py:function} pkg.do(x, y)\n:param x: words\n\nText\n```\n',
      '```{py:function} pkg.do(x, y)\n:param x: words\n\nText\n```\n',
    ],
    [
      '- ```{figure} a.png\n  :alt: Words\n  :width: 3\n\n  Caption\n  ```\n',
      '- ```{figure} a.png\n  :alt: ⟦Wörds⟧\n  :width: 3\n\n  ⟦Cáptíön⟧\n  ```\n',
    ],
    [
      ':::{figure} a.png\n:alt: Words `x` [y](z)\n:name: "a b"\n:figclass: c d\n\nCaption `x`\n:::\n',
      ':::{figure} a.png\n:alt: ⟦Wörds `x` [y](z)⟧\n:name: "a b"\n:figclass: c d\n\n⟦Cáptíön `x`⟧\n:::\n',
    ],
    [
      '::::{grid}\n:::{grid-item-card}\n:link: a b\nTitle words\n^^^\nText\n:::\n::::\n',
      '::::{grid}\n:::{grid-item-card}\n:link: a b\n⟦Títlé wörds⟧\n^^^\n⟦Téxt⟧\n:::\n::::\n',
    ],
  ],
};

describe.each(Object.entries(KINDS))('%s', (_kind, variants) => {
  for (const [text, expected, extension] of variants)
    it(JSON.stringify(text), async () => {
      expect(await pseudoFile(text, extension)).toBe(expected);
    });
});
