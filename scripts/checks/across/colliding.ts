import { WARNS, type AcrossCheck } from '../check.ts';
import { textOf } from '../finding.ts';
import { isSentence, wordsOf } from './plain-form.ts';

/** So few words in common, of the shorter one's, make two sources different texts. */
const ALIKE = 0.5;

/** Two sentences with one translation: one of them was pasted into the wrong place. */
export const colliding: AcrossCheck = {
  ...WARNS,
  name: 'colliding',
  description: 'two quite different sentences of a file have two translations',
  remedy: 'Correct the one that is wrong, or take it as it is with review waive.',
  say: (parameters) => `is the translation at ${textOf(parameters, 'key')}, of another text`,
  run(units) {
    const first = new Map<string, { readonly key: string; readonly source: string }>();
    return units.flatMap(({ key, source, target }, index) => {
      if (!isSentence(source)) return [];
      const name = target.trim();
      const other = first.get(name);
      if (other === undefined) {
        first.set(name, { key, source });
        return [];
      }
      return areAlike(other.source, source) ? [] : [{ index, parameters: { key: other.key } }];
    });
  },
};

function areAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const common = [...words].filter((word) => others.has(word)).length;
  return common >= Math.min(words.size, others.size) * ALIKE;
}
