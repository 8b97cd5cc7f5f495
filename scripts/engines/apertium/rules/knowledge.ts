/**
 * What a leg knew of each word that it wrote, for the leg after it, which would guess again: `vivono vicine` became
 * `vivono consigli`, and an Italian quotation was looked up as if it were Spanish.
 */
import { sentenceOf, written } from './sentence.ts';

/** From a word as written, in small letters, to lemma, class and tags; `undefined` where the leg did not know it. */
export type Knowledge = ReadonlyMap<string, readonly string[] | undefined>;

/** What separates words in the list that a generator gets. */
export const APART = '[][\n]';

/** The words of a stream before generation, apart from each other, and their surfaces after it. */
export const wordsOf = (transferred: string): readonly string[] =>
  sentenceOf(transferred).words.map(({ text }) => text);

/**
 * @param words as `wordsOf` gives them.
 * @param surfaces what the generator made of each.
 */
export function knowledgeOf(words: readonly string[], surfaces: readonly string[]): Knowledge {
  const known = new Map<string, readonly string[] | undefined>();
  for (const word of words) {
    if (word.startsWith('*')) known.set(word.slice(1).toLowerCase(), undefined);
  }
  for (const [index, word] of words.entries()) {
    const surface = surfaces[index]?.trim().replace(/^~/, '').toLowerCase() ?? '';
    if (word.startsWith('*') || surface === '') continue;
    known.set(surface, [...(known.get(surface) ?? []), word]);
  }
  return known;
}

/** Pairs differ in how they call some classes. */
const CLASSES: Readonly<Record<string, string>> = {
  vbser: 'vblex',
  vbhaver: 'vblex',
  vbmod: 'vblex',
  vaux: 'vblex',
  preadv: 'adv',
  cnjcoo: 'cnj',
  cnjsub: 'cnj',
  cnjadv: 'cnj',
  predet: 'det',
};

function classOf(reading: string): string {
  const name = /<(\w+)>/.exec(reading)?.[1] ?? '';
  return CLASSES[name] ?? name;
}

const lemmaOf = (reading: string): string => (/^[^<#+]*/.exec(reading)?.[0] ?? '').toLowerCase();

/** How many of a reading's tags a known word has. */
function likeness(reading: string, known: readonly string[]): number {
  const tags = [...(reading.split('+')[0] ?? '').matchAll(/<\w+>/g)].map(([tag]) => tag);
  return Math.max(...known.map((one) => tags.filter((tag) => one.includes(tag)).length - tags.length / 100));
}

/**
 * Leaves each word only the readings that fit what is known of it.
 *
 * @param analysed a stream after analysis.
 * @param lemmas words that the analyser does not know and that have a translation all the same: `miembro<n>`.
 */
export function recall(analysed: string, known: Knowledge, lemmas: ReadonlySet<string> = new Set()): string {
  const { words, after } = sentenceOf(analysed);
  const narrowed = words.map((word, index) => {
    const surface = word.text.toLowerCase();
    if (!known.has(surface)) return word;
    const former = known.get(surface);
    if (former === undefined) {
      return word.readings.every((reading) => reading.includes('<np>'))
        ? word
        : { ...word, readings: [`*${word.text}`] };
    }
    if (word.readings[0]?.startsWith('*') === true) {
      const own = former.filter((one) => lemmas.has(/^[^<]*<\w+>/.exec(one)?.[0].toLowerCase() ?? ''));
      return own.length === 0 ? word : { ...word, readings: own };
    }
    // A leg that knows no pronoun of that form (`the other`) does not know better.
    const next = words[index + 1];
    const isAlone = next?.readings.every((one) => !/<(?:n|adj|num|percent)>|^[*\d]/.test(one)) ?? true;
    const isPronoun = word.readings.some((one) => one.includes('<prn><tn>'));
    if (isAlone && isPronoun && former.every((one) => classOf(one) === 'det')) return word;
    const sameClass = word.readings.filter((reading) => former.some((one) => classOf(one) === classOf(reading)));
    const sameWord = sameClass.filter((reading) =>
      former.some((one) => classOf(one) === classOf(reading) && lemmaOf(one) === lemmaOf(reading)),
    );
    const fitting = sameWord.length > 0 ? sameWord : sameClass;
    if (fitting.length < 2) return fitting.length === 0 ? word : { ...word, readings: fitting };
    const best = Math.max(...fitting.map((reading) => likeness(reading, former)));
    return { ...word, readings: fitting.filter((reading) => likeness(reading, former) === best) };
  });
  return written({ words: narrowed, after });
}
