import { rulesFor } from './sentence-rules/index.js';
import { endsSentence, hiddenStarts } from './sentence-ends.js';
/** ICU keeps a copy of the text with every segment it gives: longer texts go through it in windows. */
const WINDOW = 5_000;
const LETTER = /\p{L}/u;
const segmenters = new Map();
/**
 * Where sentences of a text begin: ICU's sentence boundaries (UAX #29), less those after abbreviations, initials and
 * ordinals of the language, plus those that a missing space or an ellipsis hides.
 * @param text plain text of one block
 * @param language BCP 47; one that ICU does not know gets the rules of the root locale
 * @returns offsets in ascending order, without 0 and without the text's length
 */
export function sentenceStarts(text, language) {
    if (!/[\p{Sentence_Terminal}\n\u2028\u2029…]\P{Sentence_Terminal}/u.test(text))
        return [];
    const rules = rulesFor(language);
    const ends = boundaries(text, language)
        .map((start) => beforeOpeners(text, start))
        .filter((start) => endsSentence(text, start, rules));
    const hidden = hiddenStarts(text, rules);
    const starts = hidden.length === 0 ? ends : [...new Set([...ends, ...hidden])].sort((a, b) => a - b);
    return withWords(text, starts);
}
/** Without a space before it ICU takes an opening bracket or quotation mark for a closing one of the sentence before. */
function beforeOpeners(text, start) {
    const opener = /[。！？｡．!?][\p{Pe}\p{Pf}]?([\p{Ps}\p{Pi}]|["'](?=\S))$/u.exec(text.slice(Math.max(0, start - 4), start))?.[1];
    return opener === undefined || /\s/.test(text.charAt(start)) ? start : start - opener.length;
}
/** A sentence has a letter in it: numbers of an enumeration, dashes and emoji stay with their neighbour. */
function withWords(text, starts) {
    const kept = [];
    let seen = 0;
    let word = false;
    for (const start of starts) {
        word ||= LETTER.test(text.slice(seen, start));
        seen = start;
        if (!word)
            continue;
        kept.push(start);
        word = false;
    }
    if (kept.length > 0 && !LETTER.test(text.slice(kept.at(-1))))
        kept.pop();
    return kept;
}
function segmenterFor(language) {
    let segmenter = segmenters.get(language);
    if (segmenter === undefined) {
        segmenter = createSegmenter(language);
        segmenters.set(language, segmenter);
    }
    return segmenter;
}
function createSegmenter(language) {
    try {
        return new Intl.Segmenter(language, { granularity: 'sentence' });
    }
    catch {
        // Not a well-formed tag: a file's own `lang` may hold anything.
        return new Intl.Segmenter('und', { granularity: 'sentence' });
    }
}
/** ICU's boundaries, as offsets only, window by window: the last one of a window may be its edge's doing. */
function boundaries(text, language) {
    const segmenter = segmenterFor(language);
    const found = [];
    let from = 0;
    while (from < text.length) {
        const last = from + WINDOW >= text.length;
        const window = last ? text.slice(from) : text.slice(from, from + WINDOW);
        const inside = [];
        for (const { index } of segmenter.segment(window))
            if (index > 0)
                inside.push(from + index);
        if (last)
            return found.concat(inside);
        // The sentence that the edge cuts is read again from its beginning; one longer than a window is passed over.
        const safe = inside.filter((offset) => offset < from + WINDOW - 200);
        found.push(...safe);
        from = safe.at(-1) ?? from + WINDOW - 200;
    }
    return found;
}
