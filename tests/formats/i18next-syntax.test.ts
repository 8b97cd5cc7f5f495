import fc from 'fast-check';
import { expect, test } from 'vitest';
import { i18nextSyntax } from '../../scripts/formats/i18next-syntax.ts';
import { setOwnPlaceholders } from '../../scripts/formats/own-placeholders.ts';
import type { Inline } from '../../scripts/units/unit.ts';

/** Content in short: text as it is, codes by kind and signature, pairs with their content. */
function sketch(content: readonly Inline[]): unknown[] {
  return content.map((item) => {
    if (item.type === 'text') return item.text;
    return item.type === 'code' ? [item.kind, item.signature] : [item.kind, item.signature, sketch(item.children)];
  });
}

const read = (value: string): unknown[] => sketch(i18nextSyntax.parse(value));

test('interpolation, unescaped and formatted interpolation and nesting stand alone', () => {
  expect(read('Hi {{name}} and {{- raw }}, {{ price, currency(EUR) }}')).toEqual([
    'Hi ',
    ['placeholder', '{{name}}'],
    ' and ',
    ['placeholder', '{{-raw}}'],
    ', ',
    ['placeholder', '{{price, currency(EUR)}}'],
  ]);
  expect(read('$t(a.b), $t(x, {"count": {{n}}, "y": ")"}) and $t (no)')).toEqual([
    ['nesting', '$t(a.b)'],
    ', ',
    ['nesting', '$t(x, {"count": {{n}}, "y": ")"})'],
    ' and $t (no)',
  ]);
  expect(read('$t(never closed')).toEqual(['$t(never closed']);
});

test('tags of the Trans component and of HTML are pairs, lone ones stand alone', () => {
  expect(read('<0>Hello <1>dear</1></0> <2/><br> <strong class="x">you</strong>')).toEqual([
    ['html', '<0>', ['Hello ', ['html', '<1>', ['dear']]]],
    ' ',
    ['html', '<2>'],
    ['break', '<br>'],
    ' ',
    ['strong', '<strong class="x">', ['you']],
  ]);
  expect(read('<b>bold <i>both</b> none</i>')).toEqual([
    ['strong', '<b>', ['bold ', ['emphasis', '<i>'], 'both']],
    ' none',
    ['emphasis', '</i>'],
  ]);
  expect(read('1 < 2, <3 and a <- b')).toEqual(['1 < 2, <3 and a <- b']);
});

test('code and what is marked as not translated is one code; titles are texts in markup', () => {
  expect(read('Run <code>npm <b>i</b></code> as <span translate="no">Root</span>')).toEqual([
    'Run ',
    ['code', 'code:npm <b>i</b>'],
    ' as ',
    ['html', '<span translate="no">Root'],
  ]);
  const [link] = i18nextSyntax.parse('<a href="/x" title="More &amp; more">m</a>');
  expect(link).toMatchObject({ open: ['<a href="/x" title="More &amp; more">'] });
  expect(i18nextSyntax.parse('<a href="/x" title="More">m</a>')[0]).toMatchObject({
    open: ['<a href="/x" title="', { text: 'More', role: 'title' }, '">'],
  });
});

test('entities are kept as they are, for a value may be shown as HTML or as text', () => {
  expect(read('Skin &amp; hair & more&nbsp;&#8217;')).toEqual([
    'Skin ',
    ['other', '&amp;'],
    ' hair & more',
    ['other', '&nbsp;'],
    ['other', '&#8217;'],
  ]);
});

test('printing what was parsed gives the very value, whatever it is', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '{{',
      '}}',
      '{{x}}',
      '$t(',
      ')',
      '$t(a, "b")',
      '<1>',
      '</1>',
      '<br/>',
      '<code>',
      '</code>',
      '"',
      "'",
    ),
    fc.constantFrom('<a title="T" href=x>', '</a>', '&amp;', '%s', 'http://a.b/c).', 'me@x.org', '<', '<b', '\n', '\0'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const value = pieces.join('');
      const content = i18nextSyntax.parse(value);
      expect(i18nextSyntax.print(content)).toBe(value);
      expect(i18nextSyntax.print(content, true)).toBe(value);
    }),
    { numRuns: 500 },
  );
});

test('ids are one series, in the order in which codes open', () => {
  const ids: number[] = [];
  const visit = (content: readonly Inline[]): void => {
    for (const item of content) {
      if (item.type !== 'text') ids.push(item.id);
      if (item.type === 'pair') visit(item.children);
    }
  };
  visit(i18nextSyntax.parse('{{a}} <1>x {{b}} <2><3/></2></1> <code>{{no}}</code> <br>'));
  expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test.each([
  ['open tags', '<b>'.repeat(50_000)],
  ['pairs in pairs', '<b>'.repeat(20_000) + '</b>'.repeat(20_000)],
  ['other closing tags', '<b>'.repeat(50_000) + '</i>'.repeat(50_000)],
  ['open nestings', '$t('.repeat(30_000)],
  ['open placeholders', '{{'.repeat(100_000)],
  ['half addresses', 'a@'.repeat(100_000)],
  ['brackets', `http://x.org/${')'.repeat(100_000)}`],
  ['percents', '%'.repeat(200_000)],
  ['open quotes', '<a title="'.repeat(50_000)],
  ['attributes', `<a ${'x '.repeat(100_000)}`],
])('%s: read in time that grows with their length (else the test times out)', (_, value) => {
  expect(i18nextSyntax.print(i18nextSyntax.parse(value))).toBe(value);
});

test.each([
  ['Hello { name } from {user-name}', 2],
  ['Hello __name__, you own [[count]] files', 2],
  ['Hello { $name }, %name% and *|FNAME|*', 3],
  ['Copied %1 of %2 files, 100 %', 2],
  ["Write {'@'} and {[ plural(count) one: file ]}", 2],
  ['Hello <%= name %> and {name}', 2],
  ['snake_case__words, [a] link, 50% off 20%', 0],
])('placeholders of other libraries are codes: %s', (value, count) => {
  const content = i18nextSyntax.parse(value);
  expect(content.filter(({ type }) => type === 'code')).toHaveLength(count);
  expect(i18nextSyntax.print(content)).toBe(value);
});

test('a project may name its own', () => {
  setOwnPlaceholders(['@\\w+@', '#\\{\\w+\\}']);
  const codes = i18nextSyntax
    .parse('Hello @name@, #{count} {x}')
    .flatMap((item) => (item.type === 'code' ? [item.signature] : []));
  setOwnPlaceholders([]);
  expect(codes).toEqual(['@name@', '#{count}', '{x}']);
  expect(i18nextSyntax.isPlain?.('Hello @name@')).toBe(false);
});
