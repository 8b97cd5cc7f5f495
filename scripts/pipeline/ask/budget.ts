/** `--max-characters`: how much may still be sent. */
import type { EngineUnit } from '../../engines/engine.ts';
import { shownWords } from '../../project/text/running-text.ts';

export interface Budget {
  /** Takes what a unit costs, or refuses when that would go over the limit. */
  take(unit: EngineUnit): boolean;
  /** The same for characters that are sent a second time. */
  takeAgain(characters: number): boolean;
}

export function createBudget(limit: number | undefined): Budget {
  let left = limit ?? Number.POSITIVE_INFINITY;
  const takeAgain = (cost: number): boolean => {
    if (cost > left) return false;
    left -= cost;
    return true;
  };
  return { take: (unit) => takeAgain(unitCharacters(unit)), takeAgain };
}

/** What a service bills for a unit: its text; context and markup are free. */
export function unitCharacters(unit: EngineUnit): number {
  return unit.segments.reduce((sum, segment) => sum + shownWords(segment).length, 0);
}
