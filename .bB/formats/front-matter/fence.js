import { endOfObject } from '../../project/json-reader.js';
const OPENINGS = [
    { pattern: /^---([A-Za-z]*)[ \t]*\r?\n/, fence: '---', language: 'yaml' },
    { pattern: /^\+\+\+()[ \t]*\r?\n/, fence: '+++', language: 'toml' },
    { pattern: /^;;;()[ \t]*\r?\n/, fence: ';;;', language: 'json' },
];
/** Hugo's JSON: no fences. `{{ x }}`, `{% x %}` and MDX's `{x}` have no quoted name with a colon there. */
const BARE_JSON = /^\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:/;
/**
 * Finds the fences of front matter.
 * @param offset behind a byte order mark
 * @returns undefined when the file does not begin with a fence, nor with a JSON object
 */
export function findFences(text, offset) {
    const head = text.slice(offset, offset + 100);
    for (const { pattern, fence, language } of OPENINGS) {
        const match = pattern.exec(head);
        if (match === null)
            continue;
        const start = offset + match[0].length;
        const closing = new RegExp(`^${fence.replaceAll('+', '\\+')}[ \\t]*(?:\\r?\\n|$(?![^]))`, 'gm');
        closing.lastIndex = start;
        const end = closing.exec(text);
        const said = (match[1] ?? '').toLowerCase();
        return {
            start,
            end: end?.index ?? text.length,
            bodyOffset: end === null ? text.length : end.index + end[0].length,
            language: said === '' ? language : said,
            fence,
            closed: end !== null,
        };
    }
    return BARE_JSON.test(text.slice(offset, offset + 1000)) ? bareJson(text, offset) : undefined;
}
/** Text behind the object on its last line: then it is text itself. */
function bareJson(text, start) {
    const end = endOfObject(text, start);
    const block = { start, language: 'json', fence: '' };
    if (end === undefined)
        return { ...block, end: text.length, bodyOffset: text.length, closed: false };
    const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
    return rest === null ? undefined : { ...block, end, bodyOffset: end + rest[0].length, closed: true };
}
