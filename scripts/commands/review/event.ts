/** What a person decides about a unit, and how its state moves: one pure function of unit and event. */
import { messageOf } from '../../checks/index.ts';
import { deleted, editConflict, language as languageRule } from '../../checks/pipeline-rules.ts';
import type { RecordLine } from '../../locales/record.ts';
import { judged } from '../../pipeline/judge/judge-seen.ts';
import { judgeValue } from '../../pipeline/judge/judge-target.ts';
import { unwaived, waiverFor, waiversOf, withWaiver } from '../../pipeline/see/target/waivers.ts';
import { approvalOf, approvedLanguage } from '../../pipeline/see/target/record-lines.ts';
import { isProtected, withoutFailures } from '../../pipeline/see/target/record-lines.ts';
import type { UnitState } from '../../pipeline/see/target/unit-state.ts';
import { valueHash } from '../../pipeline/see/values.ts';
import type { State } from '../../units/unit.ts';

export type ReviewEvent =
  | {
      readonly verb: 'save';
      readonly target: string;
      /** The text translates this older source: the unit's own has changed since. */
      readonly of?: string;
      /** An edit of an approved text, in files or another tool, leaves it approved. */
      readonly state?: 'reviewed';
    }
  /** With a target: this text is right; without: the one that is there. */
  | {
      readonly verb: 'approve';
      readonly target: string | undefined;
      readonly state: Extract<State, 'reviewed' | 'final'>;
    }
  | { readonly verb: 'reject'; readonly note: string | undefined }
  | { readonly verb: 'accept' | 'dismiss' }
  | { readonly verb: 'waive'; readonly check: string; readonly reason: string };

const NO_TEXT = 'has no translation yet';
/** The reason of a waiver that an approval gives. */
const APPROVED = 'approved';
const NO_SUGGESTION = 'no suggestion waits';

/** A unit after a decision, or why nothing could be decided. */
export type Decided = UnitState | string;

export function decideUnit(unit: UnitState, event: ReviewEvent): Decided {
  // Two edits that contradict each other are settled in the files, where both can be read.
  const conflict = unit.problems.find(({ rule }) => rule === editConflict.name);
  if (conflict !== undefined) return messageOf(conflict);
  switch (event.verb) {
    case 'save':
      return save(unit, event);
    case 'approve':
      return approve(unit, event.target, event.state);
    case 'reject':
      return reject(unit, event.note);
    case 'accept':
      return accept(unit);
    case 'dismiss':
      return dismiss(unit);
    case 'waive':
      return waive(unit, event.check, event.reason);
  }
}

/** A text as a person's, for the source as it is; not yet approved. */
function personsLine({ expected, line, terms, language }: UnitState, target: string): RecordLine {
  const { key, source } = expected;
  const hash = valueHash(source.syntax, target);
  const own = { key, source: source.hash, state: 'translated' as const, origin: 'person', target: hash };
  const { note } = line ?? {};
  return { ...own, terms: terms.hash(language), waived: waiversOf({ ...own, waived: line?.waived }), note };
}

function save(unit: UnitState, { target, of, state }: Extract<ReviewEvent, { verb: 'save' }>): Decided {
  if (target.trim() === '') return 'an empty text is no translation: reject it instead';
  const line: RecordLine = { ...personsLine(unit, target), ...(state === undefined ? {} : { state }) };
  if (of === undefined) return judged(settled(unit, target, line));
  const stale = { ...line, source: valueHash(unit.expected.source.syntax, of), previous: of, terms: unit.line?.terms };
  return { ...settled(unit, target, stale), work: 'suggest' };
}

function settled(unit: UnitState, value: string, line: RecordLine): UnitState {
  return { ...unit, value, line, work: 'none', problems: [] };
}

function approve(unit: UnitState, target: string | undefined, state: Extract<State, 'reviewed' | 'final'>): Decided {
  const { line, expected, terms, language } = unit;
  const value = target ?? unit.value;
  if (value === undefined) {
    const isDoubted = line?.findings?.some(({ rule }) => rule === languageRule.name) ?? false;
    if (line === undefined || !isDoubted) return unit.problems[0] === undefined ? NO_TEXT : messageOf(unit.problems[0]);
    const findings = [approvedLanguage(expected.source.language)];
    return { ...unit, work: 'translate', line: { ...line, source: expected.source.hash, findings, asked: undefined } };
  }
  if (value.trim() === '' && expected.source.value.trim() !== '') return 'an empty text is no translation';
  const isOwn = target !== undefined && target !== unit.value;
  const next: RecordLine = isOwn || line === undefined ? personsLine(unit, value) : { ...line };
  const approved: RecordLine = {
    ...next,
    source: expected.source.hash,
    state,
    target: valueHash(expected.source.syntax, value),
    terms: terms.hash(language),
    previous: undefined,
    suggestion: undefined,
    suggested: undefined,
    note: undefined,
    // Whoever approves has seen what the engine or the run said of it.
    findings: [],
  };
  const { findings } = judgeValue(unit, value, { person: true, unknownWords: [] });
  const error = unwaived(findings, approved).find(({ severity }) => severity === 'error');
  if (error !== undefined)
    return `${messageOf(error)} (${error.rule}): correct the text, or dismiss the finding with a reason (waive)`;
  // Whoever approves has seen the warnings: they are settled for this source and this target.
  const settledLine = findings.reduce<RecordLine>(
    (own, { rule }) => (waiverFor({ rule }, own) === undefined ? withWaiver(own, rule, APPROVED) : own),
    { ...approved, waived: waiversOf(approved) },
  );
  return judged(settled(unit, value, settledLine));
}

/**
 * Takes an approval back; a draft goes and is made anew by the next run. A text whose source has changed never becomes
 * approved by it, and a person's text is not removed.
 */
function reject(unit: UnitState, note: string | undefined): Decided {
  const { line, value, expected, problems } = unit;
  if (line === undefined) return NO_TEXT;
  const noted = note ?? line.note;
  const isGone = value === undefined || problems.some(({ rule }) => rule === deleted.name);
  if (isGone || !isProtected(line)) {
    if (value === undefined && line.target === undefined) return NO_TEXT;
    const findings = value === undefined ? [] : approvalOf(line, expected.source.hash);
    const open: RecordLine = { key: line.key, source: expected.source.hash, state: 'initial', findings, note: noted };
    return { ...unit, value: undefined, problems: [], line: open, work: 'translate' };
  }
  const isApproved = line.state === 'reviewed' || line.state === 'final';
  if (!isApproved && note === undefined) return 'is a person’s text and not approved: there is nothing to take back';
  return { ...unit, line: { ...line, state: 'translated', note: noted } };
}

/** The suggestion takes the place of the text beside it. It was made by a machine, and taken by a person: approving is a word of its own. */
function accept(unit: UnitState): Decided {
  const { line, expected } = unit;
  if (line?.suggestion === undefined) return NO_SUGGESTION;
  if (line.suggested !== expected.source.hash) return 'the suggestion is for an older source: run translate first';
  return judged(settled(unit, line.suggestion, personsLine(unit, line.suggestion)));
}

/** The person has seen the new source and keeps their words: the text belongs to it, as approved as it was. */
function dismiss(unit: UnitState): Decided {
  const { line, value, expected, terms, language } = unit;
  if (line?.suggestion === undefined && line?.previous === undefined) return NO_SUGGESTION;
  if (value === undefined) return NO_TEXT;
  const kept: RecordLine = {
    ...line,
    source: expected.source.hash,
    findings: withoutFailures(line.findings),
    previous: undefined,
    suggestion: undefined,
    suggested: undefined,
    terms: terms.hash(language),
  };
  return judged({ ...unit, line: kept, work: 'none' });
}

function waive(unit: UnitState, check: string, reason: string): Decided {
  const { line, value, expected } = unit;
  if (line === undefined || value === undefined) return NO_TEXT;
  if (line.source !== expected.source.hash) return 'its source has changed: settle that first';
  if (reason.trim() === '') return 'a finding is dismissed with a reason';
  const { findings } = judgeValue(unit, value, { person: isProtected(line), unknownWords: [] });
  const named = [...findings, ...(line.findings ?? [])].some(({ rule }) => rule === check);
  if (!named) return `has no finding of ${check}`;
  return {
    ...unit,
    line: withWaiver({ ...line, target: valueHash(expected.source.syntax, value) }, check, reason.trim()),
  };
}
