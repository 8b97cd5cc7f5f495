/** A result, as the event that moves its unit. */
import { findingOf } from '../../checks/finding.ts';
import { translation } from '../../checks/pipeline-rules.ts';
import type { Result } from '../plan/work-item.ts';
import { losesSentences } from '../recall/reusable.ts';
import type { UnitEvent, UnitState } from '../see/target/unit-state.ts';

/**
 * @param engines fingerprint of the engines of the language.
 * @returns what a verified result, or the lack of one, means for the unit.
 */
export function eventOf(unit: UnitState, result: Result, engines: string): UnitEvent {
  if (!result.done) {
    const { why, reason, finding = findingOf(translation, { reason }) } = result;
    return why === 'waits' ? { kind: 'refused', finding, engines } : { kind: 'unmade' };
  }
  const { value, origin, findings, match } = result;
  if (unit.work !== 'suggest' || unit.line === undefined) return { kind: 'answered', value, origin, findings };
  return { kind: 'suggested', value, isAnew: match === undefined && losesSentences(unit, value) };
}
