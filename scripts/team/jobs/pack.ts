/** Wishes into jobs: each about as large as a request, texts of one article together and in their order. */
import type { Wish } from './job-text.ts';

/** What a job holds at most. */
export interface JobSize {
  readonly characters: number;
  readonly units: number;
}

/** About what fills a request to a service, or keeps a processor busy for seconds. */
export const JOB_SIZES = {
  remote: { characters: 40_000, units: 1_000 },
  local: { characters: 10_000, units: 250 },
} as const satisfies Readonly<Record<string, JobSize>>;

/** @returns the wishes, in their order, in groups of at most so many characters and units. */
export function packWishes(wishes: readonly Wish[], most: JobSize): Wish[][] {
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
