/**
 * What is mended in a translation after it was generated: capitals, words said twice, spaces. It works on the text of a
 * segment as a whole, with a mark where a code stands, so that a rule sees across codes and moves none.
 */
import type { Inline } from '../../units/unit.ts';
import { textIn } from './stream.ts';

/** Stand for a code, and for the edge between two texts. Private use: a text that has them is left as it is. */
const CODE = '\uE001';
const EDGE = '\uE000';
const OURS = /[\uE000\uE001]/;

/** NO-BREAK SPACE, and the narrow one of French typography. */
const NBSP = '\u00A0';
const NARROW = '\u202F';

/**
 * @param content the translation.
 * @param source what was translated.
 * @param language BCP 47 tag of the translation.
 */
export function finish(content: readonly Inline[], source: readonly Inline[], language: string): readonly Inline[] {
  const texts: string[] = [];
  collect(content, texts);
  const whole = texts.join('');
  const sourceText = textIn(source);
  if (OURS.test(textIn(content)) || !/\p{L}/u.test(whole)) return content;
  const finished = finishText(whole, flat(source), sourceText, language);
  const pieces = finished.split(EDGE);
  return pieces.length === whole.split(EDGE).length ? rebuilt(content, pieces.values()) : content;
}

/** The text with a mark for each code. */
function flat(content: readonly Inline[]): string {
  const texts: string[] = [];
  collect(content, texts);
  return texts.join('').replaceAll(EDGE, '');
}

function collect(content: readonly Inline[], texts: string[]): void {
  for (const one of content) {
    if (one.type === 'text') texts.push(one.text, EDGE);
    else if (one.type === 'code') texts.push(CODE);
    else collect(one.children, texts);
  }
}

function rebuilt(content: readonly Inline[], pieces: Iterator<string>): readonly Inline[] {
  return content.map((one): Inline => {
    if (one.type === 'text') return { type: 'text', text: String(pieces.next().value ?? '').replaceAll(CODE, '') };
    return one.type === 'pair' ? { ...one, children: rebuilt(one.children, pieces) } : one;
  });
}

function finishText(text: string, source: string, sourceText: string, language: string): string {
  const steps = [withSmallSecond, withCapital, withInnerCapitals, withoutDoubles, withoutHangingSpaces];
  const done = steps.reduce((now, step) => step(now, source), text);
  return language.split('-')[0] === 'fr' ? withFrenchSpaces(done, sourceText) : done;
}

const WORD = /[\p{L}\p{N}'’-]+|\uE001/gu;

/** What pairs put before a verb that begins the sentence: `Il A appliqué`. */
const PRONOUN = /^(?:ils?|elles?|je|nous|vous|tu|on|se|no|ne)$/iu;

/** `Hsieh Implied`: pairs give the sentence's capital to the first word that they know. */
function withSmallSecond(text: string, source: string): string {
  const theirs = [...source.matchAll(WORD)].map(([word]) => word);
  for (const [index, { 0: word, index: at }] of [...text.matchAll(WORD)].entries()) {
    const same = theirs[index];
    if (same === word || (index === 0 && PRONOUN.test(word))) continue;
    const isWrong = index > 0 && /^\p{Lu}\p{Ll}*$/u.test(word) && /^\p{Ll}/u.test(same ?? '') && !theirs.includes(word);
    return isWrong ? text.slice(0, at) + word.toLowerCase() + text.slice(at + word.length) : text;
  }
  return text;
}

/** The sentence begins with a capital where its source does. */
function withCapital(text: string, source: string): string {
  if (!/^[^\p{L}\p{N}\uE001]*\p{Lu}/u.test(source)) return text;
  return text.replace(/^[^\p{L}\p{N}\uE001]*\p{Ll}/u, (start) => start.toUpperCase());
}

/** Names as in the source: `JavaScript`, not `Javascript`. */
function withInnerCapitals(text: string, source: string): string {
  let now = text;
  for (const [name] of source.matchAll(/(?<![\p{L}\p{N}])\p{L}+\p{Lu}\p{L}*(?![\p{L}\p{N}])/gu)) {
    if (!/\p{Ll}/u.test(name) || now.includes(name)) continue;
    now = now.replace(new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'giu'), () => name);
  }
  return now;
}

const DOUBLE = /(?<![\p{L}\p{N}'’-])(\p{L}+) +\1(?![\p{L}\p{N}'’-])/iu;

/** `de de`, unless the source doubles words, too; French says `nous nous`. */
function withoutDoubles(text: string, source: string): string {
  if (DOUBLE.test(source)) return text;
  return text.replace(new RegExp(DOUBLE, 'giu'), (whole, word: string) =>
    /^(?:nous|vous)$/iu.test(word) ? whole : word,
  );
}

/** No space before a sign that closes, after one that opens, nor two in a row, where the source has none such. */
function withoutHangingSpaces(text: string, source: string): string {
  let now = text;
  if (!/\s[,.;:!?)\]»”]/u.test(source)) now = now.replace(/ +(?=\uE000?[,.;:!?)\]»”](?:[\s\uE000)\]»”"']|$))/gu, '');
  if (!/[([¿¡«“]\s/u.test(source)) now = now.replace(/([([¿¡«“]\uE000?) +/gu, '$1');
  if (!/ {2}/.test(source)) now = now.replace(/ (\uE000*) +/gu, ' $1');
  return now;
}

/** French sets its signs apart: after a word and at the end of one. */
function withFrenchSpaces(text: string, source: string): string {
  if (/\s[:;!?]/u.test(source)) return text;
  return text.replace(
    /(?<=[\p{L}\p{N})\]»”"'\uE001]\uE000*)([:;!?]+)(?=[\s\uE000"»”)]|$)/gu,
    (signs) => `${signs.startsWith(':') ? NBSP : NARROW}${signs}`,
  );
}
