import type { Figure } from '../figure.ts';
import type { Workbench } from '../workbench.ts';

const RUNS = 5;

/** A fresh clone without a cache, in which nothing changed. */
export async function nothingToDo(workbench: Workbench): Promise<Figure[]> {
  const project = await workbench.translated();
  const before = project.snapshot('locales');
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await project.run('translate'));
  const after = project.snapshot('locales');
  const touched = [...after].filter(([file, state]) => before.get(file) !== state).length;
  return [
    {
      figure: `nothing to do: CPU (median of ${RUNS})`,
      measured: median(runs.map((run) => run.cpuSeconds)),
      unit: 's',
      most: 0.3,
    },
    { figure: 'nothing to do: wall', measured: median(runs.map((run) => run.wallSeconds)), unit: 's' },
    {
      figure: 'nothing to do: files written',
      measured: touched + Math.abs(after.size - before.size),
      unit: '',
      most: 0,
    },
    { figure: 'nothing to do: failed runs', measured: runs.filter(({ code }) => code !== 0).length, unit: '', most: 0 },
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
