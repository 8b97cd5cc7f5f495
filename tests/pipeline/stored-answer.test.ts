/** Engines' answers as they are kept. */
import { expect, it } from 'vitest';
import { decodeAnswer, encodeAnswer } from '../../scripts/pipeline/ask/stored-answer.ts';
import type { Inline } from '../../scripts/units/unit.ts';

const code = { type: 'code', id: 1, kind: 'code', markup: ['`x`'], signature: 'x' } as const;
const pair = (children: readonly Inline[]) =>
  ({ type: 'pair', id: 2, kind: 'strong', open: ['**'], close: ['**'], signature: 'strong', children }) as const;
const text = (words: string): Inline => ({ type: 'text', text: words });
const request = { article: 'a', segments: [[text('See '), pair([code, text(' here')])], [text('Well')]] };

it('an answer comes back with the markup of its request', () => {
  const answer = {
    ok: true,
    segments: [[pair([text('hier '), code])], [text('Gut')]],
    unknownWords: ['hier'],
  } as const;
  expect(decodeAnswer(encodeAnswer(answer), request)).toEqual(answer);
});

it.each([
  undefined,
  '{"segments":[["a"],["b"]',
  'null',
  '{"segments":{}}',
  '{"segments":[["a"]]}',
  '{"segments":["a",["b"]]}',
  '{"segments":[[2],["b"]]}',
  '{"segments":[[3],["b"]]}',
  '{"segments":[[[1,["a"]]],["b"]]}',
  '{"segments":[[[2,"a"]],["b"]]}',
  '{"segments":[[[2,["a"],4]],["b"]]}',
  '{"segments":[[[2]],["b"]]}',
  '{"segments":[[{}],["b"]]}',
  '{"segments":[["a"],["b"]],"unknownWords":[1]}',
])('%s is no answer', (stored) => {
  expect(decodeAnswer(stored, request)).toBeUndefined();
});
