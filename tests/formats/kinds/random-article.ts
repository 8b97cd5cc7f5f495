/** Random articles in the syntax of all flavours: blocks × inline codes × containers. */
import fc from 'fast-check';

/** In each word that readers see, and in each that they do not. */
export const SEEN = 'seen';
export const CODE = 'kode';

const INLINES: readonly string[] = [
  'seen',
  'seen',
  'Seen, seen!',
  '日本',
  '`kode`',
  '`` kode ` kode ``',
  '**seen**',
  '*seen* seen',
  '~~seen~~',
  '==seen==',
  '[seen](kode.md)',
  '[seen `kode`](kode.md "seen")',
  '![seen](kode.png)',
  '![seen](kode.png){ width=3 .kode }',
  '[seen][kode.kode]',
  '[seen]{.kode}',
  '**seen**{ .kode }',
  '`kode`{.kode}',
  ':kode_a:',
  '(:kode:)',
  '{{ kode }}',
  '{{< kode "kode" >}}',
  '{% kode kode %}',
  '<%= kode %>',
  '<b class="kode">seen</b>',
  '<br class="kode" />',
  '<Kode @kode="kode">seen</Kode>',
  '[[kode]]',
  '[[kode|seen]]',
  ':kode:seen',
  '![{{ kode }} seen](kode.png)',
  '![[kode.png]]',
  '{kode}`kode`',
  '{ref}`seen <kode>`',
  '{abbr}`seen`',
  '@kode',
  '[@kode]',
  '\\@kode',
  '\\:kode:',
  'https://kode.org/kode',
  '<https://kode.org>',
  '$kode$',
  '\\(K_i\\)',
  '<!-- kode -->',
  '%%kode%%',
  '{# kode #}',
  '{! kode.md !}',
  '++kode+kode++',
  '&nbsp;',
  '&lt;seen&gt;',
  '\\*seen',
  '{kode}',
  ':kode[seen]{kode="kode"}',
  '\\ref{kode}',
];

/** `¤` stands for a text on one line, `¥` for one that may have more. */
const BLOCKS: readonly string[] = [
  '¥',
  '¥\n{: .kode #kode }',
  '¥ {.kode}',
  '¥ ^kode',
  '# ¤',
  '## ¤ { #kode .kode }',
  '### ¤ {#kode} ###',
  '## ¤ {/* kode */}',
  '## ¤ [#kode]',
  '¤ { #kode }\n===',
  '¥\n---',
  '- ¥\n- ¥\n\n  ¥',
  '1. ¥\n   - ¥\n2. ¥',
  '- [ ] ¥\n- [x] ¥\n- [>] ¤',
  '- {: .kode } ¤',
  '| ¤ | ¤ |\n|:-|-:|\n| ¤ | ¤ |',
  '> ¥\n>\n> ¥',
  '> [!NOTE]\n> ¥',
  '> [!kode]- ¤\n> ¥',
  '::: kode\n¥\n:::',
  ':::kode ¤\n¥\n:::',
  ':::kode[¤]{.kode}\n\n¥\n\n:::',
  '::: {.kode #kode title="seen"}\n¥\n:::',
  ':::{admonition} ¤\n:class: kode\n:name: kode\n\n¥\n:::',
  ':::{figure} kode.png\n:alt: seen\n\n¥\n:::',
  '::: kode.kode.Kode\n    options:\n      kode: kode\n\n¥',
  '::kode{icon="kode"}\n¥\n#kode\n¥\n::',
  '::kode\n---\nkode: kode\n---\n¥\n::',
  '!!! kode\n    ¥',
  '!!! kode inline end "¤"\n\n    ¥\n\n    ¥',
  '???+ kode "¤"\n\n    - ¥\n\n    ```kode\n    kode\n    ```\n\n    ¥',
  '=== "¤"\n\n    ¥\n\n=== "¤"\n\n    ¥',
  '/// kode | ¤\n    type: kode\n\n¥\n///',
  '/// kode\n¥\n///',
  '```{note} ¤\n:class: kode\n\n¥\n```',
  '````{tab-set}\n```{tab-item} ¤\n¥\n```\n````',
  '```kode\nkode\n::: kode\n```',
  '~~~\nkode\n    ~~~\n~~~',
  '¤\n: ¥\n: ¥',
  '¤\n\n:   ¥\n\n    ¥',
  '(@kode) ¥\n(@) ¥',
  '#. ¥\n#. ¥',
  '```{glossary}\n¤\n  ¥\n```',
  '::: include kode.md',
  '[[kode]][[kode|seen]]',
  '(kode)=\n## ¤',
  '% kode kode\n¥',
  '+++ {"kode": "kode"}\n¥',
  '*[KODE]: ¤',
  '{% if kode %}\n¥\n{% endif %}',
  '{% raw %}\n¥\n{% endraw %}',
  '{{< kode kode="kode" title="seen" >}}\n¥\n{{< /kode >}}',
  '{{< code-toggle >}}\ntitle = "kode"\n{{< /code-toggle >}}\n\n¥',
  '{% include kode.html title="seen" %}\n\n¥',
  '--8<-- "kode.md"\n\n¥',
  '<<< @/kode.js{1}',
  '{* kode.py hl[1] *}',
  '@[code](kode.js)',
  '<!--@include: kode.md-->',
  '.. include:: kode.md',
  '\\newpage\n\n¥',
  '[//]: # (kode)\n\n¥',
  '<!-- kode\n\nkode -->\n\n¥',
  '%%\nkode\n\nkode\n%%\n\n¥',
  '{::comment}\nkode\n{:/comment}\n\n¥',
  '<details>\n<summary>seen</summary>\n\n¥\n\n</details>',
  '<div class="kode">\n  <p>seen <b>seen</b></p>\n</div>',
  '<li{% if kode %} class="kode"{% endif %}>seen</li>',
  '<KodeBox\n  :kode="kode"\n  @kode="kode">\nseen\n</KodeBox>',
  '<div markdown="1">\n¥\n</div>',
  '<script>\nkode\n</script>',
  '$$\nkode\n$$ {#kode}\n\n¥',
  '\\[\nkode = 1\n\\]\n\n¥',
  '| seen |\n|---|\n| ¤ |\n\nTable: ¤ {#kode}',
  '***',
  '[TOC]',
];

const ONE_LINE = fc.array(fc.constantFrom(...INLINES), { minLength: 0, maxLength: 4 }).chain((pieces) =>
  fc.nat(pieces.length).map((at) =>
    pieces
      .toSpliced(at, 0, 'Seen')
      .join(' ')
      // There it would be an option, or raw HTML.
      .replace(/^(?=[:<])/, 'Seen '),
  ),
);

interface Line {
  readonly text: string;
  readonly wraps: boolean;
}

const LINE: fc.Arbitrary<Line> = fc.record({ text: ONE_LINE, wraps: fc.boolean() });

const BLOCK = fc
  .tuple(fc.constantFrom(...BLOCKS), fc.array(LINE, { minLength: 5, maxLength: 5 }))
  .map(([block, lines]) => {
    let next = 0;
    return block
      .split('\n')
      .flatMap((line) => {
        const ahead = /^(?:[ \t>]|[-:] +|\d\. |\(@\w*\) |\[.\] |\{: \.kode \} )*/.exec(line)?.[0] ?? '';
        const indent = ahead.replace(/\(@|[^>]/g, ' ').slice(0, Math.max(0, ahead.length));
        const filled = line.replace(/[¤¥]/g, (sign) => {
          const { text, wraps } = lines[next++ % lines.length] ?? { text: 'Seen', wraps: false };
          return sign === '¥' && wraps ? text.replace(/ (?=Seen|seen|\*seen)/, '\n') : text;
        });
        return filled.split('\n').map((part, index) => (index === 0 ? part : indent + part));
      })
      .join('\n');
  });

const CONTAINERS: readonly (readonly [first: string, rest: string])[] = [
  ['', ''],
  ['', ''],
  ['> ', '> '],
  ['- ', '  '],
  ['1. ', '   '],
  ['> - ', '>   '],
  ['!!! kode\n\n    ', '    '],
  ['=== "seen"\n\n    ', '    '],
];

const CONTAINED = fc.tuple(BLOCK, fc.constantFrom(...CONTAINERS)).map(([block, [first, rest]]) =>
  block
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line))
    .join('\n'),
);

export const articles: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(CONTAINED, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '\ufeff'),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([blocks, mark, lineEnd]) => mark + `${blocks.join('\n\n')}\n`.replaceAll('\n', lineEnd));
