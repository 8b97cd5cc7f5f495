/**
 * Packs units into requests: units of one article as elements of one text, many texts a request. DeepL takes 50 texts
 * and 128 KiB a request; the body is form-encoded, so bytes are counted as they are encoded (a space is one byte, `<`
 * three, `á` six). Names of elements are one letter long for the same reason.
 */

/** One thing to translate: a unit, or a sentence of a unit that came back damaged. */
export interface Piece {
  readonly article: string;
  /** Text around it that is not translated; DeepL takes one context a request. Empty for none. */
  readonly context: string;
  /** Tagged text of its sentences. */
  readonly sentences: readonly string[];
  /** True where it came back damaged among others: it gets a text of its own. */
  readonly alone: boolean;
}

export interface PackedText<P extends Piece> {
  /** Carried by the first element of the text, so that answers in another order are noticed. */
  readonly number: number;
  readonly pieces: readonly P[];
}

export interface PackedRequest<P extends Piece> {
  readonly context: string;
  readonly texts: readonly PackedText<P>[];
}

export interface Packed<P extends Piece> {
  readonly requests: readonly PackedRequest<P>[];
  /** Pieces that no request can hold. */
  readonly tooLarge: readonly P[];
}

export interface PackingLimits {
  readonly texts: number;
  /** Bytes of a request that texts and context may use. */
  readonly bytes: number;
  /** Bytes of one text: about what has to be sent again when a text comes back damaged. */
  readonly textBytes: number;
}

/** Element of a unit; the first of each text carries the text's number. */
export const UNIT = 'u';
/** Mark between two sentences of a unit. */
export const SENTENCE = 's';
/** Element around a term that must stay as it is. */
export const TERM = 't';

const TEXT_FIELD = '&text='.length;
const CONTEXT_FIELD = '&context='.length;
const NUMBER = encodedBytes(' i="50"');

/** Bytes of a string in an `application/x-www-form-urlencoded` body. */
export function encodedBytes(text: string): number {
  return new URLSearchParams([['', text]]).toString().length - '='.length;
}

/** The text of a request's `text` field. */
export function writeText(text: PackedText<Piece>): string {
  return text.pieces.map((piece, index) => writeUnit(piece, index === 0 ? text.number : undefined)).join('');
}

function writeUnit(piece: Piece, number?: number): string {
  const attribute = number === undefined ? '' : ` i="${number}"`;
  return `<${UNIT}${attribute}>${piece.sentences.join(`<${SENTENCE}/>`)}</${UNIT}>`;
}

/**
 * Packs pieces in their order; those with a context travel apart from the others, one request for each context. Articles keep to
 * texts of their own, unless they are so short that 50 of them do not fill a request and joining them saves requests.
 */
export function packRequests<P extends Piece>(pieces: readonly P[], limits: PackingLimits): Packed<P> {
  const groups = new Map<string, Sized<P>[]>();
  const tooLarge: P[] = [];
  for (const piece of pieces) {
    const bytes = encodedBytes(writeUnit(piece));
    if (TEXT_FIELD + NUMBER + bytes > limits.bytes) {
      tooLarge.push(piece);
      continue;
    }
    // A context that would crowd out its own text is not worth a failure.
    const context = contextBytes(piece.context) + TEXT_FIELD + NUMBER + bytes > limits.bytes ? '' : piece.context;
    const group = groups.get(context);
    if (group === undefined) groups.set(context, [{ piece, bytes }]);
    else group.push({ piece, bytes });
  }
  const requests = [...groups].flatMap(([context, group]) => {
    const bytes = limits.bytes - contextBytes(context);
    const apart = packGroup(group, { ...limits, bytes }, 0);
    const joined = packGroup(group, { ...limits, bytes }, Math.ceil(bytes / limits.texts));
    return (joined.length < apart.length ? joined : apart).map((texts) => ({ context, texts }));
  });
  return { requests, tooLarge };
}

interface Sized<P extends Piece> {
  readonly piece: P;
  readonly bytes: number;
}

function contextBytes(context: string): number {
  return context === '' ? 0 : CONTEXT_FIELD + encodedBytes(context);
}

/** @param least bytes that a text must have before another article may begin a new one. */
function packGroup<P extends Piece>(
  group: readonly Sized<P>[],
  limits: PackingLimits,
  least: number,
): readonly (readonly PackedText<P>[])[] {
  const requests: { number: number; pieces: P[] }[][] = [];
  let texts: { number: number; pieces: P[] }[] = [];
  let requestBytes = Infinity;
  let textBytes = Infinity;
  for (const { piece, bytes } of group) {
    const previous = texts.at(-1)?.pieces.at(-1);
    const another = piece.article !== previous?.article && textBytes >= least;
    let opens = another || piece.alone || textBytes + bytes > limits.textBytes;
    const added = (): number => bytes + (opens ? TEXT_FIELD + NUMBER : 0);
    if (requestBytes + added() > limits.bytes || (opens && texts.length === limits.texts)) {
      texts = [];
      requests.push(texts);
      requestBytes = 0;
      opens = true;
    }
    requestBytes += added();
    if (opens) {
      texts.push({ number: texts.length + 1, pieces: [piece] });
      textBytes = TEXT_FIELD + NUMBER + bytes;
    } else {
      texts.at(-1)?.pieces.push(piece);
      textBytes += bytes;
    }
  }
  return requests;
}
