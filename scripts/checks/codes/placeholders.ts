import type { CodeKind } from '../../units/unit.ts';
import { REFUSES, type Check, type CheckInput } from '../check.ts';
import { NONE } from '../on-texts.ts';
import { codeFaults, codeParameters, sayCode } from './code-faults.ts';
import { isPluralForm, standsForOneNumber } from './plural-form.ts';

const KINDS: ReadonlySet<CodeKind> = new Set([
  'placeholder',
  'nesting',
  'shortcode',
  'directive',
  'expression',
  'footnote',
]);

const COUNT = /^(?:\{\{-? ?(?:count|\w+Count)(?: ?,[^}]*)?\}\}|\{count\}|%\{count\}|%d)$/;

/** An argument whose forms a person wrote where the source has a plain one. */
const SELECTED = /\{\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*,\s*(?:plural|selectordinal)\s*,/gu;

function nameOf(signature: string): string | undefined {
  return /^\{{1,2}\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*\}{1,2}$/u.exec(signature)?.[1];
}

/**
 * What a program fills in is there, by its name, whoever wrote the text. Only a count may be said in words, in a plural form
 * that stands for one number in its language (`one` in Spanish, not in Russian, where it is 21 and 31 too). A form that stands
 * for more may have the count where the source says it in words.
 */
export const placeholders: Check = {
  ...REFUSES,
  name: 'placeholders',
  description: 'what a program fills in (`{{name}}`, `$t()`, `%s`, shortcodes, expressions) is as in the source',
  say: sayCode,
  run(input) {
    const faults = codeFaults(input, KINDS);
    if (faults.length === 0) return NONE;
    const selected = input.person ? new Set([...input.target.matchAll(SELECTED)].map(([, name]) => name)) : undefined;
    return faults
      .filter(({ side, signature }) => side === 'extra' || selected?.has(nameOf(signature)) !== true)
      .filter(({ side, signature }) => !COUNT.test(signature) || !mayDiffer(input, side))
      .map((fault) => ({ parameters: codeParameters(fault) }));
  },
};

/** Whether a form may say the count in words where the source has it, or have it where the source says it in words. */
function mayDiffer(input: CheckInput, side: 'missing' | 'extra'): boolean {
  const isOne = standsForOneNumber(input);
  return side === 'missing' ? isOne : input.person && isPluralForm(input) && !isOne;
}
