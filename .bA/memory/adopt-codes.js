/** All codes of a content in the order in which they open: the order of the code tokens in its canonical form. */
export function codesInOrder(content) {
    return content.flatMap((item) => {
        if (item.type === 'text')
            return [];
        return item.type === 'code' ? [item] : [item, ...codesInOrder(item.children)];
    });
}
/** Codes grouped under signatures: their own, or those of other codes whose places they take. */
export function bySignature(codes, signatures = codes.map((code) => code.signature)) {
    const groups = new Map();
    for (const [index, code] of codes.entries()) {
        const signature = signatures[index] ?? '';
        const group = groups.get(signature);
        if (group === undefined)
            groups.set(signature, [code]);
        else
            group.push(code);
    }
    return groups;
}
/**
 * Gives a remembered target the codes of a new source: where it stands, what is inside and its own translated texts
 * (alt, title) stay the target's; markup, kind, id and signature become the source's.
 * @param replacements for each signature of the target's codes the source's codes that take their places, in order.
 * @returns undefined where it is not clear which code belongs where, or where one is left over.
 */
export function adoptCodes(target, replacements) {
    const waiting = new Map();
    for (const [signature, codes] of replacements) {
        // Codes that look alike in the target and are to become different ones: which is which cannot be seen.
        if (new Set(codes.map((code) => code.signature)).size > 1)
            return undefined;
        waiting.set(signature, [...codes]);
    }
    const adopt = (items) => {
        const result = [];
        for (const item of items) {
            const adopted = item.type === 'text' ? item : adoptOne(item);
            if (adopted === undefined)
                return undefined;
            result.push(adopted);
        }
        return result;
    };
    const adoptOne = (code) => {
        const own = waiting.get(code.signature)?.shift();
        if (code.type === 'code') {
            if (own?.type !== 'code')
                return undefined;
            const markup = withTexts(own.markup, code.markup);
            return markup && { ...own, markup };
        }
        const children = adopt(code.children);
        if (own?.type !== 'pair' || children === undefined)
            return undefined;
        const [open, close] = [withTexts(own.open, code.open), withTexts(own.close, code.close)];
        return open && close && { ...own, open, close, children };
    };
    const result = adopt(target);
    const done = [...waiting.values()].every((codes) => codes.length === 0);
    return done ? result : undefined;
}
/** The literal pieces of one markup with the texts of another; undefined where their texts are not of the same roles. */
function withTexts(literals, texts) {
    const own = texts.filter((piece) => typeof piece !== 'string');
    const roles = literals.filter((piece) => typeof piece !== 'string').map((piece) => piece.role);
    if (roles.length !== own.length || roles.some((role, index) => role !== own[index]?.role))
        return undefined;
    let next = 0;
    return literals.map((piece) => (typeof piece === 'string' ? piece : (own[next++] ?? piece)));
}
