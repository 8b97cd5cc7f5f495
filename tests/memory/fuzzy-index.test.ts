import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentGenerator, seededRandom } from '../../scripts/bench/segment-generator.ts';
import { buildFuzzyIndex } from '../../scripts/memory/fuzzy-index.ts';
import { similarity } from '../../scripts/memory/score.ts';

/** Looks at everything. */
function scan(texts: readonly string[], query: string, minimum: number, penalty: (text: number) => number) {
  const scores = texts.map((candidate, text) => similarity(query, candidate) - penalty(text));
  const score = Math.max(minimum, ...scores);
  const found = scores.flatMap((own, text) => (own === score ? [text] : []));
  return found.length === 0 ? undefined : { texts: found, score };
}

describe('the fuzzy index finds what a full scan finds', () => {
  test('for queries of all lengths in a memory of 400 texts', () => {
    const generator = segmentGenerator(7);
    const random = seededRandom(8);
    const texts = Array.from({ length: 400 }, () => generator.next());
    const index = buildFuzzyIndex(texts);
    const penalty = (text: number) => text % 7;
    let matched = 0;
    for (let query = 0; query < 60; query++) {
      const known = texts[Math.floor(random() * texts.length)] ?? '';
      const text = query % 5 === 4 ? generator.next() : generator.edited(known, random() * 0.3);
      const best = index.best(text, 70, penalty);
      expect(best).toEqual(scan(texts, text, 70, penalty));
      if (best !== undefined) matched++;
    }
    // Else the test would prove nothing.
    expect(matched).toBeGreaterThan(30);
  });

  test('for any texts, minimum and penalties', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'B', 'c', 'the', '1', '2.5', '.', '\u0001x\u0002', '字'), {
      maxLength: 9,
    });
    const line = text.map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        line,
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 30, maxLength: 30 }),
        (texts, query, minimum, penalties) => {
          const penalty = (index: number) => penalties[index] ?? 0;
          expect(buildFuzzyIndex(texts).best(query, minimum, penalty)).toEqual(scan(texts, query, minimum, penalty));
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('a lookup leaves no trace in the next', () => {
  const index = buildFuzzyIndex(['one two three four', 'five six seven eight']);
  expect(index.best('one two three nine', 75)?.texts).toEqual([0]);
  expect(index.best('five six seven nine', 75)?.texts).toEqual([1]);
  expect(index.best('nine ten eleven twelve', 1)).toBeUndefined();
  expect(index.best('one two three nine', 75)?.texts).toEqual([0]);
});

test('texts with the same words are found whatever else they hold', () => {
  const index = buildFuzzyIndex([
    'Step 1 of 2',
    'step 7, of 9!',
    'Step of',
    'of Step',
    '1',
    '\u0001b\u0003Step\u0004\u0002 of',
    '%',
  ]);
  expect(index.sameWords('Step 3 of 4')).toEqual([0, 1, 2, 5]);
  expect(index.sameWords('2')).toEqual([4, 6]);
  expect(index.sameWords('unknown')).toEqual([]);
});
