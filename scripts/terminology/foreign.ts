/** When a form of another language's column counts in a text: the guard against false friends. */
import { baseLanguage } from '../project/languages.ts';
import { foldCase } from '../project/text/words.ts';
import { ENGLISH_WORDS } from './english-words.ts';

/** Shorter single words are too often words of the source language. */
const SHORTEST = 4;

/**
 * Whether a form of a foreign column may be taken for a term in a text of the source language. It depends on nothing but
 * its arguments, so that every machine finds the same terms:
 * - several words, or a letter that the source language does not use, are evidence enough;
 * - in English text also a single word of at least four letters that ends as Romance nouns do (a, i, o, -as, -os) and is
 *   not in the list of English words that end so;
 * - everything else may be a word of the source language (`case`, `haste`, `mare`) and is not looked for.
 * Who wants it found lists the form as an admitted term of the source language: that is the opt-in.
 */
export function countsAsForeign(form: string, sourceLanguage: string): boolean {
  if (/[\p{L}\p{N}][\s\u2010\u2011-]+[\p{L}\p{N}]/u.test(form)) return true;
  const word = foldCase(form);
  if (word.length < SHORTEST) return false;
  if (hasForeignLetter(word, sourceLanguage)) return true;
  if (baseLanguage(sourceLanguage) !== 'en') return false;
  if (ENGLISH_WORDS.has(word) || ENGLISH_WORDS.has(word.replace(/s$/u, ''))) return false;
  return /[aio]$|[ao]s$/u.test(word);
}

/** The letters that a language writes in its own words; of other languages the script is known. */
const LETTERS: ReadonlyMap<string, RegExp> = new Map([
  ['en', /[a-z]/u],
  ['it', /[a-zàèéìíîòóùú]/u],
  ['es', /[a-zñáéíóúü]/u],
  ['pt', /[a-zãõáéíóúâêôàçü]/u],
  ['gl', /[a-zñáéíóúïü]/u],
  ['ca', /[a-zàèéíòóúïüç·]/u],
  ['fr', /[a-zàâæçéèêëîïôœùûüÿ]/u],
  ['de', /[a-zäöüßéà]/u],
]);

function hasForeignLetter(word: string, sourceLanguage: string): boolean {
  const own = LETTERS.get(baseLanguage(sourceLanguage)) ?? scriptLetters(sourceLanguage);
  return [...word].some((letter) => /\p{L}/u.test(letter) && !own.test(letter));
}

function scriptLetters(language: string): RegExp {
  return new Intl.Locale(language).maximize().script === 'Latn' ? /\p{sc=Latin}/u : /\P{sc=Latin}/u;
}
