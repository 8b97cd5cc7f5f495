import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { plainText } from '../../scripts/units/content.ts';
import { joinSegments, segment } from '../../scripts/units/segments.ts';
import type { CodeKind, Inline, Segment } from '../../scripts/units/unit.ts';
import { inlineContent } from './inline-content.ts';

const golden: { rules: Record<string, [name: string, sentences: string[], text?: string][]> } = JSON.parse(
  readFileSync(new URL('../fixtures/units/golden-rules.json', import.meta.url), 'utf8'),
);

function text(value: string): Inline {
  return { type: 'text', text: value };
}

function code(kind: CodeKind, id = 1): Inline {
  return { type: 'code', id, kind, markup: ['`x. Y`'], signature: `${kind}:x` };
}

function strong(...children: Inline[]): Inline {
  return { type: 'pair', id: 1, kind: 'strong', open: ['**'], close: ['**'], children, signature: 'strong' };
}

function sentences(value: string, language: string): string[] {
  return segment([text(value)], language).map(({ content }) => plainText(content).trim());
}

/** Rules about lists inside running text: here lists are blocks. */
const LISTS = /^#0(3[1-9]|4[0-2])$/;

describe('golden rules', () => {
  const unreachable: Record<string, readonly string[]> = { en: ['#018'] };
  for (const [language, rules] of Object.entries(golden.rules)) {
    const cases = rules.filter(([name]) => !(language === 'en' && LISTS.test(name)));
    it(`${language}: ${cases.length - (unreachable[language]?.length ?? 0)} of ${cases.length}`, () => {
      const failed = cases.flatMap(([name, expected, value = expected.join(' ')]) =>
        JSON.stringify(sentences(value, language)) === JSON.stringify(expected) ? [] : [name],
      );
      expect(failed).toEqual(unreachable[language] ?? []);
    });
  }

  it('has as many rules as the list has', () => {
    expect(Object.entries(golden.rules).map(([language, rules]) => `${language} ${rules.length}`)).toEqual([
      'en 51',
      'de 4',
      'es 5',
      'it 3',
      'fr 5',
      'ru 3',
    ]);
  });
});

describe('languages without golden rules', () => {
  it.each([
    ['ca', 'El Sr. Puig va venir ahir. Va portar 3 llibres, p. ex. una novel·la.', 2],
    ['gl', 'A Sra. Castro vive no núm. 5. Chegou onte ás 5 p.m. coa súa irmá.', 2],
    ['pt', 'O Dr. Silva chegou às 17 horas. Veja a pág. 12 e a fig. 3. Obrigado!', 3],
    ['ja', '「行こう。」と彼は言った。次の日は雨だった。', 2],
    ['zh', '你好。今天天气很好！我们走吧？', 3],
    ['hi', 'यह पहला वाक्य है। यह दूसरा है।', 2],
    ['ar', 'كيف حالك؟ أنا بخير.', 2],
    ['cs', 'Narodil se 12. června v Praze. Potom odešel.', 2],
    ['not a tag', 'One. Two.', 2],
  ])('%s', (language, value, count) => {
    expect(sentences(value, language)).toHaveLength(count);
  });
});

describe('inline codes', () => {
  const cut = (...content: Inline[]): string[] =>
    segment(content, 'en').map((piece) =>
      piece.content.map((item) => (item.type === 'text' ? item.text : '<>')).join(''),
    );

  it('are words of their sentence', () => {
    expect(cut(text('Run '), code('code'), text(' now. '), code('code', 2), text(' does it.'))).toEqual([
      'Run <> now.',
      '<> does it.',
    ]);
    expect(cut(text('Use e.g. '), code('code'), text(' or Dr. '), code('placeholder', 2), text('.'))).toHaveLength(1);
  });

  it('are never cut, whatever is inside them', () => {
    expect(cut(strong(text('One. Two.')), text(' Three. Four.'))).toEqual(['<>', 'Three.', 'Four.']);
    expect(cut(strong(text('One.')), text(' Two.'))).toEqual(['<>', 'Two.']);
  });

  it('let a footnote mark follow the full stop', () => {
    const pieces = segment([text('One.'), code('footnote'), text(' Two.')], 'en');
    expect(pieces.map(({ content, gap }) => [content.length, gap])).toEqual([
      [2, ' '],
      [1, ''],
    ]);
  });

  it('let a footnote mark follow a full stop without a space after it', () => {
    const pieces = segment([text('一。'), code('footnote'), text('二。')], 'zh');
    expect(pieces.map(({ content }) => content.length)).toEqual([2, 1]);
    const spaced = segment([text('One. '), code('footnote'), text('Two.')], 'en');
    expect(spaced.map(({ content }) => content.length)).toEqual([1, 2]);
  });

  it('take a hard break for white space', () => {
    expect(cut(text('One.'), code('break'), text('Two'), code('break', 2), text('and on.'))).toEqual([
      'One.<>',
      'Two<>and on.',
    ]);
  });
});

describe('joining', () => {
  it('is the inverse of cutting', () => {
    fc.assert(
      fc.property(inlineContent, fc.constantFrom('en', 'de', 'ja', 'ru', 'xx'), (content, language) => {
        expect(joinSegments(segment(content, language))).toEqual(content);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives no sentence without content', () => {
    fc.assert(
      fc.property(inlineContent, (content) => {
        for (const piece of segment(content, 'en')) expect(piece.content.length).toBeGreaterThan(0);
      }),
    );
  });

  it('puts no space between Chinese sentences, and one between those translated from Chinese', () => {
    const english = segment([text('One. Two.')], 'en');
    const chinese = segment([text('一。二。')], 'zh');
    const join = (pieces: Segment[], source: string, target: string): string =>
      plainText(joinSegments(pieces, { source, target }));
    expect(join(english, 'en', 'zh-Hans')).toBe('One.Two.');
    expect(join(chinese, 'zh-Hans', 'pt-BR')).toBe('一。 二。');
    expect(join(chinese, 'zh', 'ja')).toBe('一。二。');
    expect(join(english, 'en', 'de')).toBe('One. Two.');
  });

  it('drops the gap of a sentence whose translation stands in the next', () => {
    const [first, second] = segment([text('One. Two.')], 'en');
    expect(plainText(joinSegments([{ content: [], gap: first?.gap ?? '' }, second ?? { content: [], gap: '' }]))).toBe(
      'Two.',
    );
  });
});

describe('long texts', () => {
  it('never reach ICU whole, and lose no boundary at the edges', () => {
    const sentence = 'Это предложение достаточно длинное, чтобы окно кончилось посреди него. ';
    const seen: number[] = [];
    const original = Intl.Segmenter.prototype.segment;
    const spy = vi.spyOn(Intl.Segmenter.prototype, 'segment').mockImplementation(function (
      this: Intl.Segmenter,
      input,
    ) {
      seen.push(input.length);
      return original.call(this, input);
    });
    const count = segment([text(sentence.repeat(2_000))], 'ru').length;
    spy.mockRestore();
    expect(count).toBe(2_000);
    expect(Math.max(...seen)).toBeLessThanOrEqual(20_000);
  });

  // Quadratic work on these would take minutes, and the runner's time limit with it.
  it.each([
    '. '.repeat(200_000),
    '.'.repeat(200_000),
    'A.'.repeat(200_000),
    `Aa.${')'.repeat(200_000)} A`,
    'слово '.repeat(200_000),
    'Aa.Bb'.repeat(100_000),
    '\n'.repeat(200_000),
  ])('are cut however odd they are', (value) => {
    expect(plainText(joinSegments(segment([text(value)], 'en')))).toBe(value);
  });
});
