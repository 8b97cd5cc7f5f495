/** The script that a language is written in. */
import { baseLanguage } from '../../project/languages.ts';

export interface Script {
  /** As Unicode calls it: `Latn`, `Cyrl`, `Jpan`. */
  readonly name: string;
  readonly letter: RegExp;
}

/** Written in two scripts; only a tag that names one says which. */
const TWO: ReadonlySet<string> = new Set([
  'sr',
  'uz',
  'az',
  'kk',
  'mn',
  'bs',
  'ku',
  'tg',
  'tk',
  'ha',
  'pa',
  'sd',
  'ms',
]);

const LETTERS: ReadonlyMap<string, RegExp> = new Map([
  ['Jpan', /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u],
  ['Hans', /\p{sc=Han}/u],
  ['Hant', /\p{sc=Han}/u],
  ['Kore', /[\p{sc=Hangul}\p{sc=Han}]/u],
]);

const known = new Map<string, Script | undefined>();

/** @returns undefined where the language has more than one script, or one that is not known here */
export function scriptOf(language: string): Script | undefined {
  if (known.has(language)) return known.get(language);
  const found = findScript(language);
  known.set(language, found);
  return found;
}

function findScript(language: string): Script | undefined {
  const { script, language: base } = new Intl.Locale(language);
  if (script === undefined && TWO.has(baseLanguage(base))) return undefined;
  const name = script ?? new Intl.Locale(language).maximize().script;
  if (name === undefined) return undefined;
  const own = LETTERS.get(name);
  if (own !== undefined) return { name, letter: own };
  try {
    return { name, letter: new RegExp(`\\p{sc=${name}}`, 'u') };
  } catch {
    return undefined;
  }
}
