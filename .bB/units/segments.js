import { tidy } from './content.js';
import { sentenceStarts } from './sentences.js';
const UNSPACED = new Set(['ja', 'lzh', 'wuu', 'yue', 'zh']);
/**
 * Cuts a unit's content into sentences. Sentences end only between top-level items or inside top-level text: a pair is
 * never cut, so `*One. Two.*` stays together. White space between two sentences becomes the first one's gap.
 * @param content as a syntax gives it (no empty texts, no two texts side by side)
 * @returns empty for empty content; `joinSegments` of it is the content again
 */
export function segment(content, language) {
    if (content.length === 0)
        return [];
    const shown = content.map(shownAs);
    const starts = sentenceStarts(shown.join(''), language);
    if (starts.length === 0)
        return [{ content, gap: '' }];
    const cutter = new Cutter();
    let offset = 0;
    let next = 0;
    for (const [index, item] of content.entries()) {
        const length = shown[index]?.length ?? 0;
        // A code without width (a footnote mark) belongs to the sentence before it, unless white space parts them.
        if (starts[next] === offset && (length > 0 || cutter.endsInSpace())) {
            cutter.cut();
            next += 1;
        }
        if (item.type === 'text') {
            let from = 0;
            for (let start = starts[next]; start !== undefined && start < offset + length; start = starts[next]) {
                if (start > offset) {
                    cutter.add({ type: 'text', text: item.text.slice(from, start - offset) });
                    from = start - offset;
                    cutter.cut();
                }
                next += 1;
            }
            cutter.add({ type: 'text', text: item.text.slice(from) });
        }
        else {
            cutter.add(item);
            for (let start = starts[next]; start !== undefined && start < offset + length; start = starts[next])
                next += 1;
        }
        offset += length;
    }
    return cutter.finish();
}
/**
 * The inverse of `segment`. A segment without content (its translation stands in the next one) takes its gap with it.
 * @param languages BCP 47, of sentences that were translated: Chinese and Japanese put no space between sentences
 */
export function joinSegments(segments, languages) {
    const gapAs = gaps(languages);
    const filled = segments.filter(({ content }) => content.length > 0);
    return tidy(filled.flatMap(({ content, gap }, index) => {
        const text = index === filled.length - 1 ? gap : gapAs(gap, content.at(-1));
        return [...content, { type: 'text', text }];
    }));
}
function gaps(languages) {
    const [from, to] = [languages?.source ?? '', languages?.target ?? ''].map((tag) => UNSPACED.has(tag.toLowerCase().replace(/-.*$/, '')));
    if (languages === undefined || from === to)
        return (gap) => gap;
    if (to === true)
        return (gap) => (gap === ' ' ? '' : gap);
    return (gap, last) => (gap === '' && !(last?.type === 'code' && last.kind === 'break') ? ' ' : gap);
}
/** Collects items into segments. */
class Cutter {
    #segments = [];
    #items = [];
    add(item) {
        if (item.type !== 'text' || item.text !== '')
            this.#items.push(item);
    }
    endsInSpace() {
        const last = this.#items.at(-1);
        return last?.type === 'text' && /\s$/.test(last.text);
    }
    cut() {
        const last = this.#items.at(-1);
        if (last === undefined)
            return;
        const text = last.type === 'text' ? last.text : '';
        const kept = text.trimEnd();
        if (last.type === 'text')
            this.#items.pop();
        if (kept !== '')
            this.#items.push({ type: 'text', text: kept });
        this.#segments.push({ content: this.#items, gap: text.slice(kept.length) });
        this.#items = [];
    }
    finish() {
        if (this.#items.length > 0)
            this.#segments.push({ content: this.#items, gap: '' });
        return this.#segments;
    }
}
/** What the sentence rules see of an item: a code stands for a word, for white space or for nothing. */
function shownAs(item) {
    if (item.type === 'text')
        return item.text;
    if (item.type === 'pair')
        return shownPair(item.children);
    return shownCode(item);
}
function shownPair(children) {
    return children.map(shownAs).join('');
}
function shownCode(code) {
    if (code.kind === 'break')
        return ' ';
    if (code.kind === 'footnote')
        return '';
    const [first = ''] = code.markup;
    if (typeof first === 'string' && first.startsWith('<!--'))
        return '';
    return 'Xx';
}
