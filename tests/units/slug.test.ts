import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameHash, shortHash } from '../../scripts/project/hash.ts';
import { fourLetters } from '../../scripts/units/four-letters.ts';
import { slug } from '../../scripts/units/slug.ts';

describe('slug', () => {
  it.each([
    ['What are exosomes?', 'what-are-exosomes'],
    ['Don’t panic: it’s C++', 'dont-panic-its-c'],
    ['  Hello,   _world_!  ', 'hello-world'],
    ['v1.2:3_x', 'v1-2-3-x'],
    ['2024', 's-2024'],
    ['2024 in review', 's-2024-in-review'],
    ['٣ أشياء', 's-٣-أشياء'],
    ['!?', 'section'],
    ['', 'section'],
    ['ÜBER UNS', 'über-uns'],
    ['Cafe\u0301', 'café'],
    ['İstanbul', 'i̇stanbul'],
    ['Что такое экзосомы?', 'что-такое-экзосомы'],
    ['エクソソームとは何ですか？', 'エクソソームとは何ですか'],
    ['हिन्दी में लेख', 'हिन्दी-में-लेख'],
    ['ภาษาไทยที่ดี', 'ภาษาไทยที่ดี'],
    ['क्\u200dष', 'क्ष'],
    ['__proto__', 'proto'],
    ['A very long heading that goes on and on for ever', 'a-very-long-heading-that-goes-on-and-on'],
    ['Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', 'donaudampfschifffahrtselektrizitätenhaup'],
    [`2${'0'.repeat(60)}`, `s-2${'0'.repeat(37)}`],
  ])('%s -> %s', (text, expected) => {
    expect(slug(text)).toBe(expected);
  });

  it('is a legal name whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const name = slug(text);
        expect(name).toMatch(/^[\p{L}][\p{L}\p{M}\p{Nd}]*(-[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*)*$/u);
        expect(name.length).toBeLessThanOrEqual(40);
        expect(name).toBe(name.normalize('NFC'));
        expect(slug(name)).toBe(name);
      }),
      { numRuns: 400 },
    );
  });
});

describe('hashes', () => {
  it('are 96 bits of SHA-256 of the NFC text', () => {
    expect(shortHash('')).toBe('47DEQpj8HBSa-_TI');
    expect(shortHash('é')).toBe(shortHash('e\u0301'));
    expect(shortHash('a')).not.toBe(shortHash('A'));
  });

  it('are told apart where only 48 bits are the same', () => {
    const [pays, never] = ['Pidalasi always pays the refund.', 'Pitetesi never pays any refund.'].map(shortHash);
    expect(pays?.slice(0, 8)).toBe(never?.slice(0, 8));
    expect(isSameHash(pays, never)).toBe(false);
    // As the first version recorded it.
    expect(isSameHash(pays?.slice(0, 8), pays)).toBe(true);
    expect(isSameHash(pays?.slice(0, 7), pays)).toBe(false);
    expect(isSameHash(undefined, pays)).toBe(false);
    expect(isSameHash(undefined, undefined)).toBe(true);
  });

  it('are four letters for keys, others with each attempt', () => {
    const letters = Array.from({ length: 100 }, (_, attempt) => fourLetters('text', attempt));
    for (const four of letters) expect(four).toMatch(/^[a-kmnp-z2-9]{4}$/);
    expect(new Set(letters).size).toBe(100);
    expect(fourLetters('text', 3)).toBe(letters[3]);
  });
});
