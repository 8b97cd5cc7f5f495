import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import type { Measured } from '../measure.ts';
import type { BenchProject, Workbench } from '../workbench.ts';

const RUNS = 3;

/** `check` and `status`: where nothing changed, where a tenth did, and where everything is judged anew. */
export async function gate(workbench: Workbench): Promise<Figure[]> {
  const project = await workbench.translated();
  const check = await median(project, 'check');
  const status = await median(project, 'status');
  const tenth = await workbench.translated();
  edit(tenth, (text, index) => (index % 10 === 0 ? text.replace(/⟦|\b[A-Z]/u, '$&$&') : text));
  const changed = await median(tenth, 'check');
  const all = await workbench.translated();
  judgedByOthers(all);
  const everything = await median(all, 'check');
  return [
    { figure: 'check, nothing changed: CPU', measured: check.cpuSeconds, unit: 's', most: 0.5 },
    { figure: 'status, nothing changed: CPU', measured: status.cpuSeconds, unit: 's', most: 0.5 },
    { figure: 'check, a tenth of the articles edited: CPU', measured: changed.cpuSeconds, unit: 's' },
    { figure: 'check, everything judged: CPU', measured: everything.cpuSeconds, unit: 's', most: 4 },
  ];
}

async function median(project: BenchProject, entry: string): Promise<Measured> {
  const runs: Measured[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await project.run(entry));
  const [middle] = runs.toSorted((a, b) => a.cpuSeconds - b.cpuSeconds).slice(Math.floor(RUNS / 2));
  if (middle === undefined) throw new Error('nothing was run');
  return middle;
}

/** Rewrites the bundles of one language. */
function edit({ root }: BenchProject, change: (text: string, index: number) => string): void {
  const folder = join(root, 'locales');
  const [language = ''] = readdirSync(folder).filter((name) => !name.startsWith('.') && name !== 'en');
  const bundles = readdirSync(join(folder, language), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .toSorted();
  for (const [index, file] of bundles.entries()) {
    const path = join(folder, language, file);
    const text = readFileSync(path, 'utf8');
    const next = change(text, index);
    if (next !== text) writeFileSync(path, next);
  }
}

/** As if other checks had judged all targets. */
function judgedByOthers({ root }: BenchProject): void {
  const folder = join(root, 'locales/.review');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.json')) continue;
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"checks":"[^"]*"/, '"checks":"others"'));
  }
}
