import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { onTexts } from '../on-texts.ts';
import { BRACKET } from '../traits.ts';
import { unpaired } from './pairs.ts';

/** Wide brackets close narrow ones and the other way round: Japanese and Chinese texts mix them. */
const WIDE: Readonly<Record<string, string>> = { '（': '(', '）': ')', '［': '[', '］': ']', '｛': '{', '｝': '}' };

export const brackets: Check = {
  ...WARNS,
  name: 'brackets',
  description: 'brackets that are opened are closed, where those of the source are',
  say: (parameters) => `the bracket ${textOf(parameters, 'found')} has no partner`,
  run: (input) =>
    onTexts(input, BRACKET, ({ source, target, sourceHas }) => {
      const found = unpaired(narrow(target), '([{【〔', ')]}】〕');
      if (found === undefined) return undefined;
      if ((sourceHas & BRACKET) !== 0 && unpaired(narrow(source), '([{【〔', ')]}】〕') !== undefined) return undefined;
      return [{ parameters: { found: target.charAt(found.at) }, start: found.at, end: found.at + 1 }];
    }),
};

function narrow(text: string): string {
  return text.replace(/[（）［］｛｝]/g, (sign) => WIDE[sign] ?? sign);
}
