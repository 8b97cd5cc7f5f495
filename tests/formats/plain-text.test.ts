import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../scripts/formats/plain-text.ts';
import { SourceError } from '../../scripts/project/errors.ts';

const options = { sourceLanguage: 'en' };
const letter = readFileSync(new URL('../fixtures/formats/plain-text/letter.txt', import.meta.url), 'utf8');

const LONG =
  'In recent months, skincare has found a new scientific obsession: exosomes. They are talked about as if they were the ' +
  'future of cell regeneration, promising skin that can repair itself thanks to biotechnology.';

function read(text: string): [string, string][] {
  return plainText.parse(text, options).units.map(({ kind, value }) => [kind, value]);
}

/** Every value with accents and brackets, placeholders and addresses left alone. */
function pseudo(value: string): string {
  const words = value.split(' ').map((word) => (/[{%@/]/.test(word) ? word : word.replace(/[aeiou]/g, '$&\u0301')));
  return `[${words.join(' ')}]`;
}

describe('reading', () => {
  test('title, headings, wrapped paragraphs and list items', () => {
    expect(read(letter)).toEqual([
      ['field', 'Exosomes: what the word means'],
      [
        'p',
        'Dear readers, this letter is about {{topic}}. Write to letters@example.org or see https://example.org/exosomes (in English).',
      ],
      ['heading', 'WHAT ARE EXOSOMES?'],
      [
        'p',
        'Exosomes are tiny particles that our cells make. They carry proteins and other molecules that help the skin regenerate, and in recent years 100% of the brands %s talked about them.',
      ],
      ['heading', 'Do they work'],
      ['p', 'The truth is somewhere in the middle.'],
      ['heading', 'A heading between empty lines'],
      ['li', 'cleanse the skin in the morning'],
      ['li', 'apply two drops of %(name)s'],
      ['li', 'wait'],
      ['li', 'First step'],
      ['li', 'Second step'],
      ['p', 'Yours,'],
      ['p', 'The editors'],
      ['p', 'Example Street 5'],
    ]);
    const file = plainText.parse(letter, options);
    expect(file.units[0]?.path).toEqual(['title']);
    expect(file.units.slice(1).every((unit) => unit.path === undefined)).toBe(true);
    expect(file.units.map(({ line }) => line)).toEqual([1, 3, 7, 10, 14, 15, 17, 19, 21, 22, 24, 25, 31, 32, 33]);
  });

  test('long lines without empty lines between them, headings directly before', () => {
    expect(read(`A title? Yes!\n\n${LONG}\nWhat are exosomes?\n${LONG}\nNot just for skin\n${LONG}`)).toEqual([
      ['field', 'A title? Yes!'],
      ['p', LONG],
      ['heading', 'What are exosomes?'],
      ['p', LONG],
      ['heading', 'Not just for skin'],
      ['p', LONG],
    ]);
  });

  test('what is no title or heading', () => {
    expect(read('One sentence ends here.\n\nAnother one.')[0]).toEqual(['p', 'One sentence ends here.']);
    expect(read('Only one line')).toEqual([['p', 'Only one line']]);
    expect(read('Title\n\nText.\n\nThe last line')[2]).toEqual(['p', 'The last line']);
    expect(read('Title\n\nText.\n\nIngredients:\n\n- water')[2]).toEqual(['p', 'Ingredients:']);
    expect(read('标题\n\n这是一个句子。\n\n另一个。')).toEqual([
      ['field', '标题'],
      ['p', '这是一个句子。'],
      ['p', '另一个。'],
    ]);
    expect(read('Title\n\nRose\nWater\nOil\n\nEnd.').slice(1, 4)).toEqual([
      ['p', 'Rose'],
      ['p', 'Water'],
      ['p', 'Oil'],
    ]);
    const centred = `${' '.repeat(24)}The long name of a licence\n${' '.repeat(17)}Version Two, of the Month of January`;
    expect(read(`Title\n\n${centred}\n\nEnd.`)).toHaveLength(4);
    expect(read(`Title\n\n${LONG}\nWritten in the spring of last year`)).toHaveLength(3);
    expect(read('')).toEqual([]);
    expect(read('\ufeff\r\n \t\r\n---\r\n42\r\n')).toEqual([]);
  });

  test('the outline has no words and no layout, but list marks, rules, codes and the order', () => {
    const outline = plainText.parse(letter, options).outline();
    const other = letter
      .replace('Exosomes: what', 'Esosomi: che')
      .replaceAll('\n\n', '\n\n\n')
      .replaceAll('\n', '\r\n');
    expect(plainText.parse(other, options).outline()).toBe(outline);
    for (const [from, to] of [
      ['{{topic}}', '{{name}}'],
      ['  * wait\n', ''],
      ['-----', '====='],
      ['42', '43'],
      ['\nDo they work', 'Do they work'],
    ] as const) {
      expect(plainText.parse(letter.replace(from, to), options).outline()).not.toBe(outline);
    }
  });
});

describe('writing', () => {
  const files = [
    letter,
    letter.replaceAll('\n', '\r\n'),
    `\ufeff${letter}`,
    `${LONG}\nWhat?\n${LONG}`,
    '',
    '\n',
    ' x ',
  ];

  test.each(files)('own values keep every byte: %#', (text) => {
    const file = plainText.parse(text, options);
    expect(file.fill(new Map())).toEqual({ text, refused: [] });
    expect(file.fill(new Map(file.units.map(({ value }, index) => [index, value])))).toEqual({ text, refused: [] });
  });

  test.each(files)('other values change only words: %#', (text) => {
    const file = plainText.parse(text, options);
    const filled = file.fill(new Map(file.units.map(({ value }, index) => [index, pseudo(value)])));
    expect(filled.refused).toEqual([]);
    const again = plainText.parse(filled.text, options);
    expect(again.outline()).toBe(file.outline());
    expect(again.units.map(({ value }) => value)).toEqual(file.units.map(({ value }) => pseudo(value)));
    expect(/\r(?!\n)|(?<!\r)\n/.test(filled.text)).toBe(/\r(?!\n)|(?<!\r)\n/.test(text));
  });

  test('a wrapped paragraph is wrapped again at the width of the file, its indentation kept', () => {
    const file = plainText.parse(letter, options);
    const { text } = file.fill(
      new Map([
        [3, 'word '.repeat(40).trim() + ' %s.'],
        [7, 'limpiar la piel por la mañana con agua tibia y un jabón muy suave de oliva'],
      ]),
    );
    expect(text).toContain(`\n${'word '.repeat(14).trim()}\n${'word '.repeat(14).trim()}\n`);
    expect(text).toContain('  - limpiar la piel por la mañana con agua tibia y un jabón muy suave\n    de oliva\n');
  });

  test('a long heading may become longer than headings are', () => {
    const file = plainText.parse(letter, options);
    const { refused } = file.fill(new Map([[2, 'Qué son los exosomas '.repeat(8).trim()]]));
    expect(refused).toEqual([]);
  });

  test('a value that is no paragraph of the same codes is refused, the others are written', () => {
    const file = plainText.parse(letter, options);
    const bad = ['', '- a list', 'no placeholder', '----'];
    for (const value of bad) {
      const filled = file.fill(
        new Map([
          [1, value],
          [5, 'La verità sta nel mezzo.'],
        ]),
      );
      expect(filled.refused.map(({ unit }) => unit)).toEqual([1]);
      expect(filled.text).toBe(letter.replace('The truth is somewhere in the middle.', 'La verità sta nel mezzo.'));
    }
    const two = file.fill(new Map([[4, 'One\n\nTwo']]));
    expect(two).toEqual({ text: letter.replace('Do they work', 'One Two'), refused: [] });
  });

  test('any text: own values keep the bytes; any values keep the outline', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '',
        'Heading',
        'A sentence that ends.',
        '- item',
        '  more',
        '1. one',
        '---',
        '===',
        LONG,
        '{{x}}',
      ),
      fc.lorem({ maxCount: 12 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r'), line, (lines, end, value) => {
        const text = lines.join(end).replaceAll('\0', '');
        // Such a text opens front matter, which has tests of its own.
        fc.pre(!text.startsWith('---'));
        const file = plainText.parse(text, options);
        expect(file.fill(new Map(file.units.map((unit, index) => [index, unit.value]))).text).toBe(text);
        const filled = file.fill(new Map(file.units.map((_, index) => [index, value.replaceAll('\0', '')])));
        expect(plainText.parse(filled.text, options).outline()).toBe(file.outline());
      }),
      { numRuns: 300 },
    );
  });
});

describe('front matter', () => {
  const text = '---\ntitle: "A title"\nlang: en # English\n---\nA first line\n\nA paragraph of words.\n';

  test('its fields come first; a title there makes the title line a heading', () => {
    const file = plainText.parse(text, options);
    expect(file.language).toBe('en');
    expect(file.units.map(({ kind, path, value, line }) => [kind, path?.join('.'), value, line])).toEqual([
      ['field', 'title', 'A title', 2],
      ['heading', undefined, 'A first line', 5],
      ['p', undefined, 'A paragraph of words.', 7],
    ]);
  });

  test('both are filled, all else keeps its bytes', () => {
    for (const source of [text, `\ufeff${text.replaceAll('\n', '\r\n')}`]) {
      const file = plainText.parse(source, options);
      expect(file.fill(new Map()).text).toBe(source);
      const { text: filled, refused } = file.fill(
        new Map([
          [0, 'Un titolo'],
          [2, 'Un paragrafo di parole.'],
        ]),
      );
      expect(refused).toEqual([]);
      expect(filled).toBe(
        source.replace('A title', 'Un titolo').replace('A paragraph of words', 'Un paragrafo di parole'),
      );
    }
    expect(plainText.parse(text.replace('# English', '# x'), options).outline()).toBe(
      plainText.parse(text, options).outline(),
    );
    expect(plainText.parse(text.replace('lang: en', 'lang: it'), options).outline()).toBe(
      plainText.parse(text, options).outline(),
    );
  });
});

describe('bad files', () => {
  test('a NUL byte is refused with its line', () => {
    expect(() => plainText.parse('a\nb\0c', options)).toThrow(SourceError);
    try {
      plainText.parse('a\nb\0c', options);
    } catch (error) {
      expect(error).toMatchObject({ place: { line: 2 } });
    }
  });

  test('a large file, and a very long line', () => {
    const text = `Title\n\n${'A line of some words that is wrapped somewhere near\nthe end. '.repeat(40_000)}\n\n${'x '.repeat(2_000_000)}`;
    const file = plainText.parse(text, options);
    expect(file.fill(new Map()).text).toBe(text);
    expect(file.units.at(-1)?.value.length).toBeGreaterThan(3_000_000);
  });
});
