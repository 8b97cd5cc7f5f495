/** Consonants of which the tokens are made: no word of any language, and letters only, which models copy best. */
const CONSONANTS = 'bdfgklmnprtvz';
/**
 * @param content of a segment.
 * @param pairs what becomes of pairs: a word before and one after their text, or one word for all of it.
 */
export function maskText(content, pairs) {
    const marks = [];
    const pieces = [];
    const mark = (code, role) => {
        const one = { code, role };
        marks.push(one);
        pieces.push(one);
    };
    const write = (items) => {
        for (const item of items) {
            if (item.type === 'text')
                pieces.push(item.text);
            else if (item.type === 'code' || pairs === 'whole' || !hasWords(item.children))
                mark(item, 'whole');
            else {
                mark(item, 'open');
                pieces.push(' ');
                write(item.children);
                pieces.push(' ');
                mark(item, 'close');
            }
        }
    };
    write(content);
    const plain = pieces.filter((piece) => typeof piece === 'string').join(' ');
    const words = opaqueWords(marks.length, plain);
    const wordOf = new Map(marks.map((one, index) => [one, words[index] ?? '']));
    const text = pieces.map((piece) => (typeof piece === 'string' ? piece : (wordOf.get(piece) ?? ''))).join('');
    const markOf = new Map(marks.map((one, index) => [(words[index] ?? '').toLowerCase(), one]));
    return { text, unmask: (answer) => unmask(answer, markOf) };
}
/** Whether there is anything to translate: a letter outside codes. */
export function hasWords(content) {
    return content.some((item) => {
        if (item.type === 'text')
            return /\p{L}/u.test(item.text);
        return item.type === 'pair' ? hasWords(item.children) : item.kind === 'term';
    });
}
/** Words of one length, so that none is the beginning of another, none of which the text holds. */
function opaqueWords(count, text) {
    const lower = text.toLowerCase();
    const length = count < 100 ? 2 : 4;
    const words = [];
    for (let number = 0; words.length < count; number++) {
        let word = '';
        for (let rest = number; word.length < length; rest = Math.floor(rest / CONSONANTS.length)) {
            word = `${CONSONANTS[rest % CONSONANTS.length] ?? ''}${word}`;
        }
        if (!lower.includes(`xq${word}`))
            words.push(`Xq${word}`);
    }
    return words;
}
function unmask(answer, markOf) {
    const waiting = new Map(markOf);
    const root = [];
    const open = [];
    const put = (item) => {
        if (item.type !== 'text' || item.text !== '')
            (open.at(-1)?.items ?? root).push(item);
    };
    let end = 0;
    const pattern = markOf.size === 0 ? /$^/g : new RegExp([...markOf.keys()].join('|'), 'gi');
    for (const match of answer.matchAll(pattern)) {
        const word = match[0].toLowerCase();
        const mark = waiting.get(word);
        if (mark === undefined)
            return undefined;
        waiting.delete(word);
        put({ type: 'text', text: answer.slice(end, match.index) });
        end = match.index + word.length;
        if (mark.role === 'whole')
            put(mark.code);
        else if (mark.role === 'open' && mark.code.type === 'pair')
            open.push({ code: mark.code, items: [] });
        else {
            const pair = open.pop();
            if (pair === undefined || pair.code !== mark.code || !hasWords(pair.items))
                return undefined;
            put({ ...pair.code, children: trimmed(pair.items) });
        }
    }
    put({ type: 'text', text: answer.slice(end) });
    return waiting.size === 0 && open.length === 0 ? root : undefined;
}
/** Without the spaces that stood between a pair's text and its words. */
function trimmed(items) {
    return items
        .map((item, index) => {
        if (item.type !== 'text')
            return item;
        const start = index === 0 ? item.text.trimStart() : item.text;
        return { type: 'text', text: index === items.length - 1 ? start.trimEnd() : start };
    })
        .filter((item) => item.type !== 'text' || item.text !== '');
}
