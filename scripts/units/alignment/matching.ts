import type { UnitKind } from '../unit.ts';

/** A block of the old or the new version of an article. The kind of an old one is not known where its key tells nothing. */
export interface Block {
  readonly value: string;
  readonly kind: UnitKind | undefined;
}

/** Which old block a new one continues, both ways. */
export class Matching {
  readonly oldOf: (number | undefined)[];
  readonly newOf: (number | undefined)[];

  constructor(olds: number, news: number) {
    this.newOf = Array<number | undefined>(olds).fill(undefined);
    this.oldOf = Array<number | undefined>(news).fill(undefined);
  }

  /** Joins two blocks, unless one of them has a partner already. */
  join(old: number, neu: number): void {
    if (this.newOf[old] !== undefined || this.oldOf[neu] !== undefined) return;
    this.newOf[old] = neu;
    this.oldOf[neu] = old;
  }
}

/** A value as texts are compared: NFC, white space collapsed. */
export function plainValue(value: string): string {
  const text = value.normalize('NFC');
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** Items of one key by their place, in order. */
export function placesBy<Item, Key>(
  items: readonly Item[],
  key: (item: Item, place: number) => Key,
): Map<Key, number[]> {
  const places = new Map<Key, number[]>();
  for (const [place, item] of items.entries()) {
    const name = key(item, place);
    const list = places.get(name);
    if (list === undefined) places.set(name, [place]);
    else list.push(place);
  }
  return places;
}

/** Free blocks side by side, and whether the joined blocks on both sides of them are the same in old and new. */
export interface Run {
  readonly olds: readonly number[];
  readonly news: readonly number[];
  readonly bothSides: boolean;
}

/** For each run of free new blocks the free old ones that follow its left neighbour or precede its right one. */
export function freeRuns({ oldOf, newOf }: Matching): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < oldOf.length; start += 1) {
    if (oldOf[start] !== undefined) continue;
    const news = stretch(oldOf, start, 1);
    const after = start + news.length;
    const left = (start === 0 ? -1 : (oldOf[start - 1] ?? -1)) + 1;
    const right = (after === oldOf.length ? newOf.length : (oldOf[after] ?? 0)) - 1;
    const following = stretch(newOf, left, 1);
    const preceding = stretch(newOf, right, -1).reverse();
    const bothSides = following[0] === preceding[0] && following.length === preceding.length;
    for (const olds of bothSides ? [following] : [following, preceding]) {
      if (olds.length > 0) runs.push({ olds, news, bothSides });
    }
    start = after - 1;
  }
  return runs;
}

function stretch(partners: readonly (number | undefined)[], from: number, step: 1 | -1): number[] {
  const places: number[] = [];
  for (let place = from; place >= 0 && place < partners.length && partners[place] === undefined; place += step) {
    places.push(place);
  }
  return places;
}
