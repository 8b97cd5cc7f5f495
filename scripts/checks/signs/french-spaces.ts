import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { onTexts, type TextFault, NONE } from '../on-texts.ts';
import { HIGH_MARK, QUOTE } from '../traits.ts';

/** A word, the mark, and nothing behind it that makes it part of a name, an address or a time. */
const TIGHT = /(?<=\p{L}{2}|[\d»)\]])(?<![A-Z]:?|\b(?:https?|ftp|mailto|file))[;:!?](?=\s|$)/gu;
const QUOTES = /«(?=[^\s\u00a0\u202f\ufffc»])|(?<=[^\s\u00a0\u202f\ufffc«])»/gu;
/** Canada and Switzerland set these marks without a space. */
const TAGS: ReadonlySet<string> = new Set(['fr', 'fr-FR', 'fr-BE', 'fr-LU']);

/** French sets a space, at best a narrow one that does not break, before ; : ! ? and inside « ». */
export const frenchSpaces: Check = {
  ...WARNS,
  name: 'french-spaces',
  description: 'in French a space stands before ; : ! ? and inside « »',
  say: (parameters) =>
    `has no space ${textOf(parameters, 'found') === '«' ? 'after' : 'before'} ${textOf(parameters, 'found')}`,
  run(input) {
    if (!TAGS.has(input.targetLanguage)) return NONE;
    return onTexts(input, HIGH_MARK | QUOTE, ({ source, target }) => {
      // Nobody wrote French there: a name, a piece of code.
      if (source === target) return undefined;
      const faults: TextFault[] = [];
      for (const pattern of [TIGHT, QUOTES]) {
        for (const { 0: found, index } of target.matchAll(pattern)) {
          faults.push({ parameters: { found }, start: index, end: index + found.length });
        }
      }
      return faults;
    });
  },
};
