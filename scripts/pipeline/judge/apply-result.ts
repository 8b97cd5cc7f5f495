/** Moves a unit forward: only here does a review record change because of an engine's or the memory's answer. */
import { findingOf } from '../../checks/finding.ts';
import { suggestion, translation } from '../../checks/pipeline-rules.ts';
import type { RecordLine } from '../../locales/record.ts';
import type { KeptText } from '../see/kept-memory.ts';
import { approvalOf } from '../see/language-approvals.ts';
import { askedOf, isProtected, withoutFailures } from '../see/record-lines.ts';
import { losesSentences } from '../recall/reusable.ts';
import { judgeValue } from './judge-target.ts';
import { unwaived } from './waivers.ts';
import type { UnitState } from '../see/see-language.ts';
import { valueHash } from '../see/values.ts';
import type { Result } from '../plan/work-item.ts';

/**
 * Takes a verified result over, or leaves the unit as it is: with the reason as a finding where it waits for somebody; what
 * one machine lacked (network, key, budget) is no business of the record.
 * @param engines fingerprint of the engines of the language.
 */
export function applyResult(unit: UnitState, language: string, result: Result, engines: string): void {
  const { key, source } = unit.expected;
  const { line } = unit;
  if (!result.done) {
    const finding = result.finding ?? findingOf(translation, { reason: result.reason });
    const findings = result.why === 'waits' ? [finding] : [];
    const asked = result.why === 'waits' ? askedOf(source, unit.terms.hash(language), engines) : undefined;
    if (unit.value !== undefined && line !== undefined)
      unit.line = { ...line, findings: [...(withoutFailures(line.findings) ?? []), ...findings], asked };
    else
      unit.line = {
        key,
        source: source.hash,
        state: 'initial',
        findings: [...approvalOf(line, source.hash), ...findings],
        asked,
        note: line?.note,
      };
    return;
  }
  if (unit.work === 'suggest' && line !== undefined) {
    const isAnew = result.match === undefined && losesSentences({ unit, language }, result.value);
    const findings = [...(withoutFailures(line.findings) ?? []), ...(isAnew ? [ANEW] : [])];
    const terms = unit.terms.hash(language);
    unit.line = { ...line, suggestion: result.value, suggested: source.hash, terms, findings };
    return;
  }
  const target = valueHash(source.syntax, result.value);
  // What says the same as the source is written as the source writes it: the article keeps its bytes there.
  unit.value = target === source.hash ? source.value : result.value;
  unit.line = {
    key,
    source: source.hash,
    state: 'translated',
    origin: result.origin,
    target,
    terms: unit.terms.hash(language),
    findings: [...result.findings, ...approvalOf(line, source.hash)],
    note: line?.note,
  };
}

/** A unit whose text is in the target language already, or empty: copied, never sent. */
export function copySource(unit: UnitState): void {
  const { key, source } = unit.expected;
  unit.value = source.value;
  unit.line = {
    key,
    source: source.hash,
    state: 'translated',
    origin: 'source',
    target: valueHash(source.syntax, source.value),
  };
}

/**
 * A kept text whose unit came back with the same source: it returns with its state.
 * @returns false where it is machine text that the checks or the terms of today would not let through.
 */
export function applyKept(unit: UnitState, language: string, kept: KeptText): boolean {
  const { key, source } = unit.expected;
  const line: RecordLine = {
    key,
    source: source.hash,
    state: kept.state,
    origin: kept.origin ?? 'person',
    target: valueHash(source.syntax, kept.target),
    terms: unit.terms.hash(language),
  };
  const person = isProtected(line);
  const { findings } = judgeValue({ unit, language }, kept.target, { person, unknownWords: [] });
  if (!person && findings.some(({ severity }) => severity === 'error')) return false;
  unit.value = kept.target;
  unit.work = 'none';
  unit.line = { ...line, findings };
  return true;
}

/** Judges what a person wrote, or what changed terms may have made wrong; the text itself stays. */
export function judgePerson(unit: UnitState, language: string): void {
  if (unit.line === undefined || unit.value === undefined) return;
  const { findings } = judgeValue({ unit, language }, unit.value, {
    person: isProtected(unit.line),
    unknownWords: [],
  });
  const open = unwaived(findings, unit.line);
  unit.line = { ...unit.line, findings: [...open, ...approvalOf(unit.line, unit.expected.source.hash)] };
}

/** The reviewer must know that words of theirs may be missing though their sentence did not change. */
const ANEW = findingOf(suggestion);
