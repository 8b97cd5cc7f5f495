import { appendFileSync } from 'node:fs';
import { enter } from './project/entry.ts';
import { UsageError } from './project/errors.ts';
import { CHECK_FORMATS } from './commands/check-formats/index.ts';
import { checkGate } from './commands/gate/index.ts';
import { checkExit, checkJson, checkOutcome } from './commands/check-report.ts';
import { languagesOption } from './commands/translate-options.ts';
import { allowedRules } from './commands/gate/policy.ts';
import { folderInRepository } from './project/repository-folder.ts';
import { openProject } from './pipeline/see/project.ts';

const FORMATS = ['json', ...CHECK_FORMATS.map(({ name }) => name)];

await enter({
  name: 'check',
  summary:
    'Offline gate for CI: judges every translation and looks for gaps and damage. Writes nothing but, where asked, the baseline.',
  endsAnywhere: true,
  options: {
    to: { type: 'string', value: 'es,it', help: 'only these target languages' },
    allow: { type: 'string', value: 'missing,stale', help: 'kinds and checks that are no fault' },
    strict: { type: 'boolean', help: 'warnings count as errors' },
    format: { type: 'string', value: 'NAME', help: FORMATS.join(', ') },
    'changed-since': {
      type: 'string',
      value: 'REF',
      help: 'only findings of files and units that differ from a commit',
    },
    'update-baseline': { type: 'boolean', help: 'take the findings there are for known, and tell them no more' },
  },
  async run({ root, json, text, flag, log, print }) {
    const name = json ? 'json' : (text('format') ?? 'text');
    const format = CHECK_FORMATS.find((one) => one.name === name);
    if (format === undefined && name !== 'json')
      throw new UsageError(`--format is one of ${FORMATS.join(', ')}, not "${name}".`);
    const rules = allowedRules(text('allow'));
    const project = openProject(root, process.env);
    const { report, known, gone } = await checkGate(project, {
      languages: languagesOption(text('to'), project),
      since: text('changed-since'),
      update: flag('update-baseline'),
      note: log.error,
    });
    const allowed = { rules, known, gone };
    const outcome = checkOutcome(report, allowed, folderInRepository(project.root));
    const output = format === undefined ? checkJson(report) : format.print(outcome);
    if (output !== '') print(output);
    const page = process.env['GITHUB_STEP_SUMMARY'];
    if (page !== undefined && page !== '' && format?.stepSummary !== undefined)
      appendFileSync(page, format.stepSummary(outcome));
    log.line(outcome.summary);
    return checkExit(report, allowed, flag('strict'));
  },
});
