import { enter } from './project/entry.ts';
import { describe } from './project/errors.ts';
import { checkProject } from './commands/check.ts';
import { checkJson, progressOf, statusTable } from './commands/check-report.ts';
import { writePictures } from './commands/status-pictures/index.ts';
import { openProject } from './pipeline/see/project.ts';
import { languagesOption } from './commands/translate-options.ts';

await enter({
  name: 'status',
  summary: 'How far each language is: units, translated, reviewed, stale, missing, findings, terms.',
  endsAnywhere: true,
  options: {
    team: { type: 'boolean', help: 'of the team at DATABASE_URL: queue, workers, spending, hit rates' },
    to: { type: 'string', value: 'es,it', help: 'only these target languages' },
    badge: {
      type: 'string',
      value: 'FILE.svg',
      help: 'write a badge into the project: languages, how much is current',
    },
    chart: {
      type: 'string',
      value: 'FILE.svg',
      help: 'write a bar chart into the project: reviewed, drafts, stale, missing',
    },
  },
  async run({ root, json, text, flag, log, print }) {
    if (flag('team')) {
      const { teamStatus } = await import('./commands/team/status.ts');
      print(await teamStatus(json));
      return 0;
    }
    const project = openProject(root, process.env);
    const report = await checkProject(project, languagesOption(text('to'), project));
    await writePictures(project, { badge: text('badge'), chart: text('chart') }, progressOf(report), log.error);
    for (const error of report.errors) log.error(`error: ${describe(error)}`);
    print(json ? checkJson(report) : statusTable(report));
    return report.errors.length > 0 ? 1 : 0;
  },
});
