import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Figure } from '../figure.ts';
import { FULL_SIZE } from '../project-generator.ts';
import { translations, withStub, type Workbench } from '../workbench.ts';

const LATENCY = 200;

const reportSchema = z.object({ characters: z.number(), failed: z.array(z.unknown()) });

/** Everything into five languages, the service taking 200 ms a request. */
export async function cold(workbench: Workbench): Promise<Figure[]> {
  const project = workbench.untranslated();
  return withStub({ latency: LATENCY }, async (stub) => {
    const run = await project.run('translate', [], stub);
    if (run.code !== 0) throw new Error(`the cold run ended with ${run.code}: ${run.stderr}`);
    const report = reportSchema.parse(JSON.parse(run.stdout));
    return [
      { figure: 'cold: wall', measured: run.wallSeconds, unit: 's', most: 8 },
      { figure: 'cold: CPU', measured: run.cpuSeconds, unit: 's' },
      { figure: 'cold: an empty file on this disk', measured: workbench.fileMicroseconds, unit: 'µs' },
      { figure: 'cold: requests', measured: translations(stub).length, unit: '', most: 100 },
      { figure: 'cold: most requests in flight', measured: stub.mostInFlight(), unit: '' },
      { figure: 'cold: peak memory of the process tree', measured: run.peakMegabytes ?? 0, unit: 'MB', most: 300 },
      { figure: 'cold: characters', measured: stub.billed(), unit: '' },
      {
        figure: 'cold: characters reported and not billed',
        measured: report.characters - stub.billed(),
        unit: '',
        most: 0,
      },
      { figure: 'cold: units that failed', measured: report.failed.length, unit: '', most: 0 },
    ];
  });
}

/** What the records weigh when nothing is wrong. */
export async function records(workbench: Workbench): Promise<Figure[]> {
  const { root } = await workbench.translated();
  let bytes = 0;
  let units = 0;
  for (const language of FULL_SIZE.languages) {
    const folder = join(root, 'locales/.review', language);
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.json')) continue;
      const text = readFileSync(join(folder, file), 'utf8');
      bytes += Buffer.byteLength(text);
      units += text.split('\n').filter((line) => line.startsWith('{"key"')).length;
    }
  }
  return [
    { figure: 'records: bytes a unit and language', measured: bytes / units, unit: 'bytes', most: 150 },
    { figure: 'records: units and languages', measured: units, unit: '' },
  ];
}
