/**
 * The ladder that a unit climbs down when its answer is damaged: packed with its article, marked, in a text of its own,
 * sentence by sentence without any markup, refused.
 */
import type { Inline } from '../../units/unit.ts';
import type { EngineAnswer, EngineUnit } from '../engine.ts';
import type { Way } from './breaker.ts';
import { DamagedAnswer, parseAnswer, restoreCodes, type AnswerNode } from './tagged-answer.ts';
import { countCharacters, hasWords, tagSegments, type Code, type TaggedSegment, type TagStyle } from './tagged-text.ts';
import { plainSegment } from './tokens.ts';

/** One thing to translate: a unit, or a sentence of a unit that came back damaged. */
export interface Piece {
  readonly article: string;
  /** Text around it that is not translated. Empty for none. */
  readonly context: string;
  /** Its sentences as they are sent: tagged text where the way is `marked`, else text without markup. */
  readonly sentences: readonly string[];
  /** Source form -> target form of the terms in it. */
  readonly terms: ReadonlyMap<string, string>;
  readonly around: EngineUnit['around'];
  readonly former: EngineUnit['former'];
  readonly way: Way;
  /** True where it came back damaged among others: it travels by itself. */
  readonly alone: boolean;
  /** What was wrong with the answer before. Empty at the first time. */
  readonly fault: string;
}

/** A sentence as a service answered it: tagged or plain text, or tagged text that has been read already. */
export type Answered = string | readonly AnswerNode[];

/** A piece that knows what to do with its answer. */
export interface Work extends Piece {
  /** Of its text, without markup. */
  readonly characters: number;
  /** @throws DamagedAnswer */
  accept(sentences: readonly Answered[]): void;
  /** What to send instead after a damaged answer; nothing where the unit is now refused. */
  retry(reason: string): readonly Work[];
  /** The same in the plainest way; nothing where it was the plainest, and the unit is refused. */
  plainer(reason: string): readonly Work[];
  /** @param isPostponed as in the engine's answer. */
  refuse(reason: string, isPostponed?: boolean): void;
  /** False for a sentence of a unit that has been refused meanwhile. */
  isWanted(): boolean;
}

const NO_TERMS: ReadonlyMap<string, string> = new Map();

type Deliver = (unit: number, answer: EngineAnswer) => void;

/** One of the units that share a text; their codes may differ. */
interface Member {
  readonly unit: number;
  readonly segments: readonly (readonly Inline[])[];
  readonly tagged: readonly TaggedSegment[];
}

type Shared = Omit<Piece, 'alone' | 'way' | 'fault'>;

/** What an engine sees of a unit; without a piece where there is nothing to translate. */
interface Seen {
  readonly style: TagStyle;
  readonly tagged: readonly TaggedSegment[];
  readonly piece: Shared | undefined;
  /** Equal for units that look alike. */
  readonly key: string;
}

/** A run hands a unit over once for each target language. */
const seen = new WeakMap<EngineUnit, Seen>();

function look(unit: EngineUnit, style: TagStyle): Seen {
  const { segments, article, context = '', terms = NO_TERMS, around, former } = unit;
  const tagged = segments.some(hasWords) ? tagSegments(segments, style) : [];
  const sentences = tagged.map((segment) => segment.text);
  const piece = tagged.length === 0 ? undefined : { article, context, sentences, terms, around, former };
  const found = { style, tagged, piece, key: JSON.stringify([context, sentences, [...terms], former ?? null]) };
  seen.set(unit, found);
  return found;
}

/**
 * Turns units into work. Units that look alike to the engine become one piece, whatever their markup is. Units without
 * words are answered at once with themselves.
 * @param style one object for all of an engine's batches: what was seen of a unit is kept by it.
 */
export function planWork(units: readonly EngineUnit[], style: TagStyle, deliver: Deliver): readonly Work[] {
  const groups = new Map<string, { readonly piece: Shared; readonly members: Member[] }>();
  for (const [unit, asked] of units.entries()) {
    const { segments } = asked;
    const known = seen.get(asked);
    const { tagged, piece, key } = known?.style === style ? known : look(asked, style);
    if (piece === undefined) {
      deliver(unit, { ok: true, segments });
      continue;
    }
    const group = groups.get(key);
    const member = { unit, segments, tagged };
    if (group === undefined) groups.set(key, { piece, members: [member] });
    else group.members.push(member);
  }
  return [...groups.values()].map(({ piece, members }) => unitWork(piece, members, deliver, ''));
}

function unitWork(piece: Shared, members: readonly Member[], deliver: Deliver, fault: string): Work {
  const { article, context, sentences: texts, terms, around, former } = piece;
  const plainer = (reason: string): readonly Work[] => plainWorks(piece, members, deliver, reason);
  // Spelled out: an object spread costs a hidden class of its own, and there are many.
  return {
    article,
    context,
    sentences: texts,
    terms,
    around,
    former,
    way: 'marked',
    alone: fault !== '',
    fault,
    characters: sum(members[0]?.tagged ?? []),
    accept(sentences) {
      if (sentences.length !== texts.length) throw new DamagedAnswer('marks between sentences are missing');
      const read = sentences.map((sentence) => (typeof sentence === 'string' ? parseAnswer(sentence) : sentence));
      const answers = members.map(({ tagged, segments }) =>
        tagged.map(({ codes }, index) => restoreCodes(read[index] ?? [], codes, segments[index] ?? [])),
      );
      members.forEach(({ unit }, index) => deliver(unit, { ok: true, segments: answers[index] ?? [] }));
    },
    retry: (reason) => (fault === '' ? [unitWork(piece, members, deliver, reason)] : plainer(reason)),
    plainer,
    refuse(reason, isPostponed = false) {
      for (const { unit } of members) deliver(unit, refusal(reason, isPostponed));
    },
    isWanted: () => true,
  };
}

function refusal(reason: string, isPostponed: boolean): EngineAnswer {
  return { ok: false, reason, ...(isPostponed ? { isPostponed } : {}) };
}

/** A unit's sentences, each for itself. Those without words are not sent. */
function plainWorks(piece: Shared, members: readonly Member[], deliver: Deliver, fault: string): readonly Work[] {
  const first = members[0]?.segments ?? [];
  const answers: (readonly Inline[])[][] = members.map(({ segments }) => [...segments]);
  let isRefused = false;
  const works = first.flatMap((content, index): readonly Work[] => {
    if (!hasWords(content)) return [];
    const { text, codes, read } = plainSegment(content);
    const refuse = (reason: string, isPostponed = false): void => {
      if (!isRefused) for (const { unit } of members) deliver(unit, refusal(reason, isPostponed));
      isRefused = true;
    };
    const refused = (reason: string): readonly Work[] => {
      refuse(reason);
      return [];
    };
    return [
      {
        article: piece.article,
        context: piece.context,
        terms: piece.terms,
        around: undefined,
        former: undefined,
        sentences: [text],
        way: codes.size === 0 ? 'plain' : 'tokens',
        alone: true,
        fault,
        // The words that stand for codes are paid for.
        characters: countCharacters(text),
        accept([sentence]) {
          const nodes = typeof sentence === 'string' ? read(sentence) : [];
          const restored = members.map(({ segments }) => {
            const own = segments[index] ?? [];
            return restoreCodes(nodes, codesOf(own, codes), own);
          });
          restored.forEach((done, member) => {
            const answer = answers[member];
            if (answer !== undefined) answer[index] = done;
          });
          missing -= 1;
          if (missing > 0 || isRefused) return;
          members.forEach(({ unit }, member) => deliver(unit, { ok: true, segments: answers[member] ?? [] }));
        },
        retry: refused,
        plainer: refused,
        refuse,
        isWanted: () => !isRefused,
      },
    ];
  });
  let missing = works.length;
  return works;
}

/** A member's own codes under the names of the first one's: they stand in the same order. */
function codesOf(content: readonly Inline[], first: ReadonlyMap<string, Code>): ReadonlyMap<string, Code> {
  const own = plainSegment(content).codes;
  return own.size === first.size ? own : first;
}

function sum(tagged: readonly TaggedSegment[]): number {
  return tagged.reduce((total, segment) => total + segment.characters, 0);
}
