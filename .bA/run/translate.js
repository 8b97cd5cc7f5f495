import { parseRecord } from '../locales/record.js';
import { UsageError } from '../project/errors.js';
import { unchangedHeaders } from './fingerprint.js';
import { recordPath } from '../project/paths.js';
import { findOrphans } from './orphans.js';
import { problemsOf } from './problems.js';
import { addCounts, createReport, languageReport } from './report.js';
import { findSources, onlyFilter, readBytes } from './sources.js';
/** Runs the main job. Errors of files, languages and engines are in the report; only a broken project throws. */
export async function translate(project, options, tools) {
    const report = createReport();
    const { files, errors } = await findSources(project.root);
    report.errors.push(...errors);
    report.orphans.push(...findOrphans(project, files));
    const isWanted = options.only === undefined ? () => true : await onlyFilter(project.root, files, options.only);
    if (options.only !== undefined && !files.some(isWanted)) {
        throw new UsageError(`--only ${options.only} names no file of source/.`, {
            remedy: 'Give a path or a glob below it.',
        });
    }
    const isAsked = (file, language) => (options.to?.includes(language) ?? true) && isWanted(file);
    const isShort = options.redo === false && !options.acceptSuggestions;
    const open = [];
    for (const file of files) {
        const headers = isShort ? unchangedHeaders(project, file) : undefined;
        if (headers === undefined)
            open.push(file);
        for (const [language, header] of headers ?? []) {
            if (!isAsked(file, language))
                continue;
            addCounts(report, language, header);
            languageReport(report, language).unchanged += header.units;
            if (header.errors > 0)
                report.problems.push(...recordedProblems(project, file, language));
        }
    }
    if (open.length === 0 && !options.prune)
        return report;
    const { translateFiles } = await import('./translate-files.js');
    await translateFiles(open, files, { project, options, isAsked, tools, report });
    return report;
}
/** What is wrong in a file that is as the last run left it: still as wrong. */
function recordedProblems({ root }, { namespace }, language) {
    const text = readBytes(root, recordPath(language, namespace))?.toString('utf8') ?? '';
    return problemsOf(namespace, language, parseRecord(text).lines);
}
