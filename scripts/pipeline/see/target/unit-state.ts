/** The state of a unit in a language, and the one function that moves it. */
import { findingOf, isWithheldBy, unwithheld, withheldBy } from '../../../checks/finding.ts';
import { structure, suggestion } from '../../../checks/pipeline-rules.ts';
import type { Finding, JudgeOptions } from '../../../checks/check.ts';
import type { RecordLine } from '../../../locales/record.ts';
import type { UnitTerms } from '../../../terminology/unit-terms.ts';
import type { ExpectedUnit } from '../../../units/plurals.ts';
import type { State } from '../../../units/unit.ts';
import type { SourceUnit } from '../source/read-source.ts';
import { approvalOf, askedOf, isProtected, withoutFailures } from './record-lines.ts';
import { valueHash } from '../values.ts';

/**
 * What a unit needs: nothing, its own source text, a translation, a suggestion beside a person's text; or it waits, because
 * it could not be made and nothing has changed since.
 */
export type Work = 'none' | 'copy' | 'translate' | 'suggest' | 'wait';

/** A unit that the language is to have, with the source unit that it is made from. */
export type TargetUnit = ExpectedUnit<SourceUnit>;

export interface UnitState {
  readonly language: string;
  readonly expected: TargetUnit;
  readonly terms: UnitTerms;
  readonly judging: JudgeOptions;
  /** The record as it stands after edits and a changed source were seen; undefined for a new unit. */
  readonly line: RecordLine | undefined;
  /** The target that the bundle holds or shall hold. */
  readonly value: string | undefined;
  readonly work: Work;
  /** A person wrote the target since the last run, in the bundle or in the article. */
  readonly isEdited: boolean;
  /** True where the target must be judged again: a person wrote it, or terms changed. */
  readonly judge: boolean;
  /** Faults of the files themselves: an edit conflict, a person's text that was deleted. */
  readonly problems: readonly Finding[];
}

/** What may happen to a unit in a run. What people decide in a review is in commands/review/event.ts. */
export type UnitEvent =
  /** Its text is in the target language already, or empty: copied, never sent. */
  | { readonly kind: 'copied' }
  /** A kept text came back with the same source, with its state. */
  | {
      readonly kind: 'kept';
      readonly target: string;
      readonly state: State;
      readonly origin: string;
      readonly findings: readonly Finding[];
    }
  /** A verified result of an engine or the memory. */
  | {
      readonly kind: 'answered';
      readonly value: string;
      readonly origin: string;
      readonly findings: readonly Finding[];
    }
  /** A verified result that waits beside a person's text. @param isAnew words of the person's may be missing in it. */
  | { readonly kind: 'suggested'; readonly value: string; readonly isAnew: boolean }
  /** It could not be made, and waits for somebody. @param engines fingerprint of those that were asked. */
  | { readonly kind: 'refused'; readonly finding: Finding; readonly engines: string }
  /** One machine lacked something (network, key, budget): no business of the record. */
  | { readonly kind: 'unmade' }
  | { readonly kind: 'judged'; readonly findings: readonly Finding[] }
  /** The value does not fit into the article. */
  | { readonly kind: 'unfit'; readonly reason: string }
  /** It does. @param withheld findings because of which the article shows the source text nevertheless */
  | { readonly kind: 'placed'; readonly withheld: ReadonlySet<Finding> }
  /** The suggestion beside a person's text takes its place, as a person's decision. */
  | { readonly kind: 'accepted' };

/** The state of a unit after an event. Pure. */
export function next(unit: UnitState, event: UnitEvent): UnitState {
  const { line } = unit;
  const { source } = unit.expected;
  switch (event.kind) {
    case 'copied':
      return settled(unit, source.value, lineOf(unit, 'translated', 'source', source.hash));
    case 'kept': {
      const kept = lineOf(unit, event.state, event.origin, valueHash(source.syntax, event.target));
      return settled(unit, event.target, { ...kept, terms: termsOf(unit), findings: event.findings });
    }
    case 'answered': {
      const target = valueHash(source.syntax, event.value);
      const findings = [...event.findings, ...approvalOf(line, source.hash)];
      const made = lineOf(unit, 'translated', event.origin, target);
      // What says the same as the source is written as the source writes it: the article keeps its bytes there.
      const value = target === source.hash ? source.value : event.value;
      return settled(unit, value, { ...made, terms: termsOf(unit), findings });
    }
    case 'suggested': {
      const findings = [...(withoutFailures(line?.findings) ?? []), ...(event.isAnew ? [ANEW] : [])];
      const waiting = { suggestion: event.value, suggested: source.hash, terms: termsOf(unit), findings };
      return settled(unit, unit.value, line && { ...line, ...waiting, asked: undefined });
    }
    case 'refused':
      return withFailure(unit, [event.finding], askedOf(source, termsOf(unit), event.engines));
    case 'unmade':
      return withFailure(unit, [], undefined);
    case 'judged':
      return line === undefined ? unit : judgedWith(unit, line, [...event.findings, ...approvalOf(line, source.hash)]);
    case 'unfit': {
      if (line === undefined) return unit;
      const others = (line.findings ?? []).filter(({ rule }) => rule !== structure.name);
      // That a text does not fit a newer source is told by its being stale.
      const severity = line.source === source.hash ? structure.severity : 'warning';
      const findings = [...others, findingOf(structure, { reason: event.reason }, severity)];
      if (isProtected(line)) return withLine(unit, { ...line, findings });
      return settled(unit, undefined, { key: line.key, source: source.hash, state: 'initial', findings });
    }
    case 'placed': {
      const { findings = [] } = line ?? {};
      const isAsWas = (one: Finding): boolean =>
        one.rule !== structure.name && isWithheldBy(one) === event.withheld.has(one);
      if (line === undefined || findings.every(isAsWas)) return unit;
      const others = findings.filter(({ rule }) => rule !== structure.name);
      const told = others.map((one) => (event.withheld.has(one) ? withheldBy(one) : unwithheld(one)));
      return withLine(unit, { ...line, findings: told });
    }
    case 'accepted': {
      if (line?.suggestion === undefined) return unit;
      const target = valueHash(source.syntax, line.suggestion);
      const accepted = { ...lineOf(unit, 'reviewed', 'person', target), key: line.key, terms: termsOf(unit) };
      return { ...settled(unit, line.suggestion, accepted), judge: true };
    }
  }
}

/** The reviewer must know that words of theirs may be missing though their sentence did not change. */
const ANEW = findingOf(suggestion);

function lineOf(unit: UnitState, state: State, origin: string, target: string): RecordLine {
  const { key, source } = unit.expected;
  return { key, source: source.hash, state, origin, target };
}

function termsOf({ terms, language }: UnitState): string | undefined {
  return terms.hash(language);
}

function withFailure(unit: UnitState, failures: readonly Finding[], asked: string | undefined): UnitState {
  const { line, value } = unit;
  const { key, source } = unit.expected;
  if (value !== undefined && line !== undefined)
    return withLine(unit, { ...line, findings: [...(withoutFailures(line.findings) ?? []), ...failures], asked });
  const findings = [...approvalOf(line, source.hash), ...failures];
  return withLine(unit, { key, source: source.hash, state: 'initial', findings, asked, note: line?.note });
}

// Spelled out: each object spread makes a hidden class of its own, and a run has tens of thousands of these.

function withLine(unit: UnitState, line: RecordLine): UnitState {
  const { language, expected, terms, judging, value, work, isEdited, judge, problems } = unit;
  return { language, expected, terms, judging, line, value, work, isEdited, judge, problems };
}

/** Most texts have no findings, and had none. */
function judgedWith(unit: UnitState, line: RecordLine, findings: readonly Finding[]): UnitState {
  const { language, expected, terms, judging, value, work, isEdited, problems } = unit;
  const own = findings.length + (line.findings?.length ?? 0) === 0 ? line : { ...line, findings };
  return { language, expected, terms, judging, line: own, value, work, isEdited, judge: false, problems };
}

function settled(unit: UnitState, value: string | undefined, line: RecordLine | undefined): UnitState {
  const { language, expected, terms, judging, isEdited, judge, problems } = unit;
  return { language, expected, terms, judging, line, value, work: 'none', isEdited, judge, problems };
}
