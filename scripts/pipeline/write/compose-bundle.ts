/** The bundle of a source file and language, made from what is known of its units. */
import { printBundle, withLiterals, type BundleEntry } from '../../locales/bundle.ts';
import { patchBundle } from '../../locales/patch-bundle.ts';
import { sameLiteral } from '../../project/json-reader.ts';
import type { Unit } from '../../units/unit.ts';
import type { SourceState } from '../see/read-source.ts';
import type { LanguageState } from '../see/see-language.ts';

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
  const theirs = new Set(all.filter((entry) => isTheirs(entry, source, state)));
  const stay = [...orphans, ...[...theirs].map(({ path }) => path.join('.'))];
  const wanted = all.filter((entry) => !theirs.has(entry));
  return patchBundle(bundle, wanted, removedKeys(state, new Set(stay)), source.arrays);
}

/** A number or the like that a person has in the place of the source's: it was not copied from there. */
function isTheirs({ path, raw }: BundleEntry, { snapshot }: SourceState, { bundle }: LanguageState): boolean {
  if (raw === undefined) return false;
  const key = path.join('.');
  const there = bundle.entries.get(key);
  return there !== undefined && !sameLiteral(there.raw, snapshot.entries.get(key)?.raw);
}

/** All keys on disk that do not stay in any case and are no blanks that wait for their text. */
function removedKeys({ bundle, units }: LanguageState, stay: ReadonlySet<string>): ReadonlySet<string> {
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
