/** What is taken for a person's text where no record knows of it: at the first sight of a bundle or an article. */
import { sameLanguage } from '../../../project/languages.ts';
import { shownWords } from '../../../project/text/running-text.ts';
import type { SourceUnit } from '../source/read-source.ts';
import { parseValue } from '../values.ts';

/** Texts that stand where a translation should be and are none, by why. */
export interface NoTranslations {
  /** `""`, `null` or white space: how translation systems write what is missing. */
  readonly blank: readonly string[];
  /** Sentences equal to their source: what such systems write in its place. */
  readonly equal: readonly string[];
}

/** A text that no record knows of. */
export interface UnknownText {
  readonly key: string;
  readonly value: string;
  readonly source: SourceUnit;
}

/**
 * Tells which of some texts are no translations (DESIGN.md, On disk).
 * @param languages of the project: what a sentence may surely be in.
 * @param keepEqual sentences that equal their source are people's.
 */
export async function noTranslations(
  texts: readonly UnknownText[],
  language: string,
  languages: readonly string[],
  keepEqual: boolean,
): Promise<NoTranslations> {
  const blank = texts.filter(({ value, source }) => isBlank(value) && !isBlank(source.value));
  const alike = keepEqual ? [] : texts.filter((text) => isEqualSentence(text, language));
  const equal = alike.length === 0 ? [] : await inSourceLanguage(alike, languages);
  return { blank: blank.map(({ key }) => key), equal: equal.map(({ key }) => key) };
}

/** Whether a text shows nothing: white space, and signs without a width. */
export function isBlank(text: string): boolean {
  return /^[\s\u00ad\u200b-\u200f\u2060\ufeff]*$/.test(text);
}

const FEWEST_WORDS = 4;
/** Words that are no names: `Docker Compose` on `Linux` is the same in each language. */
const FEWEST_PLAIN_WORDS = 3;

function isEqualSentence({ value, source }: UnknownText, language: string): boolean {
  if (value.trim() !== source.value.trim() || sameLanguage(source.language, language)) return false;
  const words = wordsOf(source);
  const plain = words.filter((word) => !/^\p{Lu}/u.test(word));
  return words.length >= FEWEST_WORDS && plain.length >= FEWEST_PLAIN_WORDS;
}

function wordsOf(source: SourceUnit): string[] {
  const words = shownWords(parseValue(source.syntax, source.value)).match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  // Scripts without spaces between words have one word a letter, or so.
  return words.flatMap((word) =>
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word) ? [...word] : [word],
  );
}

/** A short sentence says little of its language: it is the source's where nothing speaks for another. */
async function inSourceLanguage(texts: readonly UnknownText[], languages: readonly string[]): Promise<UnknownText[]> {
  const { loadLanguageDetector } = await import('../../../project/text/language-detection.ts');
  const detect = await loadLanguageDetector(languages);
  return texts.filter(({ value, source }) => {
    const found = detect(shownWords(parseValue(source.syntax, value)), source.language);
    return found === undefined || !found.sure || sameLanguage(found.language, source.language);
  });
}
