import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskText } from '../../scripts/engines/firefox/masked-text.ts';
import { textLength, translateSegment } from '../../scripts/engines/firefox/segment.ts';
import type { CodeKind, Inline } from '../../scripts/units/unit.ts';

let ids = 0;
const text = (value: string): Inline => ({ type: 'text', text: value });
const code = (kind: CodeKind, markup: string): Inline => ({
  type: 'code',
  id: ++ids,
  kind,
  markup: [markup],
  signature: markup,
});
const pair = (markup: string, ...children: Inline[]): Inline => ({
  type: 'pair',
  id: ++ids,
  kind: 'strong',
  open: [markup],
  close: [markup],
  children,
  signature: markup,
});

function print(content: readonly Inline[] | undefined): string | undefined {
  return content
    ?.map((item) => {
      if (item.type === 'text') return item.text;
      if (item.type === 'code') return item.markup.join('');
      return `${item.open.join('')}${print(item.children)}${item.close.join('')}`;
    })
    .join('');
}

/** Translates with an engine that is a function; what it was given is kept. */
async function translate(content: readonly Inline[], engine: (text: string) => string) {
  const given: string[] = [];
  const answer = await translateSegment(content, (one) => {
    given.push(one);
    return Promise.resolve(engine(one));
  });
  return { given, answer: print(answer) };
}

const upper = (value: string) => value.replace(/\b(?!Xq)\w+/g, (word) => word.toUpperCase());

describe('what the engine sees', () => {
  test('plain text as it is, without the white space at its edges', async () => {
    expect(await translate([text('  Read it. ')], upper)).toEqual({ given: ['Read it.'], answer: '  READ IT. ' });
  });

  test('codes as words of letters only', async () => {
    const content = [
      text('Hi '),
      code('placeholder', '{{name}}'),
      text(', see '),
      pair('**', text('the study')),
      text('.'),
    ];
    const { given, answer } = await translate(content, upper);
    expect(given).toEqual([expect.stringMatching(/^Hi Xq[a-z]+, see Xq[a-z]+ the study Xq[a-z]+\.$/)]);
    expect(answer).toBe('HI {{name}}, SEE **THE STUDY**.');
  });

  test('not what stands at the edges and is no part of the sentence', async () => {
    const content = [code('image', '![]'), text(' Read it'), code('break', '<br>'), text(' ')];
    expect(await translate(content, upper)).toEqual({ given: ['Read it'], answer: '![] READ IT<br> ' });
  });

  test('a placeholder or term at the edge, which the sentence needs', async () => {
    const { given, answer } = await translate([code('term', 'Exosomas'), text(' are small')], upper);
    expect(given[0]).toMatch(/^Xq[a-z]+ are small$/);
    expect(answer).toBe('Exosomas ARE SMALL');
  });

  test('the inside of a pair around everything', async () => {
    const content = [pair('**', text('Read '), pair('_', text('it')), text('.'))];
    const { given, answer } = await translate(content, upper);
    expect(given).toEqual([expect.stringMatching(/^Read Xq[a-z]+ it Xq[a-z]+\.$/)]);
    expect(answer).toBe('**READ _IT_.**');
  });

  test('nothing where there are no words', async () => {
    const content = [text('100 % '), code('code', '`x`'), pair('**', code('image', '![]'))];
    expect(await translate(content, upper)).toEqual({ given: [], answer: '100 % `x`**![]**' });
  });

  test('no word that the text has already', () => {
    const free = maskText([text('a '), code('code', '`x`')], 'around').text.slice(2);
    const masked = maskText([text(`${free.toLowerCase()} `), code('code', '`x`')], 'around').text;
    expect(masked.split(' ')[1]).not.toBe(free);
  });
});

describe('answers', () => {
  const content = [text('One '), pair('**', text('two')), text(' three '), code('code', '`x`'), text(' four')];

  test('may move codes, and write their words in other case', async () => {
    const engine = (value: string) => value.split(' ').reverse().join(' ').toLowerCase();
    const standing = [text('One '), code('code', '`x`'), text(' two '), code('code', '`y`')];
    expect((await translate(standing, engine)).answer).toBe('`y` two `x` one');
  });

  test('that turn a pair around are asked for again, the pair by itself', async () => {
    const engine = (value: string) => value.split(' ').reverse().join(' ');
    const { given, answer } = await translate(content, engine);
    expect(given).toHaveLength(3);
    expect(given[1]).toBe('two');
    expect(answer).toBe('four `x` three **two** One');
  });

  test.each([
    ['lost', (value: string) => value.replace(/Xq\w+/g, '')],
    ['doubled', (value: string) => `${value} ${value}`],
    ['translated', (value: string) => value.replaceAll('Xq', 'Que')],
    ['empty', () => ' '],
  ])('with codes that are %s are none', async (_, engine) => {
    expect((await translate(content, engine)).answer).toBeUndefined();
  });

  test('that empty a pair are none', async () => {
    const engine = (value: string) => value.replace(/(Xq\w+) two/, 'two $1');
    const { given, answer } = await translate(content, engine);
    expect(given).toHaveLength(3);
    expect(answer).toBe('One **two** three `x` four');
  });
});

test('an engine that changes nothing gives any content back', async () => {
  const words = fc.array(fc.constantFrom('one', 'Two', '3', '.', 'xqbb', '{', 'é'), { minLength: 1, maxLength: 4 });
  const { content } = fc.letrec<{ content: Inline[]; item: Inline }>((tie) => ({
    content: fc
      .array(tie('item'), { minLength: 1, maxLength: 5 })
      .map((items) => items.flatMap((item) => [text(' '), item])),
    item: fc.oneof(
      { maxDepth: 3 },
      words.map((list) => text(list.join(' '))),
      fc.constantFrom<CodeKind>('code', 'image', 'placeholder', 'term').map((kind) => code(kind, `<${kind}>`)),
      tie('content').map((children) => pair('*', ...children)),
    ),
  }));
  const squeezed = (value: string | undefined) => value?.replace(/\s+/g, '');
  await fc.assert(
    fc.asyncProperty(content, async (items) => {
      const { answer } = await translate(items, (value) => value);
      expect(squeezed(answer)).toBe(squeezed(print(items)));
    }),
    { numRuns: 500 },
  );
});

test('characters are those of the text alone', () => {
  expect(textLength([text('ab'), pair('**', text('cd'), code('code', '`x`'))])).toBe(4);
});
