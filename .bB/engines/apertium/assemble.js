import { joinTexts } from '../join-texts.js';
import { carriesWords, codesIn, hasWords, pairsIn, textIn } from './stream.js';
/**
 * @param source the segment as sent.
 * @param encoding how its codes were written.
 * @param pieces the answer.
 */
export function assemble(source, encoding, pieces) {
    const parents = parentsOf(source);
    const whole = new Map(codesIn(source).map((code) => [code.id, code]));
    const carried = [];
    for (const pair of pairsIn(source)) {
        if (carriesWords(pair))
            carried.push(pair);
        else {
            // It travels with its content: that cannot come back on its own.
            if (!hidden(pair.id, whole, parents))
                whole.set(pair.id, pair);
            for (const inner of [...codesIn(pair.children), ...pairsIn(pair.children)])
                whole.delete(inner.id);
        }
    }
    const { items, opens, closes } = itemsOf(pieces, encoding, whole);
    const places = new Map();
    for (const [index, item] of items.entries()) {
        if (item.type !== 'code')
            continue;
        if (places.has(item.id))
            return { problem: `code ${item.id} came back twice` };
        places.set(item.id, index);
    }
    for (const id of whole.keys())
        if (!places.has(id))
            return { problem: `code ${id} got lost` };
    const ranges = rangesOf(items, carried, encoding, places, parents, opens, closes);
    return 'problem' in ranges ? ranges : nest(items, ranges.ranges, parents, source);
}
/** Whether one of the outer pairs travels whole. */
function hidden(id, whole, parents) {
    const parent = parents.get(id);
    return parent !== undefined && (whole.has(parent) || hidden(parent, whole, parents));
}
/** The pair that directly holds each code; absent at the top. */
function parentsOf(content, parent, found = new Map()) {
    for (const one of content) {
        if (one.type === 'text')
            continue;
        if (parent !== undefined)
            found.set(one.id, parent);
        if (one.type === 'pair')
            parentsOf(one.children, one.id, found);
    }
    return found;
}
function itemsOf(pieces, encoding, whole) {
    const items = [];
    const opens = new Map();
    const closes = new Map();
    const words = new Map([...encoding.words].map(([id, word]) => [word.toLowerCase(), id]));
    // Blanks and final punctuation are items of their own, so that they can stay outside a pair.
    const edges = '^\\s+|[.,;:!?…]*\\s*$';
    const cut = new RegExp(`(${[edges, ...words.keys()].join('|')})`, 'i');
    for (const piece of pieces) {
        if (piece.type === 'open')
            opens.set(piece.id, items.length);
        else if (piece.type === 'close')
            closes.set(piece.id, items.length);
        else if (piece.type === 'code') {
            const code = whole.get(piece.id);
            if (code !== undefined)
                items.push({ type: 'code', code, id: piece.id });
        }
        else {
            for (const text of piece.text.split(cut)) {
                const id = words.get(text.toLowerCase());
                const code = id === undefined ? undefined : whole.get(id);
                if (id !== undefined && code !== undefined)
                    items.push({ type: 'code', code, id });
                else if (text !== '')
                    items.push({ type: 'text', text, ids: piece.ids });
            }
        }
    }
    return { items, opens, closes };
}
function rangesOf(items, carried, encoding, places, parents, opens, closes) {
    const found = new Map();
    const widen = (id, start, end) => {
        if (id === undefined)
            return;
        const known = found.get(id) ?? { start, end };
        found.set(id, { start: Math.min(known.start, start), end: Math.max(known.end, end) });
    };
    const punctuated = new Set(carried.filter((pair) => PUNCTUATION_END.test(textIn(pair.children))).map((pair) => pair.id));
    for (const [index, item] of items.entries()) {
        if (item.type !== 'text')
            continue;
        // es-fr pulls the sentence's full stop into a mark on the last word.
        const word = /[\p{L}\p{N}]/u.test(item.text);
        for (const id of item.ids)
            if (word || punctuated.has(id))
                widen(id, index, index + 1);
    }
    const isFixed = (id) => id !== undefined && encoding.fixed.has(id);
    for (const [id, index] of places)
        if (!isFixed(parents.get(id)))
            widen(parents.get(id), index, index + 1);
    const ranges = [];
    // Inner pairs first: an outer one holds them.
    for (const pair of carried.toReversed()) {
        let { start, end } = found.get(pair.id) ?? { start: 0, end: 0 };
        if (encoding.fixed.has(pair.id)) {
            start = opens.get(pair.id) ?? 0;
            end = closes.get(pair.id) ?? 0;
            while (start < end && isBlank(items[start]))
                start += 1;
            while (start < end && isBlank(items[end - 1]))
                end -= 1;
        }
        if (start >= end)
            return { problem: `code ${pair.id} got lost` };
        ranges.push({ pair, start, end });
        const parent = parents.get(pair.id);
        if (!isFixed(parent))
            widen(parent, start, end);
    }
    return { ranges: ranges.toReversed() };
}
const PUNCTUATION_END = /[^\p{L}\p{N}]$/u;
const isBlank = (item) => item?.type === 'text' && item.text.trim() === '';
/** Builds the tree and compares each code's place in it with the source's. */
function nest(items, ranges, parents, source) {
    // Outer before inner; of equal ranges the one that is the outer in the source (the sort is stable).
    const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
    const root = [];
    const stack = [
        { children: root, end: items.length, id: undefined },
    ];
    const top = () => stack.at(-1) ?? { children: root, end: items.length, id: undefined };
    // Terms may stand inside more than before: their marks are taken away again.
    const fits = (code) => code.type === 'text' || code.kind === 'term' || parents.get(code.id) === top().id;
    let next = 0;
    for (const [index, item] of items.entries()) {
        while (stack.length > 1 && top().end <= index)
            stack.pop();
        for (let range = sorted[next]; range?.start === index; range = sorted[next]) {
            const { pair, end } = range;
            if (end > top().end)
                return { problem: `codes ${pair.id} and ${top().id} overlap` };
            if (!fits(pair))
                return { problem: `code ${pair.id} changed its place` };
            const children = [];
            top().children.push({ ...pair, children });
            stack.push({ children, end, id: pair.id });
            next += 1;
        }
        const { children } = top();
        const last = children.at(-1);
        if (item.type === 'code') {
            if (!fits(item.code))
                return { problem: `code ${item.id} changed its place` };
            children.push(item.code);
        }
        else if (last?.type === 'text')
            children[children.length - 1] = { type: 'text', text: last.text + item.text };
        else
            children.push({ type: 'text', text: item.text });
    }
    if (hasWords(textIn(source)) && !hasWords(textIn(root)))
        return { problem: 'the answer has no words' };
    return { content: withEdges(root, source) };
}
/** The blanks at both ends as they are in the source: pipelines add some where they drop a word. */
function withEdges(content, source) {
    const [first] = source;
    const last = source.at(-1);
    const lead = first?.type === 'text' ? (/^\s*/.exec(first.text)?.[0] ?? '') : '';
    const tail = last?.type === 'text' ? (/(?<!\s)\s*$/.exec(last.text)?.[0] ?? '') : '';
    const bare = content.map((one, index) => {
        if (one.type !== 'text')
            return one;
        const text = index === 0 ? one.text.trimStart() : one.text;
        return { type: 'text', text: index === content.length - 1 ? text.trimEnd() : text };
    });
    return joinTexts([{ type: 'text', text: lead }, ...bare, { type: 'text', text: tail }]);
}
