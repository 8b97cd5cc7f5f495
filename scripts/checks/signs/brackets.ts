import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { onTexts } from '../on-texts.ts';
import { BRACKET } from '../traits.ts';
import { unpaired } from './pairs.ts';

const SIGNS = /[()[\]{}【】〔〕（）［］｛｝]/g;
/** Wide brackets close narrow ones and the other way round, in Japanese and Chinese texts. */
const OPENERS = '([{【〔';
const CLOSERS = ')]}】〕';
const WIDE: Readonly<Record<string, string>> = { '（': '(', '）': ')', '［': '[', '］': ']', '｛': '{', '｝': '}' };

export const brackets: Check = {
  ...WARNS,
  name: 'brackets',
  description: 'brackets that are opened are closed, where those of the source are',
  say: (parameters) => `the bracket ${textOf(parameters, 'found')} has no partner`,
  run: (input) =>
    onTexts(input, BRACKET, ({ source, target, sourceHas }) => {
      const found = alone(target);
      if (found === undefined) return undefined;
      if ((sourceHas & BRACKET) !== 0 && alone(source) !== undefined) return undefined;
      return [{ parameters: { found: target.charAt(found.at) }, start: found.at, end: found.at + 1 }];
    }),
};

/** `1)`, `a)`: what counts, behind white space or nothing. */
const COUNTED = /(^|\s)([\p{L}\p{N}]{1,2})\)(?=\s)/gu;

function alone(given: string): { at: number } | undefined {
  // Within a bracket that is open it is the end of that one: `(in ms)`.
  const text = given.replace(COUNTED, (all: string, lead: string, count: string, at: number) =>
    isOpen(given.slice(0, at)) ? all : `${lead}${count} `,
  );
  const found = text.match(SIGNS) ?? [];
  // At the first look: one pair, as nearly always.
  if (found.length === 2 && OPENERS.indexOf(found[0] ?? ' ') === CLOSERS.indexOf(found[1] ?? ' ')) {
    if (OPENERS.includes(found[0] ?? ' ')) return undefined;
  }
  return unpaired(CJK_WIDE.test(text) ? narrow(text) : text, SIGNS, OPENERS, CLOSERS);
}

function isOpen(text: string): boolean {
  return text.split('(').length > text.split(')').length;
}

const CJK_WIDE = /[（）［］｛｝]/;

function narrow(text: string): string {
  return text.replace(/[（）［］｛｝]/g, (sign) => WIDE[sign] ?? sign);
}
