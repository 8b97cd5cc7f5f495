import { languageName } from '../project/languages.js';
import { isApproval, LANGUAGE_CHECK } from './record-lines.js';
export function approvedLanguage(language) {
    return { check: LANGUAGE_CHECK, severity: 'warning', message: `approved as ${languageName(language)}` };
}
/**
 * The approval in a record line.
 * @param hash of the source as it is now: one given to another text does not count.
 */
export function approvalOf(line, hash) {
    if (line?.source !== hash)
        return [];
    return (line.findings ?? []).filter(isApproval);
}
/** Tells every language what was approved in another. */
export function shareApprovals(languages) {
    const approved = new Map();
    for (const { units } of languages) {
        for (const { line, expected } of units) {
            const approval = approvalOf(line, expected.source.hash);
            if (approval.length > 0)
                approved.set(expected.source.key, approval);
        }
    }
    if (approved.size === 0)
        return;
    for (const { units } of languages) {
        for (const unit of units) {
            const { key, source } = unit.expected;
            const approval = approved.get(source.key);
            if (approval === undefined || unit.value !== undefined || unit.work !== 'translate')
                continue;
            unit.line = { ...unit.line, key, source: source.hash, state: 'initial', findings: approval };
        }
    }
}
