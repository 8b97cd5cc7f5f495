import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodedBytes, packRequests, writeText, type PackedRequest } from '../../scripts/engines/deepl/packing.ts';
import type { Work } from '../../scripts/engines/remote/work.ts';

const LIMITS = { texts: 5, bytes: 1000, textBytes: 300, textCharacters: Infinity };

const works = fc.array(
  fc.record({
    article: fc.constantFrom('a', 'b', 'c', 'd'),
    context: fc.oneof(
      { weight: 5, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
    ),
    sentences: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 4 }),
    alone: fc.boolean(),
  }),
  { maxLength: 60 },
);

function toWork(piece: Pick<Work, 'article' | 'context' | 'sentences' | 'alone'>): Work {
  const [none, never] = [() => [], () => undefined];
  const rest = { accept: never, retry: none, plainer: none, refuse: never, isWanted: () => true };
  return {
    ...piece,
    terms: new Map(),
    way: 'marked',
    fault: '',
    around: undefined,
    former: undefined,
    characters: 0,
    ...rest,
  };
}

function worksOf({ texts }: Pick<PackedRequest, 'texts'>): readonly Work[] {
  return texts.flatMap((text) => text.works);
}

/** The body's texts and context, as the client writes them. */
function bodyBytes({ texts, context }: PackedRequest): number {
  const fields = texts.map((text): [string, string] => ['text', writeText(text)]);
  if (context !== '') fields.push(['context', context]);
  return new URLSearchParams(fields).toString().length;
}

describe('packing', () => {
  it('counts bytes as a form has them', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 });
    const halves = units.map((codes) => String.fromCharCode(...codes, 0xd83d, 0xde00, 0xd83d));
    fc.assert(
      fc.property(fc.oneof(text, halves), (some) => {
        expect(encodedBytes(some)).toBe(new URLSearchParams([['', some]]).toString().length - 1);
      }),
      { numRuns: 2000, seed: 2 },
    );
  });

  it('keeps the limits, loses nothing, doubles nothing and keeps the order', () => {
    fc.assert(
      fc.property(works, (pieces) => {
        const all = pieces.map(toWork);
        const { requests, tooLarge } = packRequests(all, 'marked', LIMITS);
        for (const request of requests) {
          expect(bodyBytes(request)).toBeLessThanOrEqual(LIMITS.bytes);
          expect(request.texts.length).toBeLessThanOrEqual(LIMITS.texts);
          const before = request.texts.map((_, index) => worksOf({ texts: request.texts.slice(0, index) }).length);
          expect(request.texts.map(({ number }) => number)).toEqual(before.map((count) => count + 1));
          for (const text of request.texts) {
            if (text.works.length > 1) expect(text.works.slice(1).every(({ alone }) => !alone)).toBe(true);
          }
        }
        const packed = requests.flatMap(worksOf);
        expect(new Set([...packed, ...tooLarge])).toEqual(new Set(all));
        expect(packed.length + tooLarge.length).toBe(all.length);
        for (const context of new Set(requests.map((request) => request.context))) {
          const order = requests
            .filter((request) => request.context === context)
            .flatMap((request) => worksOf(request).map((work) => all.indexOf(work)));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('sends a context only with the work that has it', () => {
    fc.assert(
      fc.property(works, (pieces) => {
        for (const request of packRequests(pieces.map(toWork), 'marked', LIMITS).requests) {
          const [some, { context }] = [worksOf(request), request];
          for (const work of some) expect(context === '' || context === work.context).toBe(true);
          if (some.some((work) => work.context === '')) expect(context).toBe('');
        }
      }),
    );
  });

  it('fills requests: all but the last of a context have no room for the next piece', () => {
    fc.assert(
      fc.property(works, (pieces) => {
        const plain = pieces.map((piece) => toWork({ ...piece, context: '', alone: false, article: 'a' }));
        const { requests } = packRequests(plain, 'marked', { ...LIMITS, texts: 1000 });
        requests.slice(0, -1).forEach((request, index) => {
          const next = requests[index + 1]?.texts[0]?.works[0];
          const room = LIMITS.bytes - bodyBytes(request);
          expect(encodedBytes(`<u i="9999">${next?.sentences.join('<s/>')}</u>`) + 6).toBeGreaterThan(
            room - 4 * worksOf(request).length,
          );
        });
      }),
    );
  });
});
