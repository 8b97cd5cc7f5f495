const spans = new WeakMap();
/** @returns what is known of a node; empty for autolinks and shortcut references */
export function spansOf(node) {
    return spans.get(node) ?? {};
}
function of(node) {
    if (node === undefined)
        return {};
    const known = spans.get(node) ?? {};
    spans.set(node, known);
    return known;
}
/** Lets a node that takes another one's place have its places. */
export function copySpans(from, to) {
    const known = spans.get(from);
    if (known !== undefined)
        spans.set(to, known);
}
/** A handler for micromark's tokens that notes these places while the tree is made. */
export const markSpans = {
    enter: {
        resourceMarker(token) {
            of(this.stack.at(-1)).afterLabel ??= token.start.offset;
        },
        referenceMarker(token) {
            of(this.stack.at(-1)).afterLabel ??= token.start.offset;
        },
        resourceTitle(token) {
            of(this.stack.at(-1)).title = { start: token.start.offset, end: token.end.offset };
        },
        definitionTitle(token) {
            of(this.stack.at(-1)).title = { start: token.start.offset, end: token.end.offset };
        },
    },
};
