import { loadDetectors, type Detector } from './language-tables.ts';
import { baseLanguage, sameLanguage } from '../languages.ts';

/** What language a text looks like. */
export interface DetectedLanguage {
  /** One of the given tags. */
  readonly language: string;
  /** True where the text can be called that language's without asking anybody. */
  readonly sure: boolean;
}

/**
 * @param declared the language that the text says it is in. It is believed where nothing speaks against it at the first
 *   look, and nothing is said of a text that is too short to be surely in another language.
 * @returns undefined for texts that are too short, or too evenly like several languages, to say anything
 */
export type LanguageDetector = (text: string, declared?: string) => DetectedLanguage | undefined;

/** Sixteen; begun at the text's first character only, so that a text without letters is read once. */
const ENOUGH_LETTERS = /^(?:\P{L}*\p{L}){16}/u;
const FEWEST_WORDS = 5;
/** Names and other capitalised words say little of a sentence's language: so many other words must be there. */
const FEWEST_PLAIN_WORDS = 4;
/** How much likelier the first language must be than the second, of 1; with few words more. */
const MARGIN = 0.06;
const SHORT_MARGIN = 0.1;
const SHORT = 6;
/** So much likelier another language makes a part of a text speak against the language of the whole. */
const PART_MARGIN = 0.05;
/** Longer texts are not surer. */
const LONGEST = 2_000;
const MOST_PARTS = 10;

/** Languages that the detector does not know, or mistakes for one another: none is ever surely another of its group. */
const ALIKE = ['gl pt', 'da no nb nn', 'sr hr bs', 'id ms', 'cs sk', 'hi mr', 'ast es', 'oc ca', 'fa ps'].map(
  (languages): ReadonlySet<string> => new Set(languages.split(' ')),
);

/**
 * Loads a detector that knows only some languages, which makes it surer. To be called where it is first needed:
 * see language-tables.ts for what that takes.
 *
 * Measured with en, it, es, fr, pt-BR, ca and de on paragraphs of Debian's manual pages: of 6,000 English ones none is
 * surely called another language's, of 20,000 of their translations 3 (synopses); of the translated ones three in five
 * to nine in ten are surely told.
 * @param languages BCP 47 tags, those of the project; of several with one base language the first is told
 */
export async function loadLanguageDetector(languages: readonly string[]): Promise<LanguageDetector> {
  const make = await loadDetectors();
  const subset = make([...new Set(languages.map(detectorTag))]);
  /** Needed only for a text that looks foreign. */
  let everything: Detector | undefined;
  const tagOf = new Map(languages.toReversed().map((tag) => [detectorTag(tag), tag]));
  const speaksAgainst = (part: string, language: string): boolean => {
    const result = subset.detect(part);
    return result.language !== language && margin(result.getScores()) >= PART_MARGIN;
  };
  const isSure = (text: string, language: string, ahead: number): boolean => {
    const plain = withoutNames(text);
    const words = wordCount(plain);
    if (subset.known.length < 2 || wordCount(text) < FEWEST_WORDS || words < FEWEST_PLAIN_WORDS) return false;
    if (ahead < (words < SHORT ? SHORT_MARGIN : MARGIN)) return false;
    if (languages.some((other) => areAlike(baseLanguage(other), language))) return false;
    if (subset.detect(plain).language !== language) return false;
    everything ??= make();
    if (everything.detect(text).language !== language) return false;
    return ![...partsOf(text, 4), ...partsOf(plain, 3)].some((part) => speaksAgainst(part, language));
  };
  return (text, declared) => {
    if (declared !== undefined && isPlainly(text, baseLanguage(declared))) return { language: declared, sure: true };
    const sample = withoutSigns(text.slice(0, LONGEST));
    if (!ENOUGH_LETTERS.test(sample)) return undefined;
    if (declared !== undefined && (subset.known.length < 2 || wordCount(sample) < FEWEST_WORDS)) return undefined;
    const result = subset.detect(sample);
    const language = tagOf.get(result.language);
    if (language === undefined) return undefined;
    if (declared !== undefined && sameLanguage(language, declared)) return { language, sure: true };
    if (!result.isReliable()) return undefined;
    return { language, sure: isSure(sample, result.language, margin(result.getScores())) };
  };
}

/** Words that no other language of Europe has, or has only by chance: two in a short stretch are no quotation. */
const PLAIN_WORDS: ReadonlyMap<string, RegExp> = new Map([
  ['en', /\b(?:the|and|of|that|with|this|from|which|your|you|they|have|when|their|these)\b/gi],
]);
const WORDS_A_SIGN = 8;

/** Looking at a text closely costs a quarter of a millisecond, detecting once a hundredth; most texts tell at a glance. */
function isPlainly(text: string, language: string): boolean {
  const words = PLAIN_WORDS.get(language);
  const signs = words === undefined ? 0 : (text.slice(0, LONGEST).match(words)?.length ?? 0);
  return signs >= 2 && signs * WORDS_A_SIGN >= Math.min(text.length, LONGEST) / 6;
}

/** eld's name for a language. */
function detectorTag(tag: string): string {
  const base = baseLanguage(tag);
  return base === 'nb' || base === 'nn' ? 'no' : base;
}

function areAlike(one: string, other: string): boolean {
  return one !== other && ALIKE.some((group) => group.has(one) && group.has(other));
}

/** How far the likeliest language is before the second. */
function margin(scores: Readonly<Record<string, number>>): number {
  const [first = 0, second = 0] = Object.values(scores).sort((a, b) => b - a);
  return first - second;
}

/** A text without addresses, placeholders and words with signs or digits in them. */
function withoutSigns(text: string): string {
  return text
    .split(/\s+/)
    .filter((word) => !/[\d@{}<>=$%\\_/|]|\w[.:]\w/.test(word))
    .join(' ');
}

/** A text without its capitalised words; scripts without capitals stay. */
function withoutNames(text: string): string {
  return text
    .split(' ')
    .filter((word) => !/^\P{L}*\p{Lu}/u.test(word))
    .join(' ');
}

/** The text in pieces of some words: an English sentence with an Italian name in it has English parts. */
function partsOf(text: string, size: number): string[] {
  const words = text.split(' ').slice(0, MOST_PARTS * size);
  const parts: string[] = [];
  for (let at = 0; at + size <= words.length; at += size) parts.push(words.slice(at, at + size).join(' '));
  return parts;
}

/** Words, or what is about as long in scripts that put no spaces between them. */
function wordCount(text: string): number {
  const unspaced = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/gu) ?? [];
  return (text.match(/\p{L}+/gu) ?? []).length + Math.floor(unspaced.length / 2);
}
