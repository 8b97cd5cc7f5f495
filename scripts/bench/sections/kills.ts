import type { Figure } from '../figure.ts';
import { killRuns } from '../killed-runs.ts';

const KILLS = 50;
const CONCURRENCY = 8;

/** Cold runs killed at 50 random moments, all of them at work. */
export async function kills(): Promise<Figure[]> {
  const size = { articles: 44, namespaces: 1, keys: 80, languages: ['it', 'de', 'fr', 'es'] };
  const result = await killRuns({ size, kills: KILLS, seed: 1, latency: 250, concurrency: CONCURRENCY });
  return [
    { figure: 'killed: runs killed at work', measured: result.killed, unit: '', least: KILLS },
    { figure: 'killed: moments drawn again, the run had ended', measured: result.late, unit: '' },
    // Where none were, that nothing is paid twice would say nothing.
    {
      figure: 'killed: kills with requests in flight',
      measured: result.paidTwice.filter((requests) => requests > 0).length,
      unit: '',
      least: 1,
    },
    { figure: 'killed: torn files', measured: result.torn.length, unit: '', most: 0 },
    {
      figure: 'killed: requests paid twice, most',
      measured: Math.max(...result.paidTwice),
      unit: '',
      most: CONCURRENCY,
    },
    { figure: 'killed: next runs that failed', measured: result.failed, unit: '', most: 0 },
    { figure: 'killed: files unlike an undisturbed run’s', measured: result.different.length, unit: '', most: 0 },
    { figure: 'killed: machine text taken for a person’s', measured: result.human, unit: '', most: 0 },
  ];
}
