import { enter, type Invocation } from './project/entry.ts';
import { exclusively } from './locales/exclusive-run.ts';
import { openProject } from './pipeline/see/project.ts';
import { exitCode, reportJson, type Report } from './project/report/report.ts';
import { errorLines, reportLines } from './project/report/run-lines.ts';
import { engineOption, readTranslateOptions, translateOptions } from './commands/translate-options.ts';
import { translate } from './commands/translate.ts';

await enter({
  name: 'translate',
  summary:
    'Translates what is new or changed in source/ and writes bundles, articles and review records into locales/.',
  options: translateOptions,
  async run(invocation) {
    const { log, print, signal, root } = invocation;
    if (invocation.flag('watch')) {
      const { watchProject } = await import('./commands/watch.ts');
      await watchProject(openProject(root, process.env), { log, signal, run: () => watched(invocation) });
      return 0;
    }
    const { report, options } = await runOnce(invocation);
    log.close();
    for (const line of errorLines(report)) log.error(line);
    if (invocation.json) print(reportJson(report));
    for (const line of reportLines(report, { ...options, quiet: invocation.flag('quiet') }))
      if (!invocation.json) print(line);
    return exitCode(report, false);
  },
});

async function runOnce(invocation: Invocation) {
  const { log, signal } = invocation;
  const project = openProject(invocation.root, process.env, engineOption(invocation));
  const options = readTranslateOptions(invocation, project);
  const report: Report = await exclusively(project, log.error, (files) =>
    translate(project, options, { files, log, signal }),
  );
  return { report, options };
}

/** A run after a save: what is wrong, and one sentence. */
async function watched(invocation: Invocation): Promise<string> {
  const start = performance.now();
  const { log } = invocation;
  // What it says of its way is the same each time.
  const quiet = { ...log, line: () => undefined, progress: () => undefined };
  const { report, options } = await runOnce({ ...invocation, log: quiet });
  const lines = [...errorLines(report), ...reportLines({ ...report, languages: new Map() }, options).slice(0, -1)];
  for (const line of lines) log.error(line);
  const last = reportLines(report, options).at(-1) ?? '';
  return `${last} (${((performance.now() - start) / 1000).toFixed(1)} s)`;
}
