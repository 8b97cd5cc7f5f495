/** Wishes into jobs: each about as large as a request, texts of one article together and in their order. */
import type { Wish } from './job-text.ts';

/** @returns the wishes, in their order, in groups of at most so many characters and units. */
export function packWishes(
  wishes: readonly Wish[],
  most: { readonly characters: number; readonly units: number },
): Wish[][] {
  const packs: Wish[][] = [];
  let last: Wish[] = [];
  let characters = 0;
  for (const wish of wishes) {
    if (last.length === 0 || last.length === most.units || characters + wish.characters > most.characters) {
      packs.push((last = []));
      characters = 0;
    }
    last.push(wish);
    characters += wish.characters;
  }
  return packs;
}

export function charactersOf(wishes: readonly Wish[]): number {
  return wishes.reduce((sum, { characters }) => sum + characters, 0);
}
