/** What has been translated before and is like a unit: the project's own texts, and those whose unit has left the source. */
import { buildFuzzyIndex, type FuzzyIndex } from '../../memory/fuzzy-index.ts';
import { readKeptMemory } from '../../pipeline/see/kept-memory.ts';
import { syntaxOf } from '../../pipeline/see/source/sources.ts';
import { needSyntaxes, parseValue } from '../../pipeline/see/values.ts';
import type { Address, ShownMatch, UnitRow } from '../../review/contract.ts';
import { canonical } from '../../units/canonical.ts';
import type { OpenedProject } from './open-project.ts';
import type { FileRows } from './read-rows.ts';

interface Place {
  readonly namespace: string;
  readonly key: string;
}

interface Index {
  readonly print: string;
  readonly texts: readonly string[];
  readonly index: FuzzyIndex;
  readonly places: ReadonlyMap<string, readonly Place[]>;
}

const MOST = 5;
const LEAST_SCORE = 60;

export type FindMatches = (opened: OpenedProject, all: readonly FileRows[], address: Address) => Promise<ShownMatch[]>;

/** @returns the look-up; its index is of source texts, and built again when one of them changes. */
export function matchFinder(): FindMatches {
  let held: Index | undefined;
  return async (opened, all, address) => {
    const { language, namespace, key } = address;
    const own = all.find(({ file }) => file.namespace === namespace)?.canonicals.get(key);
    if (own === undefined) return [];
    const print = all.map(({ file, canonicals }) => `${file.path} ${[...canonicals.values()].join(' ')}`).join('\n');
    if (held?.print !== print) held = indexOf(all, print);
    const kept = await keptTexts(opened, language);
    const found: ShownMatch[] = [];
    const taken = new Set<number>();
    while (found.length < MOST) {
      const best = held.index.best(own, LEAST_SCORE, (text) => (taken.has(text) ? Infinity : 0));
      if (best === undefined || best.texts.length === 0) break;
      for (const text of best.texts) {
        taken.add(text);
        const source = held.texts[text] ?? '';
        const here = (held.places.get(source) ?? []).filter(
          (place) => place.namespace !== namespace || place.key !== key,
        );
        found.push(...here.flatMap((place) => matchAt(all, language, place, best.score)));
      }
    }
    for (const text of kept) if (text.canonical === own) found.push(text.match);
    return distinct(found).slice(0, MOST);
  };
}

function indexOf(all: readonly FileRows[], print: string): Index {
  const places = new Map<string, Place[]>();
  for (const { file, canonicals } of all) {
    for (const [key, source] of canonicals) {
      const same = places.get(source);
      if (same === undefined) places.set(source, [{ namespace: file.namespace, key }]);
      else same.push({ namespace: file.namespace, key });
    }
  }
  const texts = [...places.keys()];
  return { print, texts, index: buildFuzzyIndex(texts), places };
}

function matchAt(all: readonly FileRows[], language: string, { namespace, key }: Place, score: number): ShownMatch[] {
  const rows = all.find(({ file }) => file.namespace === namespace)?.rows.get(language) ?? [];
  const row = rows.find((one) => one.key === key);
  // A stale text belongs to another source than the one that stands there now.
  if (row?.target === undefined || row.target === null || row.stale) return [];
  return [{ ...shown(row), score: Math.floor(score) }];
}

function shown({ source, target, namespace, key, state, origin }: UnitRow): Omit<ShownMatch, 'score'> {
  return { source, target: target ?? '', namespace, key, state, origin };
}

async function keptTexts({ project, files }: OpenedProject, language: string) {
  const { texts } = readKeptMemory(project, language);
  await needSyntaxes(['plain', ...files.map(({ format }) => format.syntax)]);
  return texts.map(({ namespace, key, source, target, state, origin = 'person' }) => {
    const file = files.find((one) => one.namespace === namespace);
    const content = parseValue(file === undefined ? 'plain' : syntaxOf(file, key), source);
    return { canonical: canonical(content), match: { score: 100, source, target, namespace, key, state, origin } };
  });
}

/** The best first, approved before drafts; a text that stands in many places is one match. */
function distinct(found: readonly ShownMatch[]): ShownMatch[] {
  const isDraft = ({ state, origin }: ShownMatch): number => Number(state === 'translated' && origin !== 'person');
  const sorted = found.toSorted((a, b) => b.score - a.score || isDraft(a) - isDraft(b));
  const seen = new Set<string>();
  return sorted.filter(({ source, target }) => {
    const name = JSON.stringify([source, target]);
    return !seen.has(name) && seen.add(name);
  });
}
