/** Which block of an article each block of its translation belongs to, across languages. */
import { featuresOf, overlap, type AlignedBlock, type Features } from './features.ts';

export type { AlignedBlock } from './features.ts';

/** What a block without a partner costs. */
const GAP = -0.35;
/** What another column of a table costs, or a head's cell in the place of another's. */
const OTHER_CELL = 1;
/** So little speaks for it that a section lacks as a whole. */
const SECTION = 0.05;
/** Texts of so many characters are as sure as longer ones. */
const FULL_LENGTH = 25;
/** Blocks are looked for so far beside where the page's length says; longer pages would take memory squared. */
const BAND = 400;

const NONE = 0;
const PAIR = 1;
const SKIP_SOURCE = 2;
const SKIP_TRANSLATION = 3;

/**
 * Aligns by one dynamic programme over kind, inline codes, numbers, names and length. Order is kept; each block has one partner
 * at most.
 * @returns for each block of the translation the source's, or undefined.
 */
export function alignTranslation(
  sources: readonly AlignedBlock[],
  translations: readonly AlignedBlock[],
): readonly (number | undefined)[] {
  const [a, b] = [sources.map(featuresOf), translations.map(featuresOf)];
  const ratio = lengthRatio(a, b);
  const width = b.length + 1;
  const choices = new Uint8Array((a.length + 1) * width);
  let above = new Float64Array(width).fill(-Infinity);
  let row = new Float64Array(width).fill(-Infinity);
  const slope = a.length === 0 ? 0 : b.length / a.length;
  const reach = BAND + Math.abs(a.length - b.length);
  for (let i = 0; i <= a.length; i += 1) {
    row.fill(-Infinity);
    const from = Math.max(0, Math.floor(i * slope) - reach);
    const to = Math.min(b.length, Math.ceil(i * slope) + reach);
    for (let j = from; j <= to; j += 1) {
      let [best, choice] = i === 0 && j === 0 ? [0, NONE] : [-Infinity, NONE];
      const [source, translation] = [a[i - 1], b[j - 1]];
      if (source !== undefined && translation !== undefined) {
        const paired = (above[j - 1] ?? -Infinity) + likeness(source, translation, ratio);
        if (paired > best) [best, choice] = [paired, PAIR];
      }
      const down = (above[j] ?? -Infinity) + GAP + opening(source, choices[(i - 1) * width + j]);
      if (i > 0 && down > best) [best, choice] = [down, SKIP_SOURCE];
      const right =
        j === 0 ? -Infinity : (row[j - 1] ?? -Infinity) + GAP + opening(translation, choices[i * width + j - 1]);
      if (right > best) [best, choice] = [right, SKIP_TRANSLATION];
      row[j] = best;
      choices[i * width + j] = choice;
    }
    [above, row] = [row, above];
  }
  return trace(choices, a.length, b.length);
}

/** What has no partner begins at a heading rather than behind one: a section comes and goes as a whole. */
function opening(block: Features | undefined, before: number | undefined): number {
  return block?.kind === 'heading' && before === PAIR ? SECTION : 0;
}

function trace(choices: Uint8Array, sources: number, translations: number): (number | undefined)[] {
  const partners = Array<number | undefined>(translations).fill(undefined);
  for (let [i, j] = [sources, translations]; i > 0 || j > 0;) {
    const choice = choices[i * (translations + 1) + j];
    if (choice === PAIR) partners[--j] = --i;
    else if (choice === SKIP_SOURCE) i -= 1;
    else j -= 1;
  }
  return partners;
}

function likeness(source: Features, translation: Features, ratio: number): number {
  const isSame = source.value === translation.value;
  const kinds =
    source.kind === translation.kind ? 1 : source.kind === 'heading' || translation.kind === 'heading' ? -9 : -1.2;
  const codes = overlap(source.codes, translation.codes);
  const numbers = overlap(source.numbers, translation.numbers);
  const names = overlap(source.names, translation.names);
  const log = Math.log(translation.length / source.length / ratio);
  const isShort = Math.min(source.length, translation.length) / FULL_LENGTH;
  return (
    kinds +
    (isSame ? 1 : 0) -
    (source.cell === translation.cell ? 0 : OTHER_CELL) +
    (codes === undefined ? 0.3 : 2.2 * codes - 0.8) +
    (numbers === undefined ? 0 : 0.8 * numbers - 0.3) +
    (names === undefined ? 0 : 0.8 * names - 0.2) -
    Math.min(2.5, 2.2 * log * log) * Math.min(1, isShort)
  );
}

/** How much longer the translation's text is, of the page itself: blocks of the middle tell, not one long list. */
function lengthRatio(sources: readonly Features[], translations: readonly Features[]): number {
  const hasText = ({ length }: Features): boolean => length > 1;
  const [a, b] = [sources.filter(hasText), translations.filter(hasText)];
  const middle = (features: readonly Features[]): number => {
    const lengths = features.map(({ length }) => length).toSorted((x, y) => x - y);
    return lengths[Math.floor(lengths.length / 2)] ?? 1;
  };
  const sum = (features: readonly Features[]): number => features.reduce((all, { length }) => all + length, 0);
  const isAlike = Math.abs(a.length - b.length) * 10 <= Math.max(a.length, b.length);
  const ratio = isAlike ? sum(b) / Math.max(1, sum(a)) : middle(b) / middle(a);
  return Math.min(3, Math.max(0.33, ratio));
}
