import type { GoneTarget } from '../see/target/left-over.ts';
import type { LanguageState } from '../see/target/see-language.ts';
import { next } from '../see/target/unit-state.ts';

/**
 * `--accept-suggestions`: every waiting suggestion takes the place of the text beside it, as a person's decision. That text
 * goes into the memory, with the source that it was made for: a sentence that moved elsewhere is found there.
 * @returns the language, and how many did.
 */
export function acceptSuggestions(state: LanguageState): { readonly state: LanguageState; readonly units: number } {
  const gone: GoneTarget[] = [];
  let count = 0;
  const units = state.units.map((unit) => {
    const { line, value, expected, problems } = unit;
    const isWaiting = line?.suggestion !== undefined && line.suggested === expected.source.hash;
    if (!isWaiting || problems.length > 0) return unit;
    if (value !== undefined && line.previous !== undefined) gone.push({ key: expected.key, value, line });
    count++;
    return next(unit, { kind: 'accepted' });
  });
  return { state: count === 0 ? state : { ...state, units, gone: [...state.gone, ...gone] }, units: count };
}
