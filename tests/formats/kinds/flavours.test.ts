/** Syntax of single flavours: variants of the kinds that were seen on real sites. */
import { describe, expect, it } from 'vitest';
import { pseudoFile, type Variant } from './pseudo-file.ts';

const KINDS: Readonly<Record<string, readonly Variant[]>> = {
  '19 Vue': [
    [
      "<Cards :items=\"['One thing', 'Two things']\" :title=\"'A title'\" title=\"Plain title\" />\n\n<VPTeamMembers size=\"small\" :members=\"members\" />\n\n<Steps :items=\"[{ title: 'First step', link: '/a', icon: 'star' }, { title: `Next one`, 'description': 'Some words' }]\" :count=\"3\" />\n\n<Badge :text=\"'new in ' + version\" type=\"tip\" /> Words.\n\n<MyBox :title=\"isBig ? 'Big box' : 'Small box'\" v-bind:label='\"The label\"' />\n\n<MyBox :title=\"`Over ${n} things`\" :text=\"`All of it`\" :content=\"'keyword'\" />\n\n<MyBox\n  :items=\"[\n    { title: 'First step', link: '/a' },\n    { link: '/b', title: 'Second step' }\n  ]\"\n>\nWords\n</MyBox>\n\n> <Cards :title=\"'A title'\" />\n\n- <Cards :title=\"'A title &amp; more'\" />\n",
      "<Cards :items=\"['One thing', 'Two things']\" :title=\"'⟦A títlé⟧'\" title=\"⟦Pláín títlé⟧\" />\n\n<VPTeamMembers size=\"small\" :members=\"members\" />\n\n<Steps :items=\"[{ title: '⟦Fírst stép⟧', link: '/a', icon: 'star' }, { title: `⟦Néxt öné⟧`, 'description': '⟦Sömé wörds⟧' }]\" :count=\"3\" />\n\n⟦<Badge :text=\"'new in ' + version\" type=\"tip\" /> Wörds.⟧\n\n<MyBox :title=\"isBig ? 'Big box' : 'Small box'\" v-bind:label='\"⟦Thé lábél⟧\"' />\n\n<MyBox :title=\"`Over ${n} things`\" :text=\"`⟦All öf ít⟧`\" :content=\"'keyword'\" />\n\n<MyBox\n  :items=\"[\n    { title: '⟦Fírst stép⟧', link: '/a' },\n    { link: '/b', title: '⟦Sécönd stép⟧' }\n  ]\"\n>\n⟦Wörds⟧\n</MyBox>\n\n> <Cards :title=\"'⟦A títlé⟧'\" />\n\n- <Cards :title=\"'A title &amp; more'\" />\n",
      'vitepress.md',
    ],
    [
      '<my-card :title="\'A title\'" :data="{ label: \'Words of it\' }"></my-card>\n<a :title="\'A title\'" href="x">Words</a>\n',
      '⟦<my-card :title="\'A title\'" :data="{ label: \'Words of it\' }"></my-card> <a :title="\'A title\'" href="x">Wörds</a>⟧\n',
      'html',
    ],
    ["<Cards items={[{title: 'First step'}]} />\n", "<Cards items={[{title: '⟦Fírst stép⟧'}]} />\n", 'docusaurus.md'],
    [
      "<MyBox v-bind:label='\"The label\"' :title='`It&apos;s`' :caption='`A caption`' />\n",
      "<MyBox v-bind:label='\"⟦Thé lábél⟧\"' :title='`It&apos;s`' :caption='`⟦A cáptíön⟧`' />\n",
      'vitepress.md',
    ],
    [
      '<KiteBox\n  v-if="open"\n  @click="go"\n>\n  Words in it\n</KiteBox>\n',
      '<KiteBox\n  v-if="open"\n  @click="go"\n>\n  ⟦Wörds ín ít⟧\n</KiteBox>\n',
    ],
    [
      '<div v-for="x in y" :key="x">{{ x.name }} words {{ x.b }}</div>\n',
      '<div v-for="x in y" :key="x">⟦{{ x.name }} wörds {{ x.b }}⟧</div>\n',
    ],
    [
      '- item <Foo @a="b">words</Foo> c\n\n> quote <Foo #x>words</Foo> c\n\n| a | <Foo @a="b">words</Foo> |\n|---|---|\n| b | <Foo :a="`x`" /> |\n',
      '- ⟦ítém <Foo @a="b">wörds</Foo> c⟧\n\n> ⟦qüöté <Foo #x>wörds</Foo> c⟧\n\n| ⟦á⟧ | ⟦<Foo @a="b">wörds</Foo>⟧ |\n|---|---|\n| ⟦b⟧ | <Foo :a="`x`" /> |\n',
    ],
    [
      '<Foo v-bind:[key]="x" @[event]="y" #[name]="z">Words</Foo>\n',
      '⟦<Foo v-bind:[key]="x" @[event]="y" #[name]="z">Wörds</Foo>⟧\n',
    ],
    [
      '::: tip Title <Badge text="Words" />\nText <Foo @a="b">c</Foo> d\n:::\n',
      '::: tip ⟦Títlé <Badge text="Wörds" />⟧\n⟦Téxt <Foo @a="b">c</Foo> d⟧\n:::\n',
    ],
    [
      '<Foo @a>Words</Foo> <Foo #a/> <Foo .prop="x">Words</Foo> end\n',
      '⟦<Foo @a>Wörds</Foo> <Foo #a/> <Foo .prop="x">Wörds</Foo> énd⟧\n',
    ],
    [
      '<Teleport to="#x">\nWords here\n</Teleport>\n\n<template v-if="x">\nWords\n</template>\n<template v-else>Other words</template>\n',
      '<Teleport to="#x">\n⟦Wörds héré⟧\n</Teleport>\n\n<template v-if="x">\n⟦Wörds⟧\n</template>\n<template v-else>⟦Othér wörds⟧</template>\n',
    ],
    [
      '<v-btn color="x" @click:append="y">Words</v-btn> end\n',
      '⟦<v-btn color="x" @click:append="y">Wörds</v-btn> énd⟧\n',
    ],
    [
      '- <Foo\n    :a="b"\n  >\n    words\n  </Foo>\n\ntext\n',
      '- <Foo\n    :a="b"\n  >\n    ⟦wörds⟧\n  </Foo>\n\n⟦téxt⟧\n',
    ],
    [
      '::: tip\n<Foo @a="b">words</Foo>\n:::\n\n| <Foo @a="b" /> | c |\n|---|---|\n',
      '::: tip\n⟦<Foo @a="b">wörds</Foo>⟧\n:::\n\n| <Foo @a="b" /> | ⟦c⟧ |\n|---|---|\n',
    ],
    ['<foo-bar @a="b" :c="d">\n\nwords *e*\n\n</foo-bar>\n', '<foo-bar @a="b" :c="d">\n\n⟦wörds *é*⟧\n\n</foo-bar>\n'],
  ],
  '21 wiki links': [
    [
      '[[Page]] and [[Page#Head ing]] and [[Page#^block]] and [[#Head ing]] and [[folder/Page name|shown]]\n',
      '⟦[[Page]] ánd [[Page#Head ing]] ánd [[Page#^block]] ánd [[#Head ing]] ánd [[folder/Page name|shöwn]]⟧\n',
    ],
    [
      '| [[Page\\|shown]] | [[Page]] |\n|---|---|\n| ![[a.png\\|100]] | x |\n',
      '| ⟦[[Page\\|shöwn]]⟧ | [[Page]] |\n|---|---|\n| ![[a.png\\|100]] | ⟦x⟧ |\n',
    ],
    [
      '[[Page|a *b* `c`]] and [[Page with (parens)]] and [[Page, comma & co]] it\n',
      '⟦[[Page|a *b* `c`]] ánd [[Page with (parens)]] ánd [[Page, comma & co]] ít⟧\n',
    ],
    [
      '[[Page]]s and pre[[Page]] and ([[Page]]). [[Page]], "[[Page]]"\n',
      '⟦[[Page]]s ánd pré[[Page]] ánd ([[Page]]). [[Page]], "[[Page]]"⟧\n',
    ],
    [
      '[[Page|]] and [[|shown]] and [[a|b|c]] and [[Page\n over]] it\n',
      '⟦[[Page|]] ánd [[|shöwn]] ánd [[a|b|c]] ánd [[Page over]] ít⟧\n',
    ],
    [
      '> [!faq]- Are they [[folded|so]]?\n> Yes ![[x]]\n\n> [!tip] \n> Text\n',
      '> [!faq]- ⟦Aré théy [[folded|sö]]?⟧\n> ⟦Yés ![[x]]⟧\n\n> [!tip] \n> ⟦Téxt⟧\n',
    ],
    [
      '- [ ] task [[Page]] 📅 2024-01-01 ^id\n- [x] done #tag\n- [>] moved\n- [?] asked\n',
      '- [ ] ⟦tásk [[Page]] 📅 2024-01-01⟧ ^id\n- [x] ⟦döné #tag⟧\n- [>] ⟦mövéd⟧\n- [?] ⟦áskéd⟧\n',
    ],
    [
      '^[inline note of words] and text[^1]\n\n[^1]: note [[Page|shown]]\n',
      '⟦^[ínlíné nöté öf wörds] ánd téxt[^1]⟧\n\n[^1]: ⟦nöté [[Page|shöwn]]⟧\n',
    ],
    ['[[a b]][[c d|e]] ![[f]]![[g]]\n\n**[[h i]]**: j\n', '⟦[[a b]][[c d|é]] ![[f]]![[g]]⟧\n\n⟦**[[h i]]**: j⟧\n'],
    ['[[a|b **c** d]] [[e|f_g_h]] [[i|j & k]]\n', '⟦[[a|b **c** d]] [[e|f_g_h]] [[i|j & k]]⟧\n'],
    [
      'a [[b c]]d [[e]]\'s ([[f|g]]) "[[h]]" [[i]], [[j]].\n',
      '⟦á [[b c]]d [[e]]\'s ([[f|g]]) "[[h]]" [[i]], [[j]].⟧\n',
    ],
    [
      '#todo Call them #project/alpha and #日本 (#tag-x). C# and #1 and # and x#y #fff\n',
      '⟦#todo Cáll thém #project/alpha ánd #日本 (#tag-x). C# ánd #1 ánd # ánd x#y #fff⟧\n',
    ],
    [
      '#Heading words\n\n#tag1 #tag2/sub\n\n- #task do it, \\#not\n',
      '⟦#Héádíng wörds⟧\n\n#tag1 #tag2/sub\n\n- ⟦#task dö ít, #not⟧\n',
    ],
  ],
  '24 components of MDC': [
    [
      '::card\n---\ntitle: A card\nitems:\n  - a b\n---\nText\n#footer\nFoot words\n::\n',
      '::card\n---\ntitle: ⟦A cárd⟧\nitems:\n  - a b\n---\n⟦Téxt⟧\n#footer\n⟦Fööt wörds⟧\n::\n',
    ],
    [
      '::card{title="Words" :items=\'["a"]\' .c #d}\nText\n::\n',
      '::card{title="⟦Wörds⟧" :items=\'["a"]\' .c #d}\n⟦Téxt⟧\n::\n',
    ],
    ['::::outer\n:::inner\n::deep\nText\n::\n:::\n::::\n', '::::outer\n:::inner\n::deep\n⟦Téxt⟧\n::\n:::\n::::\n'],
    [
      '::hero\n#title\nWords title\n\n#description\nWords *desc*\n::\n',
      '::hero\n#title\n⟦Wörds títlé⟧\n\n#description\n⟦Wörds *désc*⟧\n::\n',
    ],
    [
      '- ::alert\n  Text\n  ::\n\n> ::alert\n> Text\n> ::\n',
      '- ::alert\n  ⟦Téxt⟧\n  ::\n\n> ::alert\n> ⟦Téxt⟧\n> ::\n',
    ],
    ['::alert{type="info"}\r\nText\r\n::\r\n', '::alert{type="info"}\r\n⟦Téxt⟧\r\n::\r\n'],
    [
      '[span words]{.class #id style="x"} and **b**{.c} and `c`{lang="ts"} and [l](a){target="_blank"} it\n',
      '⟦[spán wörds]{.class #id style="x"} ánd **b**{.c} ánd `c`{lang="ts"} ánd [l](a){target="_blank"} ít⟧\n',
    ],
    ['::card\n#title{.x}\nWords\n#default\nText\n::\n', '::card\n#title{.x}\n⟦Wörds⟧\n#default\n⟦Téxt⟧\n::\n'],
    ['::card\n```yaml [x]\n---\na: b\n---\n```\nText\n::\n', '::card\n```yaml [x]\n---\na: b\n---\n```\n⟦Téxt⟧\n::\n'],
    ['::card[Label words]{a="b"}\nText\n::\n', '::card[⟦Lábél wörds⟧]{a="b"}\n⟦Téxt⟧\n::\n'],
    ['::a\n  ::b\n  c\n  ::\nd\n::\n', '::a\n  ::b\n  ⟦c⟧\n  ::\n⟦d⟧\n::\n'],
    ['::a\n```b\n::\n```\nc\n::\n\n::d\n:e[f]{g}\n::\n', '::a\n```b\n::\n```\n⟦c⟧\n::\n\n::d\n⟦:e[f]{g}⟧\n::\n'],
    [
      ':::a{b="c"}\n::d\n---\ne: "f: g"\n---\nh\n::\n#i\nj\n:::\n',
      ':::a{b="c"}\n::d\n---\ne: "f: g"\n---\n⟦h⟧\n::\n#i\n⟦j⟧\n:::\n',
    ],
    ['::a\n#b\n## c\n#d{e="f"}\n- g\n::\n\n#h is text\n', '::a\n#b\n## ⟦c⟧\n#d{e="f"}\n- ⟦g⟧\n::\n\n⟦#h ís téxt⟧\n'],
    [
      "::card\n---\ntitle: Some words\nicon: i-star\nalt: 'Words''s'\nitems:\n  - title: More words\n    to: /a\ncolor: primary\n---\nBody text\n::\n",
      "::card\n---\ntitle: ⟦Sömé wörds⟧\nicon: i-star\nalt: '⟦Wörds''s⟧'\nitems:\n  - title: ⟦Möré wörds⟧\n    to: /a\ncolor: primary\n---\n⟦Bödy téxt⟧\n::\n",
    ],
    [
      '#links\n  :::u-button\n  ---\n  color: neutral\n  label: Label words\n  ---\n  Button words\n  :::\n\n::: tip\n---\nWords\n---\n:::\n',
      '#links\n  :::u-button\n  ---\n  color: neutral\n  label: ⟦Lábél wörds⟧\n  ---\n  ⟦Büttön wörds⟧\n  :::\n\n::: tip\n---\n⟦Wörds⟧\n---\n:::\n',
    ],
    [
      '::c{:items=\'["a"]\' text=\'Text words\' label="Label words"}\n::\n',
      '::c{:items=\'["a"]\' text=\'⟦Téxt wörds⟧\' label="⟦Lábél wörds⟧"}\n::\n',
    ],
  ],
  '28 template tags in HTML': [
    [
      '<p>Hello <%= user_name %>, you</p><p><%- raw words %></p><%# remark words %><% if (x) { %><b>Words</b><% } %>\n',
      '<p>⟦Héllö <%= user_name %>, yöü⟧</p><p><%- raw words %></p><%# remark words %><% if (x) { %><b>⟦Wörds⟧</b><% } %>\n',
      'html',
    ],
    [
      '<div <%= attrs %> class="a">Words</div><input <% if a %>checked<% end %> placeholder="Words">\n',
      '<div <%= attrs %> class="a">⟦Wörds⟧</div><input <% if a %>checked<% end %> placeholder="⟦Wörds⟧">\n',
      'html',
    ],
    [
      '<li{% if a %} class="b"{% endif %}>Words</li><option {{ sel }}>Words</option>\n',
      '<li{% if a %} class="b"{% endif %}>⟦Wörds⟧</li><option {{ sel }}>⟦Wörds⟧</option>\n',
      'html',
    ],
    [
      '<p>{{ a }} words {{{ raw }}} and {{#if x}}shown{{else}}hidden words{{/if}} {{> partial }} {{! remark words }}{{!-- more --}} end</p>\n',
      '<p>⟦{{ a }} wörds {{{ raw }}} ánd {{#if x}}shöwn{{else}}híddén wörds{{/if}} {{> partial }} {{! remark words }}{{!-- more --}} énd⟧</p>\n',
      'html',
    ],
    [
      '<?php echo "words"; ?><p>Text <?= $x ?> it</p><?php if (a): ?><b>Words</b><?php endif ?>\n',
      '<?php echo "words"; ?><p>⟦Téxt <?= $x ?> ít⟧</p><?php if (a): ?><b>⟦Wörds⟧</b><?php endif ?>\n',
      'html',
    ],
    [
      '<ul>{% for x in y %}<li>{{ x }} words</li>{% else %}<li>None</li>{% endfor %}</ul>\n',
      '<ul>{% for x in y %}<li>⟦{{ x }} wörds⟧</li>{% else %}<li>⟦Nöné⟧</li>{% endfor %}</ul>\n',
      'html',
    ],
    [
      '<table>{% for r in rows %}<tr><td>{{ r }}</td><td>Words</td></tr>{% endfor %}</table>\n',
      '<table>{% for r in rows %}<tr><td>{{ r }}</td><td>⟦Wörds⟧</td></tr>{% endfor %}</table>\n',
      'html',
    ],
    [
      '<% items.forEach(function(i) { %>\n  <li>Item <%= i > 3 ? "a" : "b" %> words</li>\n<% }) %>\n',
      '<% items.forEach(function(i) { %>\n  <li>⟦Itém <%= i > 3 ? "a" : "b" %> wörds⟧</li>\n<% }) %>\n',
      'html',
    ],
    [
      '<p v-if="a > b" @click="c" :title="d">Words {{ e }}</p><template #x>Words</template>\n',
      '<p v-if="a > b" @click="c" :title="d">⟦Wörds {{ e }}⟧</p><template #x>⟦Wörds⟧</template>\n',
      'html',
    ],
    [
      '<p class="{{ if x }}a{{ end }}" data-x=\'{"a": "{{ b }}"}\'>Words</p>\n',
      '<p class="{{ if x }}a{{ end }}" data-x=\'{"a": "{{ b }}"}\'>⟦Wörds⟧</p>\n',
      'html',
    ],
    [
      'Text <%= x %> and <% if y %> words <% end %> it\n\n<div><%= x %> words</div>\n\n<li{% if a %} class="b"{% endif %}>Words</li>\n',
      '⟦Téxt <%= x %> ánd <% if y %> wörds <% end %> ít⟧\n\n<div>⟦<%= x %> wörds⟧</div>\n\n<li{% if a %} class="b"{% endif %}>⟦Wörds⟧</li>\n',
    ],
    [
      '<div {{ a }}>b</div><div {{#if a}}c="d"{{/if}}>e</div><div {{{a}}}>f</div>\n',
      '<div {{ a }}>⟦b⟧</div><div {{#if a}}c="d"{{/if}}>⟦é⟧</div><div {{{a}}}>⟦f⟧</div>\n',
      'html',
    ],
    [
      '<option value="{{ a }}"{{ b }}>c</option><input value="{{ a }}" {{ b }} placeholder="D {{ e }}">\n',
      '<option value="{{ a }}"{{ b }}>⟦c⟧</option><input value="{{ a }}" {{ b }} placeholder="⟦D {{ e }}⟧">\n',
      'html',
    ],
    [
      '<a {% if a %}href="b"{% endif %}>c</a> d <img {{ e }} alt="F g"> h\n\n<div {{ a }}>\nb\n</div>\n\n<td{% if a %} b="c"{% endif %}>d</td>\n',
      '⟦<a {% if a %}href="b"{% endif %}>c</a> d <img {{ e }} alt="F g"> h⟧\n\n<div {{ a }}>\n⟦b⟧\n</div>\n\n<td{% if a %} b="c"{% endif %}>⟦d⟧</td>\n',
    ],
    [
      '<p class="{{ a }}">b <%= c %> d</p>\n\n- <span {{ a }}>b</span> c\n\n| <b{{ a }}>c</b> | d |\n|---|---|\n',
      '<p class="{{ a }}">⟦b <%= c %> d⟧</p>\n\n- ⟦<span {{ a }}>b</span> c⟧\n\n| ⟦<b{{ a }}>c</b>⟧ | ⟦d⟧ |\n|---|---|\n',
    ],
  ],
  '09 Markdown that is MDX': [
    [
      '\nimport {\n  A,\n  B,\n} from \'@x/y\';\n\n# Head\n\n<A title="Words here">\n\nText *it*\n\n</A>\n',
      '\nimport {\n  A,\n  B,\n} from \'@x/y\';\n\n# ⟦Héád⟧\n\n<A title="⟦Wörds héré⟧">\n\n⟦Téxt *ít*⟧\n\n</A>\n',
    ],
    [
      '---\ntitle: T\n---\nimport A from "a";\n\nText {x} it\n',
      '---\ntitle: ⟦T⟧\n---\nimport A from "a";\n\n⟦Téxt {x} ít⟧\n',
    ],
    [
      'export const A = () => <b>Words in code</b>;\n\n<A/>\n\nText\n',
      'export const A = () => <b>Words in code</b>;\n\n<A/>\n\n⟦Téxt⟧\n',
    ],
    [
      '<!-- remark -->\n\nimport A from "a";\n\n<A>\nText\n</A>\n',
      '<!-- remark -->\n\nimport A from "a";\n\n<A>\n⟦Téxt⟧\n</A>\n',
    ],
    ['import pandas\n\nText of it\n', '⟦ímpört pándás⟧\n\n⟦Téxt öf ít⟧\n'],
    ['import the goods from "China" is fine\n\nText\n', '⟦ímpört thé gööds fröm "Chíná" ís fíné⟧\n\n⟦Téxt⟧\n'],
    [
      'import React, { useState } from "react";\nimport * as X from "x";\nimport "./a.css";\n\n<X.Y a={1}>Text</X.Y>\n',
      'import React, { useState } from "react";\nimport * as X from "x";\nimport "./a.css";\n\n⟦<X.Y a={1}>Téxt</X.Y>⟧\n',
    ],
    [
      '# Head {#id}\n\n:::note Title\nText {x}\n:::\n\n<Tabs>\n<TabItem value="a" label="Words">\nText\n</TabItem>\n</Tabs>\n',
      '# ⟦Héád⟧ {#id}\n\n:::note ⟦Títlé⟧\n⟦Téxt {x}⟧\n:::\n\n<Tabs>\n<TabItem value="a" label="⟦Wörds⟧">\n⟦Téxt⟧\n</TabItem>\n</Tabs>\n',
      'docusaurus.md',
    ],
    [
      'Text\n\n```jsx live\n<A>words</A>\n```\n\n| a | {x} |\n|---|---|\n| <b>c</b> | d |\n\n{/* truncate */}\n\n<!--truncate-->\n',
      '⟦Téxt⟧\n\n```jsx live\n<A>words</A>\n```\n\n| ⟦á⟧ | {x} |\n|---|---|\n| ⟦<b>c</b>⟧ | ⟦d⟧ |\n\n{/* truncate */}\n\n<!--truncate-->\n',
      'docusaurus.md',
    ],
    [
      '<Foo>\n  - a\n  - b\n\n  ## Head\n</Foo>\n\n<p>Text\n*more*</p>\n',
      '<Foo>\n  - ⟦á⟧\n  - ⟦b⟧\n\n  ## ⟦Héád⟧\n</Foo>\n\n⟦<p>Téxt *möré*</p>⟧\n',
      'mdx',
    ],
    [
      'import A from "a"\n\n\n- item <A b="c">words</A>\n\n  <A title="Words">\n    text\n  </A>\n',
      'import A from "a"\n\n\n- ⟦ítém <A b="c">wörds</A>⟧\n\n  <A title="⟦Wörds⟧">\n    ⟦téxt⟧\n  </A>\n',
    ],
    [
      'import A from "a"\n\n| a | <A>b</A> |\n|---|---|\n| {c} | d |\n',
      'import A from "a"\n\n| ⟦á⟧ | ⟦<A>b</A>⟧ |\n|---|---|\n| {c} | ⟦d⟧ |\n',
    ],
    [
      'import A from "a"\n\n:::note[Title <A/>]\n\n<A>\n\ntext {b}\n\n</A>\n\n:::\n',
      'import A from "a"\n\n:::note[⟦Títlé <A/>⟧]\n\n<A>\n\n⟦téxt {b}⟧\n\n</A>\n\n:::\n',
    ],
    [
      'import A from "a"\n\n<A\n  b="c"\n  label="Words here"\n  d={e}\n>\n  text\n</A>\n',
      'import A from "a"\n\n<A\n  b="c"\n  label="⟦Wörds héré⟧"\n  d={e}\n>\n  ⟦téxt⟧\n</A>\n',
    ],
    [
      '## Words &nbsp; {/* #the-id */}\n\n:::note Words <Kite title="words" />\n\nWords\n\n:::\n\n:::note Words \\{words\\}\n\nWords\n\n:::\n\n<script>\ncode\n</script>\n',
      '## ⟦Wörds &nbsp;⟧ {/* #the-id */}\n\n:::note ⟦Wörds <Kite title="wörds" />⟧\n\n⟦Wörds⟧\n\n:::\n\n:::note ⟦Wörds \\{wörds\\}⟧\n\n⟦Wörds⟧\n\n:::\n\n<script>\ncode\n</script>\n',
      'mdx',
    ],
  ],
};

describe.each(Object.entries(KINDS))('%s', (_kind, variants) => {
  for (const [text, expected, extension] of variants)
    it(JSON.stringify(text), async () => {
      expect(await pseudoFile(text, extension)).toBe(expected);
    });
});
