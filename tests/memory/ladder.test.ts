import { describe, expect, it } from 'vitest';
import { byWorth, contextScore, ranked, type Surroundings, type Worth } from '../../scripts/memory/ladder.ts';

const HERE: Surroundings = { namespace: 'a', key: 'k', before: 'x', after: 'y' };

describe('an exact match', () => {
  it.each([
    [102, HERE],
    [101, { ...HERE, before: 'other' }],
    [101, { ...HERE, key: 'other' }],
    [101, { ...HERE, namespace: 'b' }],
    [100, { ...HERE, namespace: 'b', after: 'other' }],
  ])('is worth %i', (score, place) => {
    expect(contextScore(place, HERE)).toBe(score);
  });

  it('in its place comes before a better one elsewhere; within one rung the order of worth stays', () => {
    const texts = [
      { name: 'elsewhere, a person’s', ...HERE, key: 'z', before: 'other' },
      { name: 'elsewhere too', ...HERE, key: 'y', before: 'other' },
      { name: 'here', ...HERE },
    ];
    expect(ranked(texts, HERE, (text) => text).map(({ text, score }) => [score, text.name])).toEqual([
      [102, 'here'],
      [100, 'elsewhere, a person’s'],
      [100, 'elsewhere too'],
    ]);
  });
});

it('people’s texts come before machines’, then the namespace and key that sort first', () => {
  const text = (namespace: string, key: string, state: Worth['state'], origin: string): Worth => {
    return { namespace, key, state, origin };
  };
  const machine = text('a', 'a', 'translated', 'deepl');
  const recalled = text('a', 'b', 'translated', 'memory');
  const approved = text('b', 'a', 'reviewed', 'deepl');
  const person = text('b', 'b', 'translated', 'person');
  const last = text('c', 'a', 'final', 'person');
  expect([machine, last, recalled, person, approved].toSorted(byWorth)).toEqual([
    approved,
    person,
    last,
    machine,
    recalled,
  ]);
});
