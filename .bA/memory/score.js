/**
 * How alike two source texts are, in whole per cent. The definition:
 *
 *   similarity = floor(100 · (longer − distance) / longer)
 *
 * where `distance` is the Levenshtein distance between the token sequences and `longer` the longer one's length. It is
 * taken twice: over the words alone, in lower case, and over all tokens (words in their case, numbers, punctuation,
 * inline codes; see tokens.ts). The lower of the two counts: the first keeps codes and punctuation from covering up that
 * the words differ, the second sees everything. Two empty sequences are alike to 100.
 *
 * From this a match loses penalties. They order what is equally alike; each is a constant below.
 */
import { editDistance } from './edit-distance.js';
import { eachToken, WORD } from './tokens.js';
import { Vocabulary } from './vocabulary.js';
/** The inline codes of the two sources are not the same. */
export const DIFFERENT_CODES = 1;
/** The memory holds several different targets for the matched source. */
export const SEVERAL_TARGETS = 1;
/** The target is machine text that nobody reviewed. */
export const UNREVIEWED = 5;
/** Reads a text with a vocabulary that is not to grow: tokens that it does not have are -1, which equals nothing. */
export function numberTokens(text, vocabulary) {
    const words = [];
    const all = [];
    eachToken(text, (kind, start, end) => {
        const number = vocabulary.find(text, start, end);
        all.push(number);
        if (kind !== WORD)
            return;
        const lower = text.slice(start, end).toLowerCase();
        words.push(number >= 0 ? vocabulary.folded(number) : vocabulary.find(lower, 0, lower.length));
    });
    return { words: Int32Array.from(words), all: Int32Array.from(all) };
}
/** The most edits with which a sequence of this length is still alike to `percent`. */
export function editsAllowed(longer, percent) {
    return Math.floor((longer * (100 - percent)) / 100);
}
/** @returns the similarity in per cent of sequences whose longer one has `longer` tokens. */
export function percentAlike(longer, distance) {
    return longer === 0 ? 100 : Math.floor((100 * (longer - distance)) / longer);
}
/**
 * The similarity of two texts, without penalties.
 * @param one,other source texts in canonical form.
 * @returns 0 to 100.
 */
export function similarity(one, other) {
    const vocabulary = new Vocabulary();
    for (const text of [one, other]) {
        eachToken(text, (kind, start, end) => vocabulary.add(text, start, end, kind === WORD));
    }
    const a = numberTokens(one, vocabulary);
    const b = numberTokens(other, vocabulary);
    return Math.min(alike(a.words, b.words), alike(a.all, b.all));
}
function alike(a, b) {
    const longer = Math.max(a.length, b.length);
    return percentAlike(longer, editDistance(a, 0, a.length, b, 0, b.length, longer));
}
