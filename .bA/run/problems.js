import { bundlePath } from '../project/paths.js';
import { isFailure } from './record-lines.js';
/**
 * The error findings of a file in a language. Why a unit could not be made is not among them: a run that tried says that
 * of each unit that it failed.
 */
export function problemsOf(namespace, language, lines) {
    const file = bundlePath(language, namespace);
    return lines.flatMap(({ key, findings = [] }) => findings
        .filter((finding) => finding.severity === 'error' && !isFailure(finding))
        .map(({ check, message }) => ({ file, key, language, check, message, remedy: remedyOf(check) })));
}
/** As `check` shows a fault. */
export function problemLine({ file, key, language, check, message, remedy }) {
    const text = remedy === '' ? message : `${message.replace(/[.\s]+$/, '')}. ${remedy}`;
    return `error ${check}: ${file}: [${language}] ${key}: ${text}`;
}
function remedyOf(check) {
    if (check === 'edit-conflict' || check === 'deleted')
        return '';
    if (check === 'terms')
        return 'Correct the text there, or take it as it is with review approve.';
    if (check === 'structure')
        return 'Write a text there that fits into the article.';
    return 'Correct the text there.';
}
