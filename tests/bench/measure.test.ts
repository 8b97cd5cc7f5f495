import { describe, expect, it } from 'vitest';
import { figureTable, isMet } from '../../scripts/bench/figure.ts';
import { childSeconds, measure } from '../../scripts/bench/measure.ts';

describe('measure', () => {
  it('counts CPU and memory of a process and of what it starts, and tells how it ended', async () => {
    const busy =
      'const end = process.cpuUsage().user + 2e5; while (process.cpuUsage().user < end); Buffer.alloc(5e7, 1);';
    const child = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(busy)}])`;
    const run = await measure([process.execPath, '-e', `${child}; console.log('done'); process.exit(3)`]);
    expect(run.code).toBe(3);
    expect(run.stdout).toBe('done\n');
    expect(run.cpuSeconds).toBeGreaterThan(0.2);
    expect(run.wallSeconds).toBeGreaterThan(0.2);
    if (process.platform === 'linux') expect(run.peakMegabytes).toBeGreaterThan(60);
  });

  it('reads the times of a shell', () => {
    expect(childSeconds('0m0.00s 0m0.01s\n1m2.50s 0m0.25s\n')).toBeCloseTo(62.75);
  });
});

describe('figures', () => {
  it('tell which bar is missed', () => {
    const slow = { figure: 'slow', measured: 9, unit: 's', most: 8 };
    const few = { figure: 'few', measured: 999, unit: '', least: 1000 };
    const shown = { figure: 'shown', measured: 5, unit: 'MB' };
    expect([slow, few, shown].map(isMet)).toEqual([false, false, true]);
    expect(figureTable([slow, shown])).toMatch(/slow +at most 8 +9 s +NO\n/);
  });
});
