/** Figures are sacreBLEU 2.6.0's on the same lines; `npm run peers -- evaluation` compares whole files. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measure } from '../../scripts/evaluation/measure.ts';
import { tokenEdits } from '../../scripts/evaluation/token-edits.ts';
import { TOKENIZERS, tokenizerFor } from '../../scripts/evaluation/tokenizers/index.ts';

type Lines = readonly (readonly [output: string, reference: string])[];

const CASES: Readonly<Record<string, { lines: Lines; bleu: number; chrf: number }>> = {
  '13a': {
    bleu: 68.325,
    chrf: 69.1438,
    lines: [
      [
        'The parcel was sent on 3.5 March, and it cost 1,250.00 euros.',
        'The parcel left on 3.5 March and cost 1,250.00 euros.',
      ],
      ['He said &quot;no&quot; &amp; went -- home.', 'He said "no" & went home.'],
      ['Le prix : 12 € (environ).', 'Le prix\u00a0: 12\u202f€ (env.)'],
      ["Ada's well-known e-mail: a.b@c.example/x?y=1#z", "Ada's well-known mail is a.b@c.example/x?y=1#z"],
      ['', 'Nothing came back here.'],
      ['Two  spaces\tand a tab. ', 'Two spaces and a tab.'],
      ['Emoji 👩‍🚀 stay 😀!', 'Emoji 👩‍🚀 stay 😀.'],
      ['x<skipped>y 10-year 5-', 'xy 10-year 5-'],
    ],
  },
  intl: {
    bleu: 41.2067,
    chrf: 66.8702,
    lines: [
      ['«Hola», dijo él… ¿Vienes? 2000.', '«Hola», dijo ella. ¿Vienes? 2000.'],
      ['It costs 5€—or $6, 50% off (№7)', 'It costs 5 € – or $6; 50% off №7'],
      ['“Ja” – 1.000,5 km² ', '„Ja“ – 1.000,5 km²'],
    ],
  },
  zh: {
    bleu: 44.1767,
    chrf: 52.6327,
    lines: [
      ['他说：“你好，世界！”2024年售出1,000.5件 OK。', '他说“世界，你好”。2024年卖出1,000.5件 OK。'],
      ['𠮷野家—很好吃…', '𠮷野家——很好吃……'],
    ],
  },
  char: {
    bleu: 52.0417,
    chrf: 46.5893,
    lines: [
      ['これはテストです。 はい、2回。', 'これはテストだ。はい 2回'],
      ['ไทย ๑', 'ไทย๑ ๒'],
    ],
  },
  none: {
    bleu: 48.8322,
    chrf: 64.254,
    lines: [
      ['a b, c', 'a b , c'],
      ['a b c d e', 'a b c d f'],
    ],
  },
};

const measured = (lines: Lines, tokenizer: string) =>
  measure(lines.map(([output, reference]) => ({ output, reference, tokenizer })));

describe.each(Object.entries(CASES))('tokenizer %s', (tokenizer, { lines, bleu, chrf }) => {
  it('gives the figures of sacreBLEU', () => {
    const figures = measured(lines, tokenizer);
    expect(figures?.bleu).toBeCloseTo(bleu, 3);
    expect(figures?.chrf).toBeCloseTo(chrf, 3);
  });
});

describe('short texts', () => {
  it.each([
    ['one two three', 'one two three', 0, 100],
    ['one two three four', 'one two three four', 100, 100],
    ['a', 'b', 0, 0],
    ['The cat sat on the mat today', 'The cat is on the mat today', 48.8923, 74.5937],
  ])('%s beside %s', (output, reference, bleu, chrf) => {
    const figures = measured([[output, reference]], '13a');
    expect(figures?.bleu).toBeCloseTo(bleu, 3);
    expect(figures?.chrf).toBeCloseTo(chrf, 3);
  });

  it('of none there is nothing to say', () => {
    expect(measured([], '13a')).toBeUndefined();
    expect(measured([['', '']], '13a')).toMatchObject({ bleu: 0, chrf: 0, edits: 0, equal: 1 });
  });
});

describe('edits', () => {
  it.each([
    ['a b c d', 'a b c d', 0],
    ['a b c d', 'a x c d', 1],
    ['b c d', 'a b c d', 1],
    ['a b c d', 'c d', 2],
    ['', 'a b', 2],
    ['a b', '', 2],
    ['b a', 'a b', 2],
  ])('from "%s" to "%s"', (from, to, edits) => {
    expect(tokenEdits(from.split(' ').filter(Boolean), to.split(' ').filter(Boolean))).toBe(edits);
  });

  it('are of the reference’s tokens, added up', () => {
    const figures = measured(
      [
        ['Press the knob.', 'Press the button.'],
        ['No.', 'Not at all.'],
      ],
      '13a',
    );
    expect(figures?.edits).toBeCloseTo((100 * (1 + 3)) / 8, 5);
  });

  it('are a distance', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
    fc.assert(
      fc.property(words, words, words, (one, two, three) => {
        expect(tokenEdits(one, one)).toBe(0);
        expect(tokenEdits(one, two)).toBe(tokenEdits(two, one));
        expect(tokenEdits(one, three)).toBeLessThanOrEqual(tokenEdits(one, two) + tokenEdits(two, three));
      }),
    );
  });
});

it('tokenizers only cut: no letter is lost, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const bare = text.replace(/[^\p{L}\p{N}]/gu, '');
      for (const cut of TOKENIZERS.values())
        expect(
          cut(text)
            .join('')
            .replace(/[^\p{L}\p{N}]/gu, ''),
        ).toBe(bare);
    }),
  );
});

it('chooses as sacreBLEU does, and cuts what has no spaces', () => {
  expect(['es', 'zh-Hant-TW', 'zh', 'ja', 'ko-KR', 'th', 'ru'].map(tokenizerFor)).toEqual([
    '13a',
    'zh',
    'zh',
    'char',
    'char',
    'char',
    '13a',
  ]);
});
