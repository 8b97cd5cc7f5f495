/** What readers see, and what they do not: variants of the kinds that were seen on real sites. */
import { describe, expect, it } from 'vitest';
import { pseudoFile, type Variant } from './pseudo-file.ts';

const KINDS: Readonly<Record<string, readonly Variant[]>> = {
  '11 remarks': [
    [
      'Text\n\n[//]: # (remark "quoted" words)\n[//]: # \'remark words\'\n[//]: <> (remark words)\n[//]: <#> "words"\n',
      '⟦Téxt⟧\n\n[//]: # (remark "quoted" words)\n[//]: # \'remark words\'\n[//]: <> (remark words)\n[//]: <#> "words"\n',
    ],
    ['[//]: # (words\nover two lines)\n\nText\n', '[//]: # (words\nover two lines)\n\n⟦Téxt⟧\n'],
    [
      '<!-- words -->\n<!--\nwords\n\nwords two\n-->\n\nText <!-- words --> it <!---words--->\n',
      '<!-- words -->\n<!--\nwords\n\nwords two\n-->\n\n⟦Téxt <!-- words --> ít <!---words--->⟧\n',
    ],
    [
      '{% comment %}words{% endcomment %} Text\n\n{%- comment -%}\nwords\n\nmore\n{%- endcomment -%}\n\n{# words #}\n\n{# words\n\nover #}\n\nText\n',
      '⟦{% comment %}words{% endcomment %} Téxt⟧\n\n{%- comment -%}\nwords\n\nmore\n{%- endcomment -%}\n\n{# words #}\n\n{# words\n\nover #}\n\n⟦Téxt⟧\n',
    ],
    [
      '{{/* words */}}\n\n{{- /* words */ -}}\n\n{{< comment >}}\nwords here\n{{< /comment >}}\n\n{{% comment %}}\nwords here\n{{% /comment %}}\n\nText\n',
      '{{/* words */}}\n\n{{- /* words */ -}}\n\n{{< comment >}}\nwords here\n{{< /comment >}}\n\n{{% comment %}}\nwords here\n{{% /comment %}}\n\n⟦Téxt⟧\n',
    ],
    [
      '{/* words */}\n\nText {/* words\n over */} it <b>{/* words */}x</b>\n\n<A>\n  {/* words */}\n  Text\n</A>\n\n[//]: # (words)\n\n<!-- words -->\n\nText <!-- words --> it\n',
      '{/* words */}\n\n⟦Téxt {/* words over */} ít <b>{/* words */}x</b>⟧\n\n<A>\n  {/* words */}\n  ⟦Téxt⟧\n</A>\n\n[//]: # (words)\n\n<!-- words -->\n\n⟦Téxt <!-- words --> ít⟧\n',
      'mdx',
    ],
    [
      '<!-- words --><p>Text <!-- words --> it</p><!--[if IE]><p>words</p><![endif]--><script>// words</script>\n',
      '<!-- words --><p>⟦Téxt <!-- words --> ít⟧</p><!--[if IE]><p>words</p><![endif]--><script>// words</script>\n',
      'html',
    ],
    [
      '> [!NOTE]\n> <!-- words -->\n> Text\n\n!!! note\n    <!-- words -->\n    Text\n\n::: tip\n<!-- words -->\nText\n:::\n',
      '> [!NOTE]\n> <!-- words -->\n> ⟦Téxt⟧\n\n!!! note\n    <!-- words -->\n    ⟦Téxt⟧\n\n::: tip\n<!-- words -->\n⟦Téxt⟧\n:::\n',
    ],
    [
      '> <!-- a -->\n> text <!-- b\n> c --> d\n\n- <!--\n  e\n  -->\n  f\n',
      '> <!-- a -->\n> ⟦téxt <!-- b c --> d⟧\n\n- <!--\n  e\n  -->\n  ⟦f⟧\n',
    ],
    ['[//]: # (a)\n[//]: # (b)\n\ntext\n[//]: # (c)\n', '[//]: # (a)\n[//]: # (b)\n\n⟦téxt⟧\n[//]: # (c)\n'],
    [
      '%%a%%b %% c %%\n\n100%% a %%b%%\n\n- %%\n  c\n  %%\n',
      '⟦%%a%%b %% c %%⟧\n\n⟦100%% á %%b%%⟧\n\n- %%\n  c\n  %%\n',
    ],
    [
      '> [!IMPORTANT]\\\n> Words\n\n> [!NOTE]<br>\n> Words\n\n[_data_:author]:- "hidden words"\n\nWords\n',
      '> [!IMPORTANT]\\\n> ⟦Wörds⟧\n\n> [!NOTE]<br>\n> ⟦Wörds⟧\n\n[_data_:author]:- "hidden words"\n\n⟦Wörds⟧\n',
    ],
  ],
  '13 bodies behind an empty line': [
    [
      '!!! Note "T"\n\n    First.\n\n    ```js\n    x\n\n    y\n    ```\n\n    Last.\n',
      '!!! Note "⟦T⟧"\n\n    ⟦Fírst.⟧\n\n    ```js\n    x\n\n    y\n    ```\n\n    ⟦Lást.⟧\n',
    ],
    [
      '??? note\n\n    1. one\n    2. two\n\n        ```sh\n        x\n        ```\n\n    after\n',
      '??? note\n\n    1. ⟦öné⟧\n    2. ⟦twö⟧\n\n        ```sh\n        x\n        ```\n\n    ⟦áftér⟧\n',
    ],
    [
      '=== "A"\n\n    === "B"\n\n        Deep text\n\n    === "C"\n\n        More\n',
      '=== "⟦A⟧"\n\n    === "⟦B⟧"\n\n        ⟦Déép téxt⟧\n\n    === "⟦C⟧"\n\n        ⟦Möré⟧\n',
    ],
    ['!!! note\n   Three spaces\n\nOut\n', '!!! note\n   ⟦Thréé spácés⟧\n\n⟦Oüt⟧\n'],
    ['!!! note\r\n\r\n    First.\r\n\r\n    Second.\r\n', '!!! note\r\n\r\n    ⟦Fírst.⟧\r\n\r\n    ⟦Sécönd.⟧\r\n'],
    [
      '!!! note\n\n    <div>Words</div>\n\n    [^1]: note words\n\n    Text[^1]\n',
      '!!! note\n\n    <div>⟦Wörds⟧</div>\n\n    [^1]: ⟦nöté wörds⟧\n\n    ⟦Téxt[^1]⟧\n',
    ],
    [
      '!!! note\n\n    Term\n    :   Def\n\n    | a |\n    |---|\n    | b |\n',
      '!!! note\n\n    ⟦Térm⟧\n    :   ⟦Déf⟧\n\n    | ⟦á⟧ |\n    |---|\n    | ⟦b⟧ |\n',
    ],
    [
      '[^1]:\n    Note words\n\n        code\n\n    More words\n\nText[^1]\n',
      '[^1]:\n    ⟦Nöté wörds⟧\n\n        code\n\n    ⟦Möré wörds⟧\n\n⟦Téxt[^1]⟧\n',
    ],
    [
      '!!! note\n\n    a\n\n    !!! tip "b"\n\n        c\n\n        ??? bug\n\n            d\n\n            e\n\n        f\n\n    g\n',
      '!!! note\n\n    ⟦á⟧\n\n    !!! tip "⟦b⟧"\n\n        ⟦c⟧\n\n        ??? bug\n\n            ⟦d⟧\n\n            ⟦é⟧\n\n        ⟦f⟧\n\n    ⟦g⟧\n',
    ],
    [
      '=== "a"\n\n    1. b\n\n        === "c"\n\n            d\n\n    2. e\n',
      '=== "⟦á⟧"\n\n    1. ⟦b⟧\n\n        === "⟦c⟧"\n\n            ⟦d⟧\n\n    2. ⟦é⟧\n',
    ],
    [
      'Term\n\n:   a\n\n    !!! note\n\n        b\n\n    c\n',
      '⟦Térm⟧\n\n:   ⟦á⟧\n\n    !!! note\n\n        ⟦b⟧\n\n    ⟦c⟧\n',
    ],
    [
      '> === "a"\n>\n>     b\n>\n>     - c\n>\n>         d\n',
      '> === "⟦á⟧"\n>\n>     ⟦b⟧\n>\n>     - ⟦c⟧\n>\n>         ⟦d⟧\n',
    ],
    [
      '!!!warning Title words\nWords\n!!!\n\n!!! note\n    Words\n',
      '!!!warning ⟦Títlé wörds⟧\n⟦Wörds⟧\n!!!\n\n!!! note\n    ⟦Wörds⟧\n',
    ],
  ],
  '14 labels in front matter': [
    [
      '---\nhero:\n  name: Name words\n  text: Hero words\n  tagline: >-\n    Folded words\n    and more\n  image:\n    src: /a.png\n    alt: Alt words\n  actions:\n    - theme: brand\n      text: Go words\n      link: /a b\nfeatures:\n  - icon: x\n    title: F words\n    details: |\n      Literal words\n      more\n    link: /b\n    linkText: L words\n---\n',
      '---\nhero:\n  name: ⟦Námé wörds⟧\n  text: ⟦Hérö wörds⟧\n  tagline: >-\n    ⟦Földéd wörds ánd möré⟧\n  image:\n    src: /a.png\n    alt: ⟦Alt wörds⟧\n  actions:\n    - theme: brand\n      text: ⟦Gö wörds⟧\n      link: /a b\nfeatures:\n  - icon: x\n    title: ⟦F wörds⟧\n    details: |\n      ⟦Lítérál wörds\n      möré⟧\n    link: /b\n    linkText: ⟦L wörds⟧\n---\n',
    ],
    [
      '+++\ntitle = "T words"\nlinkTitle = \'L words\'\n[menu.main]\nname = "M words"\nweight = 1\n[[resources]]\ntitle = "R words"\nsrc = "a b.png"\n[cascade]\ntype = "docs"\n+++\n\nText\n',
      '+++\ntitle = "⟦T wörds⟧"\nlinkTitle = \'⟦L wörds⟧\'\n[menu.main]\nname = "⟦M wörds⟧"\nweight = 1\n[[resources]]\ntitle = "⟦R wörds⟧"\nsrc = "a b.png"\n[cascade]\ntype = "docs"\n+++\n\n⟦Téxt⟧\n',
    ],
    [
      '{\n  "title": "T words",\n  "linkTitle": "L words",\n  "slug": "a b"\n}\n\nText\n',
      '{\n  "title": "⟦T wörds⟧",\n  "linkTitle": "⟦L wörds⟧",\n  "slug": "a b"\n}\n\n⟦Téxt⟧\n',
    ],
    [
      "---\ntitle: \"T: words\"\r\nsidebar_label: 'S it''s'\r\n---\r\n\r\nText\r\n",
      "---\ntitle: \"⟦T: wörds⟧\"\r\nsidebar_label: '⟦S ít''s⟧'\r\n---\r\n\r\n⟦Téxt⟧\r\n",
    ],
    [
      '---\nbanner:\n  content: B <a href="x">words</a>\ntemplate: splash\neditUrl: false\n---\n',
      '---\nbanner:\n  content: ⟦B <a href="x">wörds</a>⟧\ntemplate: splash\neditUrl: false\n---\n',
    ],
    [
      '---\nseo:\n  title: S words\n  description: D words\n  noindex: true\n---\n',
      '---\nseo:\n  title: ⟦S wörds⟧\n  description: ⟦D wörds⟧\n  noindex: true\n---\n',
    ],
    [
      '---\ntitle: 2024\nsidebar_label: true\nsubtitle: null\nsummary:\ndescription: ""\n---\n\nText\n',
      '---\ntitle: 2024\nsidebar_label: true\nsubtitle: null\nsummary:\ndescription: ""\n---\n\n⟦Téxt⟧\n',
    ],
    [
      '---\ntitle: Words\nparent: Parent words\ncover:\n  caption: More words\n---\n',
      '---\ntitle: ⟦Wörds⟧\nparent: ⟦Párént wörds⟧\ncover:\n  caption: ⟦Möré wörds⟧\n---\n',
      'jekyll.md',
    ],
  ],
  '15 parameters that are shown': [
    [
      '<div>\n{% include card.html title="A wide title" src="/a/b.png" alt="A picture of it" %}\n{% include_relative note.html content=\'Some words\' class="big" %}\n<p>Words {% include icon.html name="star" label="A star" %} here.</p>\n</div>\n{% if page.title == "A title" %}{% include "x.html" with title: "Shown words" %}{% endif %}\n',
      '<div>\n{% include card.html title="⟦A wídé títlé⟧" src="/a/b.png" alt="⟦A píctüré öf ít⟧" %}\n{% include_relative note.html content=\'⟦Sömé wörds⟧\' class="big" %}\n<p>⟦Wörds {% include icon.html name="star" label="A star" %} héré.⟧</p>\n</div>\n{% if page.title == "A title" %}{% include "x.html" with title: "⟦Shöwn wörds⟧" %}{% endif %}\n',
      'html',
    ],
    [
      '---\nlayout: page\ntitle: Home\n---\n{% include section.html heading="First section" id="first" %}\n{% assign title = "No text" %}{{ "A b" | t: title="No text either" }}\n<pre>{% include x.html title="In code" %}</pre>\n<script>{% include x.html title="In code" %}</script>\n<ul>{% for a in b %}<li>{% include item.html title=a.title caption="The item" %}</li>{% endfor %}</ul>\n<a href="{% include x.html title=\'In a value\' %}">{% include x.html title="In it" %}</a>\n',
      '---\nlayout: page\ntitle: ⟦Hömé⟧\n---\n{% include section.html heading="First section" id="first" %}\n{% assign title = "No text" %}{{ "A b" | t: title="No text either" }}\n<pre>{% include x.html title="In code" %}</pre>\n<script>{% include x.html title="In code" %}</script>\n<ul>{% for a in b %}<li>{% include item.html title=a.title caption="⟦Thé ítém⟧" %}</li>{% endfor %}</ul>\n<a href="{% include x.html title=\'In a value\' %}">{% include x.html title="⟦In ít⟧" %}</a>\n',
      'html',
    ],
    [
      '<ul>\r\n  {% include a.html\r\n     title="Over lines"\r\n     alt="More" %}\r\n  <li>Words</li>\r\n</ul>\r\n',
      '<ul>\r\n  {% include a.html\r\n     title="⟦Ovér línés⟧"\r\n     alt="⟦Möré⟧" %}\r\n  <li>⟦Wörds⟧</li>\r\n</ul>\r\n',
      'html',
    ],
    [
      '<div class="a">\n{% include card.html title="A wide title" %}\n<p>Words</p>\n</div>\n\n<div>{% include card.html title="A wide title" %}</div>\n\n{% include card.html title="A wide title" %}\n',
      '<div class="a">\n{% include card.html title="⟦A wídé títlé⟧" %}\n<p>⟦Wörds⟧</p>\n</div>\n\n<div>{% include card.html title="⟦A wídé títlé⟧" %}</div>\n\n{% include card.html title="⟦A wídé títlé⟧" %}\n',
    ],
    [
      "{{< figure src='a.png' alt='A words' >}}\n\n{{< figure src=`a.png` caption=`C \"words\"` >}}\n",
      "{{< figure src='a.png' alt='⟦A wörds⟧' >}}\n\n{{< figure src=`a.png` caption=`⟦C \"wörds\"⟧` >}}\n",
    ],
    [
      '{{< img\n  src="a.png"\n  alt="A words"\n  caption="C words" >}}\n',
      '{{< img\n  src="a.png"\n  alt="⟦A wörds⟧"\n  caption="⟦C wörds⟧" >}}\n',
    ],
    [
      'Text {{< button href="/a b" label="L words" >}} it {{< tooltip text="T words" >}}x{{< /tooltip >}} end\n',
      '⟦Téxt {{< button href="/a b" label="L wörds" >}} ít {{< tooltip text="T wörds" >}}x{{< /tooltip >}} énd⟧\n',
    ],
    [
      '- {{< figure src="a.png" alt="A words" >}}\n\n> {{< figure alt="A words" >}}\n\n| {{< img alt="A words" >}} | b |\n|---|---|\n',
      '- {{< figure src="a.png" alt="⟦A wörds⟧" >}}\n\n> {{< figure alt="⟦A wörds⟧" >}}\n\n| ⟦{{< img alt="A wörds" >}}⟧ | ⟦b⟧ |\n|---|---|\n',
    ],
    [
      '{% include a.html content="A \\"quoted\\" word" %}\n\n{% include a.html content=\'It is "so"\' %}\n',
      '{% include a.html content="A \\"quoted\\" word" %}\n\n{% include a.html content=\'⟦It ís "sö"⟧\' %}\n',
    ],
    [
      '{{< figure src="a.png" alt="" caption=" " title="{{ x }}" >}}\n',
      '{{< figure src="a.png" alt="" caption=" " title="{{ x }}" >}}\n',
    ],
    [
      '{{< ref path="a b" lang="en" title="T words" >}}\n\n{{<figure alt="A words">}}\n\n{{<  figure   alt = "A words"  >}}\n',
      '{{< ref path="a b" lang="en" title="⟦T wörds⟧" >}}\n\n{{<figure alt="⟦A wörds⟧">}}\n\n{{<  figure   alt = "⟦A wörds⟧"  >}}\n',
    ],
    [
      '{% assign title = "T words" %}\n{% if title == "T words" %}x words{% endif %}\n{% capture alt %}c words{% endcapture %}\n{% for caption in "x y" %}{% endfor %}\n',
      '{% assign title = "T words" %}\n⟦{% if title == "T words" %}x wörds{% endif %} {% capture alt %}c wörds{% endcapture %}⟧\n{% for caption in "x y" %}{% endfor %}\n',
    ],
    [
      '{{< highlight title="T words" >}}\ncode words\n{{< /highlight >}}\n',
      '{{< highlight title="⟦T wörds⟧" >}}\ncode words\n{{< /highlight >}}\n',
    ],
    [
      '{{< tab title="A b" />}}text{{< x caption="C d" >}}\n\n**{{< x label="E f" >}}**\n',
      '⟦{{< tab title="A b" />}}téxt{{< x caption="C d" >}}⟧\n\n⟦**{{< x label="E f" >}}**⟧\n',
    ],
    [
      '{% include a.html alt="A b" caption=\'C d\' title=e.f %}text\n\n- {% include b.html\n  alt="G h"\n  %}\n',
      '⟦{% include a.html alt="A b" caption=\'C d\' title=e.f %}téxt⟧\n\n- {% include b.html\n  alt="⟦G h⟧"\n  %}\n',
    ],
    [
      '{{< x data-title="a b" my-alt="c d" title.x="e f" xtitle="g h" title2="i j" title="K l" >}}\n',
      '{{< x data-title="a b" my-alt="c d" title.x="e f" xtitle="g h" title2="i j" title="⟦K l⟧" >}}\n',
    ],
    [
      '{% render "a.html", title: "A b", alt: \'C d\' %}\n\n{% component title="A b" %}\ntext\n{% endcomponent %}\n',
      '{% render "a.html", title: "⟦A b⟧", alt: \'⟦C d⟧\' %}\n\n{% component title="⟦A b⟧" %}\n⟦téxt⟧\n{% endcomponent %}\n',
    ],
    [
      '{{< details "Some title" >}}\nText\n{{< /details >}}\n\n{{< tab "Mac os" >}}a{{< /tab >}}\n\n{{< tabs "some-id" >}}\n\n{{< notice info "Pay attention" >}}\nText\n{{< /notice >}}\n',
      '{{< details "⟦Sömé títlé⟧" >}}\n⟦Téxt⟧\n{{< /details >}}\n\n⟦{{< tab "Mác ös" >}}á{{< /tab >}}⟧\n\n{{< tabs "some-id" >}}\n\n{{< notice info "⟦Páy átténtíön⟧" >}}\n⟦Téxt⟧\n{{< /notice >}}\n',
    ],
    [
      '{{< youtube "a b" >}} {{< ref "a.md" >}} {{% glossary-term "page bundle" %}}\n\n{{< tab name="Words" >}} {{< tabs name="words" >}}\n\n{% details "Title words" %}\n\nText {{< tooltip "words" >}} and {{< button `Click me` href="/a" >}} it {{< alert "circle" >}}\n',
      '{{< youtube "a b" >}} {{< ref "a.md" >}} {{% glossary-term "page bundle" %}}\n\n{{< tab name="⟦Wörds⟧" >}} {{< tabs name="words" >}}\n\n{% details "⟦Títlé wörds⟧" %}\n\n⟦Téxt {{< tooltip "wörds" >}} ánd {{< button `Clíck mé` href="/a" >}} ít {{< alert "circle" >}}⟧\n',
    ],
    [
      '# Title { #id data-toc-label="Label words" }\n\nText here\n{: title="Some words" .x }\n\n> - Item { title=\'Some words\' }\n',
      '# ⟦Títlé⟧ { #id data-toc-label="⟦Lábél wörds⟧" }\n\n⟦Téxt héré⟧\n{: title="⟦Sömé wörds⟧" .x }\n\n> - ⟦Itém⟧ { title=\'⟦Sömé wörds⟧\' }\n',
    ],
    [
      '{{< columns >}}\nLeft words\n<--->\nRight words\n{{< /columns >}}\n\n{{< expand "Title words" "open" >}}\nWords\n{{< /expand >}}\n\n{{< item subheader="Sub words" >}}\n',
      '{{< columns >}}\n⟦Léft wörds⟧\n<--->\n⟦Ríght wörds⟧\n{{< /columns >}}\n\n{{< expand "⟦Títlé wörds⟧" "open" >}}\n⟦Wörds⟧\n{{< /expand >}}\n\n{{< item subheader="⟦Süb wörds⟧" >}}\n',
    ],
    [
      "<Card title=\"Words\" description={'More words'} href=\"x\" label={`Tick words`}>Text</Card>\n\nText <Tooltip content={\"It's words\"} x={'a b'} t={`x ${y}`}>x</Tooltip> <X items={[{ title: 'Words' }]} />\n\n<Image\n  alt={`Alt words`}\n  items={[{ title: `Words`, href: `/a` }]}\n/>\n",
      "⟦<Card title=\"Wörds\" description={'Möré wörds'} href=\"x\" label={`Tíck wörds`}>Téxt</Card>⟧\n\n⟦Téxt <Tooltip content={\"It's wörds\"} x={'a b'} t={`x ${y}`}>x</Tooltip> <X items={[{ title: 'Wörds' }]} />⟧\n\n<Image\n  alt={`⟦Alt wörds⟧`}\n  items={[{ title: `⟦Wörds⟧`, href: `/a` }]}\n/>\n",
      'mdx',
    ],
    [
      '{{< figure src="a.png" attr="Attr words" attrlink="https://a" >}} {{< x attr="key words" >}}\n',
      '{{< figure src="a.png" attr="⟦Attr wörds⟧" attrlink="https://a" >}} {{< x attr="key words" >}}\n',
    ],
  ],
  '16 template tags that are shown': [
    [
      '{% raw %}\n| a | {{ x }} |\n|---|---|\n| words | `{% if %}` |\n{% endraw %}\n',
      '{% raw %}\n| ⟦á⟧ | {{ x }} |\n|---|---|\n| ⟦wörds⟧ | `{% if %}` |\n{% endraw %}\n',
    ],
    ['> {% raw %}\n> words {{ x }}\n> {% endraw %}\n', '> {% raw %}\n> ⟦wörds {{ x }}⟧\n> {% endraw %}\n'],
    [
      '{% verbatim %}\nwords {{ x }}\n{% endverbatim %}\n\n{%raw%}words{%endraw%}\n',
      '{% verbatim %}\n⟦wörds {{ x }}⟧\n{% endverbatim %}\n\n⟦{%raw%}wörds{%endraw%}⟧\n',
    ],
    [
      'Words {% link\n a.md %} it and {{ "x"\n | upcase }} it\n',
      '⟦Wörds {% link a.md %} ít ánd {{ "x" | upcase }} ít⟧\n',
    ],
    ['{% assign x = "a b"\n  | split: " " %}\nWords\n', '{% assign x = "a b"\n  | split: " " %}\n⟦Wörds⟧\n'],
    ['Write `{% raw %}` and `{% endraw %}` words\n', '⟦Wríté `{% raw %}` ánd `{% endraw %}` wörds⟧\n'],
    [
      '- [x]({{ site.url\n  }}/a), [y](b)\n- z\n\n> [x]({{ site.url\n> }}/a) words\n',
      '- ⟦[x]({{ site.url }}/a), [y](b)⟧\n- ⟦z⟧\n\n> ⟦[x]({{ site.url }}/a) wörds⟧\n',
    ],
    [
      '{% highlight js %}\nwords\n{% endhighlight %}\n{% raw %}\n{% highlight js %}\nwords {{ x }}\n{% endhighlight %}\n{% endraw %}\n',
      '{% highlight js %}\nwords\n{% endhighlight %}\n{% raw %}\n{% highlight js %}\n⟦wörds {{ x }}⟧\n{% endhighlight %}\n{% endraw %}\n',
    ],
    ['{{ "{{" }} words {{ "}}" }} it and {{ "{%" }} it\n', '⟦{{ "{{" }} wörds {{ "}}" }} ít ánd {{ "{%" }} ít⟧\n'],
    [
      '> {% raw %}{{ a }} b{% endraw %} c\n\n| {% raw %}{% a %}{% endraw %} b |\n|---|\n',
      '> ⟦{% raw %}{{ a }} b{% endraw %} c⟧\n\n| ⟦{% raw %}{% a %}{% endraw %} b⟧ |\n|---|\n',
    ],
    [
      '[a {{ b }}]({{ c }}) ![{{ d }} e]({{ f | g: "h" }} "i {{ j }}")\n',
      '⟦[á {{ b }}]({{ c }}) ![{{ d }} é]({{ f | g: "h" }} "í {{ j }}")⟧\n',
    ],
    [
      '{% if a %}\nb\n{% elsif c %}\nd\n{% else %}\ne\n{% endif %}\n\n{% for a in b %}- {{ a }} c\n{% endfor %}\n',
      '{% if a %}\n⟦b⟧\n{% elsif c %}\n⟦d⟧\n{% else %}\n⟦é⟧\n{% endif %}\n\n⟦{% for a in b %}- {{ a }} c⟧\n{% endfor %}\n',
    ],
  ],
  '29 raw HTML': [
    [
      '- item\n  <details>\n  <summary>Open me</summary>\n  Hidden\n  </details>\n- b\n',
      '- ⟦ítém⟧\n  <details>\n  <summary>⟦Opén mé⟧</summary>\n  ⟦Híddén⟧\n  </details>\n- ⟦b⟧\n',
    ],
    [
      '> <details>\n> <summary>Open me</summary>\n> Hidden\n> </details>\n',
      '> <details>\n> <summary>⟦Opén mé⟧</summary>\n> ⟦Híddén⟧\n> </details>\n',
    ],
    [
      '<table>\n  <thead>\n    <tr><th>Head one</th><th align="right">Head two</th></tr>\n  </thead>\n  <tbody>\n    <tr>\n      <td>Cell <code>x</code></td>\n      <td>\n\n**Markdown** here\n\n</td>\n    </tr>\n  </tbody>\n</table>\n',
      '<table>\n  <thead>\n    <tr><th>⟦Héád öné⟧</th><th align="right">⟦Héád twö⟧</th></tr>\n  </thead>\n  <tbody>\n    <tr>\n      <td>⟦Céll <code>x</code>⟧</td>\n      <td>\n\n⟦**Márkdöwn** héré⟧\n\n</td>\n    </tr>\n  </tbody>\n</table>\n',
    ],
    [
      '<DIV CLASS="a">\nWords\n</DIV>\n\n<Div>Words</Div>\n',
      '<DIV CLASS="a">\n⟦Wörds⟧\n</DIV>\n\n<Div>⟦Wörds⟧</Div>\n',
    ],
    [
      '<div\n  class="a"\n  title="Words here"\n>\nText\n</div>\n',
      '<div\n  class="a"\n  title="⟦Wörds héré⟧"\n>\n⟦Téxt⟧\n</div>\n',
    ],
    [
      '<figure>\n<img src="a.png" alt="Words">\n<figcaption>Caption <a href="b">it</a></figcaption>\n</figure>\n',
      '<figure>\n<img src="a.png" alt="⟦Wörds⟧">\n<figcaption>⟦Cáptíön <a href="b">ít</a>⟧</figcaption>\n</figure>\n',
    ],
    [
      '<div>Text &amp; more &lt; x &nbsp; it &copy; 2020</div>\r\n\r\n<p>Words\r\nhere</p>\r\n',
      '<div>⟦Téxt &amp; möré &lt; x &nbsp; ít &copy; 2020⟧</div>\r\n\r\n<p>⟦Wörds héré⟧</p>\r\n',
    ],
    ['Text\n<div>Words</div>\nText two\n', '⟦Téxt⟧\n<div>⟦Wörds⟧</div>\n⟦Téxt twö⟧\n'],
    [
      '<div markdown="block">\n## Head\n- a\n</div>\n\n<div markdown="0">*Words*</div>\n\n<details markdown="1"><summary>Open</summary>\n\nText\n\n</details>\n',
      '<div markdown="block">\n## ⟦Héád⟧\n- ⟦á⟧\n</div>\n\n<div markdown="0">⟦*Wörds*⟧</div>\n\n<details markdown="1"><summary>⟦Opén⟧</summary>\n\n⟦Téxt⟧\n\n</details>\n',
    ],
    [
      '<table><tr><td>日本語</td><td dir="rtl">עברית</td></tr></table>\n',
      '<table><tr><td>⟦日本語⟧</td><td dir="rtl">⟦עברית⟧</td></tr></table>\n',
    ],
    [
      '<table>\n<tr>\n<td>\n\na *b*\n\n</td>\n<td>c</td>\n</tr>\n</table>\n',
      '<table>\n<tr>\n<td>\n\n⟦á *b*⟧\n\n</td>\n<td>⟦c⟧</td>\n</tr>\n</table>\n',
    ],
    ['<p>a</p><p>b</p>\ntext *c*\n\n<p>d\n\ne</p>\n', '<p>⟦á⟧</p><p>⟦b⟧</p>\n⟦téxt *c*⟧\n\n<p>⟦d⟧\n\n⟦é</p>⟧\n'],
    [
      '!!! note\n    <div>a</div>\n\n::: tip\n<p>b</p>\n:::\n\n> [!NOTE]\n> <p>c</p>\n',
      '!!! note\n    <div>⟦á⟧</div>\n\n::: tip\n<p>⟦b⟧</p>\n:::\n\n> [!NOTE]\n> <p>⟦c⟧</p>\n',
    ],
    [
      '<table>\n  <tr>\n    <td>\n      <p>\n\n        Words of it,\n        more words\n      </p>\n\n      <p>Other words</p>\n    </td>\n  </tr>\n</table>\n\nText\n',
      '<table>\n  <tr>\n    <td>\n      <p>\n\n        ⟦Wörds öf ít, möré wörds⟧\n      </p>\n\n      <p>⟦Othér wörds⟧</p>\n    </td>\n  </tr>\n</table>\n\n⟦Téxt⟧\n',
      'jekyll.md',
    ],
    [
      '<div>\n\n    Words <b>of</b> it\n\n<p>Text</p>\n</div>\n\n<div>\n\n```sh\ncode\n```\n\n    code\n\n</div>\n',
      '<div>\n\n    ⟦Wörds <b>öf</b> ít⟧\n\n<p>⟦Téxt⟧</p>\n</div>\n\n<div>\n\n```sh\ncode\n```\n\n    code\n\n</div>\n',
      'mkdocs.md',
    ],
    [
      '<div>\n  <h5 markdown="1">Words of it</h5>\n  <p markdown="1">More `words` of\n   it.</p>\n</div>\n\n<div markdown="1">\n- words\n</div>\n',
      '<div>\n  <h5 markdown="1">⟦Wörds öf ít⟧</h5>\n  <p markdown="1">⟦Möré `words` öf ít.⟧</p>\n</div>\n\n<div markdown="1">\n- ⟦wörds⟧\n</div>\n',
    ],
    [
      '<iframe src="x" title="Title words"></iframe>\n<video controls>Fall words <track label="Label words"></video>\n\n> <div></div>\n> Words\n',
      '<iframe src="x" title="⟦Títlé wörds⟧"></iframe>\n<video controls>⟦Fáll wörds <track label="Lábél wörds">⟧</video>\n\n> <div></div>\n> ⟦Wörds⟧\n',
    ],
    ['Go to <a href="http://a.b" x>http://a.b</a> in it\n', '⟦Gö tö <a href="http://a.b" x>http://a.b</a> ín ít⟧\n'],
    [
      'Go to <a href="http://a.b">http://a.b</a> in it <b>https://a.b/c</b>\n',
      '⟦Gö tö <a href="http://a.b">http://a.b</a> ín ít <b>https://a.b/c</b>⟧\n',
      'mdx',
    ],
    ['<p>Words (`_`) and `/`, `x`</p>\n', '<p>⟦Wörds (`_`) ánd `/`, `x`⟧</p>\n'],
  ],
};

describe.each(Object.entries(KINDS))('%s', (_kind, variants) => {
  for (const [text, expected, extension] of variants)
    it(JSON.stringify(text), async () => {
      expect(await pseudoFile(text, extension)).toBe(expected);
    });
});
