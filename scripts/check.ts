import { enter } from './project/entry.ts';
import { UsageError } from './project/errors.ts';
import { checkProject } from './commands/check.ts';
import { checkExit, checkJson, checkSummary, faultLines, FAULT_KINDS } from './commands/check-report.ts';
import { openProject } from './pipeline/see/project.ts';
import { languagesOption } from './commands/translate-options.ts';

await enter({
  name: 'check',
  summary:
    'Offline gate for CI: judges every translation and looks for gaps, damage and edits not taken over. Writes nothing.',
  options: {
    to: { type: 'string', value: 'es,it', help: 'only these target languages' },
    allow: { type: 'string', value: 'missing,stale', help: `what is no fault: ${FAULT_KINDS.join(', ')}` },
    strict: { type: 'boolean', help: 'warnings count as errors' },
    format: { type: 'string', value: 'text|json|github', help: 'text, one JSON document, or annotations for GitHub' },
  },
  async run({ root, json, text, flag, log, print }) {
    const format = json ? 'json' : (text('format') ?? 'text');
    if (format !== 'text' && format !== 'json' && format !== 'github') {
      throw new UsageError(`--format is text, json or github, not "${format}".`);
    }
    const allow = (text('allow') ?? '').split(',').filter((kind) => kind !== '');
    const unknown = allow.find((kind) => !FAULT_KINDS.some((known) => known === kind));
    if (unknown !== undefined) {
      throw new UsageError(`--allow knows no "${unknown}".`, { remedy: `Known: ${FAULT_KINDS.join(', ')}.` });
    }
    const project = openProject(root, process.env);
    const report = await checkProject(project, languagesOption(text('to'), project));
    if (format === 'json') print(checkJson(report));
    else {
      for (const line of faultLines(report, allow, format)) print(line);
      log.line(checkSummary(report, allow));
    }
    return checkExit(report, allow, flag('strict'));
  },
});
