import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../scripts/units/canonical.ts';
import { adoptMarkup, mergePieces, sameCodes } from '../../scripts/units/code-identity.ts';
import { codes, mapText, plainText, renumber } from '../../scripts/units/content.ts';
import { markupTexts, withMarkupTexts } from '../../scripts/units/markup-texts.ts';
import type { Inline, Markup, PairedCode } from '../../scripts/units/unit.ts';
import { inlineContent } from './inline-content.ts';

function text(value: string): Inline {
  return { type: 'text', text: value };
}

function pair(id: number, ...children: Inline[]): PairedCode {
  return { type: 'pair', id, kind: 'strong', open: ['**'], close: ['**'], children, signature: 'strong' };
}

function link(id: number, title: string, ...children: Inline[]): PairedCode {
  const close: Markup = ['](/a "', { text: title, role: 'title' }, '")'];
  return { type: 'pair', id, kind: 'link', open: ['['], close, children, signature: 'link:/a' };
}

function image(id: number, alt: string): Inline {
  const markup: Markup = ['![', { text: alt, role: 'alt' }, '](a.png)'];
  return { type: 'code', id, kind: 'image', markup, signature: 'image:a.png' };
}

const CONTENT = [text('See '), link(1, 'Title', image(2, 'Alt'), text(' and '), pair(3, text('this'))), text('.')];

describe('content', () => {
  it('shows its text without markup', () => {
    expect(plainText(CONTENT)).toBe('See  and this.');
    expect(codes(CONTENT).map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(plainText(mapText(CONTENT, (value) => value.toUpperCase()))).toBe('SEE  AND THIS.');
  });

  it('gives the texts inside markup as they are written, and takes others', () => {
    expect(markupTexts(CONTENT)).toEqual(['Alt', 'Title']);
    expect(markupTexts(withMarkupTexts(CONTENT, ['Bild', 'Titel']))).toEqual(['Bild', 'Titel']);
    fc.assert(
      fc.property(inlineContent, (content) => {
        expect(withMarkupTexts(content, markupTexts(content))).toEqual(content);
        expect(renumber(content)).toEqual(content);
      }),
    );
  });
});

describe('canonical form', () => {
  it('is one for other markers, white space and normal forms', () => {
    const [strong] = [{ ...pair(7, text('this')), open: ['__'], close: ['__'] } as const];
    expect(canonical([text(' Caf\u00e9\n is '), pair(1, text('this'))])).toBe(
      canonical([text('Cafe\u0301 is '), strong]),
    );
  });

  it.each([
    ['words', [text('a')], [text('b')]],
    ['the place of a code', [pair(1, text('a')), text('b')], [text('a'), pair(1, text('b'))]],
    ['what a pair holds', [pair(1, text('a')), text('b')], [pair(1, text('ab'))]],
    ['an alt text', [image(1, 'x')], [image(1, 'y')]],
    ['a title', [link(1, 'x')], [link(1, 'y')]],
    ['text that looks like a code', [pair(1, text('a'))], [text('\u0001strong\u0003a\u0004\u0002')]],
    ['a no-break space', [text('a b')], [text('a\u00a0b')]],
  ])('differs with %s', (_, a, b) => {
    expect(canonical(a)).not.toBe(canonical(b));
  });

  it('is the same for equal content only', () => {
    const squeezed = (content: readonly Inline[]): string =>
      JSON.stringify(content)
        .replace(/(?:\\n| )+/g, '')
        .replace(/,?\{"type":"text","text":""\}/g, '')
        .replaceAll('[,', '[');
    fc.assert(
      fc.property(inlineContent, inlineContent, (a, b) => {
        if (canonical(a) === canonical(b)) expect(squeezed(a)).toBe(squeezed(b));
        expect(canonical(a)).toBe(canonical(a.map((item) => item)));
      }),
    );
  });
});

describe('codes of a translation', () => {
  it('are compared as a multiset of signatures', () => {
    expect(sameCodes(CONTENT, [pair(3), image(2, 'x'), link(1, 'y')])).toEqual({ missing: [], extra: [] });
    expect(sameCodes(CONTENT, [pair(1), pair(2), text('x')])).toEqual({
      missing: ['image:a.png', 'link:/a'],
      extra: ['strong'],
    });
  });

  it('get the markup that the source has under their id', () => {
    const damaged: Inline = { ...link(1, 'Título', text('esto')), open: ['<b>'] };
    const answer = [damaged, image(2, 'roto'), pair(9)];
    const [first, second, third] = adoptMarkup(CONTENT, answer);
    expect(first).toEqual({ ...CONTENT[1], children: [text('esto')] });
    expect(second).toEqual(image(2, 'Alt'));
    expect(third).toEqual(pair(9));
    // A pair does not become a standing code.
    expect(adoptMarkup(CONTENT, [image(3, 'x')])).toEqual([image(3, 'x')]);
  });

  it('in pieces are put together, from the first to the last', () => {
    expect(mergePieces([text('a '), pair(1, text('b')), text(' c '), pair(1, text('d')), text(' e')])).toEqual([
      text('a '),
      pair(1, text('b c d')),
      text(' e'),
    ]);
    expect(mergePieces([pair(1), text('a'), pair(1, text('b')), pair(1)])).toEqual([text('a'), pair(1, text('b'))]);
    expect(mergePieces([pair(1), text('a'), pair(1)])).toEqual([text('a'), pair(1)]);
    expect(mergePieces([pair(1, pair(2, text('a')), text('b')), pair(1, pair(2, text('c')))])).toEqual([
      pair(1, pair(2, text('abc'))),
    ]);
  });

  it('that are whole stay as they are', () => {
    fc.assert(
      fc.property(inlineContent, (content) => {
        expect(mergePieces(content)).toEqual(content);
        expect(adoptMarkup(content, content)).toEqual(content);
        expect(sameCodes(content, content)).toEqual({ missing: [], extra: [] });
      }),
    );
  });
});
