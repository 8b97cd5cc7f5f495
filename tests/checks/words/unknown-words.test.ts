import { unknownWords, wordsOf } from '../../../scripts/checks/words/unknown-words.ts';
import { expect, it } from 'vitest';
import { found, judged } from '../judged.ts';
import { tryCases } from '../cases.ts';

tryCases(unknownWords, [
  {
    source: 'A foo',
    target: 'Un foo',
    unknownWords: ['foo', 'bar', 'foo'],
    says: ['the engine did not know: bar, foo'],
  },
  { languages: 'en>es', source: 'A word', target: 'Una palabra' },
]);

it('gives the words back', () => {
  expect(wordsOf(found(unknownWords, judged('a', 'b', { unknownWords: ['y', 'x'] })))).toEqual(['x', 'y']);
});
