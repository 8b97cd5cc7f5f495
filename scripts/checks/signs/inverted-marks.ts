import { baseLanguage } from '../../project/languages.ts';
import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { onTexts, type TextFault, NONE } from '../on-texts.ts';
import { STOP } from '../traits.ts';

const END = { '?': /(?<=[\p{L}\p{N})»”"])\?(?=["'”»)\]]*(?:\s|$))/u, '!': /(?<=\p{L})!(?=["'”»)\]]*(?:\s|$))/u };
const BEGIN = { '?': '¿', '!': '¡' };

/** Spanish and Asturian open a question and an exclamation, too. */
export const invertedMarks: Check = {
  ...WARNS,
  name: 'inverted-marks',
  description: 'in Spanish a question begins with ¿ and an exclamation with ¡',
  say: (parameters) =>
    `ends with ${textOf(parameters, 'found')} and does not begin with ${textOf(parameters, 'wanted')}`,
  run(input) {
    const base = baseLanguage(input.targetLanguage);
    if (base !== 'es' && base !== 'ast') return NONE;
    return onTexts(input, STOP, ({ target }) => {
      const faults: TextFault[] = [];
      for (const found of ['?', '!'] as const) {
        if (!target.includes(found) || target.includes(BEGIN[found])) continue;
        const at = target.search(END[found]);
        if (at >= 0) faults.push({ parameters: { found, wanted: BEGIN[found] }, start: at, end: at + 1 });
      }
      return faults;
    });
  },
};
