/** Arbitrary inline content as a syntax gives it: no empty texts, no two texts side by side, ids in opening order. */
import fc from 'fast-check';
import { renumber, tidy } from '../../scripts/units/content.ts';
import type { Inline } from '../../scripts/units/unit.ts';

const words = fc.array(
  fc.constantFrom(
    'One',
    'two',
    'Dr.',
    'end.',
    'Why?',
    '12.',
    'e.g.',
    '…',
    '“Yes!”',
    '(no.)',
    '。',
    'é',
    '\n',
    '  ',
    '.',
    'x.Y',
  ),
  { minLength: 1, maxLength: 8 },
);
const text = fc
  .tuple(words, fc.constantFrom('', ' '))
  .map(([list, separator]): Inline => ({ type: 'text', text: list.join(separator) }));
const standing = fc.constantFrom('code', 'image', 'break', 'placeholder', 'footnote', 'html').map((kind): Inline => ({
  type: 'code',
  id: 1,
  kind,
  markup: kind === 'image' ? ['![', { text: 'An alt.', role: 'alt' }, '](a.png)'] : ['<!--x-->'],
  signature: `${kind}:x`,
}));

const { content } = fc.letrec<{ content: Inline[]; item: Inline }>((tie) => ({
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: text },
    { weight: 1, arbitrary: standing },
    {
      weight: 1,
      arbitrary: tie('content').map((children): Inline => ({
        type: 'pair',
        id: 1,
        kind: 'strong',
        open: ['**'],
        close: ['**'],
        children,
        signature: 'strong',
      })),
    },
  ),
  content: fc.array(tie('item'), { maxLength: 5 }),
}));

export const inlineContent = content.map((items) => renumber(tidy(items)));
