import { runningText } from '../project/running-text.js';
import { foldCase, tokenize } from '../project/words.js';
import { joinTexts } from './join-texts.js';
import { proxiesFor } from './proxies.js';
import { openPossessives } from './rewrite.js';
import { requiredForm, targetForms } from './target-forms.js';
import { widenPairs } from './widen.js';
/**
 * Marks the terms of a piece of a unit.
 *
 * `native` and `prompt` leave the content as it is. `token` puts a standing code of kind `term` in the place of each
 * term. `proxy` puts a paired code of kind `term` around a stand-in noun of the term's gender, number and onset; names
 * that are not translated, terms without a gender, and other parts of speech than nouns become tokens there, too. A
 * stand-in never occurs in the piece itself. Not marked are terms without a form in the target language and
 * terms in texts inside markup, which are pieces of their own.
 * @param firstId ids from here on are free in the whole unit; by default those after the piece's own.
 */
export function mark(piece, terms, method, target, firstId = highestId(piece) + 1) {
    const isMarked = method === 'proxy' || method === 'token';
    const rewritten = method === 'proxy' ? openPossessives(piece, terms) : piece;
    const hits = isMarked ? terms.find(rewritten).hits.filter((hit) => hit.place === 'text') : [];
    const content = joinTexts(widenPairs(rewritten, hits));
    const { text, pieces } = runningText(content);
    const marks = [];
    const result = (marked) => ({
        content: marked,
        marks,
        nextId: firstId + marks.length,
        capital: /^[^\p{L}\p{N}]*\p{Lu}/u.test(text),
        caps: /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text),
    });
    if (hits.length === 0)
        return result(content);
    const words = new Set(tokenize(text).map((token) => foldCase(text.slice(token.start, token.end))));
    const replaced = new Map();
    for (const { node, start } of pieces) {
        const end = start + node.text.length;
        const inside = hits.filter((hit) => hit.start >= start && hit.end <= end);
        const parts = [];
        let at = start;
        for (const hit of inside) {
            const forms = targetForms(hit.concept, terms.sourceLanguage, target);
            if (forms === undefined)
                continue;
            const code = makeMark(hit, forms, method, { target, words, text, id: firstId + marks.length });
            parts.push({ type: 'text', text: text.slice(at, hit.start) }, code.code);
            marks.push(code.mark);
            at = hit.end;
        }
        if (parts.length > 0)
            replaced.set(node, [...parts, { type: 'text', text: text.slice(at, end) }]);
    }
    return result(replaceTexts(content, replaced));
}
function makeMark(hit, forms, method, { target, words, text, id }) {
    const { term } = forms;
    const plural = term.plural === term.term || (hit.plural && term.plural !== undefined);
    const form = requiredForm(term, plural);
    const written = sourceCase(hit, text);
    const isNoun = term.partOfSpeech === undefined || /\bnoun\b/iu.test(term.partOfSpeech);
    const proxy = method === 'proxy' && !forms.doNotTranslate && isNoun && term.gender !== undefined
        ? proxiesFor(form, term.gender, target).find((one) => isFree(one, words, form))
        : undefined;
    if (proxy === undefined) {
        const code = { type: 'code', id, kind: 'term', markup: [form], signature: `term:${form}` };
        return { mark: { id, term, plural, written }, code };
    }
    const noun = inCase(proxy.english[plural ? 1 : 0], written);
    const child = { type: 'text', text: noun };
    const signature = `term:${noun}`;
    const code = { type: 'pair', id, kind: 'term', open: [], close: [], children: [child], signature };
    return { mark: { id, term, plural, written, proxy }, code };
}
function isFree(proxy, words, form) {
    const own = tokenize(form).map((token) => foldCase(form.slice(token.start, token.end)));
    return [proxy.english, ...proxy.surfaces].flat().every((one) => !words.has(one) && !own.includes(one));
}
function sourceCase(hit, text) {
    const { surface } = hit;
    const isListed = [hit.term.term, hit.term.plural].some((form) => form?.normalize('NFC') === surface);
    if (isListed && hit.start > 0)
        return 'lower';
    if (!isListed && /\p{Lu}.*\p{Lu}/su.test(surface) && !/\p{Ll}/u.test(surface))
        return 'caps';
    if (!/^\p{Lu}/u.test(surface))
        return 'lower';
    return /[\p{L}\p{N}]/u.test(text.slice(0, hit.start)) ? 'capital' : 'first';
}
/** A word as it is written in the source: all capitals, one at its beginning, or as it stands. */
export function inCase(word, written) {
    if (written === 'caps')
        return word.toUpperCase();
    if (written === 'lower')
        return word;
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
    return first.toUpperCase() + word.slice(first.length);
}
function replaceTexts(content, replaced) {
    return content
        .flatMap((node) => {
        if (node.type === 'pair')
            return [{ ...node, children: replaceTexts(node.children, replaced) }];
        return replaced.get(node) ?? [node];
    })
        .filter((node) => node.type !== 'text' || node.text !== '');
}
function highestId(content) {
    return content.reduce((highest, node) => {
        if (node.type === 'text')
            return highest;
        return Math.max(highest, node.id, node.type === 'pair' ? highestId(node.children) : 0);
    }, 0);
}
