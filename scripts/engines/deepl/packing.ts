/**
 * Packs units into requests: units of one article as elements of one text, many texts a request. DeepL takes 50 texts
 * and 128 KiB a request; the body is form-encoded, so bytes are counted as they are encoded (a space is one byte, `<`
 * three, `á` six). Names of elements are one letter long for the same reason.
 */

import type { Way } from '../remote/breaker.ts';
import type { Packing } from '../remote/dispatch.ts';
import type { Work } from '../remote/work.ts';

export interface PackedText {
  /** Of its first unit; the others count on. Units carry their numbers, so that lost and moved ones are noticed. */
  readonly number: number;
  readonly works: readonly Work[];
}

export interface PackedRequest {
  readonly context: string;
  readonly texts: readonly PackedText[];
  /** False where the texts are sentences without any markup. */
  readonly isMarked: boolean;
}

export interface PackingLimits {
  readonly texts: number;
  /** Bytes of a request that texts and context may use. */
  readonly bytes: number;
  /** Bytes of one text, and its characters: about what has to be sent again when a text comes back damaged. */
  readonly textBytes: number;
  readonly textCharacters: number;
}

/** Element of a unit, with its number. */
export const UNIT = 'u';
/** Mark between two sentences of a unit. */
export const SENTENCE = 's';
/** Element around a term that must stay as it is. */
export const TERM = 't';

/** The characters that a form's encoding leaves as they are: one byte each. */
const AS_IT_IS = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[A-Za-z\d *._-]/.test(String.fromCharCode(code))),
);

const TEXT_FIELD = '&text='.length;
const CONTEXT_FIELD = '&context='.length;
/** The shortest unit takes some forty bytes: a request holds no ten thousand of them. */
const NUMBER = encodedBytes(' i="9999"');

/** Bytes of a string in an `application/x-www-form-urlencoded` body. */
export function encodedBytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // A letter, digit, space or one of `*-._` is one byte; any other byte of UTF-8 is written `%XX`.
    if (code < 0x80) bytes += AS_IT_IS[code] === 1 ? 1 : 3;
    else if (code < 0x800) bytes += 6;
    // Half of a pair: the pair has four bytes. A half alone becomes U+FFFD, which has three.
    else if (code < 0xd800 || code > 0xdfff || !isPaired(text, index, code)) bytes += 9;
    else bytes += 6;
  }
  return bytes;
}

function isPaired(text: string, index: number, code: number): boolean {
  const other = text.charCodeAt(code < 0xdc00 ? index + 1 : index - 1);
  return code < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other < 0xdc00;
}

/** The text of a request's `text` field. */
export function writeText({ number, works }: PackedText): string {
  return works
    .map((work, index) => (work.way === 'marked' ? writeUnit(work, number + index) : (work.sentences[0] ?? '')))
    .join('');
}

const unitSizes = new WeakMap<Work['sentences'], number>();

/** Counted once for all languages that a unit is sent for. */
function unitBytes(work: Work): number {
  const bytes = unitSizes.get(work.sentences) ?? sizeOf(work);
  unitSizes.set(work.sentences, bytes);
  return bytes;
}

function sizeOf(work: Work): number {
  if (work.way !== 'marked') return encodedBytes(work.sentences[0] ?? '');
  return encodedBytes(writeUnit(work)) + NUMBER;
}

function writeUnit(piece: Work, number?: number): string {
  const attribute = number === undefined ? '' : ` i="${number}"`;
  return `<${UNIT}${attribute}>${piece.sentences.join(`<${SENTENCE}/>`)}</${UNIT}>`;
}

/**
 * Packs work in its order; what has a context travels apart from the rest, one request for each context. Articles keep to
 * texts of their own, unless they are so short that 50 of them do not fill a request and joining them saves requests.
 */
export function packRequests(works: readonly Work[], way: Way, limits: PackingLimits): Packing<PackedRequest> {
  const groups = new Map<string, Sized[]>();
  const tooLarge: Work[] = [];
  for (const work of works) {
    const bytes = unitBytes(work);
    if (TEXT_FIELD + bytes > limits.bytes) {
      tooLarge.push(work);
      continue;
    }
    // A context that would crowd out its own text is not worth a failure.
    const context = contextBytes(work.context) + TEXT_FIELD + bytes > limits.bytes ? '' : work.context;
    const group = groups.get(context);
    if (group === undefined) groups.set(context, [{ work, bytes }]);
    else group.push({ work, bytes });
  }
  const requests = [...groups].flatMap(([context, group]) => {
    const bytes = limits.bytes - contextBytes(context);
    const apart = packGroup(group, { ...limits, bytes }, 0);
    const joined = packGroup(group, { ...limits, bytes }, Math.ceil(bytes / limits.texts));
    return (joined.length < apart.length ? joined : apart).map((texts) => ({
      context,
      texts,
      isMarked: way === 'marked',
    }));
  });
  return { requests, tooLarge };
}

interface Sized {
  readonly work: Work;
  readonly bytes: number;
}

function contextBytes(context: string): number {
  return context === '' ? 0 : CONTEXT_FIELD + encodedBytes(context);
}

/** @param least bytes that a text must have before another article may begin a new one. */
function packGroup(group: readonly Sized[], limits: PackingLimits, least: number): readonly (readonly PackedText[])[] {
  const requests: { number: number; works: Work[] }[][] = [];
  let texts: { number: number; works: Work[] }[] = [];
  let requestBytes = Infinity;
  let textBytes = Infinity;
  let characters = 0;
  for (const { work, bytes } of group) {
    const previous = texts.at(-1)?.works.at(-1);
    const another = work.article !== previous?.article && textBytes >= least;
    const isLong = textBytes + bytes > limits.textBytes || characters + work.characters > limits.textCharacters;
    let opens = another || work.alone || isLong;
    const added = (): number => bytes + (opens ? TEXT_FIELD : 0);
    if (requestBytes + added() > limits.bytes || (opens && texts.length === limits.texts)) {
      texts = [];
      requests.push(texts);
      requestBytes = 0;
      opens = true;
    }
    requestBytes += added();
    if (opens) {
      const last = texts.at(-1);
      texts.push({ number: last === undefined ? 1 : last.number + last.works.length, works: [work] });
      textBytes = TEXT_FIELD + bytes;
      characters = work.characters;
    } else {
      texts.at(-1)?.works.push(work);
      textBytes += bytes;
      characters += work.characters;
    }
  }
  return requests;
}
