import { shownWords } from '../project/running-text.js';
export function createBudget(limit) {
    let left = limit ?? Number.POSITIVE_INFINITY;
    return {
        take(unit) {
            const cost = unitCharacters(unit);
            if (cost > left)
                return false;
            left -= cost;
            return true;
        },
    };
}
/** What a service bills for a unit: its text; context and markup are free. */
export function unitCharacters(unit) {
    return unit.segments.reduce((sum, segment) => sum + shownWords(segment).length, 0);
}
