import { WARNS, type Check, type CheckInput, type TextPair } from '../check.ts';
import { textOf } from '../finding.ts';
import { NONE, onTexts, type TextFault } from '../on-texts.ts';
import { DIGIT } from '../traits.ts';

const NUMBER = /\p{Nd}+(?:[.,\u00a0\u202f'’٫٬]\p{Nd}+)*/gu;
const ASCII = /^[\d.,\u00a0\u202f'’]*$/;
/** `3 PM`, `3:45 p.m.` */
const AFTERNOON = /\b(\d{1,2})(?=(?::\d{2})?\s?p\.?\s?m\b)/giu;
/** `35 000`, grouped by plain spaces. */
const SPACED = /(?<!\d)\d{1,3}(?: \d{3})+(?!\d)/g;
const ANY = -1;

/**
 * Digits carry facts. Grouping and decimal signs differ by language, so only the digits themselves are compared, of every
 * script. Words of the source may become digits; a number of the source must stand in the target.
 */
export const numbers: Check = {
  ...WARNS,
  name: 'numbers',
  description: 'the numbers of the source stand in the target',
  say: (parameters) => `the number ${textOf(parameters, 'number')} is missing`,
  run: (input) =>
    ((input.texts[0]?.sourceHas ?? 0) & DIGIT) === 0 && input.texts.length === 1 ? NONE : onTexts(input, ANY, find),
};

function find({ source, target, sourceHas }: TextPair, { person }: CheckInput): readonly TextFault[] | undefined {
  if ((sourceHas & DIGIT) === 0) return undefined;
  const wanted = numbersOf(source.replace(PART_OF_WORD, ' ')).map(plainNumber);
  if (wanted.length === 0) return undefined;
  const there = numbersOf(target);
  const left = new Map<string, number>();
  for (const digits of there) {
    const number = plainNumber(digits);
    left.set(number, (left.get(number) ?? 0) + 1);
  }
  const missing: string[] = [];
  for (const number of wanted) {
    const count = left.get(number) ?? 0;
    // Where it stands a second time a number of one digit may be said in words, and by a person any (`that sum`).
    if (count === 0) missing.push(number);
    else if (number.length > 1 && !person) left.set(number, count - 1);
  }
  if (missing.length === 0) return undefined;
  // `1 month` is `un mes`, said by a person: where no other number stands in its place.
  if (person && missing.every((number) => Number(number) <= IN_WORDS) && there.length <= wanted.length - missing.length)
    return undefined;
  // What is left after the plain comparison may be grouped by spaces, or be a time of the afternoon.
  const digits = there.join(' ');
  const spaced = new Set(target.match(SPACED)?.map((number) => number.replaceAll(' ', '')));
  const afternoon = new Set(source.match(AFTERNOON));
  return missing
    .filter((number) => !spaced.has(number))
    .filter((number) => !(afternoon.has(number) && digits.includes(String((Number(number) % 12) + 12))))
    .map((number) => ({ parameters: { number }, start: 0, end: target.length }));
}

/** Up to here a number is often said in words. */
const IN_WORDS = 12;
const DATE = /^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/;
/** `3D`, `2-dimensional`: one digit that is a part of a word may be said in words; `i18n` counts letters. */
const PART_OF_WORD = /(?<![\p{Nd}.,])\d(?=-?\p{L})|(?<=(?<!\p{L})\p{L})\d{1,2}(?=\p{L}(?!\p{L}))/gu;

/** The digits of each number: `1,234.5` and `1.234,5` give `12345`; the parts of a date stand alone. */
function numbersOf(text: string): string[] {
  return (text.match(NUMBER) ?? []).flatMap((number) => {
    if (DATE.test(number)) return number.split(/[./]/);
    return ASCII.test(number)
      ? number.replace(/\D/g, '')
      : number
          .normalize('NFKC')
          .replace(/\P{Nd}/gu, '')
          .replace(/\P{ASCII}/gu, valueOf);
  });
}

/** `04` is `4`, `00` is `0`. */
function plainNumber(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

/** Digits of a script stand in a row of ten, from a code that Unicode ends with 0 or 6. */
function valueOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  for (let value = 9; value > 0; value -= 1) {
    if (
      /^\p{Nd}$/u.test(String.fromCodePoint(code - value)) &&
      !/^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))
    )
      return String(value);
  }
  return '0';
}
