/** What came back for a unit beside what the project says now: what is to be done, or why nothing is. */
import type { ReturnedContent, ReturnedText } from '../../exchange/exchanged.ts';
import { readFingerprint, type Fingerprint } from '../../exchange/fingerprint.ts';
import { mergeState, mergeText, type TextVerdict } from '../../exchange/merge.ts';
import type { Finding } from '../../checks/check.ts';
import { messageOf } from '../../checks/index.ts';
import { judgeValue } from '../../pipeline/judge/judge-target.ts';
import { isProtected } from '../../pipeline/see/target/record-lines.ts';
import type { UnitState } from '../../pipeline/see/target/unit-state.ts';
import { unwaived } from '../../pipeline/see/target/waivers.ts';
import { valueHash } from '../../pipeline/see/values.ts';
import type { Inline } from '../../units/unit.ts';
import { decideUnit, type ReviewEvent } from '../review/event.ts';
import { isStale } from '../review/show-unit.ts';
import { shownState } from './collect-units.ts';
import { likeSource } from './even-space.ts';
import {
  composeValue,
  sourceTexts,
  targetTexts,
  textHash,
  unknownCode,
  withKnownCodes,
  type UnitTexts,
} from './unit-texts.ts';

export type Merged =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'taken'; readonly event: ReviewEvent; readonly theirs: string | undefined }
  | { readonly kind: 'conflict'; readonly reason: string; readonly theirs: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly theirs: string | undefined }
  | { readonly kind: 'left'; readonly reason: string };

/** @param returned the texts of the unit, by part. */
export function mergeUnit(unit: UnitState, returned: ReadonlyMap<number, ReturnedText>): Merged {
  const own = returned.get(0) ?? [...returned.values()][0];
  if (own === undefined) return { kind: 'unchanged' };
  const faulty = [...returned.values()].find(({ fault }) => fault !== undefined);
  if (faulty?.fault !== undefined) return { kind: 'refused', reason: faulty.fault, theirs: undefined };
  const base = readFingerprint(own.print);
  const of = sourceOf(unit, own, base);
  const source = sourceTexts(unit.expected.source, unit.language, of ?? unit.expected.source.value);
  const ours = unit.value === undefined ? undefined : targetTexts(source, unit.value);
  const pieces = [...returned.values()].map((text) => pieceOf(unit, text, source, ours));
  const taken = pieces.filter(({ verdict }) => verdict === 'taken' || verdict === 'conflict');
  if (taken.length === 0) return withoutEdits(unit, own, base, pieces);
  const composed = valueOf(source, ours, taken);
  if ('fault' in composed) return { kind: 'refused', reason: composed.fault, theirs: undefined };
  const theirs = composed.value;
  if (of === undefined && isOtherSource(unit, own, base))
    return { kind: 'conflict', reason: 'its source has changed since the export', theirs };
  if (taken.some(({ verdict }) => verdict === 'conflict'))
    return { kind: 'conflict', reason: 'it was changed here, too', theirs };
  if (own.isDoubtful) return { kind: 'left', reason: 'it is marked as not ready' };
  return edited(unit, theirs, of, own, base);
}

/** The source text that the returned target translates, where that is an older one which is still known. */
function sourceOf(unit: UnitState, own: ReturnedText, base: Fingerprint | undefined): string | undefined {
  const previous = unit.line?.previous;
  if (previous === undefined || !isOtherSource(unit, own, base)) return undefined;
  const { source } = unit.expected;
  if (base !== undefined) return valueHash(source.syntax, previous) === base.source ? previous : undefined;
  return sourceSays(unit, own, previous) ? previous : undefined;
}

function isOtherSource(unit: UnitState, own: ReturnedText, base: Fingerprint | undefined): boolean {
  const { source } = unit.expected;
  return base === undefined ? !sourceSays(unit, own, source.value) : base.source !== source.hash;
}

/** Whether a source value says what the file has as the text's source. */
function sourceSays({ expected, language }: UnitState, { source, part }: ReturnedText, value: string): boolean {
  if (typeof source === 'string')
    return valueHash(expected.source.syntax, source) === valueHash(expected.source.syntax, value);
  const content = sourceTexts(expected.source, language, value).texts.get(part) ?? [];
  return textHash(withKnownCodes(content, undefined, source)) === textHash(content);
}

interface Piece {
  readonly part: number;
  readonly text: ReturnedText;
  readonly verdict: TextVerdict;
  /** undefined: there is none. */
  readonly theirs: ReturnedContent | undefined;
}

function pieceOf(unit: UnitState, text: ReturnedText, source: UnitTexts, ours: UnitTexts | undefined): Piece {
  const { part, target } = text;
  const isWhole = typeof target === 'string' || typeof text.source === 'string';
  const [from, own] = [source.texts.get(part) ?? [], ours?.texts.get(part)];
  const theirs =
    target === undefined || typeof target === 'string' ? target : likeSource(withKnownCodes(from, own, target), from);
  const { syntax, value } = unit.expected.source;
  const hash = (content: ReturnedContent | undefined): string | undefined =>
    typeof content === 'string' ? (content.trim() === '' ? undefined : valueHash(syntax, content)) : textHash(content);
  const verdict = mergeText({
    base: readFingerprint(text.print),
    ours: isWhole ? hash(unit.value) : textHash(own),
    theirs: hash(theirs),
    source: (isWhole ? hash(value) : textHash(from)) ?? '',
    isOursProtected: unit.line !== undefined && isProtected(unit.line),
  });
  return { part, text, verdict, theirs };
}

function valueOf(
  source: UnitTexts,
  ours: UnitTexts | undefined,
  pieces: readonly Piece[],
): { readonly value: string } | { readonly fault: string } {
  const edited = new Map<number, readonly Inline[]>();
  for (const { part, theirs = [] } of pieces) {
    if (typeof theirs === 'string') return { value: theirs };
    const unknown = unknownCode(theirs);
    if (unknown !== undefined) return { fault: `it holds a code (id ${unknown}) that its source does not have` };
    edited.set(part, theirs);
  }
  return composeValue(source, ours, edited);
}

function edited(
  unit: UnitState,
  theirs: string,
  of: string | undefined,
  own: ReturnedText,
  base: Fingerprint | undefined,
): Merged {
  const state = mergeState({ base: base ?? stateBase(unit), theirs: own.state, isEdited: true });
  const event: ReviewEvent =
    state === 'approve' && of === undefined
      ? { verb: 'approve', target: theirs, state: own.state === 'final' ? 'final' : 'reviewed' }
      : {
          verb: 'save',
          target: theirs,
          ...(of === undefined ? {} : { of }),
          ...(state === 'stay' ? { state: 'reviewed' as const } : {}),
        };
  const broken = brokenBy(unit, theirs, of);
  if (broken !== undefined) return { kind: 'refused', reason: `${messageOf(broken)} (${broken.rule})`, theirs };
  return decided(unit, event, theirs);
}

/**
 * What the checks call broken in an edit: what is an error of a person's text, and codes that the text had and that a tool
 * has lost, as no engine's text would be written without them.
 */
function brokenBy(unit: UnitState, theirs: string, of: string | undefined): Finding | undefined {
  const judged = (value: string, person: boolean) =>
    judgeValue(unit, value, { person, unknownWords: [], against: of, withTerms: of === undefined });
  const isError = ({ severity }: Finding): boolean => severity === 'error';
  const error = unwaived(judged(theirs, true).findings, unit.line).find(isError);
  if (error !== undefined) return error;
  const strict = judged(theirs, false);
  const wasBroken = unit.value !== undefined && judged(unit.value, false).refused;
  return strict.refused && !wasBroken ? strict.findings.find(isError) : undefined;
}

function decided(unit: UnitState, event: ReviewEvent, theirs: string | undefined): Merged {
  const after = decideUnit(unit, event);
  return typeof after === 'string' ? { kind: 'refused', reason: after, theirs } : { kind: 'taken', event, theirs };
}

/** No text was edited: a state may have been, or something was done that is no edit. */
function withoutEdits(
  unit: UnitState,
  own: ReturnedText,
  base: Fingerprint | undefined,
  pieces: readonly Piece[],
): Merged {
  const isSame = pieces.every(({ verdict }) => verdict === 'untouched' || verdict === 'there');
  const event = isSame && unit.value !== undefined ? stateEvent(unit, own, base) : undefined;
  if (event !== undefined) {
    if (isOtherSource(unit, own, base))
      return { kind: 'left', reason: 'its state was changed, and its source has changed since the export' };
    const isOurs = pieces[0]?.verdict === 'there' || base === undefined || oursIs(unit, own, base);
    if (!isOurs) return { kind: 'left', reason: 'its state was changed, and its text was changed here' };
    return decided(unit, event, undefined);
  }
  if (pieces.some(({ text }) => text.isPartial))
    return { kind: 'left', reason: 'not all of its sentences are translated' };
  if (pieces.some(({ verdict }) => verdict === 'emptied'))
    return { kind: 'left', reason: 'its translation is gone from the file: the one here stays' };
  if (pieces.some(({ verdict }) => verdict === 'equal')) return { kind: 'left', reason: 'it equals its source' };
  return { kind: 'unchanged' };
}

function oursIs(unit: UnitState, own: ReturnedText, base: Fingerprint): boolean {
  const { source } = unit.expected;
  if (unit.value === undefined) return false;
  if (typeof own.source === 'string') return valueHash(source.syntax, unit.value) === base.target;
  return textHash(targetTexts(sourceTexts(source, unit.language), unit.value).texts.get(0)) === base.target;
}

function stateEvent(unit: UnitState, own: ReturnedText, base: Fingerprint | undefined): ReviewEvent | undefined {
  switch (mergeState({ base: base ?? stateBase(unit), theirs: own.state, isEdited: false })) {
    case 'approve': {
      const state = own.state === 'final' ? 'final' : 'reviewed';
      const isDone = !isStale(unit) && (unit.line?.state === state || unit.line?.state === 'final');
      return isDone ? undefined : { verb: 'approve', target: undefined, state };
    }
    case 'take back':
      return unit.line?.state === 'translated' ? undefined : { verb: 'reject', note: undefined };
    case 'keep':
      return isStale(unit) ? { verb: 'dismiss' } : undefined;
    case 'stay':
    case 'none':
      return undefined;
  }
}

/** What the file would have said, had it gone out now. */
function stateBase(unit: UnitState): Pick<Fingerprint, 'state' | 'isStale'> {
  return { state: shownState(unit), isStale: isStale(unit) };
}
