import { joinTexts } from '../join-texts.js';
import { hasWords, maskText } from './masked-text.js';
/** Codes that are no part of the sentence: at its edges they are left out of what the engine sees. */
const ASIDE = new Set(['image', 'break', 'footnote', 'html', 'jsx']);
/**
 * Translates a segment with an engine that knows plain text only. Codes become opaque words; where one gets lost, the
 * text of each pair is translated by itself and the pair becomes one word of its sentence.
 * @param translate one text, trimmed and with at least one letter; it rejects when there is no answer.
 * @returns undefined when a code got lost both ways, or the answer is empty.
 */
export async function translateSegment(content, translate) {
    const { before, core, after } = splitEdges(content);
    const [only] = core;
    let answer;
    if (!hasWords(core))
        answer = core;
    else if (core.length === 1 && only?.type === 'pair') {
        const children = await translateSegment(only.children, translate);
        answer = children && [{ ...only, children }];
    }
    else
        answer = (await around()) ?? (await apart());
    return answer && joinTexts([...before, ...answer, ...after]);
    async function around() {
        const masked = maskText(core, 'around');
        const answered = (await translate(masked.text)).trim();
        return answered === '' ? undefined : masked.unmask(answered);
    }
    async function apart() {
        if (!core.some((item) => item.type === 'pair' && hasWords(item.children)))
            return undefined;
        const parts = [];
        for (const item of core) {
            if (item.type !== 'pair' || !hasWords(item.children)) {
                parts.push(item);
                continue;
            }
            const children = await translateSegment(item.children, translate);
            if (children === undefined)
                return undefined;
            parts.push({ ...item, children });
        }
        const masked = maskText(parts, 'whole');
        const answered = (await translate(masked.text)).trim();
        return answered === '' ? undefined : masked.unmask(answered);
    }
}
/** White space and codes at the edges that the engine need not see. */
function splitEdges(content) {
    const core = [...content];
    const before = [];
    const after = [];
    for (let first = core[0]; first !== undefined; first = core[0]) {
        if (first.type === 'text' && first.text !== first.text.trimStart()) {
            const text = first.text.trimStart();
            before.push({ type: 'text', text: first.text.slice(0, first.text.length - text.length) });
            core.splice(0, 1, ...(text === '' ? [] : [{ type: 'text', text }]));
        }
        else if (first.type === 'code' && ASIDE.has(first.kind))
            before.push(...core.splice(0, 1));
        else
            break;
    }
    for (let last = core.at(-1); last !== undefined; last = core.at(-1)) {
        if (last.type === 'text' && last.text !== last.text.trimEnd()) {
            const text = last.text.trimEnd();
            after.unshift({ type: 'text', text: last.text.slice(text.length) });
            core.splice(-1, 1, ...(text === '' ? [] : [{ type: 'text', text }]));
        }
        else if (last.type === 'code' && ASIDE.has(last.kind))
            after.unshift(...core.splice(-1, 1));
        else
            break;
    }
    return { before, core, after };
}
/** Characters of the text itself, without codes. */
export function textLength(content) {
    return content.reduce((sum, item) => {
        if (item.type === 'text')
            return sum + item.text.length;
        return item.type === 'pair' ? sum + textLength(item.children) : sum;
    }, 0);
}
