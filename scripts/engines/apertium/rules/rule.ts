/**
 * Rules on a stream, as data: each looks at one word and its neighbours and keeps, drops, changes or adds what is said of it.
 * They take their turns in the order of the list, each from the first word to the last, as constraint grammars do.
 */
import { sentenceOf, written, type Word } from './sentence.ts';

/**
 * A neighbour. Patterns are tried on each reading, written `surface/reading` (after transfer: lemma and tags). Beyond the
 * edges of the sentence stands `<edge>`.
 */
export interface Neighbour {
  /** -1: the word before, 2: the second one after; 0: the word itself. */
  readonly at: number;
  /** Words of which each reading fits are passed over, and not counted. */
  readonly skip?: RegExp;
  /** One of its readings fits. */
  readonly is?: RegExp;
  /** Each of its readings fits. */
  readonly only?: RegExp;
}

export interface Rule {
  readonly name: string;
  /** One of the word's readings fits. */
  readonly word: RegExp;
  /** All of these neighbours are there. */
  readonly when?: readonly Neighbour[];
  /** None of these is. */
  readonly unless?: readonly Neighbour[];
  /** Only the readings that fit stay, where there are any. */
  readonly keep?: RegExp;
  /** The readings that fit go, where others stay. */
  readonly drop?: RegExp;
  /** Each reading is changed so; after transfer, lemma and tags. */
  readonly change?: readonly [RegExp, string];
  /** A word is put before it, made so from its first reading that fits; after transfer, from lemma and tags. */
  readonly insert?: readonly [RegExp, string];
  /** The word goes. */
  readonly remove?: true;
  /** Source and a part of its translation into Spanish that only the rule brings. */
  readonly examples: readonly (readonly [source: string, target: string])[];
}

/** What is written otherwise across several words, on the stream itself. */
export interface Phrase {
  readonly name: string;
  readonly find: RegExp;
  /** Gets the whole and the groups; an absent group is empty. */
  readonly by: (whole: string, ...groups: string[]) => string;
  readonly examples: readonly (readonly [source: string, target: string])[];
}

/** A word with what patterns are tried on. */
interface Place {
  readonly word: Word;
  readonly forms: readonly string[];
}

const EDGE: Place = { word: { before: '', text: '', readings: [] }, forms: ['<edge>'] };

const placeOf = (word: Word): Place => ({
  word,
  forms: word.readings.length === 0 ? [word.text] : word.readings.map((reading) => `${word.text}/${reading}`),
});

function neighbour(places: readonly Place[], from: number, { at, skip }: Neighbour): Place {
  const step = Math.sign(at);
  if (step === 0) return places[from] ?? EDGE;
  let left = Math.abs(at);
  for (let index = from + step; ; index += step) {
    const place = places[index];
    if (place === undefined) return EDGE;
    if (skip !== undefined && place.forms.every((form) => skip.test(form))) continue;
    left -= 1;
    if (left === 0) return place;
  }
}

function fits(places: readonly Place[], from: number, one: Neighbour): boolean {
  const { is, only } = one;
  const { forms } = neighbour(places, from, one);
  return (
    (is === undefined || forms.some((form) => is.test(form))) &&
    (only === undefined || forms.every((form) => only.test(form)))
  );
}

/** The readings of which the pattern, tried with their surface, is true. */
const those = (place: Place, pattern: RegExp): readonly string[] =>
  place.word.readings.filter((_, index) => pattern.test(place.forms[index] ?? ''));

/** What becomes of a word: one, none, or two; undefined for nothing. */
function applied(rule: Rule, place: Place): readonly Word[] | undefined {
  const { word } = place;
  if (rule.keep !== undefined || rule.drop !== undefined) {
    const { keep, drop } = rule;
    const gone = new Set(drop === undefined ? [] : those(place, drop));
    const readings = keep === undefined ? word.readings.filter((one) => !gone.has(one)) : those(place, keep);
    return readings.length === 0 || readings.length === word.readings.length ? undefined : [{ ...word, readings }];
  }
  if (rule.change !== undefined) {
    const [pattern, by] = rule.change;
    const changed = (text: string): string => text.replace(pattern, by);
    if (word.readings.length === 0) return [{ ...word, text: changed(word.text) }];
    return [{ ...word, readings: [...new Set(word.readings.map(changed))] }];
  }
  if (rule.insert !== undefined) {
    const [pattern, by] = rule.insert;
    const source = [...word.readings, word.text].find((one) => pattern.test(one));
    if (source === undefined || word.before.endsWith(']]')) return undefined;
    return [
      { before: word.before, text: source.replace(pattern, by), readings: [] },
      { ...word, before: ' ' },
    ];
  }
  // A mark on it would get lost.
  return word.before.endsWith(']]') ? undefined : [];
}

/**
 * @param stream one sentence.
 * @param onFire told the name of each rule that changed something.
 */
export function applyRules(stream: string, rules: readonly Rule[], onFire?: (name: string) => void): string {
  const { words, after } = sentenceOf(stream);
  const places = words.map(placeOf);
  for (const rule of rules) {
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index];
      if (place === undefined || !place.forms.some((form) => rule.word.test(form))) continue;
      if (!(rule.when ?? []).every((one) => fits(places, index, one))) continue;
      if ((rule.unless ?? []).some((one) => fits(places, index, one))) continue;
      const result = applied(rule, place);
      if (result === undefined) continue;
      onFire?.(rule.name);
      // Quotes and codes before a word that goes stay.
      const kept = result.length === 0 && /\S/.test(place.word.before) ? place.word.before.trimEnd() : '';
      const next = places[index + 1];
      if (kept !== '' && next === undefined) continue;
      if (kept !== '' && next !== undefined)
        places[index + 1] = placeOf({ ...next.word, before: kept + next.word.before });
      places.splice(index, 1, ...result.map(placeOf));
      index += result.length - 1;
    }
  }
  return written({ words: places.map(({ word }) => word), after });
}

/** Rewrites phrases; `onFire` as for rules. */
export function applyPhrases(stream: string, phrases: readonly Phrase[], onFire?: (name: string) => void): string {
  return phrases.reduce(
    (written, { name, find, by }) =>
      written.replace(find, (whole: string, ...rest: unknown[]) => {
        const groups = rest.slice(
          0,
          rest.findIndex((one) => typeof one === 'number'),
        );
        onFire?.(name);
        return by(whole, ...groups.map((group) => (typeof group === 'string' ? group : '')));
      }),
    stream,
  );
}
