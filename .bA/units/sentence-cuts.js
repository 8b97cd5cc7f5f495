import { plainText } from './content.js';
import { sentenceAnchors, totals } from './sentence-anchors.js';
/**
 * Sizes of beads and minus the logarithm of how often they occur: Gale and Church (1993, table 5), but for the last three,
 * which within a paragraph are rarer than in their whole documents.
 */
const SHAPES = [
    [1, 1, 0.12],
    [1, 2, 3.1],
    [2, 1, 3.1],
    [2, 2, 5.5],
    [0, 1, 6.5],
    [1, 0, 6.5],
];
/**
 * Variance of a translation's length by letter of the source. Gale and Church found 6.8 with one ratio for a language;
 * with the ratio of the paragraph itself it is 0.5 to 1.6 (Debian Reference in seven languages), with a long tail.
 */
const VARIANCE = 4;
/** What an anchor costs that one side of a bead has and the other has not. */
const LOST_SIGN = 5;
const LOST_WORD = 1.5;
const MOST_SENTENCES = 100;
/**
 * Aligns the sentences of a text with those of its translation, in order, by their lengths and anchors.
 * @returns the cuts of the most probable way in Gale and Church's model, from the beginning to the end, each with its
 *   posterior probability (forward and backward over all ways); empty where one side is empty or has too many sentences
 */
export function alignSentences(source, target, terms) {
    const longest = Math.max(source.length, target.length);
    if (source.length === 0 || target.length === 0 || longest > MOST_SENTENCES)
        return [];
    const steps = stepsOf(source, target, terms);
    const width = target.length + 1;
    const last = (source.length + 1) * width - 1;
    const forward = new Float64Array(last + 1).fill(-Infinity);
    const backward = forward.slice();
    const best = forward.slice();
    const cameFrom = new Map();
    forward[0] = best[0] = backward[last] = 0;
    for (const { from, to, cost } of steps) {
        forward[to] = addLogarithms(forward[to] ?? 0, (forward[from] ?? 0) - cost);
        const total = (best[from] ?? 0) - cost;
        if (total <= (best[to] ?? 0))
            continue;
        best[to] = total;
        cameFrom.set(to, from);
    }
    for (const { from, to, cost } of steps.toReversed()) {
        backward[from] = addLogarithms(backward[from] ?? 0, (backward[to] ?? 0) - cost);
    }
    const cuts = [];
    for (let cell = last; cell !== undefined; cell = cameFrom.get(cell)) {
        const certainty = Math.exp((forward[cell] ?? 0) + (backward[cell] ?? 0) - (forward[last] ?? 0));
        cuts.push({ source: Math.floor(cell / width), target: cell % width, certainty });
    }
    return cuts.reverse();
}
/** All steps of all ways, in an order in which every cell is complete before steps leave it. */
function stepsOf(source, target, terms) {
    const lengths = [source, target].map((side) => side.map(lengthOf));
    const [long = [], longTarget = []] = lengths;
    const ratio = sum(longTarget) / sum(long);
    const anchors = sentenceAnchors(source, target, terms);
    const width = target.length + 1;
    const steps = [];
    for (let row = 0; row <= source.length; row += 1) {
        for (let column = 0; column <= target.length; column += 1) {
            for (const [down, right, prior] of SHAPES) {
                const [toRow, toColumn] = [row + down, column + right];
                if (toRow > source.length || toColumn > target.length)
                    continue;
                const cost = prior +
                    lengthCost(sum(long.slice(row, toRow)), sum(longTarget.slice(column, toColumn)), ratio) +
                    anchorCost(anchors.source.slice(row, toRow), anchors.target.slice(column, toColumn));
                steps.push({ from: row * width + column, to: toRow * width + toColumn, cost });
            }
        }
    }
    return steps;
}
function lengthOf(content) {
    return Math.max(1, plainText(content).replace(/\s+/g, ' ').trim().length);
}
/** Minus the logarithm of the normal density of a translation that is so much longer or shorter than expected. */
function lengthCost(source, target, ratio) {
    const mean = (source + target / ratio) / 2;
    const difference = target - source * ratio;
    return (difference * difference) / (2 * VARIANCE * ratio * Math.max(ratio, 1) * mean);
}
function anchorCost(source, target) {
    const left = totals(source);
    const right = totals(target);
    let cost = 0;
    for (const sign of new Set([...left.keys(), ...right.keys()])) {
        const lost = Math.abs((left.get(sign) ?? 0) - (right.get(sign) ?? 0));
        cost += lost * (sign.startsWith('word ') ? LOST_WORD : LOST_SIGN);
    }
    return cost;
}
function addLogarithms(a, b) {
    const greater = Math.max(a, b);
    return greater === -Infinity ? greater : greater + Math.log1p(Math.exp(Math.min(a, b) - greater));
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}
