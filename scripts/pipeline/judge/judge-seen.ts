/** What people wrote, and what changed terms or other checks may have made wrong, judged: the text itself stays. */
import type { Finding } from '../../checks/check.ts';
import { ruleNamed } from '../../checks/index.ts';
import { isSameHash } from '../../project/hash.ts';
import { isApproval, isProtected } from '../see/target/record-lines.ts';
import { next, type UnitState } from '../see/target/unit-state.ts';
import { unwaived } from '../see/target/waivers.ts';
import { judgeValue } from './judge-target.ts';

/** The unit with its findings as they are now. */
export function judged(unit: UnitState): UnitState {
  const { line, value } = unit;
  if (line === undefined || value === undefined) return unit;
  // What only the engine knew, or the run that wrote the text, is still true of a text that nobody has changed.
  const kept = unit.isEdited
    ? []
    : (line.findings ?? []).filter((one) => !ruleNamed(one.rule).offline && !isApproval(one));
  return next(unit, { kind: 'judged', findings: [...verdictOn(unit, value), ...kept] });
}

/**
 * What checks say of a text as it stands, by the source that it belongs to, without what a person has dismissed: the one verdict
 * that `check`, `render` and `translate` go by.
 * @param withTerms false where the terms have changed since.
 */
export function verdictOn(unit: UnitState, value: string, withTerms = true): readonly Finding[] {
  const { line, expected } = unit;
  const isOld = line !== undefined && !isSameHash(line.source, expected.source.hash);
  // Where the old source is not known, nothing can be said of its translation.
  if (isOld && line.previous === undefined) return [];
  const against = isOld ? line.previous : undefined;
  const person = line !== undefined && isProtected(line);
  return unwaived(
    judgeValue(unit, value, { person, unknownWords: [], against, withTerms: withTerms && !isOld }).findings,
    line,
  );
}

/** Units of which something changed since the record was written, judged; the others as they are. */
export function judgedSeen(units: readonly UnitState[]): readonly UnitState[] {
  return units.some(({ judge }) => judge) ? units.map((unit) => (unit.judge ? judged(unit) : unit)) : units;
}
