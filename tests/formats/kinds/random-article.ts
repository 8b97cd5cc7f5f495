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
  '#kode',
  'seen:kode:',
  '[kode.kode][]',
  '{{< tooltip "seen" >}}',
];

const MDX_INLINES: readonly string[] = [
  'seen',
  'seen',
  'Seen, seen!',
  '日本',
  '`kode {kode}`',
  '**seen**',
  '*seen* seen',
  '~~seen~~',
  '[seen](kode.md)',
  '[seen `kode`](kode.md "seen")',
  '![seen](kode.png)',
  '[seen][kode.kode]',
  ':kode_a:',
  '@kode',
  '{kode}',
  '{kode.kode(`kode`)}',
  '{/* kode */}',
  '<!-- kode -->',
  '<b className="kode">seen</b>',
  '<br className="kode" />',
  '<Kode kode={kode}>seen</Kode>',
  '<Kode title="seen" />',
  "<Kode kode={{ kode: 'kode' }}>seen {kode}</Kode>",
  '<>seen</>',
  '$kode$',
  '\\{seen\\}',
  '\\<seen',
  '&nbsp;',
  '&lt;seen&gt;',
  'https://kode.org/kode',
  ':kode[seen]{kode="kode"}',
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
  '| ¤\n| ¤',
  '```{python}\n#| fig-cap: "seen"\n#| label: kode\nkode\n```',
  '```{toctree}\n:caption: seen\n\nkode\nseen <kode>\n```',
  '::kode\n---\ntitle: seen\nkode: kode\n---\n¥\n::',
  '(i) ¥\n(ii) ¥',
  '¤\n¤\n: ¥',
  '{{< details "seen" >}}\n¥\n{{< /details >}}',
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

const MDX_BLOCKS: readonly string[] = [
  '¥',
  '# ¤',
  '## ¤ {#kode}',
  '## ¤ {/* #kode */}',
  '¥\n---',
  '- ¥\n- ¥\n\n  ¥',
  '1. ¥\n   - ¥\n2. ¥',
  '- [ ] ¥\n- [x] ¥',
  '| ¤ | ¤ |\n|:-|-:|\n| ¤ | ¤ |',
  '> ¥\n>\n> ¥',
  '> [!NOTE]\n> ¥',
  ':::kode ¤\n\n¥\n\n:::',
  ':::kode[¤]{.kode}\n\n¥\n\n:::',
  '```kode title="kode"\n{kode}\n<kode>\n```',
  '<Kode>\n\n¥\n\n</Kode>',
  '<Kode\n  title="seen"\n  kode={[kode]}\n>\n  ¤\n</Kode>',
  "<Kode items={[{ title: 'seen', href: '/kode' }]} />",
  '<Tabs>\n<TabItem value="kode" label="seen">\n\n¥\n\n</TabItem>\n</Tabs>',
  '<details>\n<summary>¤</summary>\n\n¥\n\n</details>',
  '<div className="kode">¤</div>',
  "<div style={{ kode: 'kode' }}>\n  ¤\n</div>",
  '{kode.map((kode) => <Kode key={kode}>kode</Kode>)}\n\n¥',
  '{/* kode\n\nkode */}\n\n¥',
  '<!-- kode -->\n\n¥',
  '$$\nkode\n$$\n\n¥',
  '***',
];

const oneLine = (inlines: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...inlines), { minLength: 0, maxLength: 4 }).chain((pieces) =>
    fc.nat(pieces.length).map((at) =>
      pieces
        .toSpliced(at, 0, 'Seen')
        .join(' ')
        // There it would be an option, or raw HTML.
        .replace(/^(?=[:<{])/, 'Seen '),
    ),
  );

interface Line {
  readonly text: string;
  readonly wraps: boolean;
}

const blockOf = (blocks: readonly string[], inlines: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...blocks),
      fc.array(fc.record({ text: oneLine(inlines), wraps: fc.boolean() }), { minLength: 5, maxLength: 5 }),
    )
    .map(([block, lines]) => filledBlock(block, lines));

function filledBlock(block: string, lines: readonly Line[]): string {
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
}

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

const MDX_CONTAINERS = CONTAINERS.filter(([first]) => !/[!=]/.test(first));

const articlesOf = (
  block: fc.Arbitrary<string>,
  containers: readonly (readonly [first: string, rest: string])[],
): fc.Arbitrary<string> => {
  const contained = fc.tuple(block, fc.constantFrom(...containers)).map(([text, [first, rest]]) =>
    text
      .split('\n')
      .map((line, index) => (index === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line))
      .join('\n'),
  );
  return fc
    .tuple(
      fc.array(contained, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '\ufeff'),
      fc.constantFrom('\n', '\n', '\r\n'),
    )
    .map(([blocks, mark, lineEnd]) => mark + `${blocks.join('\n\n')}\n`.replaceAll('\n', lineEnd));
};

export const articles: fc.Arbitrary<string> = articlesOf(blockOf(BLOCKS, INLINES), CONTAINERS);

const IMPORT = "import Kode from './kode';\n\nexport const kode = 'kode';\n\n";
export const mdxArticles: fc.Arbitrary<string> = fc
  .tuple(articlesOf(blockOf(MDX_BLOCKS, MDX_INLINES), MDX_CONTAINERS), fc.boolean())
  .map(([text, imports]) => (imports && !text.includes('\r') ? text.replace(/^(\ufeff?)/, `$1${IMPORT}`) : text));
