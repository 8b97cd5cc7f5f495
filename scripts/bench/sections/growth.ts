import { fileURLToPath } from 'node:url';
import type { Figure } from '../figure.ts';
import { GROWTH_KINDS } from '../growth/kinds.ts';
import type { Growth } from '../growth/reader.ts';
import { measure } from '../measure.ts';

const READER = fileURLToPath(new URL('../growth/reader.js', import.meta.url));
/** Of a doubling; two is linear. */
const MOST_RATIO = 2.3;
/** Below this a reader's own noise is all that is measured. */
const FEW_MS = 150;
const HEAP = '--max-old-space-size=2048';
const SECONDS = '90';

/** Inputs of a stranger at n, 2n, 4n: each takes time in its size, or is refused within a second, in less than 1 GB. */
export async function growth(): Promise<Figure[]> {
  const bad: Figure[] = [];
  let refused = 0;
  let worst = 0;
  let peak = 0;
  for (const { name } of GROWTH_KINDS) {
    const run = await measure(['timeout', SECONDS, process.execPath, HEAP, READER, name]);
    const lines = run.stdout.split('\n').filter((line) => line !== '');
    const sizes = lines.slice(0, 3).map((line): Growth => JSON.parse(line));
    const ratios = sizes.slice(1).map(({ cpuMs }, index) => cpuMs / Math.max(FEW_MS, sizes[index]?.cpuMs ?? 0));
    const isRefused = sizes.length === 3 && sizes.some((size) => size.refused !== undefined);
    const isQuick = sizes.every((size) => size.refused === undefined || size.cpuMs <= 1000);
    const ratio = run.code === 0 && isQuick ? Math.max(0, ...ratios) : Infinity;
    const measured = sizes
      .map(({ cpuMs, refused: why }) => `${cpuMs}${why === undefined ? '' : ' refused'}`)
      .join(', ');
    if (isRefused) refused += 1;
    worst = Math.max(worst, ratio);
    peak = Math.max(peak, run.peakMegabytes ?? 0);
    if (ratio <= MOST_RATIO) continue;
    const figure = `growth of ${name} (CPU ms: ${measured}; exit ${run.code})`;
    bad.push({ figure, measured: ratio, unit: 'times', most: MOST_RATIO });
  }
  return [
    ...bad,
    {
      figure: `growth of ${GROWTH_KINDS.length} kinds: most for a doubling`,
      measured: worst,
      unit: 'times',
      most: MOST_RATIO,
    },
    { figure: 'growth: kinds refused by name', measured: refused, unit: '' },
    { figure: 'growth: peak memory', measured: peak, unit: 'MB', most: 1000 },
  ];
}
