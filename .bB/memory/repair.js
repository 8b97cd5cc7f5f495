import { adoptCodes, bySignature, codesInOrder } from './adopt-codes.js';
import { replaceNumbers } from './replace-numbers.js';
import { CODE, eachToken, NUMBER, WORD } from './tokens.js';
/** Marks that may end a text and stand for each other without anything else in the text changing. */
const ENDS = new Set(['', '.', ':', ';', ',', '…', '...']);
/**
 * Makes the target of a remembered source fit a source that differs only in numbers, inline codes, white space and the
 * mark at its end. Between the same two words both must have the same kinds of numbers and codes, in the same order.
 * @returns undefined where the words differ, or where it is not certain what belongs where: then it is a fuzzy match.
 */
export function repair(remembered, wanted) {
    const old = gapsOf(remembered.source);
    const own = gapsOf(wanted.source);
    if (old.length !== own.length)
        return undefined;
    const numbers = [];
    const signatures = [];
    let end;
    for (const [index, gap] of old.entries()) {
        const other = own[index];
        if (other === undefined || gap.word !== other.word)
            return undefined;
        if (layout(gap) !== layout(other))
            return undefined;
        for (const [at, from] of gap.numbers.entries())
            numbers.push({ from, to: other.numbers[at] ?? from });
        signatures.push(...gap.signatures);
        if (gap.marks === other.marks && gap.shape === other.shape)
            continue;
        if (index < old.length - 1 || !endsWell(gap) || !endsWell(other))
            return undefined;
        end = { from: gap.marks, to: other.marks };
    }
    const replacements = bySignature(codesInOrder(wanted.content), signatures);
    const coded = adoptCodes(remembered.target, replacements);
    const texts = coded && replaceNumbers(textsOf(coded), numbers, remembered.targetLanguage);
    const ended = texts && (end === undefined ? texts : coded && endsWithText(coded) && withEnd(texts, end));
    return coded && ended ? withTexts(coded, [...ended]) : undefined;
}
/** Numbers and codes in their order. */
function layout({ shape }) {
    return shape.replaceAll('m', '');
}
/** Whether the marks are such as may be replaced, and nothing but the ends of pairs follows them. */
function endsWell({ marks, shape }) {
    return ENDS.has(marks) && /^[^m]*m*\)*$/.test(shape);
}
function gapsOf(canonical) {
    let gap = { word: '', numbers: [], marks: '', signatures: [], shape: '' };
    const gaps = [gap];
    eachToken(canonical, (kind, start, end) => {
        const token = canonical.slice(start, end);
        if (kind === WORD) {
            gap = { word: token, numbers: [], marks: '', signatures: [], shape: '' };
            gaps.push(gap);
        }
        else if (kind === NUMBER) {
            gap.numbers.push(token);
            gap.shape += 'n';
        }
        else if (kind === CODE) {
            // A code opens, alone or as a pair, or a pair closes.
            const opens = token.startsWith('\u0001');
            if (opens)
                gap.signatures.push(token.slice(1));
            gap.shape += !opens ? ')' : canonical[end] === '\u0002' ? '-' : '(';
        }
        else {
            gap.marks += token;
            gap.shape += 'm';
        }
    });
    return gaps;
}
function textsOf(content) {
    return content.flatMap((item) => {
        if (item.type === 'text')
            return [item.text];
        return item.type === 'pair' ? textsOf(item.children) : [];
    });
}
function endsWithText(content) {
    const last = content.at(-1);
    return last?.type === 'text' || (last?.type === 'pair' && endsWithText(last.children));
}
/** Puts texts, in order, in the place of the content's. */
function withTexts(content, texts) {
    return content.map((item) => {
        if (item.type === 'text')
            return { type: 'text', text: texts.shift() ?? '' };
        return item.type === 'pair' ? { ...item, children: withTexts(item.children, texts) } : item;
    });
}
/** The last text with another mark at its end; undefined where it does not end as the old source did. */
function withEnd(texts, end) {
    const last = texts.at(-1)?.trimEnd() ?? '';
    const stem = last.slice(0, last.length - end.from.length);
    if (!last.endsWith(end.from) || stem === '' || /[\p{P}\p{S}]$/u.test(stem))
        return undefined;
    return [...texts.slice(0, -1), stem + end.to];
}
