/** The bundle of a source file and language, made from what is known of its units. */
import { printBundle, withLiterals, type BundleEntry } from '../../locales/bundle.ts';
import { patchBundle } from '../../locales/patch-bundle.ts';
import type { Unit } from '../../units/unit.ts';
import type { SourceState } from '../see/source/read-source.ts';
import type { LanguageState } from '../see/target/see-language.ts';

/**
 * The bundle's text, or undefined where it holds nothing. One that is on disk is patched: what changes is written in its
 * place, what is new beside its neighbour; keys that neither the source nor a record knows stay.
 */
export function bundleOf(source: SourceState, state: LanguageState): string | undefined {
  const { bundle, orphans } = state;
  const entries: [unit: number, entry: BundleEntry][] = [];
  const numbers = new Map<Unit, number>(source.units.map((unit, index) => [unit, index]));
  for (const { expected, value } of state.units) {
    if (value !== undefined) entries.push([numbers.get(expected.source) ?? Infinity, { path: expected.path, value }]);
  }
  const extra = new Map(state.extra.map(({ entry }) => [entry.path.join('.'), entry]));
  const isEmpty = entries.length === 0 && extra.size === 0;
  if (isEmpty && (orphans.length === 0 || bundle.text === '')) return isBlank(state) ? bundle.text : undefined;
  const all = [...withLiterals(entries, source.literals), ...extra.values()];
  if (bundle.text === '') return printBundle(all, bundle, source.arrays);
  return patchBundle(bundle, all, removedKeys(state), source.arrays);
}

/** All keys on disk but orphans, and blanks that wait for their text. */
function removedKeys({ bundle, orphans, units }: LanguageState): ReadonlySet<string> {
  const stay = new Set(orphans);
  const waiting = new Set(units.flatMap(({ expected, value }) => (value === undefined ? [expected.key] : [])));
  const removed = new Set<string>();
  for (const [key, { value }] of bundle.entries) {
    const isBlankHere = waiting.has(key) && (value === null || String(value).trim() === '');
    if (!stay.has(key) && !isBlankHere) removed.add(key);
  }
  return removed;
}

/** Whether all that is on disk are places for texts that are still missing. */
function isBlank({ bundle }: LanguageState): boolean {
  return bundle.text !== '' && [...bundle.entries.values()].every(({ value, raw }) => value === '' || raw === 'null');
}

/** The bundle as it was read; undefined where there was none. */
export function bundleOnDisk({ bundle }: LanguageState): string | undefined {
  return bundle.text === '' ? undefined : bundle.text;
}
