const UNSPACED = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;
const UNSPACED_OR_RUN = new RegExp(`${UNSPACED.source}|(?:(?!${UNSPACED.source}).)+`, 'gu');
const SHORT = 40;
export function fingerprint(text) {
    const words = new Map();
    const runs = text
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    let size = 0;
    for (const run of runs) {
        size += run.length;
        if (UNSPACED.test(run))
            for (const word of run.match(UNSPACED_OR_RUN) ?? [])
                count(words, word);
        else
            count(words, run);
    }
    return { words, size, pairs: size <= SHORT ? letterPairs(runs.join(' ')) : undefined };
}
/**
 * How much of two texts is the same, from 0 to 1: Dice's coefficient of their words as multisets, each word weighing as
 * many letters as it has, so that `the` counts less than `exosomes`. Of two short texts (up to 40 letters) the
 * coefficient of their letter pairs counts where it is higher. Order does not count; texts without words are never similar.
 */
export function similarity(a, b) {
    const byWords = dice(a.words, b.words, a.size + b.size, (word) => word.length);
    if (a.pairs === undefined || b.pairs === undefined)
        return byWords;
    return Math.max(byWords, dice(a.pairs, b.pairs, total(a.pairs) + total(b.pairs), () => 1));
}
function dice(a, b, sum, weight) {
    if (sum === 0)
        return 0;
    const [few, many] = a.size <= b.size ? [a, b] : [b, a];
    let common = 0;
    for (const [item, times] of few) {
        const other = many.get(item);
        if (other !== undefined)
            common += Math.min(times, other) * weight(item);
    }
    return (2 * common) / sum;
}
function letterPairs(text) {
    const pairs = new Map();
    for (let index = 0; index + 1 < text.length; index += 1)
        count(pairs, text.slice(index, index + 2));
    return pairs;
}
function count(map, item) {
    map.set(item, (map.get(item) ?? 0) + 1);
}
function total(map) {
    let sum = 0;
    for (const times of map.values())
        sum += times;
    return sum;
}
