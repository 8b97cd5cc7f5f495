import { roomFor } from './growing-array.js';
import { TokenReader, WORD } from './tokens.js';
import { Vocabulary } from './vocabulary.js';
/** Reads texts in canonical form. */
export function indexTexts(texts) {
    const vocabulary = new Vocabulary();
    const reader = new TokenReader();
    const words = new SequenceWriter(texts.length);
    const all = new SequenceWriter(texts.length);
    for (const text of texts) {
        reader.read(text);
        for (let token = 0; token < reader.count; token++) {
            const number = vocabulary.addToken(text, reader, token);
            all.push(number);
            if (reader.kinds[token] === WORD)
                words.push(vocabulary.folded(number));
        }
        all.end();
        words.end();
    }
    const { order, firstPlaces } = orderByLength(words);
    return { vocabulary, words, all, order, firstPlaces, postings: listPlaces(words, order, vocabulary.size) };
}
/** Writes sequences one after the other. */
class SequenceWriter {
    starts;
    tokens = new Int32Array(1 << 12);
    sequence = 0;
    length = 0;
    constructor(sequences) {
        this.starts = new Int32Array(sequences + 1);
    }
    push(token) {
        if (this.length === this.tokens.length)
            this.tokens = roomFor(this.tokens, this.length + 1);
        this.tokens[this.length++] = token;
    }
    end() {
        this.starts[++this.sequence] = this.length;
    }
}
/** The first place whose text has `count` words or more. */
export function firstPlace({ firstPlaces, order }, count) {
    return firstPlaces[Math.max(count, 0)] ?? order.length;
}
/** How often a word is in the texts; 0 for -1, a word that none has. */
export function frequency({ postings }, word) {
    return word < 0 ? 0 : (postings.starts[word + 1] ?? 0) - (postings.starts[word] ?? 0);
}
/** Counting sort: linear, and texts of one length stay as given. */
function orderByLength({ starts }) {
    const count = starts.length - 1;
    const length = (text) => (starts[text + 1] ?? 0) - (starts[text] ?? 0);
    let longest = 0;
    for (let text = 0; text < count; text++)
        longest = Math.max(longest, length(text));
    const firstPlaces = new Int32Array(longest + 2);
    for (let text = 0; text < count; text++)
        increment(firstPlaces, length(text) + 1);
    accumulate(firstPlaces);
    const next = firstPlaces.slice();
    const order = new Int32Array(count);
    for (let text = 0; text < count; text++)
        order[increment(next, length(text))] = text;
    return { order, firstPlaces };
}
function listPlaces({ starts, tokens }, order, vocabulary) {
    const length = starts[order.length] ?? 0;
    const ends = new Int32Array(vocabulary + 1);
    for (let at = 0; at < length; at++)
        increment(ends, (tokens[at] ?? 0) + 1);
    accumulate(ends);
    const places = new Int32Array(length);
    const next = ends.slice();
    for (let place = 0; place < order.length; place++) {
        const text = order[place] ?? 0;
        const end = starts[text + 1] ?? 0;
        for (let at = starts[text] ?? 0; at < end; at++)
            places[increment(next, tokens[at] ?? 0)] = place;
    }
    return { starts: ends, tokens: places };
}
/** @returns the value before. */
function increment(counts, index) {
    const value = counts[index] ?? 0;
    counts[index] = value + 1;
    return value;
}
function accumulate(counts) {
    for (let index = 1; index < counts.length; index++)
        counts[index] = (counts[index] ?? 0) + (counts[index - 1] ?? 0);
}
