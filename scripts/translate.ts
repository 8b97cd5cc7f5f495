import { enter } from './project/entry.ts';
import { exclusively } from './locales/exclusive-run.ts';
import { openProject } from './pipeline/see/project.ts';
import { exitCode, reportJson } from './project/report/report.ts';
import { errorLines, reportLines } from './project/report/run-lines.ts';
import { engineOption, readTranslateOptions, translateOptions } from './commands/translate-options.ts';
import { translate } from './commands/translate.ts';

await enter({
  name: 'translate',
  summary:
    'Translates what is new or changed in source/ and writes bundles, articles and review records into locales/.',
  options: translateOptions,
  async run(invocation) {
    const { log, print, signal } = invocation;
    const project = openProject(invocation.root, process.env, engineOption(invocation));
    const options = readTranslateOptions(invocation, project);
    const report = await exclusively(project, log.error, (files) =>
      translate(project, options, { files, log, signal }),
    );
    log.close();
    for (const line of errorLines(report)) log.error(line);
    if (invocation.json) print(reportJson(report));
    for (const line of reportLines(report, { ...options, quiet: invocation.flag('quiet') }))
      if (!invocation.json) print(line);
    return exitCode(report, false);
  },
});
