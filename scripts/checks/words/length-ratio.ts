import { baseLanguage } from '../../project/languages.ts';
import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { NONE } from '../on-texts.ts';

const LONGEST = 3;
/** Shorter sources may become anything; a name of two words may become one. */
const ENOUGH = 20;
const ENOUGH_TO_SHRINK = 25;
/** How much a character says, of Latin letters. */
const DENSITY: ReadonlyMap<string, number> = new Map([
  ['ja', 2.2],
  ['zh', 2.8],
  ['yue', 2.8],
  ['ko', 1.8],
]);

export const lengthRatio: Check = {
  ...WARNS,
  name: 'length-ratio',
  description: 'a text is neither three times as long as its source nor a third',
  say: (parameters) => `has ${textOf(parameters, 'target')} characters, its source has ${textOf(parameters, 'source')}`,
  run({ sourceWords, targetWords, sourceLanguage, targetLanguage }) {
    const wide =
      sourceWords.length * LONGEST >= targetWords.length && targetWords.length * LONGEST >= sourceWords.length;
    const isSpaced = !DENSITY.has(baseLanguage(sourceLanguage)) && !DENSITY.has(baseLanguage(targetLanguage));
    if (wide && isSpaced) return NONE;
    const source = sourceWords.trim().length * (DENSITY.get(baseLanguage(sourceLanguage)) ?? 1);
    const target = targetWords.trim().length * (DENSITY.get(baseLanguage(targetLanguage)) ?? 1);
    if (source < ENOUGH || target === 0 || (target <= source * LONGEST && source <= target * LONGEST)) return NONE;
    if (target < source && source < ENOUGH_TO_SHRINK) return NONE;
    return [{ parameters: { source: sourceWords.trim().length, target: targetWords.trim().length } }];
  },
};
