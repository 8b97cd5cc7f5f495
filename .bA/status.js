import { enter } from './project/entry.js';
import { describe } from './project/errors.js';
import { checkProject } from './run/check-project.js';
import { checkJson, statusTable } from './run/check-report.js';
import { openProject } from './run/project.js';
import { languagesOption } from './run/translate-options.js';
await enter({
    name: 'status',
    summary: 'How far each language is: units, translated, reviewed, stale, missing, findings, terms.',
    options: { to: { type: 'string', value: 'es,it', help: 'only these target languages' } },
    async run({ root, json, text, log, print }) {
        const project = openProject(root, process.env);
        const report = await checkProject(project, languagesOption(text('to'), project));
        for (const error of report.errors)
            log.error(`error: ${describe(error)}`);
        print(json ? checkJson(report) : statusTable(report));
        return report.errors.length > 0 ? 1 : 0;
    },
});
