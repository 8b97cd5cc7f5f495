import { DamagedAnswer, parseAnswer, splitAt } from '../remote/tagged-answer.js';
import { SENTENCE, UNIT } from './packing.js';
/**
 * The answers by work. Texts are told apart by the number that their first unit carries, so their order and count in the
 * answer do not matter; a text whose units are not all there is left out.
 * @param texts as they came; not yet known to be strings.
 */
export function readAnswers(request, texts) {
    const byNumber = new Map();
    for (const text of texts) {
        const units = readUnits(text);
        const number = units[0]?.number;
        if (number !== undefined)
            byNumber.set(number, byNumber.has(number) ? [] : units);
    }
    const answers = new Map();
    for (const { number, works } of request.texts) {
        const units = byNumber.get(String(number)) ?? [];
        if (units.length !== works.length)
            continue;
        works.forEach((work, index) => answers.set(work, splitAt(units[index]?.children ?? [], SENTENCE)));
    }
    return answers;
}
/** The unit elements of a text; none where anything else stands between them. */
function readUnits(text) {
    if (typeof text !== 'string')
        return [];
    try {
        const units = [];
        for (const node of parseAnswer(text)) {
            if (typeof node !== 'string' && node.name === UNIT)
                units.push(node);
            else if (typeof node !== 'string' || node.trim() !== '')
                return [];
        }
        return units;
    }
    catch (error) {
        if (error instanceof DamagedAnswer)
            return [];
        throw error;
    }
}
