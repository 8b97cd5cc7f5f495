import { appendFileSync } from 'node:fs';
import { enter } from './project/entry.ts';
import { openProject } from './pipeline/see/project.ts';
import { errorLines, reportLines } from './project/report/run-lines.ts';
import { engineOption, readTranslateOptions, translateOptions } from './commands/translate-options.ts';
import { sync, syncExit } from './commands/sync/index.ts';
import { syncJson, syncLines } from './commands/sync/sync-report.ts';

const { to, engine, concurrency, prune, 'max-characters': maxCharacters } = translateOptions;

await enter({
  name: 'sync',
  summary:
    'What CI runs: translates on a branch of its own that is never reset, pushes, and keeps one pull or merge request open.',
  options: {
    base: { type: 'string', value: 'BRANCH', help: 'the branch that people work on (default: the remote’s own)' },
    branch: { type: 'string', value: 'BRANCH', help: 'the bot’s branch (default: glossa/translations)' },
    remote: { type: 'string', value: 'NAME', help: 'default: origin' },
    'no-push': { type: 'boolean', help: 'stop at the commit, and say its name' },
    ...(to && { to }),
    ...(engine && { engine }),
    ...(maxCharacters && { 'max-characters': maxCharacters }),
    ...(concurrency && { concurrency }),
    ...(prune && { prune }),
  },
  async run(invocation) {
    const { root, text, flag, log, signal, print, json } = invocation;
    const options = {
      remote: text('remote') ?? 'origin',
      base: text('base'),
      branch: text('branch') ?? 'glossa/translations',
      push: !flag('no-push'),
      engine: engineOption(invocation),
      translate: readTranslateOptions(invocation, openProject(root, process.env)),
    };
    const result = await sync(root, options, { log, signal, variables: process.env });
    log.close();
    for (const line of errorLines(result.run)) log.error(line);
    const page = process.env['GITHUB_STEP_SUMMARY'];
    if (page !== undefined && page !== '') appendFileSync(page, result.body);
    if (json) print(syncJson(result));
    for (const line of [...reportLines(result.run, options.translate), ...syncLines(result)]) if (!json) print(line);
    return syncExit(result);
  },
});
