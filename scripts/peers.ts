import { enter } from './project/entry.ts';
import { UsageError } from './project/errors.ts';
import { nearest } from './project/nearest.ts';
import { projectPaths } from './project/paths.ts';
import { figureTable, isMet, type Figure } from './bench/figure.ts';
import { SECTIONS } from './peers/sections/index.ts';

await enter({
  name: 'peers',
  summary:
    'Proofs against independent programs and public data, which are fetched for it into the cache. Long, and no part of the tests. A figure that misses its bar ends with 1.',
  words: [...SECTIONS.keys()].join('|'),
  options: {
    show: {
      type: 'string',
      value: 'NAME',
      help: 'for checks: the pairs that a check flags, or the planted faults that are `missed`',
    },
  },
  async run({ root, json, words, text, log, print, signal }) {
    const [first, ...others] = words;
    if (first === undefined) throw new UsageError(`Name what to prove: ${[...SECTIONS.keys()].join(', ')}.`);
    const figures: Figure[] = [];
    for (const name of [first, ...others]) {
      const section = SECTIONS.get(name);
      if (section === undefined) {
        const near = nearest(name, [...SECTIONS.keys()]);
        const remedy = near === undefined ? {} : { remedy: `Did you mean ${near}?` };
        throw new UsageError(`peers knows no "${name}".`, remedy);
      }
      const desk = {
        cache: projectPaths(root, process.env).sharedCache,
        note: (line: string) => log.line(line),
        signal,
        show: text('show'),
      };
      figures.push(...(await section(desk)));
    }
    if (json) print(JSON.stringify({ figures: figures.map((one) => ({ ...one, met: isMet(one) })) }, null, 2));
    else print(figureTable(figures));
    return figures.every(isMet) ? 0 : 1;
  },
});
