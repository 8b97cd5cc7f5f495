import { align } from './alignment/align.ts';
import type { KnownUnit } from './known-unit.ts';
import { placesBy } from './alignment/matching.ts';
import type { BundlePath } from './unit.ts';

/** A unit with a fixed address: a front-matter field or an i18next value. */
export interface FixedUnit {
  readonly index: number;
  readonly path: BundlePath;
  readonly value: string;
}

/**
 * Finds which old unit each unit with a fixed address continues: in lists by text and place, as blocks of an article are;
 * elsewhere the one with its key; then, among keys that are gone and keys that are new, one with the same text, the more
 * alike in name the better.
 * @returns by the units' index
 */
export function continuedFields(
  units: readonly FixedUnit[],
  known: readonly KnownUnit[],
): ReadonlyMap<number, KnownUnit> {
  const continued = new Map<number, KnownUnit>();
  const left = new Map(known.map((unit) => [unit.key, unit]));
  const join = (unit: FixedUnit, old: KnownUnit | undefined): void => {
    if (old === undefined || continued.has(unit.index) || !left.delete(old.key)) return;
    continued.set(unit.index, old);
  };
  followLists(units, known, join);
  for (const unit of units) join(unit, left.get(unit.path.join('.')));
  for (const likeness of LIKENESSES)
    followTexts(
      units.filter(({ index }) => !continued.has(index)),
      left,
      likeness,
      join,
    );
  return continued;
}

type Join = (unit: FixedUnit, old: KnownUnit | undefined) => void;

/** An item put in front of a list moves all others to the next number: they are matched like blocks. */
function followLists(units: readonly FixedUnit[], known: readonly KnownUnit[], join: Join): void {
  const items = units.filter(({ path }) => path.some((part) => typeof part === 'number'));
  if (items.length === 0) return;
  const pattern = (path: BundlePath): string => path.map((part) => (typeof part === 'number' ? '*' : part)).join('.');
  const oldPlaces = placesBy(known, ({ key }) => key.replace(/(?<=^|\.)\d+(?=\.|$)/g, '*'));
  for (const [list, places] of placesBy(items, ({ path }) => pattern(path))) {
    const olds = (oldPlaces.get(list) ?? []).flatMap((place) => known[place] ?? []);
    const news = places.flatMap((place) => items[place] ?? []);
    const matches = align(
      olds.map(({ value }) => ({ value, kind: 'value' })),
      news.map(({ value }) => ({ value, kind: 'value' })),
    );
    for (const [place, unit] of news.entries()) join(unit, olds[matches[place] ?? -1]);
  }
}

/** What a renamed key has in common with its old name, the surest first. */
const LIKENESSES: readonly ((key: string) => string)[] = [
  (key) => `leaf ${key.slice(key.lastIndexOf('.') + 1)}`,
  (key) => `parent ${key.slice(0, key.lastIndexOf('.') + 1)} ${suffix(key)}`,
  (key) => `suffix ${suffix(key)}`,
  () => '',
];

/** i18next's plural and context suffixes stand after an underscore. */
function suffix(key: string): string {
  return /_[^_.]*$/.exec(key)?.[0] ?? '';
}

function followTexts(
  units: readonly FixedUnit[],
  left: ReadonlyMap<string, KnownUnit>,
  likeness: (key: string) => string,
  join: Join,
): void {
  if (units.length === 0 || left.size === 0) return;
  const waiting = new Map<string, KnownUnit[]>();
  for (const old of left.values()) {
    const name = `${likeness(old.key)}\n${old.value}`;
    const list = waiting.get(name);
    if (list === undefined) waiting.set(name, [old]);
    else list.push(old);
  }
  for (const list of waiting.values()) list.reverse();
  for (const unit of units) {
    if (unit.value.trim() === '') continue;
    join(unit, waiting.get(`${likeness(unit.path.join('.'))}\n${unit.value}`)?.pop());
  }
}
