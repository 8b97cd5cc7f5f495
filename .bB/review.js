import { exclusively } from './locales/exclusive-run.js';
import { enter } from './project/entry.js';
import { decisions, isInTheWay, readReviewRequest, reviewOptions } from './review/request.js';
import { openProject } from './run/project.js';
import { errorLines, exitCode } from './run/report.js';
import { reviewProject } from './run/review-project.js';
import { languagesOption } from './run/translate-options.js';
await enter({
    name: 'review',
    summary: 'Lists translations, approves or rejects them, by language, namespace, key and origin.',
    words: 'list|approve|reject',
    options: reviewOptions,
    async run(invocation) {
        const { root, json, text, words, log, print } = invocation;
        const project = openProject(root, process.env);
        const request = readReviewRequest(words, invocation);
        const languages = languagesOption(text('to'), project);
        const { entries, report } = await exclusively(project.paths, log.error, (journal) => reviewProject(project, request, languages, journal));
        for (const line of errorLines(report))
            log.error(line);
        if (json)
            print(JSON.stringify(entries, null, 2));
        else
            for (const entry of entries)
                print(request.show(entry));
        log.line(decisions(entries, request.done));
        const code = exitCode({ ...report, failed: [] }, false);
        return code === 0 && entries.some(isInTheWay) ? 1 : code;
    },
});
