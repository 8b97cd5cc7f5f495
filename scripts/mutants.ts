import { MUTANTS } from './mutants/mutants.ts';
import { runMutants } from './mutants/run-mutants.ts';
import { enter } from './project/entry.ts';

await enter({
  name: 'mutants',
  summary: 'For contributors: breaks the code in some thirty places, one at a time, and names what no test noticed.',
  options: { only: { type: 'string', value: 'WORDS', help: 'only those whose name has these words' } },
  async run({ root, text, print }) {
    const only = text('only') ?? '';
    const chosen = MUTANTS.filter(({ name }) => name.includes(only));
    const verdicts = await runMutants(root, chosen, ({ mutant, isNoticed }) =>
      print(`${isNoticed ? 'noticed ' : 'SURVIVED'}  ${mutant.name} (${mutant.file})`),
    );
    const survivors = verdicts.filter(({ isNoticed }) => !isNoticed);
    print(`${verdicts.length - survivors.length} of ${verdicts.length} noticed.`);
    return survivors.length === 0 ? 0 : 1;
  },
});
