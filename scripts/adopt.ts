import { adopt } from './commands/adopt/index.ts';
import { adoptionLines } from './commands/adopt/adoption.ts';
import { languagesOption } from './commands/translate-options.ts';
import { exclusively } from './locales/exclusive-run.ts';
import { openProject } from './pipeline/see/project.ts';
import { enter } from './project/entry.ts';

await enter({
  name: 'adopt',
  summary: 'Takes over the translations that are there as people’s work; asks no engine for what is missing.',
  options: {
    to: { type: 'string', value: 'es,it', help: 'only these target languages' },
    only: { type: 'string', value: 'GLOB', help: 'only these source files' },
    'keep-equal': { type: 'boolean', help: 'sentences equal to their source are translations' },
    'dry-run': { type: 'boolean', help: 'say what would be taken over; write nothing' },
  },
  examples: ['--dry-run', '--dry-run --json', '--to es'],
  async run({ root, text, flag, json, log, print, signal }) {
    const project = openProject(root, process.env);
    const isDry = flag('dry-run');
    const options = { to: languagesOption(text('to'), project), only: text('only'), keepEqual: flag('keep-equal') };
    const { adoption, report } = isDry
      ? await adopt(project, options, undefined, log, signal)
      : await exclusively(project, log.error, (files) => adopt(project, options, files, log, signal));
    log.close();
    print(json ? JSON.stringify(adoption, null, 2) : adoptionLines(adoption, isDry).join('\n'));
    // What is left alone is told; only a configuration that cannot be used is a failure.
    return report.errors.some(({ exitCode }) => exitCode === 2) ? 2 : 0;
  },
});
