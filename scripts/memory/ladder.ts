/**
 * The ladder of exact matches, the one that the whole program uses: in context (102: same place and same neighbours; 101: one
 * of the two) before anywhere (100); within one rung people's texts before machines', then the namespace and key that sort
 * first (DESIGN, rule 7).
 */
import type { State } from '../units/unit.ts';

/** Where a text stands. What names the neighbours' sources is equal where these are: a hash, or the text itself. */
export interface Surroundings {
  readonly namespace: string;
  readonly key: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What a text is worth beside others of the same source. */
export interface Worth {
  readonly namespace: string;
  readonly key: string;
  readonly state: State;
  readonly origin: string | undefined;
}

/** The class of an exact match: 102, 101 or 100. */
export function contextScore(text: Surroundings, place: Surroundings): number {
  const isSamePlace = text.namespace === place.namespace && text.key === place.key;
  const isBetween = text.before === place.before && text.after === place.after;
  return 100 + Number(isSamePlace) + Number(isBetween);
}

/** Machine text, or text from the memory, that nobody has confirmed in its place. */
export function isUnconfirmed({ state, origin }: Pick<Worth, 'state' | 'origin'>): boolean {
  return origin !== 'person' && state !== 'reviewed' && state !== 'final';
}

/** Orders texts of one source: the better first. */
export function byWorth(a: Worth, b: Worth): number {
  return Number(isUnconfirmed(a)) - Number(isUnconfirmed(b)) || order(a.namespace, b.namespace) || order(a.key, b.key);
}

/**
 * Texts of one source, the best first.
 * @param texts in the order of their worth: within one rung it stays.
 * @param of where a text stands.
 */
export function ranked<Text>(
  texts: readonly Text[],
  place: Surroundings,
  of: (text: Text) => Surroundings,
): readonly { readonly text: Text; readonly score: number }[] {
  return texts
    .map((text) => ({ text, score: contextScore(of(text), place) }))
    .toSorted((one, other) => other.score - one.score);
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
