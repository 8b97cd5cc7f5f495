/** The bundle of a source file and language, made from what is known of its units. */
import { printBundle, withLiterals, type Bundle, type BundleEntry } from '../../locales/bundle.ts';
import { patchBundle } from '../../locales/patch-bundle.ts';
import type { BundlePath, Unit } from '../../units/unit.ts';
import type { SourceState } from '../see/source/read-source.ts';
import { isBlank } from '../see/target/first-sight.ts';
import type { LanguageState } from '../see/target/see-language.ts';

/**
 * The bundle's text, or undefined where it holds nothing. One that is on disk is patched: what changes is written in its
 * place, what is new beside its neighbour; keys that neither the source nor a record knows stay.
 */
export function bundleOf(source: SourceState, state: LanguageState): string | undefined {
  const { bundle, orphans } = state;
  if (source.literals.length === 0 && isWhole(state)) return bundle.text;
  const entries: [unit: number, entry: BundleEntry][] = [];
  const numbers = new Map<Unit, number>(source.units.map((unit, index) => [unit, index]));
  for (const { expected, value } of state.units) {
    if (value !== undefined) entries.push([numbers.get(expected.source) ?? Infinity, { path: expected.path, value }]);
  }
  const extra = new Map(state.extra.map(({ entry }) => [entry.path.join('.'), entry]));
  const isEmpty = entries.length === 0 && extra.size === 0;
  if (isEmpty && (orphans.length === 0 || bundle.text === '')) return isAllBlank(state) ? bundle.text : undefined;
  const all = [...withLiterals(entries, source.literals), ...extra.values()];
  if (bundle.text === '') return printBundle(all, bundle, source.arrays);
  // Most bundles have none: then no value is asked for its groups.
  const nothing = [...bundle.entries.keys()].filter((key) => isNothing(bundle, key));
  const groups = new Set(nothing.length === 0 ? [] : all.flatMap(({ path }) => groupsOf(path)));
  const inTheWay = nothing.filter((key) => groups.has(key));
  return patchBundle(bundle, all, new Set([...removedKeys(state), ...inTheWay]), source.arrays);
}

/** The groups that a value stands in, by their keys. */
function groupsOf(path: BundlePath): string[] {
  return path.slice(1).map((_, index) => path.slice(0, index + 1).join('.'));
}

/** Null and blanks, which systems write for a group that has no translations yet. */
function isNothing({ entries }: Bundle, key: string): boolean {
  const { value, raw } = entries.get(key) ?? {};
  return raw === 'null' || (typeof value === 'string' && isBlank(value));
}

/** Whether the bundle on disk has what it shall have and nothing else, as most have that are taken over. */
function isWhole({ bundle: { entries, text }, units, extra, orphans }: LanguageState): boolean {
  if (text === '' || extra.length > 0 || entries.size !== units.length + orphans.length) return false;
  return units.every(({ expected, value }) => value !== undefined && entries.get(expected.key)?.value === value);
}

/** All keys on disk but orphans, and what stands in the place of a translation until there is one. */
function removedKeys(state: LanguageState): ReadonlySet<string> {
  const stay = new Set([...state.orphans, ...waitingKeys(state)]);
  return new Set([...state.bundle.entries.keys()].filter((key) => !stay.has(key)));
}

/** Keys with blanks, null or the source's own sentence, of units that have no translation yet. */
function waitingKeys({ bundle, units, noTranslations }: LanguageState): string[] {
  const equal = new Set(noTranslations.equal);
  return units.flatMap(({ expected: { key }, value }) => {
    const there = bundle.entries.get(key);
    if (value !== undefined || there === undefined) return [];
    return equal.has(key) || there.value === null || isBlank(String(there.value)) ? [key] : [];
  });
}

/** Whether all that is on disk waits for a translation. */
function isAllBlank(state: LanguageState): boolean {
  return state.bundle.text !== '' && waitingKeys(state).length === state.bundle.entries.size;
}

/** The bundle as it was read; undefined where there was none. */
export function bundleOnDisk({ bundle }: LanguageState): string | undefined {
  return bundle.text === '' ? undefined : bundle.text;
}
