import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { onTexts } from '../on-texts.ts';
import { QUOTE } from '../traits.ts';

/** Signs that quote in pairs, in one direction or the other („…“, “…”, ”…”, »…«): only their number is telling. */
const GROUPS: readonly string[] = ['"＂', '“”„‟', '«»', '‹›', '「」', '『』'];

export const quotes: Check = {
  ...WARNS,
  name: 'quotes',
  description: 'quotation marks that are opened are closed, where those of the source are',
  say: (parameters) => `a quotation mark ${textOf(parameters, 'found')} has no partner`,
  run: (input) =>
    onTexts(input, QUOTE, ({ source, target, sourceHas }) => {
      if (!GROUPS.some((group) => isOdd(target, group))) return undefined;
      const all = GROUPS.join('');
      // Quoted from one kind of mark to another („so"), or the source has marks that stand alone (inches).
      if (!isOdd(target, all) && !GROUPS.slice(2).some((group) => isOdd(target, group))) return undefined;
      if ((sourceHas & QUOTE) !== 0 && GROUPS.some((group) => isOdd(source, group))) return undefined;
      const group = GROUPS.find((one) => isOdd(target, one)) ?? all;
      const at = lastOf(target, group);
      return [{ parameters: { found: target.charAt(at) }, start: at, end: at + 1 }];
    }),
};

function isOdd(text: string, signs: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (signs.includes(text.charAt(at))) count += 1;
  return count % 2 === 1;
}

function lastOf(text: string, signs: string): number {
  for (let at = text.length - 1; at > 0; at -= 1) if (signs.includes(text.charAt(at))) return at;
  return 0;
}
