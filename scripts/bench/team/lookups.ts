/** Look-ups among the texts of a large team: how fast, and that they find what the memory of one machine finds. */
import type { Figure } from '../figure.ts';
import { seededRandom, segmentGenerator } from '../segment-generator.ts';
import { translationMemory, type MemoryQuery } from '../../memory/matches.ts';
import { bestMatch } from '../../pipeline/recall/recall-shared.ts';
import { wordsOf } from '../../pipeline/recall/shared-words.ts';
import { needSyntaxes, syntaxNamed } from '../../pipeline/see/values.ts';
import { textFinder, type TextFinder } from '../../team/texts/find.ts';
import { refreshStatistics, shareFile } from '../../team/texts/share.ts';
import type { Fleet } from './fleet.ts';

const MINIMUM = 75;
const QUERIES = 500;
/** Texts of one namespace. */
const FILE = 5_000;
const PLACE = { sourceLanguage: 'en', syntax: 'markdown', state: 'reviewed' } as const;
const PAIR = { source: 'en', target: 'es' };

export async function lookups(fleet: Fleet, share: number): Promise<Figure[]> {
  const { database } = fleet;
  const count = Math.round(1_000_000 * share);
  const generator = segmentGenerator(1);
  // Written and read, as texts of bundles are.
  const texts = new Set<string>();
  while (texts.size < count) texts.add(Buffer.from(generator.next()).toString());
  const all = [...texts];
  const begun = performance.now();
  for (let at = 0; at < all.length; at += FILE) {
    const namespace = `n${at}`;
    const own = all.slice(at, at + FILE).map((source, index) => {
      const words = wordsOf(source);
      return {
        ...PLACE,
        namespace,
        key: `k${index}`,
        source,
        words,
        target: source,
        before: undefined,
        after: undefined,
      };
    });
    await shareFile(database, 'others', { language: 'es', namespace, print: '' }, own);
  }
  await refreshStatistics(database);
  const loaded = (performance.now() - begun) / 1000;

  await needSyntaxes(['markdown', 'plain']);
  const finder = await textFinder(database, 'own');
  const random = seededRandom(2);
  const queries = Array.from({ length: QUERIES }, (_, index) => {
    const known = all[Math.floor(random() * all.length)] ?? '';
    return index % 4 === 3 ? generator.next() : generator.edited(known, random() * 0.3);
  });
  const exact = await timed(finder, all.slice(0, QUERIES), 100);
  const fuzzy = await timed(finder, queries, MINIMUM);
  // The memory of one machine, which the section "fuzzy" holds against a full scan.
  const entries = all.map((source, index) => {
    const place = { namespace: `n${index - (index % FILE)}`, key: `k${index % FILE}` };
    return { ...PLACE, ...place, source, target: source, targetLanguage: 'es', origin: 'person' };
  });
  const whole = translationMemory(entries, { syntax: syntaxNamed, minimum: MINIMUM });
  const equal = queries.filter((source, at) => fuzzy.scores[at] === whole.lookup(queryOf(source))?.score).length;
  const name = `look-up among ${count} texts of people`;
  return [
    { figure: `${name}: exact, median`, measured: fuzzyAt(exact.times, 0.5), unit: 'ms', most: 1 },
    { figure: `${name}: exact, of 100 the slowest 5`, measured: fuzzyAt(exact.times, 0.95), unit: 'ms' },
    { figure: `${name}: fuzzy, median`, measured: fuzzyAt(fuzzy.times, 0.5), unit: 'ms', most: 15 },
    { figure: `${name}: fuzzy, of 100 the slowest 5`, measured: fuzzyAt(fuzzy.times, 0.95), unit: 'ms' },
    {
      figure: `${name}: scores of the memory of one machine, of ${QUERIES}`,
      measured: equal,
      unit: '',
      least: QUERIES,
    },
    { figure: `${name}: texts looked at for one`, measured: fuzzy.looked / QUERIES, unit: '' },
    { figure: `${name}: added a second`, measured: count / loaded, unit: '' },
  ];
}

function queryOf(source: string): MemoryQuery {
  const content = [{ type: 'text', text: source } as const];
  return { ...PLACE, namespace: 'm', key: 'k', targetLanguage: 'es', source, content };
}

async function timed(finder: TextFinder, sources: readonly string[], minimum: number) {
  const times: number[] = [];
  const scores: (number | undefined)[] = [];
  let looked = 0;
  // The first look-ups find the connection and the caches cold.
  for (const source of sources.slice(0, 20)) await finder.find(PAIR, [{ source, words: wordsOf(source) }], minimum);
  for (const source of sources) {
    const begun = performance.now();
    const [found = []] = await finder.find(
      PAIR,
      [minimum === 100 ? { source } : { source, words: wordsOf(source) }],
      minimum,
    );
    times.push(performance.now() - begun);
    looked += found.length;
    scores.push(bestMatch(queryOf(source), found, Math.min(minimum, 98), false)?.score);
  }
  return { times: times.toSorted((a, b) => a - b), scores, looked };
}

function fuzzyAt(times: readonly number[], share: number): number {
  return times[Math.floor(times.length * share)] ?? 0;
}
