/** Units of one file and language judged together: what one says is held against the others. */
import type { Finding } from '../../checks/check.ts';
import { ACROSS, judgeAcross } from '../../checks/index.ts';
import type { UnitState } from '../see/target/unit-state.ts';
import { unwaived } from '../see/target/waivers.ts';

const NAMES: ReadonlySet<string> = new Set(ACROSS.map(({ name }) => name));

/** Whether a finding is about a unit among others. */
export function isAmongOthers({ rule }: Finding): boolean {
  return NAMES.has(rule);
}

/**
 * The findings of units among the others. Plural forms are left out: one source has many. A text of an older source says
 * nothing of the new one.
 */
export function amongOthers(units: readonly UnitState[]): ReadonlyMap<UnitState, readonly Finding[]> {
  const judged: { unit: UnitState; key: string; source: string; target: string }[] = [];
  for (const unit of units) {
    const { expected, line, value } = unit;
    const { source, key } = expected;
    if (value === undefined || key !== source.key || line?.source !== source.hash || line.origin === 'source') continue;
    judged.push({ unit, key, source: source.value, target: value });
  }
  const found = new Map<UnitState, readonly Finding[]>();
  for (const [index, findings] of judgeAcross(judged)) {
    const unit = judged[index]?.unit;
    if (unit !== undefined) found.set(unit, unwaived(findings, unit.line));
  }
  return found;
}
