/** Reads the texts that DeepL returned for one request. */
import { DamagedAnswer, parseAnswer, splitAt, type AnswerElement } from '../remote/tagged-answer.ts';
import { SENTENCE, UNIT, type PackedRequest, type PackedText } from './packing.ts';
import type { Work } from './work.ts';

/**
 * Hands each piece its answer. Texts are told apart by the number that their first unit carries, so their order and
 * count in the answer do not matter.
 * @param texts as they came; not yet known to be strings.
 * @returns what has to be sent again, because its answer is missing or damaged.
 */
export function readAnswers(request: PackedRequest<Work>, texts: readonly unknown[]): readonly Work[] {
  const answers = new Map<string, readonly AnswerElement[]>();
  for (const text of texts) {
    const units = readUnits(text);
    const number = units[0]?.number;
    if (number !== undefined) answers.set(number, answers.has(number) ? [] : units);
  }
  return request.texts.flatMap((text) => readText(text, answers.get(String(text.number)) ?? []));
}

function readText(text: PackedText<Work>, units: readonly AnswerElement[]): readonly Work[] {
  if (units.length !== text.pieces.length) return text.pieces.flatMap((piece) => piece.retry(DAMAGED));
  return text.pieces.flatMap((piece, index) => {
    try {
      piece.accept(splitAt(units[index]?.children ?? [], SENTENCE));
      return [];
    } catch (error) {
      if (!(error instanceof DamagedAnswer)) throw error;
      return piece.retry(`${DAMAGED}: ${error.message}`);
    }
  });
}

const DAMAGED = 'DeepL returned it damaged each time';

/** The unit elements of a text; none where anything else stands between them. */
function readUnits(text: unknown): readonly AnswerElement[] {
  if (typeof text !== 'string') return [];
  try {
    const units: AnswerElement[] = [];
    for (const node of parseAnswer(text)) {
      if (typeof node !== 'string' && node.name === UNIT) units.push(node);
      else if (typeof node !== 'string' || node.trim() !== '') return [];
    }
    return units;
  } catch (error) {
    if (error instanceof DamagedAnswer) return [];
    throw error;
  }
}
