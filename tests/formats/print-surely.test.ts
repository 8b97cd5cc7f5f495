import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { markdownSyntax } from '../../scripts/formats/markdown/markdown-syntax.ts';
import { mdxSyntax } from '../../scripts/formats/markdown/mdx-syntax.ts';
import { renumber, tidy } from '../../scripts/units/content.ts';
import type { Inline, Markup } from '../../scripts/units/unit.ts';

vi.setConfig({ testTimeout: 600_000 });

const RUNS = Number(process.env['RUNS'] ?? 6_000);

const tame = fc.constantFrom(
  'word',
  'é',
  'a b',
  '1',
  '日本',
  ' and ',
  'x',
  'x ',
  ' y',
  ', z',
  'so. ',
  '(a)',
  '“b”',
  '-',
  '’s',
);
const wild = fc.constantFrom(
  ...'* ** _ ` [ ] ( ) < > & ! : ; ? \' " “ ” - – / \\ ~ $ { } % @ # | = + ^ 😀 www. http :// :a \u00ad'.split(' '),
  ' ',
  '  ',
  '\n',
  '\t',
  '&amp;',
  '1. ',
  '- ',
  'a@b.c',
  '^1',
);
const raw = fc
  .array(fc.oneof({ weight: 12, arbitrary: tame }, { weight: 1, arbitrary: wild }), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''));
const words = raw.map((text): Inline => ({ type: 'text', text }));

const standing = fc
  .constantFrom<
    readonly [kind: 'code' | 'footnote' | 'placeholder' | 'html' | 'break', markup: string, signature: string]
  >(
    ['code', '`x`', 'code:x'],
    ['code', '`a_b*c`', 'code:a_b*c'],
    ['code', '``a`b``', 'code:a`b'],
    ['footnote', '[^1]', 'footnote:1'],
    ['placeholder', '{{x}}', '{{x}}'],
    ['placeholder', '%s', '%s'],
    ['html', '<br>', 'html:br'],
    ['html', '<kbd>Ctrl + 1</kbd>', 'html:kbd Ctrl + 1'],
    ['break', '\\\n', 'break'],
    ['break', '  \n', 'break'],
  )
  .map(([kind, markup, signature]): Inline => {
    return {
      type: 'code',
      id: 0,
      kind,
      markup: markup.split(/(?=>[^]|>$)(?<!<\/kbd)|(?<=<kbd>)|(?=<\/kbd>)/),
      signature,
    };
  });

const delimiters = fc.constantFrom<readonly [kind: 'emphasis' | 'strong' | 'delete', marker: string]>(
  ['emphasis', '*'],
  ['emphasis', '_'],
  ['strong', '**'],
  ['strong', '__'],
  ['delete', '~~'],
);

const resource = fc.constantFrom(
  ['](u)', 'link:u'],
  ['](https://a.b/c_d*e?f=g#h)', 'link:https://a.b/c_d*e?f=g#h'],
  ['](/a(b)c)', 'link:/a(b)c'],
  ['][guide]', 'reference:guide'],
  ['][word]', 'reference:word'],
  ['](u "', 'link:u "'],
);

const { content } = fc.letrec<{ item: Inline; content: readonly Inline[] }>((tie) => ({
  content: fc.oneof(
    fc.array(tie('item'), { minLength: 1, maxLength: 5 }),
    fc
      .tuple(words, fc.array(fc.tuple(tie('item'), words), { maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest.flat()]),
  ),
  item: fc.oneof(
    { depthSize: 'small' },
    { weight: 5, arbitrary: words },
    { weight: 1, arbitrary: standing },
    {
      weight: 1,
      arbitrary: raw.map((alt): Inline => {
        const markup: Markup = ['![', { text: alt, role: 'alt' }, '](../u/v-w.png)'];
        return { type: 'code', id: 0, kind: 'image', markup, signature: 'image:../u/v-w.png' };
      }),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(delimiters, tie('content')).map(([[kind, marker], children]): Inline => {
        return { type: 'pair', id: 0, kind, open: [marker], close: [marker], children, signature: kind };
      }),
    },
    {
      weight: 1,
      arbitrary: tie('content').map((children): Inline => {
        return { type: 'pair', id: 0, kind: 'html', open: ['<b', '>'], close: ['</b>'], children, signature: 'html:b' };
      }),
    },
    {
      weight: 1,
      arbitrary: tie('content').map((children): Inline => {
        const strong: Inline = {
          type: 'pair',
          id: 0,
          kind: 'strong',
          open: ['**'],
          close: ['**'],
          children,
          signature: 'strong',
        };
        return {
          type: 'pair',
          id: 0,
          kind: 'emphasis',
          open: ['*'],
          close: ['*'],
          children: [strong],
          signature: 'emphasis',
        };
      }),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(resource, tie('content'), raw)
        .map(([[close = '', signature = ''], children, title]): Inline => {
          const end: Markup = close.endsWith('"') ? [close, { text: title, role: 'title' }, '")'] : [close];
          return { type: 'pair', id: 0, kind: 'link', open: ['['], close: end, children, signature };
        }),
    },
  ),
}));

it.each([
  ['markdown', markdownSyntax],
  ['mdx', mdxSyntax],
])('what is surely printed is what is printed, and is read as the same content (%s)', (_name, syntax) => {
  let sure = 0;
  fc.assert(
    fc.property(content, (some) => {
      const one = renumber(tidy(some));
      const value = syntax.printSurely?.(one);
      if (value === undefined) return;
      if (one.length > 1) sure += 1;
      expect(syntax.parse(value)).toEqual(one);
      expect(syntax.print(one)).toBe(value);
    }),
    { numRuns: RUNS },
  );
  // The generator reaches what the test is about.
  expect(sure).toBeGreaterThan(RUNS / 100);
});

it('is silent where ids are not in the order of the codes', () => {
  const code = (id: number): Inline => ({ type: 'code', id, kind: 'code', markup: ['`x`'], signature: 'code:x' });
  const text: Inline = { type: 'text', text: ' or ' };
  expect(markdownSyntax.printSurely?.([code(1), text, code(2)])).toBe('`x` or `x`');
  expect(markdownSyntax.printSurely?.([code(2), text, code(1)])).toBeUndefined();
});
