/** Reads the texts that DeepL returned for one request. */
import type { Answers } from '../remote/dispatch.ts';
import { DamagedAnswer, parseAnswer, splitAt, type AnswerElement } from '../remote/tagged-answer.ts';
import type { Answered, Work } from '../remote/work.ts';
import { SENTENCE, UNIT, type PackedRequest } from './packing.ts';

/**
 * The answers by work. Units carry numbers, so the order of texts does not matter, and a mark that is lost spoils no more
 * than the units that it parted: what stands between two units that came back whole and in order is taken.
 * @param texts as they came.
 */
export function readAnswers(request: PackedRequest, texts: readonly string[]): Answers {
  return request.isMarked ? readMarked(request, texts) : readPlain(request, texts);
}

/** Plain texts have no numbers: in another number none of them can be trusted. */
function readPlain({ texts: asked }: PackedRequest, texts: readonly string[]): Answers {
  if (texts.length !== asked.length) return new Map();
  return new Map(asked.flatMap(({ works }, index) => works.map((work) => [work, [texts[index] ?? '']] as const)));
}

function readMarked(request: PackedRequest, texts: readonly string[]): Answers {
  const byNumber = new Map(
    request.texts.flatMap(({ number, works }) => works.map((work, index) => [number + index, work] as const)),
  );
  const firsts = new Set(request.texts.map(({ number }) => number));
  const answers = new Map<Work, readonly Answered[]>();
  const twice = new Set<Work>();
  for (const text of texts) {
    const units = readUnits(text);
    units.forEach((unit, index) => {
      const number = numberOf(unit);
      const work = byNumber.get(number);
      if (work === undefined) return;
      if (answers.has(work)) twice.add(work);
      // Its neighbours must be the ones that it was sent with: a lost mark between two units makes one of them.
      const isFirst = firsts.has(number);
      const isLast = firsts.has(number + 1) || !byNumber.has(number + 1);
      const isParted =
        (isFirst ? index === 0 : numberOf(units[index - 1]) === number - 1) &&
        (isLast ? index === units.length - 1 : numberOf(units[index + 1]) === number + 1);
      if (isParted) answers.set(work, splitAt(unit === LOOSE ? [] : unit.children, SENTENCE));
    });
  }
  for (const work of twice) answers.delete(work);
  return answers;
}

/** Stands for words outside of all units. */
const LOOSE: AnswerElement = { name: '', number: undefined, children: [] };

function numberOf(unit: AnswerElement | undefined): number {
  return unit?.number === undefined ? NaN : Number(unit.number);
}

/** The unit elements of a text, and what stands between them. */
function readUnits(text: string): readonly AnswerElement[] {
  try {
    const units: AnswerElement[] = [];
    for (const node of parseAnswer(text)) {
      if (typeof node !== 'string') units.push(node.name === UNIT ? node : LOOSE);
      else if (node.trim() !== '') units.push(LOOSE);
    }
    return units;
  } catch (error) {
    if (error instanceof DamagedAnswer) return readUnitsByThemselves(text);
    throw error;
  }
}

/** Where the whole is not well-formed, each unit that has its own end. */
function readUnitsByThemselves(text: string): readonly AnswerElement[] {
  const pieces = text.split(new RegExp(`(?=<${UNIT} i=)`));
  return pieces.map((piece) => {
    try {
      const [unit, second] = parseAnswer(piece);
      return second === undefined && typeof unit === 'object' && unit.name === UNIT ? unit : LOOSE;
    } catch (error) {
      if (error instanceof DamagedAnswer) return LOOSE;
      throw error;
    }
  });
}
