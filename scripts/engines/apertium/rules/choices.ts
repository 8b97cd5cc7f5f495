/** Choices among translations, as data: one line of a table a word. */
import { sentenceOf, written } from './sentence.ts';

/**
 * By class of word (`n`, `vblex`): entries `source translation choice`, separated by commas. The choice has its gender with
 * it (`mercado<m>`), and its class where that is another one (`volere<vbmod>`).
 */
export type Choices = Readonly<Record<string, string>>;

/** From `source<class>/translation<class>` to the choice: its lemma, class and gender where it has one. */
export type ChoiceTable = ReadonlyMap<string, string>;

const GENDER = /^<(?:m|f|mf|GD|nt)>/;

export function choiceTable(choices: Choices): ChoiceTable {
  const table = new Map<string, string>();
  for (const [kind, entries] of Object.entries(choices)) {
    for (const entry of entries.split(',')) {
      const [source = '', translation = '', choice = ''] = entry
        .trim()
        .split(' ')
        .map((word) => word.replaceAll('_', ' '));
      const [, lemma = '', tags = ''] = /^([^<]*)(.*)$/.exec(choice) ?? [];
      const isGender = tags === '' || GENDER.test(tags);
      table.set(`${source}<${kind}>/${translation}<${kind}>`, `${lemma}${isGender ? `<${kind}>` : ''}${tags}`);
    }
  }
  return table;
}

/** Lemma and class, then the gender, which the choice brings, then the rest. */
const TRANSLATION = /^(?<lemma>[^<]*<\w+>)(?<gender><(?:m|f|mf|GD|nt)>)?/u;
const ADJECTIVE = /<adj>$/;

/**
 * Replaces what the dictionary chose; the capital stays.
 *
 * @param found a stream after the dictionary and its own choices.
 */
export function choose(found: string, table: ChoiceTable): string {
  if (table.size === 0) return found;
  const { words, after } = sentenceOf(found);
  const chosen = words.map((word) => {
    const [reading] = word.readings;
    const source = /^[^<]*<\w+>/u.exec(word.text)?.[0];
    const { lemma, gender = '' } = (reading === undefined ? undefined : TRANSLATION.exec(reading)?.groups) ?? {};
    if (reading === undefined || source === undefined || lemma === undefined) return word;
    const choice = table.get(`${source.toLowerCase()}/${lemma.toLowerCase()}`);
    if (choice === undefined) return word;
    const cased = /^\p{Lu}/u.test(reading) ? choice.replace(/^./u, (first) => first.toUpperCase()) : choice;
    const kept = ADJECTIVE.test(cased) ? genderOf(word.text, gender) : '';
    return { ...word, readings: [reading.replace(TRANSLATION, () => cased + kept)] };
  });
  return written({ words: chosen, after });
}

/** An adjective without a gender of its own takes that of its noun, as the dictionary or the source has it. */
const genderOf = (source: string, gender: string): string =>
  gender === '<mf>' ? (/<adj>(?:<\w+>)*?(<[mf]>)/.exec(source)?.[1] ?? '<m>') : gender;
