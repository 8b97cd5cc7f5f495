/**
 * The most similar text among many, by the score of score.ts, and exactly: never a worse one than a full scan finds.
 *
 * Why nothing is lost: a text that is alike to T per cent shares all but `editsAllowed(n, T)` =: E of the query's n words
 * (in the words' view, which bounds the score). So of any E + 1 of the query's words it holds at least one, and only the
 * texts that hold one of the query's E + 1 rarest words need a look. Places order the texts by their count of words, so
 * that those that are not too short or too long for T are one stretch of each word's list. As better matches are found T
 * rises, and E and the stretch shrink. Short texts need no other way: with 1 to 3 words and T = 75, E is 0.
 */
import { editDistance } from './edit-distance.js';
import { firstPlace, frequency, indexTexts } from './indexed-texts.js';
import { editsAllowed, numberTokens, percentAlike } from './score.js';
/** Builds the index over texts in canonical form. */
export function buildFuzzyIndex(texts) {
    const indexed = indexTexts(texts);
    const { vocabulary, words, all, order, postings } = indexed;
    const inQuery = new Uint8Array(vocabulary.size);
    const seen = new Uint32Array(texts.length);
    let lookups = 0;
    /** Calls `visit` with every text that may reach `least()`, which may rise meanwhile. */
    function candidates(query, least, visit) {
        const lookup = ++lookups;
        const count = query.words.length;
        if (count === 0) {
            for (let place = 0; place < firstPlace(indexed, 1); place++)
                visit(order[place] ?? 0);
            return;
        }
        const rarest = [...query.words].sort((a, b) => frequency(indexed, a) - frequency(indexed, b));
        for (const [used, word] of rarest.entries()) {
            const edits = editsAllowed(count, least());
            if (used > edits)
                return;
            if (word < 0)
                continue;
            const from = firstPlace(indexed, count - edits);
            const to = firstPlace(indexed, Math.floor((100 * count) / least()) + 1);
            const end = postings.starts[word + 1] ?? 0;
            for (let at = lowerBound(postings.tokens, postings.starts[word] ?? 0, end, from); at < end; at++) {
                const place = postings.tokens[at] ?? 0;
                if (place >= to)
                    break;
                if (seen[place] === lookup)
                    continue;
                seen[place] = lookup;
                visit(order[place] ?? 0);
            }
        }
    }
    /** Similarity of the query and a text, or -1 where it is below `least`. `inQuery` holds the query's words. */
    function compare(query, text, least) {
        const wordStart = words.starts[text] ?? 0;
        const wordEnd = words.starts[text + 1] ?? 0;
        const longerWords = Math.max(query.words.length, wordEnd - wordStart);
        const wordEdits = editsAllowed(longerWords, least);
        // A word that the query does not have costs an edit: cheaper to count than the distance, and it rules out nearly all.
        let shared = 0;
        for (let at = wordStart; at < wordEnd; at++)
            shared += inQuery[words.tokens[at] ?? 0] ?? 0;
        if (longerWords - shared > wordEdits)
            return -1;
        const wordDistance = distance(query.words, words.tokens, wordStart, wordEnd, wordEdits);
        if (wordDistance > wordEdits)
            return -1;
        const start = all.starts[text] ?? 0;
        const end = all.starts[text + 1] ?? 0;
        const longer = Math.max(query.all.length, end - start);
        const edits = editsAllowed(longer, least);
        const allDistance = distance(query.all, all.tokens, start, end, edits);
        if (allDistance > edits)
            return -1;
        return Math.min(percentAlike(longerWords, wordDistance), percentAlike(longer, allDistance));
    }
    return {
        best(query, minimum, penalty = () => 0) {
            const tokens = numberTokens(query, vocabulary);
            for (const word of tokens.words)
                if (word >= 0)
                    inQuery[word] = 1;
            let best = minimum;
            let found = [];
            const least = () => best;
            candidates(tokens, least, (text) => {
                const alike = compare(tokens, text, best);
                if (alike < best)
                    return;
                const score = alike - penalty(text);
                if (score < best)
                    return;
                if (score > best)
                    found = [];
                best = score;
                found.push(text);
            });
            for (const word of tokens.words)
                if (word >= 0)
                    inQuery[word] = 0;
            return found.length === 0 ? undefined : { texts: found.sort((a, b) => a - b), score: best };
        },
        sameWords(query) {
            const tokens = numberTokens(query, vocabulary);
            const found = [];
            const visit = (text) => {
                const start = words.starts[text] ?? 0;
                if (distance(tokens.words, words.tokens, start, words.starts[text + 1] ?? 0, 0) === 0)
                    found.push(text);
            };
            candidates(tokens, () => 100, visit);
            return found.sort((a, b) => a - b);
        },
    };
}
function distance(query, tokens, start, end, limit) {
    return editDistance(query, 0, query.length, tokens, start, end - start, limit);
}
/** The first index in an ascending stretch whose value is `least` or more. */
function lowerBound(values, start, end, least) {
    let [low, high] = [start, end];
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((values[middle] ?? 0) < least)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
