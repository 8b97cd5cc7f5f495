import { exclusively } from './locales/exclusive-run.ts';
import { enter } from './project/entry.ts';
import { exitCode } from './project/report/report.ts';
import { errorLines, problemLines } from './project/report/run-lines.ts';
import { openProject } from './pipeline/see/project.ts';
import { renderProject } from './commands/render.ts';

await enter({
  name: 'render',
  summary: 'Writes the translated articles from source and bundles alone; asks no engine.',
  options: {},
  async run({ root, json, log, print }) {
    const project = openProject(root, process.env);
    const report = await exclusively(project, log.error, (journal) => renderProject(project, journal));
    for (const line of [...errorLines(report), ...problemLines(report)]) log.error(line);
    const { problems, written } = report;
    print(json ? JSON.stringify({ written, problems }) : `${written} files written.`);
    return exitCode(report, false);
  },
});
