/**
 * Measures the fuzzy index: time until it is ready, time a lookup, and that it finds what a full scan finds.
 *
 *   node .build/bench/fuzzy-lookup.js [--segments 100000] [--queries 1000] [--compare 1000]
 *
 * Prints one line of JSON. `--compare N` scans everything for the first N queries, which takes about 50 ms each at 100,000.
 */
import { parseArgs } from 'node:util';
import { buildFuzzyIndex } from '../memory/fuzzy-index.ts';
import { fullScan } from './full-scan.ts';
import { seededRandom, segmentGenerator } from './segment-generator.ts';

const MINIMUM = 75;
/** Longer queries, in characters, count as long ones. */
const SHORT = 60;

const { values } = parseArgs({
  options: {
    segments: { type: 'string', default: '100000' },
    queries: { type: 'string', default: '1000' },
    compare: { type: 'string', default: '1000' },
  },
});

const generator = segmentGenerator(1);
// Written and read, as texts of bundles are: a text that was only put together is taken apart at its first use.
const written = new Set(
  Array.from({ length: Number(values.segments) }, () => Buffer.from(generator.next()).toString()),
);
const texts = [...written];
const random = seededRandom(2);
const queries = Array.from({ length: Number(values.queries) }, (_, index) => {
  const known = texts[Math.floor(random() * texts.length)] ?? '';
  return index % 4 === 3 ? generator.next() : generator.edited(known, random() * 0.3);
});

let start = performance.now();
const index = buildFuzzyIndex(texts);
const ready = performance.now() - start;

const times: { readonly short: boolean; readonly ms: number }[] = [];
const found = queries.map((query) => {
  start = performance.now();
  const best = index.best(query, MINIMUM)?.score;
  times.push({ short: query.length <= SHORT, ms: performance.now() - start });
  return best;
});

const compared = queries.slice(0, Number(values.compare));
const scan = fullScan(compared.length === 0 ? [] : texts, MINIMUM);
const equal = compared.filter((query, at) => found[at] === scan(query)).length;

const report = {
  segments: texts.length,
  readyMs: round(ready),
  long: quantiles(false),
  short: quantiles(true),
  matched: found.filter((score) => score !== undefined).length,
  equalToFullScan: `${equal} of ${compared.length}`,
  rssMB: round(process.memoryUsage().rss / 1e6),
};
process.stdout.write(`${JSON.stringify(report)}\n`);

function quantiles(short: boolean): { readonly queries: number; readonly p50: number; readonly p95: number } {
  const sorted = times.filter((time) => time.short === short).map((time) => time.ms);
  sorted.sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { queries: sorted.length, p50: at(0.5), p95: at(0.95) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
