/** What reads most inline texts without the grammar makes the same of them as the grammar does. */
import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { expect, it } from 'vitest';
import type { Grammar } from '../../scripts/formats/markdown/grammar/grammar.ts';
import { spansOf } from '../../scripts/formats/markdown/grammar/node-spans.ts';
import { quickInline } from '../../scripts/formats/markdown/grammar/quick-inline.ts';
import { markdownGrammar } from '../../scripts/formats/markdown/markdown-syntax.ts';
import { mdxGrammar } from '../../scripts/formats/markdown/mdx-syntax.ts';

const SIGNS = [
  'a word `{`|`a{b`|`}`|\\\n|  \n| \n|\\[|\\a|\\|![alt](x)|![](x "T")|![a:b](x)|` a `|`a `|_i_|__b__|_|(*| | | |.|,|!|*|**|***|`|``|[|]|](x)',
  '](https://e.org/a_b)|](x "T t")|](x "T")|(|)|__|é|日|“|”|-|—|{x}|{\uFDD0}|$5|@me|#1|:|a:b|www.|http://e.org|<b>|&amp;|\\*',
  '~~|"|\'|![|\u00a0|1|😀|+|=|/|%|^|[^1]|[a](b)|**b**|*i*|`c`|[l](u)| (*i*)|**b**.|\u200b|\u3000|.*|*.|[x|[ ]|][|[]|<|>|\t|\0',
].flatMap((line) => line.split('|'));

const text = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...SIGNS) }, fc.string({ unit: 'grapheme', maxLength: 3 })), {
    minLength: 1,
    maxLength: 10,
  })
  .map((parts) => parts.join('').replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, ''));

/** Of a node what is read of it. */
function shape(node: PhrasingContent): unknown {
  const { start, end } = node.position ?? {};
  const children = 'children' in node ? node.children.map((child) => shape(child)) : undefined;
  return { ...node, position: [start?.offset, end?.offset], ...(children ? { children } : {}), spans: spansOf(node) };
}

function read({ inline }: Grammar, value: string): readonly PhrasingContent[] {
  try {
    return inline(value).children;
  } catch {
    return [];
  }
}

it.each([
  ['Markdown', markdownGrammar, false],
  ['MDX', mdxGrammar, true],
])('%s', (_, grammar, isMdx) => {
  let quick = 0;
  fc.assert(
    fc.property(text, (value) => {
      const found = quickInline(value, isMdx);
      if (found === undefined) return;
      quick += 1;
      expect(found.map(shape)).toEqual(read(grammar, value).map(shape));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 6_000) },
  );
  expect(quick).toBeGreaterThan(300);
});

it('most marked texts of prose are read so', () => {
  const prose = [
    'Run `npm run build` **first**, then read [the guide](https://example.org/a_b "Guide").',
    'A *small* picture: ![alt](a.png), and snake_case words.\\\nA second line.',
    '1\\. It is `a` _or_ __b__ (*c*).',
  ];
  for (const value of prose) expect(quickInline(value, false), value).toBeDefined();
});
