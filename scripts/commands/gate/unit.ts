/**
 * The gate's verdict on one unit of one language (DESIGN.md, rule 11). An edit that no run has seen is judged like any
 * text; a text whose source or terms changed is stale, and judged only by the source that it belongs to.
 */
import type { Finding } from '../../checks/check.ts';
import { messageOf, ruleNamed } from '../../checks/index.ts';
import { unknownWords, wordsOf } from '../../checks/words/unknown-words.ts';
import type { Required } from '../../project/policy.ts';
import { isAmongOthers } from '../../pipeline/plan/among-others.ts';
import { verdictOn } from '../../pipeline/judge/judge-seen.ts';
import { isApproval, isFailure, isProtected } from '../../pipeline/see/target/record-lines.ts';
import type { UnitState } from '../../pipeline/see/target/unit-state.ts';
import { isSameHash } from '../../project/hash.ts';
import type { Fault } from './fault.ts';

export type UnitFault = Pick<Fault, 'kind' | 'severity' | 'check' | 'span' | 'message' | 'words'>;

/** `waiting`: nothing is there, and a problem that is told says why. */
export type UnitProgress = 'missing' | 'waiting' | 'stale' | 'draft' | 'reviewed';

export interface UnitVerdict {
  readonly progress: UnitProgress;
  readonly faults: readonly UnitFault[];
}

/**
 * @param required what the configuration demands of this language and namespace.
 * @param others what is wrong with the unit among the others of its file.
 */
export function checkUnit(
  unit: UnitState,
  language: string,
  required: Required,
  others: readonly Finding[] = [],
): UnitVerdict {
  const { line, value } = unit;
  const faults: UnitFault[] = unit.problems.map((problem) => told('damaged', problem));
  const kept = (line?.findings ?? []).filter(
    (finding) =>
      !ruleNamed(finding.rule).offline &&
      !isApproval(finding) &&
      unit.problems.every(({ rule }) => rule !== finding.rule),
  );
  if (value === undefined) {
    if (faults.length > 0) return { progress: 'waiting', faults };
    const why = kept[0] === undefined ? '' : `: ${messageOf(kept[0])}`;
    return {
      progress: 'missing',
      faults: [{ kind: 'missing', severity: 'error', message: `has no translation${why}` }],
    };
  }
  const isPerson = line !== undefined && isProtected(line);
  const isDemanded = required === 'reviewed';
  const change = changeOf(unit, language);
  if (change !== undefined) {
    const failure = kept.find(isFailure);
    const message = failure === undefined ? change : `${change}; not translated again: ${messageOf(failure)}`;
    // What a person wrote is theirs to bring up to date; a draft is what the next run makes anew.
    faults.push({ kind: 'stale', severity: isPerson && !isDemanded ? 'warning' : 'error', message });
  } else if (isDemanded && !isReviewed(line) && line?.origin !== 'source') {
    faults.push({
      kind: 'unreviewed',
      severity: 'error',
      message: 'waits for a review, which the configuration demands',
    });
  }
  faults.push(...findings(unit, value, change !== undefined));
  for (const finding of others) faults.push(told('finding', finding));
  for (const finding of kept) {
    if (change === undefined || !isFailure(finding)) faults.push(told('finding', finding));
  }
  const progress = change !== undefined ? 'stale' : isPerson ? 'reviewed' : 'draft';
  return { progress, faults };
}

/** An edit is a person's, and approving it is a word of its own. */
function isReviewed(line: UnitState['line']): boolean {
  return line?.state === 'reviewed' || line?.state === 'final';
}

/** Why a text no longer belongs to its source; undefined: it does. */
function changeOf({ line, expected, terms, isEdited }: UnitState, language: string): string | undefined {
  if (line === undefined) return undefined;
  if (!isSameHash(line.source, expected.source.hash)) return 'the source has changed since';
  if (isEdited || line.origin === 'source' || isSameHash(line.terms, terms.hash(language))) return undefined;
  return 'a term in it has changed in the glossary since';
}

function findings(unit: UnitState, value: string, isStale: boolean): readonly UnitFault[] {
  const { line } = unit;
  // What was judged as it stands is not judged again.
  if (!unit.judge && !isStale && line !== undefined) {
    const recorded = line.findings ?? [];
    return recorded
      .filter((one) => ruleNamed(one.rule).offline && !isApproval(one) && !isAmongOthers(one))
      .map((one) => told('finding', one));
  }
  return verdictOn(unit, value, !isStale).map((finding) => told('finding', finding));
}

/** A finding in words. */
export function told(kind: 'damaged' | 'finding', finding: Finding): UnitFault {
  const { rule, severity, span } = finding;
  const fault = { kind, severity, check: rule, message: messageOf(finding), ...(span === undefined ? {} : { span }) };
  return rule === unknownWords.name ? { ...fault, words: wordsOf([finding]) } : fault;
}
