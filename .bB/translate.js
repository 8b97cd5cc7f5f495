import { enter } from './project/entry.js';
import { exclusively } from './locales/exclusive-run.js';
import { openProject } from './run/project.js';
import { errorLines, exitCode, reportJson, reportLines } from './run/report.js';
import { readTranslateOptions, translateOptions } from './run/translate-options.js';
import { translate } from './run/translate.js';
await enter({
    name: 'translate',
    summary: 'Translates what is new or changed in source/ and writes bundles, articles and review records into locales/.',
    options: translateOptions,
    async run(invocation) {
        const { log, print, signal } = invocation;
        const project = openProject(invocation.root, process.env);
        const options = readTranslateOptions(invocation, project);
        const report = await exclusively(project.paths, log.error, (files) => translate(project, options, { files, log, signal }));
        log.close();
        for (const line of errorLines(report))
            log.error(line);
        if (invocation.json)
            print(reportJson(report));
        for (const line of reportLines(report, options))
            if (!invocation.json)
                print(line);
        return exitCode(report, false);
    },
});
