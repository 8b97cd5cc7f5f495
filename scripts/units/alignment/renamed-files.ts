import { plainValue } from './matching.ts';
import { fingerprint, similarity } from './similarity.ts';
import { wordIndex } from '../word-index.ts';

/** A bundle without source, or a source without bundle. */
export interface FileTexts {
  /** The namespace. */
  readonly name: string;
  readonly values: readonly string[];
}

export interface RenamedFile {
  readonly from: string;
  readonly to: string;
}

/** Texts less similar than this are different texts. */
const SIMILAR = 0.6;
const HALF = 0.5;
/** A text that more files than this have (a heading, a disclaimer) tells nothing of where a file went. */
const EVERYWHERE = 50;
const CLOSER_LOOKS = 6;

/**
 * Finds which of the bundles without source are those of which new source: a rename where at least half of the units, by
 * characters of both files together, are equal or similar (0.6 and more, see `similarity`). The best pair goes first, ties by
 * name; each file is renamed once at most. What is left over are orphans and new files.
 * @returns sorted by `from`
 */
export function renamedFiles(orphans: readonly FileTexts[], newcomers: readonly FileTexts[]): RenamedFile[] {
  if (orphans.length === 0 || newcomers.length === 0) return [];
  const pairs = candidates(orphans, newcomers).flatMap(([orphan, newcomer]) => {
    const score = shared(orphan, newcomer);
    return score >= HALF ? [{ from: orphan.name, to: newcomer.name, score }] : [];
  });
  pairs.sort((a, b) => b.score - a.score || compare(a.from, b.from) || compare(a.to, b.to));
  const gone = new Set<string>();
  const come = new Set<string>();
  const renamed: RenamedFile[] = [];
  for (const { from, to } of pairs) {
    if (gone.has(from) || come.has(to)) continue;
    gone.add(from);
    come.add(to);
    renamed.push({ from, to });
  }
  return renamed.sort((a, b) => compare(a.from, b.from));
}

/** For each newcomer the orphans worth a closer look: those that have a text of it, else those with its rare words. */
function candidates(orphans: readonly FileTexts[], newcomers: readonly FileTexts[]): [FileTexts, FileTexts][] {
  const holders = new Map<string, Set<number>>();
  for (const [place, { values }] of orphans.entries()) {
    for (const text of values.map(plainValue)) holders.set(text, (holders.get(text) ?? new Set()).add(place));
  }
  const index = wordIndex(orphans.map(({ values }, place) => [place, fingerprint(values.join('\n'))]));
  return newcomers.flatMap((newcomer) => {
    const weight = new Map<number, number>();
    for (const text of newcomer.values.map(plainValue)) {
      const places = holders.get(text) ?? new Set();
      if (places.size > EVERYWHERE) continue;
      for (const place of places) weight.set(place, (weight.get(place) ?? 0) + text.length);
    }
    const byText = [...weight].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CLOSER_LOOKS);
    const byWords = index(fingerprint(newcomer.values.join('\n')));
    const places = new Set([...byText.map(([place]) => place), ...byWords]);
    return [...places].flatMap((place): [FileTexts, FileTexts][] => {
      const orphan = orphans[place];
      return orphan === undefined ? [] : [[orphan, newcomer]];
    });
  });
}

/** The share of both files' characters that stand in equal or similar texts. */
function shared(orphan: FileTexts, newcomer: FileTexts): number {
  const waiting = new Map<string, number>();
  for (const text of orphan.values.map(plainValue)) waiting.set(text, (waiting.get(text) ?? 0) + 1);
  let letters = 0;
  const rest: string[] = [];
  for (const text of newcomer.values.map(plainValue)) {
    const left = waiting.get(text) ?? 0;
    if (left === 0) rest.push(text);
    else {
      waiting.set(text, left - 1);
      letters += 2 * text.length;
    }
  }
  const unmatched = [...waiting].flatMap(([text, times]) => Array<string>(times).fill(text));
  const prints = unmatched.map((text, place) => [place, fingerprint(text)] as const);
  const index = wordIndex(prints);
  const taken = new Set<number>();
  for (const text of rest) {
    const print = fingerprint(text);
    let best: { place: number; score: number } | undefined;
    for (const place of index(print)) {
      const other = prints[place]?.[1];
      const score = other === undefined || taken.has(place) ? 0 : similarity(print, other);
      if (score >= SIMILAR && score > (best?.score ?? 0)) best = { place, score };
    }
    if (best === undefined) continue;
    taken.add(best.place);
    letters += (unmatched[best.place]?.length ?? 0) + text.length;
  }
  const all = [...orphan.values, ...newcomer.values].reduce((sum, value) => sum + plainValue(value).length, 0);
  return all === 0 ? 0 : letters / all;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
