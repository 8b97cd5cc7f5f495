import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { onTexts, type TextFault } from '../on-texts.ts';
import { BIDI } from '../traits.ts';

const CONTROL = /[\u202a-\u202e\u2066-\u2069]/g;
const OVERRIDES = '\u202d\u202e';

/**
 * Characters that turn the direction of writing end again in the same text, and none overrides it: else what a reader sees is
 * not what the file says. Marks that turn nothing (U+200E, U+200F, U+061C) are free.
 */
export const bidiControls: Check = {
  ...WARNS,
  severity: 'error',
  name: 'bidi-controls',
  description: 'characters that turn the direction of writing end again, and none overrides it',
  say(parameters) {
    const found = textOf(parameters, 'found');
    return textOf(parameters, 'fault') === 'override'
      ? `${found} overrides the direction of writing`
      : `${found} turns the direction of writing, and nothing belongs to it`;
  },
  run: (input) =>
    onTexts(input, BIDI, ({ source, target, sourceHas }) => {
      const faults: TextFault[] = [];
      const open: { character: string; at: number }[] = [];
      const add = (at: number, fault: string): void => {
        const code = target.charCodeAt(at).toString(16).toUpperCase();
        faults.push({ parameters: { found: `U+${code}`, fault }, start: at, end: at + 1 });
      };
      for (const { 0: character, index } of target.matchAll(CONTROL)) {
        const isIsolate = character >= '\u2066';
        const closes = character === '\u202c' || character === '\u2069';
        if (!closes) {
          if (OVERRIDES.includes(character) && !((sourceHas & BIDI) !== 0 && source.includes(character))) {
            add(index, 'override');
          }
          open.push({ character, at: index });
          continue;
        }
        const last = open.at(-1);
        if (last === undefined || last.character >= '\u2066' !== isIsolate) add(index, 'unbalanced');
        else open.pop();
      }
      for (const { at } of open) add(at, 'unbalanced');
      return faults;
    }),
};
