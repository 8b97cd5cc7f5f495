/** What `check` and `status` found, and how it is shown. */
import { describe } from '../project/errors.js';
import { printable } from '../project/log.js';
import { table } from '../project/table.js';
/** What may be wrong with a unit or a file in a language. */
export const FAULT_KINDS = ['missing', 'stale', 'damaged', 'unrecorded', 'finding', 'source', 'orphan'];
/** 2 for configuration, 1 for errors, gaps, stale or unrecorded units, else 0. */
export function checkExit(report, allow, strict) {
    const codes = [0, ...report.errors.map(({ exitCode }) => exitCode)];
    const counts = ({ kind, severity }) => !allow.includes(kind) && (severity === 'error' || strict);
    if (report.faults.some(counts))
        codes.push(1);
    return codes.reduce((highest, code) => (code > highest ? code : highest));
}
/** Lines for a person, or workflow commands for GitHub's annotations. */
export function faultLines(report, allow, format) {
    const shown = report.faults.filter(({ kind }) => !allow.includes(kind));
    if (format === 'text') {
        const errors = report.errors.map((error) => `error: ${describe(error)}`);
        const faults = shown.map(({ severity, kind, file, line, key, language, check, message }) => {
            const where = `${file}${line === undefined ? '' : `:${line}`}`;
            return `${severity} ${check ?? kind}: ${where}: ${about(language, key)}${message}`;
        });
        return [...errors, ...faults].map(printable);
    }
    const escape = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    const property = (text) => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
    return [
        ...report.errors.map((error) => `::error file=${property(error.place.file ?? '')},line=${error.place.line ?? 1}::${escape(describe(error))}`),
        ...shown.map(({ severity, file, line, key, language, message }) => `::${severity} file=${property(file)},line=${line ?? 1}::${escape(`${about(language, key)}${message}`)}`),
    ];
}
/** `[es] title: `, as far as there is such a thing. */
function about(language, key) {
    const parts = [language === undefined ? [] : [`[${language}]`], key === undefined ? [] : [key]].flat();
    return parts.length === 0 ? '' : `${parts.join(' ')}: `;
}
export function checkJson({ faults, languages, errors }) {
    return JSON.stringify({
        languages: Object.fromEntries(languages),
        faults,
        errors: errors.map((error) => ({ ...error.place, message: describe(error) })),
    }, null, 2);
}
/** One sentence: what was looked at, what was found, what was allowed. */
export function checkSummary(report, allow) {
    const sums = [...report.languages.values()];
    const units = sums.reduce((sum, one) => sum + one.units, 0);
    const shown = report.faults.filter(({ kind }) => !allow.includes(kind));
    const errors = shown.filter(({ severity }) => severity === 'error').length + report.errors.length;
    const allowed = FAULT_KINDS.filter((kind) => allow.includes(kind)).map((kind) => {
        const count = report.faults.filter((fault) => fault.kind === kind).length;
        return `${count} ${kind}`;
    });
    const terms = sums.reduce((sum, one) => sum + one.terms.required, 0);
    const found = sums.reduce((sum, one) => sum + one.terms.found, 0);
    const parts = [
        `${units} units in ${sums.length} languages: ${errors} errors, ${shown.length + report.errors.length - errors} warnings`,
        `terms ${found}/${terms}`,
        ...(allowed.length === 0 ? [] : [`${allowed.join(', ')} for the next translate`]),
    ];
    return `${parts.join('; ')}.`;
}
/** A table, a line a language. */
export function statusTable({ languages }) {
    const rows = [...languages].map(([language, { units, translated, reviewed, stale, missing, findings, terms }]) => [
        language,
        units,
        translated,
        reviewed,
        stale,
        missing,
        findings,
        `${terms.found}/${terms.required}`,
    ]);
    return table(['language', 'units', 'translated', 'reviewed', 'stale', 'missing', 'findings', 'terms'], rows);
}
