import type { LanguageState } from '../see/see-language.ts';
import { valueHash } from '../see/values.ts';

/**
 * `--accept-suggestions`: every waiting suggestion takes the place of the text beside it, as a person's decision. That text
 * goes into the memory, with the source that it was made for: a sentence that moved elsewhere is found there.
 * @returns how many did.
 */
export function acceptSuggestions(state: LanguageState): number {
  let accepted = 0;
  for (const unit of state.units) {
    const { line } = unit;
    const { source } = unit.expected;
    if (line?.suggestion === undefined || line.suggested !== source.hash || unit.problems.length > 0) continue;
    if (unit.value !== undefined && line.previous !== undefined) {
      state.gone = [...state.gone, { key: unit.expected.key, value: unit.value, line }];
    }
    accepted++;
    unit.value = line.suggestion;
    unit.work = 'none';
    unit.judge = true;
    unit.line = {
      key: line.key,
      source: source.hash,
      state: 'reviewed',
      origin: 'person',
      target: valueHash(source.syntax, line.suggestion),
      terms: unit.terms.hash(state.language),
    };
  }
  return accepted;
}
