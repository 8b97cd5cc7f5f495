/**
 * Source texts as a translation memory holds them, from a seed: the same on every machine. Words follow Zipf's law as
 * they do in English (rank r occurs in proportion to 1 / (r + 2.7)); a third are UI labels of one to five words, the rest
 * sentences of about 20; a fifth are near copies of earlier ones; numbers, punctuation and inline codes occur.
 */
/** Mulberry32: small, and the same everywhere. @returns numbers from 0 up to 1. */
export function seededRandom(seed) {
    let state = seed | 0;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
}
const VOCABULARY = 60_000;
const SYLLABLES = [
    'ba',
    'con',
    'der',
    'ing',
    'ly',
    'mo',
    'ne',
    'pre',
    'ri',
    'sta',
    'ta',
    'ti',
    'ul',
    'ver',
    'wo',
    'xa',
];
const FREQUENT = 'the of and to in a is that for it as was with be by on not he his but at are this have from'.split(' ');
export function segmentGenerator(seed) {
    const random = seededRandom(seed);
    const below = (limit) => Math.floor(random() * limit);
    const words = Array.from({ length: VOCABULARY }, (_, rank) => FREQUENT[rank] ?? spell(rank));
    const weights = new Float64Array(VOCABULARY);
    for (let rank = 0, sum = 0; rank < VOCABULARY; rank++)
        weights[rank] = sum += 1 / (rank + 2.7);
    const made = [];
    function word() {
        const wanted = random() * (weights.at(-1) ?? 0);
        let [low, high] = [0, VOCABULARY - 1];
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((weights[middle] ?? 0) < wanted)
                low = middle + 1;
            else
                high = middle;
        }
        return words[low] ?? '';
    }
    function piece() {
        const kind = random();
        if (kind < 0.03)
            return String(below(2500));
        if (kind < 0.04)
            return `\u0001strong\u0003${word()}\u0004\u0002`;
        if (kind < 0.05)
            return `\u0001{{${word()}}}\u0002`;
        return random() < 0.06 ? `${word()},` : word();
    }
    function edited(text, share) {
        const pieces = text.split(' ');
        for (let edits = Math.max(1, Math.round(pieces.length * share)); edits > 0; edits--) {
            const at = below(pieces.length);
            const kind = random();
            if (kind < 0.4)
                pieces[at] = piece();
            else if (kind < 0.6)
                pieces.splice(at, 1);
            else if (kind < 0.8)
                pieces.splice(at, 0, piece());
            else
                pieces.push(...pieces.splice(at, 1));
        }
        return pieces.join(' ');
    }
    return {
        edited,
        next() {
            const copy = made[below(made.length)];
            const count = random() < 0.33 ? 1 + below(5) : 6 + below(15) + below(15);
            const fresh = Array.from({ length: count }, piece).join(' ');
            const sentence = fresh.charAt(0).toUpperCase() + fresh.slice(1) + (count > 5 ? '.' : '');
            const text = copy !== undefined && random() < 0.2 ? edited(copy, 0.15) : sentence;
            made.push(text);
            return text;
        },
    };
}
/** A word for a rank: its digits in base 16, as syllables. */
function spell(rank) {
    let text = '';
    for (let rest = rank; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
        text += SYLLABLES[rest % SYLLABLES.length];
    return text;
}
