import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { markdownSyntax } from '../../scripts/formats/markdown/markdown-syntax.ts';
import { mdxSyntax } from '../../scripts/formats/markdown/mdx-syntax.ts';
import { canonical } from '../../scripts/units/canonical.ts';
import type { Inline } from '../../scripts/units/unit.ts';

vi.setConfig({ testTimeout: 60_000 });

const { parse, print } = markdownSyntax;

function text(value: string): Inline {
  return { type: 'text', text: value };
}

function strong(children: readonly Inline[]): Inline {
  return { type: 'pair', id: 1, kind: 'strong', open: ['**'], close: ['**'], children, signature: 'strong' };
}

describe('parse', () => {
  it.each([
    ['a &amp; b\\*', 'a & b*'],
    ['snake_case 5 * 3 ~5 $5 and $10', 'snake_case 5 * 3 ~5 $5 and $10'],
    ['at 10:30 std::vector [sic]', 'at 10:30 std::vector [sic]'],
  ])('%j is text', (value, expected) => {
    expect(parse(value)).toEqual([text(expected)]);
  });

  it.each([
    ['`x`', 'code'],
    ['![alt](a.png)', 'image'],
    ['<https://x.y>', 'url'],
    ['https://x.y/a_b_c', 'url'],
    ['{{ a_b_c }}', 'placeholder'],
    ['{% if *x* %}', 'shortcode'],
    ['{{< fig src="<b>" >}}', 'shortcode'],
    ['${VAR}', 'placeholder'],
    ['$a_b$', 'math'],
    ['[^1]', 'footnote'],
    ['<br>', 'html'],
    ['{#my-id}', 'other'],
    [':icon{name=x}', 'directive'],
  ])('%j stands alone as %s', (value, kind) => {
    expect(parse(value)).toMatchObject([{ type: 'code', kind }]);
  });

  it.each([
    ['*x*', 'emphasis'],
    ['__x__', 'strong'],
    ['~~x~~', 'delete'],
    ['[x](u "t")', 'link'],
    ['[x][y]', 'link'],
    ['<b>x</b>', 'html'],
    [':span[x]{.c}', 'directive'],
  ])('%j is a pair of %s', (value, kind) => {
    expect(parse(value)).toMatchObject([{ type: 'pair', kind, children: [text('x')] }]);
  });

  it('gives one signature for all markers', () => {
    expect(canonical(parse('*a* __b__ [c](<u> (t))'))).toBe(canonical(parse('_a_ **b** [c](u "t")')));
  });
});

describe('print', () => {
  it('keeps a reference link working under another text', () => {
    expect(
      parse('[label][]').map((item) => (item.type === 'pair' ? print([{ ...item, children: [text('altro')] }]) : '')),
    ).toEqual(['[altro][label]']);
    expect(print(parse('[label][]'))).toBe('[label][]');
  });

  it.each([
    [[text('a'), strong([text(' b ')]), text('c')]],
    [[text('这是'), strong([text('“强调”')]), text('文字')]],
    [[strong([text('a')]), strong([text('b')])]],
    [[text('x'), strong([text('(y)')]), text('z')]],
  ])('writes emphasis that is read again: %j', (content) => {
    expect(canonical(parse(print(content)))).toContain('strong');
    expect(parse(print(content)).filter(({ type }) => type === 'pair').length).toBe(
      content.filter(({ type }) => type === 'pair').length,
    );
  });

  const pieces = fc.constantFrom(
    '*',
    '**',
    '_',
    '`',
    '[',
    ']',
    '](u)',
    '![',
    '<',
    '>',
    '<b>',
    '</b>',
    '&amp;',
    '&',
    '\\',
    '$',
    '{{x}}',
    '{',
    '}',
    '~',
    ':a[',
    'a',
    'è',
    '文',
    ' ',
    '.',
    '\n',
    '[x][y]',
    '"',
    'http://x.y',
  );
  const anyValue = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));

  it.each([
    ['markdown', markdownSyntax],
    ['mdx', mdxSyntax],
  ])('gives back what was parsed (%s)', (_name, syntax) => {
    fc.assert(
      fc.property(anyValue, fc.boolean(), (value, strict) => {
        // A bare address swallows signs behind it in GFM: there is no way to write some of them.
        fc.pre(!/http\S*[>$}]/.test(value) && (syntax.name === 'markdown' || !value.includes('http')));
        const content = syntax.parse(value);
        expect(canonical(syntax.parse(syntax.print(content, strict)))).toBe(canonical(content));
      }),
      { numRuns: 400, seed: 3 },
    );
  });

  it.each([
    ['markdown', markdownSyntax],
    ['mdx', mdxSyntax],
  ])('of a text that surely is itself is that text, and is read as it (%s)', (_name, syntax) => {
    const part = fc.constantFrom(
      'a',
      'é',
      ' ',
      '.',
      ':',
      ' :b',
      '#',
      '-',
      '(',
      '"',
      '!',
      '|',
      '1.',
      '=',
      '\t',
      '[',
      '*',
      '\\',
    );
    const some = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(some, (value) => {
        fc.pre(syntax.isPlain?.(value) === true);
        expect([syntax.print([text(value)]), syntax.parse(value)]).toEqual([value, [text(value)]]);
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  it('keeps any text as text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (value) => {
        fc.pre(!/[{}%@\u0000\ufdd0]|#\w|:\/\/|www\.|mailto:/i.test(value));
        expect(canonical(parse(print([text(value)])))).toBe(canonical([text(value)]));
      }),
      { numRuns: 400, seed: 3 },
    );
  });
});
