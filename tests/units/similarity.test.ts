import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, similarity } from '../../scripts/units/alignment/similarity.ts';

function alike(a: string, b: string): number {
  return similarity(fingerprint(a), fingerprint(b));
}

describe('similarity', () => {
  it('weighs words by their letters', () => {
    // 2 × (5 + 8) letters in common, of 13 + 16.
    const long = ' and a tail that is long enough for words to count alone';
    const tail = fingerprint(long).size;
    expect(alike(`whole exosomes${long}`, `whole new exosomes${long}`)).toBeCloseTo(
      (2 * (13 + tail)) / (13 + 16 + 2 * tail),
    );
  });

  it('sees a typing error in a short text', () => {
    expect(alike('Exosmes', 'Exosomes')).toBeGreaterThan(0.7);
    expect(alike('Save', 'Open')).toBe(0);
  });

  it('reads scripts without spaces letter by letter', () => {
    expect(alike('外泌体是细胞释放的小囊泡。', '外泌体是几乎所有细胞释放的小囊泡。')).toBeGreaterThan(0.8);
    expect(alike('外泌体是细胞释放的小囊泡。', '今天天气很好')).toBe(0);
  });

  it('does not see case, punctuation or white space', () => {
    expect(alike('One, two — three.', 'one two\nTHREE')).toBe(1);
    expect(alike('—', '—')).toBe(0);
  });

  it('is between 0 and 1, the same both ways, and 1 for a text with words and itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        (a, b) => {
          const score = alike(a, b);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(alike(b, a)).toBe(score);
          if (fingerprint(a).size > 0) expect(alike(a, a)).toBe(1);
        },
      ),
    );
  });
});
