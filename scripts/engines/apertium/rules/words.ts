/** Words that a pair's dictionary lacks, as data: their English forms get readings, and their readings a translation. */
import type { ChoiceTable } from './choices.ts';
import { sentenceOf, written } from './sentence.ts';

/** By class of word (`n`, `vblex`, `adj`, `adv`): entries `English Spanish`, separated by commas. */
export type Words = Readonly<Record<string, string>>;

export interface WordTable {
  /** Lemmas with their class: `mother<n>`. */
  readonly lemmas: ReadonlySet<string>;
  /** From a form in small letters to its readings. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
  /** From a reading that the dictionary does not know (`@mother<n>`) to its translation. */
  readonly choices: ChoiceTable;
}

const BASE = ['<inf>', '<pres>'];
const PAST = ['<past>', '<pp>'];
const ING = ['<ger>', '<pprs>', '<subs>'];

/** The regular forms of an English word, each with its tags. */
function formsOf(word: string, kind: string): readonly (readonly [form: string, tags: readonly string[]])[] {
  if (kind !== 'n' && kind !== 'vblex') return [[word, ['']]];
  const stem = word.replace(/e$/, '');
  const sibilant = /(?:s|x|z|ch|sh)$/.test(word);
  const y = /[^aeiou]y$/.test(word);
  const plural = y ? `${word.slice(0, -1)}ies` : `${word}${sibilant ? 'es' : 's'}`;
  if (kind === 'n') {
    const irregular = word.endsWith('man') ? `${word.slice(0, -3)}men` : plural;
    return [
      [word, ['<sg>']],
      [irregular, ['<pl>']],
    ];
  }
  // `grab` and `unplug`, not `vote`, `render`, `overlook`: one short vowel before one consonant at the end of a word of one syllable.
  const doubled = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(word) ? `${word}${word.slice(-1)}` : stem;
  return [
    [word, BASE],
    [plural, ['<pri><p3><sg>']],
    [y ? `${word.slice(0, -1)}ied` : `${doubled}ed`, PAST],
    [`${/(?:ee|oe|ye)$/.test(word) ? word : doubled}ing`, ING],
  ];
}

/** @param hasForms whether the words are English, and their forms are to be known by themselves. */
export function wordTable(words: Words, hasForms = true): WordTable {
  const lemmas = new Set<string>();
  const readings = new Map<string, string[]>();
  const choices = new Map<string, string>();
  for (const [kind, entries] of Object.entries(words)) {
    for (const entry of entries.split(',')) {
      const [english = '', translation = ''] = entry
        .trim()
        .split(' ')
        .map((word) => word.replaceAll('_', ' '));
      const [, lemma = '', gender = ''] = /^([^<]*)(.*)$/.exec(translation) ?? [];
      choices.set(`${english}<${kind}>/@${english}<${kind}>`, `${lemma}<${kind}>${gender}`);
      lemmas.add(`${english}<${kind}>`);
      for (const [form, tags] of hasForms ? formsOf(english, kind) : []) {
        readings.set(form, [...(readings.get(form) ?? []), ...tags.map((tag) => `${english}<${kind}>${tag}`)]);
      }
    }
  }
  return { lemmas, readings, choices };
}

/**
 * Gives readings to words that the analyser does not know.
 *
 * @param analysed a stream after analysis.
 */
export function addReadings(analysed: string, { readings }: WordTable): string {
  if (readings.size === 0) return analysed;
  const { words, after } = sentenceOf(analysed);
  const known = words.map((word) => {
    const found = word.readings[0]?.startsWith('*') === true ? readings.get(word.text.toLowerCase()) : undefined;
    if (found === undefined) return word;
    const capital = /^\p{Lu}/u.test(word.text);
    return { ...word, readings: capital ? found.map((one) => one.charAt(0).toUpperCase() + one.slice(1)) : found };
  });
  return written({ words: known, after });
}
