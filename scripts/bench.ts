import { enter } from './project/entry.ts';
import { UsageError } from './project/errors.ts';
import { nearest } from './project/nearest.ts';
import { figureTable, isMet, type Figure } from './bench/figure.ts';
import { DEFAULT_SECTIONS, SECTIONS, sectionsOf } from './bench/sections/index.ts';
import { createWorkbench } from './bench/workbench.ts';

await enter({
  name: 'bench',
  summary:
    'Measures Glossa on generated projects in a temporary folder, against a local stub of DeepL. Nothing leaves this machine. A figure that misses its bar ends with 1.',
  options: {
    only: { type: 'string', value: 'noop,cold', help: `only these sections: ${[...SECTIONS.keys()].join(', ')}` },
    small: { type: 'boolean', help: 'a tenth of the sizes of the sections about teams, for a look' },
  },
  async run({ json, text, flag, log, print, signal }) {
    const asked = text('only')?.split(',') ?? DEFAULT_SECTIONS;
    for (const name of asked) {
      if (sectionsOf(name).length > 0) continue;
      const near = nearest(name, [...SECTIONS.keys()]);
      throw new UsageError(
        `--only knows no section "${name}".`,
        near === undefined ? {} : { remedy: `Did you mean ${near}?` },
      );
    }
    const names = asked.flatMap(sectionsOf);
    const workbench = createWorkbench((line) => log.line(line), flag('small') ? 0.1 : 1);
    const figures: Figure[] = [];
    try {
      for (const name of names) {
        signal.throwIfAborted();
        log.line(`measuring: ${name}`);
        figures.push(...((await SECTIONS.get(name)?.(workbench)) ?? []));
      }
    } finally {
      workbench.close();
    }
    if (json) print(JSON.stringify({ figures: figures.map((one) => ({ ...one, met: isMet(one) })) }, null, 2));
    else print(figureTable(figures));
    return figures.every(isMet) ? 0 : 1;
  },
});
