import { createInterface } from 'node:readline/promises';
import { adopt } from './commands/adopt/index.ts';
import { adoptionLines } from './commands/adopt/adoption.ts';
import { planInit, writeInit } from './commands/init/index.ts';
import { firstTerms } from './commands/init/terms.ts';
import { checkEngineName } from './pipeline/ask/choose-engine.ts';
import { openProject } from './pipeline/see/project.ts';
import { enter } from './project/entry.ts';
import { asCalled } from './project/program.ts';

await enter({
  name: 'init',
  summary: 'Sets a project up: finds layout and languages, writes l10n.config.json, a first termbase and a workflow.',
  options: {
    yes: { type: 'boolean', help: 'ask nothing' },
    from: { type: 'string', value: 'FILE', help: 'read i18n.json, .deepl-sync.yaml or crowdin.yml' },
    source: { type: 'string', value: 'TAG', help: 'the language of the sources (default: found)' },
    to: { type: 'string', value: 'es,it', help: 'the languages to translate into (default: found)' },
    engine: { type: 'string', value: 'NAME', help: 'the engine (default: auto)' },
    'dry-run': { type: 'boolean', help: 'print the configuration; write nothing' },
  },
  examples: ['--yes', '--to es,pt-BR', '--from crowdin.yml'],
  async run({ root, text, flag, json, log, print, signal }) {
    const engine = text('engine');
    if (engine !== undefined) checkEngineName(engine);
    const to = text('to')
      ?.split(',')
      .map((tag) => tag.trim());
    const plan = planInit(root, { from: text('from'), source: text('source'), to, engine });
    if (flag('dry-run')) {
      print(JSON.stringify(plan.configuration, null, 2));
      return 0;
    }
    log.line(`Found: ${[plan.what, ...plan.notes].join('; ')}.`);
    if (!flag('yes') && !json && process.stdin.isTTY && process.stderr.isTTY) {
      log.line(JSON.stringify(plan.configuration));
      const asked = createInterface({ input: process.stdin, output: process.stderr });
      const answer = await asked.question(`Write ${plan.files.map(({ file }) => file).join(', ')}? [Y/n] `);
      asked.close();
      if (/^n/i.test(answer.trim())) return 0;
    }
    const written = writeInit(root, plan);
    const project = openProject(root, process.env);
    const terms = await firstTerms(project);
    if (terms !== undefined) written.push(...writeInit(root, { files: [terms] }));
    const { adoption } = await adopt(
      project,
      { to: undefined, only: undefined, keepEqual: false },
      undefined,
      log,
      signal,
    );
    const isThere = Object.keys(adoption.languages).length > 0;
    const next = asCalled(`npm run ${isThere ? 'adopt' : 'translate -- --dry-run'}`);
    log.close();
    if (json) print(JSON.stringify({ written, configuration: plan.configuration, adoption, next }, null, 2));
    else print([`Written: ${written.join(', ')}.`, ...adoptionLines(adoption, true), `Next: ${next}`].join('\n'));
    return 0;
  },
});
