/** What people wrote, and what changed terms or other checks may have made wrong, judged: the text itself stays. */
import { next, type UnitState } from '../see/target/unit-state.ts';
import { isApproval, isProtected } from '../see/target/record-lines.ts';
import { ruleNamed } from '../../checks/index.ts';
import { judgeValue } from './judge-target.ts';
import { unwaived } from '../see/target/waivers.ts';

/** The unit with its findings as they are now. */
export function judged(unit: UnitState): UnitState {
  const { line, value } = unit;
  if (line === undefined || value === undefined) return unit;
  const { findings } = judgeValue(unit, value, { person: isProtected(line), unknownWords: [] });
  // What only the engine knew, or the run that wrote the text, is still true of a text that nobody has changed.
  const kept = unit.isEdited
    ? []
    : (line.findings ?? []).filter((one) => !ruleNamed(one.rule).offline && !isApproval(one));
  return next(unit, { kind: 'judged', findings: [...unwaived(findings, line), ...kept] });
}

/** Units of which something changed since the record was written, judged; the others as they are. */
export function judgedSeen(units: readonly UnitState[]): readonly UnitState[] {
  return units.some(({ judge }) => judge) ? units.map((unit) => (unit.judge ? judged(unit) : unit)) : units;
}
