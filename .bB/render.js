import { exclusively } from './locales/exclusive-run.js';
import { enter } from './project/entry.js';
import { errorLines, exitCode } from './run/report.js';
import { openProject } from './run/project.js';
import { renderProject } from './run/render-project.js';
await enter({
    name: 'render',
    summary: 'Writes the translated articles from source and bundles alone; asks no engine.',
    options: {},
    async run({ root, json, log, print }) {
        const project = openProject(root, process.env);
        const report = await exclusively(project.paths, log.error, (journal) => renderProject(project, journal));
        for (const line of errorLines(report))
            log.error(line);
        print(json ? JSON.stringify({ written: report.written }) : `${report.written} files written.`);
        return exitCode(report, false);
    },
});
