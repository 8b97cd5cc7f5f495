import { commonSubsequence } from './common-subsequence.ts';
import { placesBy, plainValue, type Block, type Matching } from './matching.ts';

/** Longest-common-subsequence tables up to this many cells; larger gaps full of repeated texts are matched in order. */
const LARGEST_TABLE = 250_000;

/**
 * Joins blocks of equal text (NFC, white space collapsed). A heading is never joined with another kind. Texts that occur
 * once on both sides go first, wherever they moved; repeated ones (table cells) follow their neighbours, then their order.
 */
export function matchExactly(olds: readonly Block[], news: readonly Block[], matching: Matching): void {
  const newTexts = news.map((block) => textOf(block, block.kind === 'heading'));
  const known = new Set(newTexts);
  const oldTexts = olds.map((block) => {
    const asHeading = textOf(block, true);
    return textOf(block, block.kind === 'heading' || (block.kind === undefined && known.has(asHeading)));
  });
  joinUnique(oldTexts, newTexts, matching);
  const chain = longestChain(matching);
  const moved = matching.oldOf.flatMap((old, neu): Pair[] => (old === undefined ? [] : [[old, neu]]));
  const edges: Pair[] = [
    [-1, -1],
    [olds.length, news.length],
  ];
  // Forward first: the cells of a table's row belong to what stands before them.
  for (const step of [1, -1]) {
    for (const pair of [...chain, ...moved, ...edges]) spread(pair, step, oldTexts, newTexts, matching);
  }
  fillGaps(oldTexts, newTexts, matching);
  joinInOrder(oldTexts, newTexts, matching);
}

type Pair = readonly [old: number, neu: number];

function textOf(block: Block, heading: boolean): string {
  return `${heading ? 'h' : 'b'}${plainValue(block.value)}`;
}

function joinUnique(oldTexts: readonly string[], newTexts: readonly string[], matching: Matching): void {
  const newPlaces = placesBy(newTexts, (text) => text);
  for (const [text, places] of placesBy(oldTexts, (item) => item)) {
    const [old, secondOld] = places;
    const [neu, secondNew] = newPlaces.get(text) ?? [];
    if (old === undefined || neu === undefined || secondOld !== undefined || secondNew !== undefined) continue;
    matching.join(old, neu);
  }
}

/** The most pairs that are in the same order on both sides: what did not move. By patience sorting, in n log n. */
function longestChain(matching: Matching): Pair[] {
  const tails: Pair[] = [];
  const previous = new Map<number, Pair | undefined>();
  for (const [old, neu] of matching.newOf.entries()) {
    if (neu === undefined) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle]?.[1] ?? 0) < neu) low = middle + 1;
      else high = middle;
    }
    previous.set(old, tails[low - 1]);
    tails[low] = [old, neu];
  }
  const chain: Pair[] = [];
  for (let pair = tails.at(-1); pair !== undefined; pair = previous.get(pair[0])) chain.push(pair);
  return chain.reverse();
}

/** Joins equal free neighbours of a joined pair, on and on in one direction. */
function spread(
  [old, neu]: Pair,
  step: number,
  oldTexts: readonly string[],
  newTexts: readonly string[],
  matching: Matching,
): void {
  for (let [a, b] = [old + step, neu + step]; ; a += step, b += step) {
    const text = oldTexts[a];
    if (text === undefined || text !== newTexts[b]) return;
    if (matching.newOf[a] !== undefined || matching.oldOf[b] !== undefined) return;
    matching.join(a, b);
  }
}

/** Between two pairs that did not move, the free blocks of equal text are joined by a longest common subsequence. */
function fillGaps(oldTexts: readonly string[], newTexts: readonly string[], matching: Matching): void {
  const chain = longestChain(matching);
  const shared = new Set(newTexts.filter((_, neu) => matching.oldOf[neu] === undefined));
  let from: Pair = [-1, -1];
  for (const to of [...chain, [oldTexts.length, newTexts.length] as const]) {
    const olds = free(from[0], to[0], matching.newOf).filter((old) => shared.has(oldTexts[old] ?? ''));
    const own = new Set(olds.map((old) => oldTexts[old]));
    const news = olds.length === 0 ? [] : free(from[1], to[1], matching.oldOf).filter((neu) => own.has(newTexts[neu]));
    if (olds.length * news.length <= LARGEST_TABLE) {
      const pairs = commonSubsequence(
        olds.map((old) => oldTexts[old] ?? ''),
        news.map((neu) => newTexts[neu] ?? ''),
      );
      for (const [a, b] of pairs) matching.join(olds[a] ?? 0, news[b] ?? 0);
    }
    from = to;
  }
}

function free(after: number, before: number, partners: readonly (number | undefined)[]): number[] {
  const places: number[] = [];
  for (let place = after + 1; place < before; place += 1) if (partners[place] === undefined) places.push(place);
  return places;
}

/** What is left of repeated texts, first with first. */
function joinInOrder(oldTexts: readonly string[], newTexts: readonly string[], matching: Matching): void {
  const waiting = placesBy(oldTexts, (text, old) => (matching.newOf[old] === undefined ? text : ''));
  for (const list of waiting.values()) list.reverse();
  for (const [neu, text] of newTexts.entries()) {
    if (matching.oldOf[neu] !== undefined) continue;
    const old = waiting.get(text)?.pop();
    if (old !== undefined) matching.join(old, neu);
  }
}
