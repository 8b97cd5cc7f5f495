import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { NONE } from '../on-texts.ts';

/** A button, a title in search results: what is longer is cut off. Counted are characters as a reader sees them. */
export const lengthLimit: Check = {
  ...WARNS,
  severity: 'error',
  name: 'length-limit',
  description: 'a text is no longer than the configuration allows for its key (`limits`)',
  say: (parameters) => `has ${textOf(parameters, 'found')} characters, and ${textOf(parameters, 'most')} are allowed`,
  run({ limit, targetWords }) {
    if (limit === undefined || targetWords.length <= limit) return NONE;
    const found = [...new Intl.Segmenter().segment(targetWords)].length;
    return found > limit ? [{ parameters: { found, most: limit } }] : NONE;
  },
};
