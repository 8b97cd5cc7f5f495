/** What readers see of shortcodes, includes and Vue's tags in Markdown. */
import { afterEach, describe, expect, it } from 'vitest';
import { markdown } from '../../scripts/formats/markdown.ts';
import { loadSyntax } from '../../scripts/formats/syntaxes.ts';
import { markdownSyntax } from '../../scripts/formats/markdown/markdown-syntax.ts';
import { mdx } from '../../scripts/formats/mdx.ts';
import { setShownNames } from '../../scripts/formats/shown-names.ts';
import { markupTexts } from '../../scripts/units/markup-texts.ts';
import type { ArticleFormat } from '../../scripts/formats/format.ts';
import { pseudoValues } from './pseudo-values.ts';

afterEach(() => setShownNames(undefined));

/** Texts of units and of markup in them, after a round through accents that changes nothing else. */
async function texts(text: string, format: ArticleFormat = markdown): Promise<readonly string[]> {
  const file = format.parse(text, { sourceLanguage: 'en' });
  const syntax = await loadSyntax(format.name === 'mdx' ? 'mdx' : 'markdown');
  const own = new Map(file.units.map(({ value }, index) => [index, value]));
  expect(file.fill(own)).toEqual({ text, refused: [] });
  const values = pseudoValues(file, syntax);
  const html = await loadSyntax('html');
  for (const [index, unit] of file.units.entries())
    if (unit.syntax === 'html') values.set(index, html.print([...html.parse(unit.value), { type: 'text', text: '⟧' }]));
  const filled = file.fill(values);
  expect(filled.refused).toEqual([]);
  expect(format.parse(filled.text, { sourceLanguage: 'en' }).outline()).toBe(file.outline());
  return file.units.flatMap(({ value, syntax: name }) => {
    const inside = name === 'markdown' || name === 'mdx' ? markupTexts(syntax.parse(value)) : [];
    return inside.length > 0 ? inside : [value];
  });
}

describe('parameters of shortcodes and includes', () => {
  it.each([
    [
      '{{< figure src="hill.png" alt="A green hill" caption="The hill at noon" >}}\n',
      ['A green hill', 'The hill at noon'],
    ],
    [
      '{{% alert title="Mind the gap" color="warning" %}}\nIt is wide.\n{{% /alert %}}\n',
      ['Mind the gap', 'It is wide.'],
    ],
    ['{% include note.html content="Read this note." title=\'Mind it\' id="note" %}\n', ['Read this note.', 'Mind it']],
    ['{% hint style="info" title="Good to know" %}\nText.\n{% endhint %}\n', ['Good to know', 'Text.']],
    ['Text {{< icon name="x" title="A star" >}} inside.\n', ['A star']],
    ['| a | {% include x.html label="New one" %} |\n| - | - |\n', ['a', 'New one']],
    ['{{< img src="a.png" alt="b.png" title="/a/b.png" >}}\n', []],
    ['{% assign title = "Home page" %}\n{% if page.title == "Home page" %}\nText.\n{% endif %}\n', ['Text.']],
  ])('are texts where readers see them: %j', async (text, expected) => {
    expect(await texts(text)).toEqual(expected);
  });

  it('may be named by the project', async () => {
    const text = '{{< card lead="Some words" title="A title" >}}\n';
    expect(await texts(text)).toEqual(['A title']);
    setShownNames(['...', 'lead']);
    expect(await texts(text)).toEqual(['Some words', 'A title']);
    setShownNames(['lead']);
    expect(await texts(text)).toEqual(['Some words']);
  });

  it('quotes in a translation do not end them', () => {
    const file = markdown.parse('{{< figure alt="A hill" >}}\n\n{{< figure alt=\'A hill\' >}}\n', {
      sourceLanguage: 'en',
    });
    const filled = file.fill(
      new Map([
        [0, 'El "alto" de l\'x'],
        [1, 'El "alto" de l\'x'],
      ]),
    );
    expect(filled).toEqual({
      text: '{{< figure alt="El ”alto” de l\'x" >}}\n\n{{< figure alt=\'El "alto" de l’x\' >}}\n',
      refused: [],
    });
  });

  it('of components follow the same list', async () => {
    const text =
      '<Card title="A card" header="All cards" text="primary" id="x y" content="Some words" />\n\n<meta name="viewport" content="width=a, b" />\n';
    expect(await texts(text, mdx)).toEqual(['A card', 'All cards', 'Some words']);
  });
});

describe("Vue's tags", () => {
  it.each([
    [
      'Some <KiteBox v-if="open" :title="\'Hi\'" @click="go">in a box</KiteBox> here.\n',
      ['Some <KiteBox v-if="open" :title="\'Hi\'" @click="go">in a box</KiteBox> here.'],
    ],
    ['<template #title>Meet the team</template>\n', ['<template #title>Meet the team</template>']],
    [
      '<Page>\n  <template #title>Meet the team</template>\n  <template #lead><b>Fine</b> people</template>\n</Page>\n',
      ['Meet the team', '<b>Fine</b> people'],
    ],
    ['<Comp v-slot:[name]="{ x }" @x.once>Words</Comp>\n', ['<Comp v-slot:[name]="{ x }" @x.once>Words</Comp>']],
    ['`<a @b>` and \\<c @d>, me@x.org <e\n', ['`<a @b>` and \\<c @d>, me@x.org <e']],
  ])('are tags: %j', async (text, values) => {
    expect(await texts(text)).toEqual(values);
    expect(markdown.parse(text, { sourceLanguage: 'en' }).warnings).toEqual([]);
  });
});

it.each([
  ['<a href="http://x.org/"><img src="a.jpg" alt="The cover"></a>&nbsp;\n'],
  ['A dash&nbsp;&mdash; and a soft&shy;hyphen&#8230;\n'],
  ['- 10&#x202f;km **far&nbsp;away** `a b`\n'],
  ['| a&nbsp;b | c &hellip; |\n| - | - |\n'],
  ['A raw \u00a0 beside&nbsp;one, &lt;b&gt; &amp; &copy;\n'],
])('entities stay what they are in a translation: %j', (text) => {
  const file = markdown.parse(text, { sourceLanguage: 'en' });
  const values = pseudoValues(file, markdownSyntax);
  const filled = file.fill(values);
  expect(filled.refused).toEqual([]);
  const entities = (some: string): readonly string[] => some.match(/&(?!lt;|gt;|amp;)\w*#?\w+;/g) ?? [];
  const isMixed = text.includes('\u00a0');
  expect(entities(filled.text)).toEqual(isMixed ? ['&copy;'] : entities(text));
});
