import { WARNS, type AcrossCheck, type UnitAmongOthers } from '../check.ts';
import { textOf } from '../finding.ts';
import { isSentence, plainForm } from './plain-form.ts';

/** i18next's plural forms, those of old included. */
const PLURAL = /_((?:ordinal_)?(?:zero|one|two|few|many|other)|plural|[0-5])$/;

/** A sentence that the source says twice is translated once. Labels are not asked: they mean different things in different places. */
export const inconsistent: AcrossCheck = {
  ...WARNS,
  name: 'inconsistent',
  description: 'a sentence that a file has twice has one translation',
  remedy: 'Make the two equal, or take it as it is with review waive.',
  say: (parameters) => `is translated otherwise at ${textOf(parameters, 'key')}, from the same text`,
  run(units) {
    const first = new Map<string, { readonly key: string; readonly target: string }>();
    const twice = repeated(units);
    if (twice.size === 0) return [];
    return units.flatMap(({ key, source, target }, index) => {
      const name = source.trim();
      if (!twice.has(name)) return [];
      // Forms for other numbers are other texts, whatever they are made from.
      const form = `${PLURAL.exec(key)?.[1] ?? ''}\n${name}`;
      const other = first.get(form);
      if (other === undefined) {
        first.set(form, { key, target });
        return [];
      }
      if (other.target === target || !isSentence(name) || plainForm(other.target) === plainForm(target)) return [];
      return [{ index, parameters: { key: other.key } }];
    });
  },
};

/** Most texts are there once: of them nothing else is asked. */
function repeated(units: readonly UnitAmongOthers[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { source } of units) {
    const name = source.trim();
    if (seen.has(name)) twice.add(name);
    else seen.add(name);
  }
  return twice;
}
