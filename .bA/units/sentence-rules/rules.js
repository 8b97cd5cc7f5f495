/** A table written as words with white space between them. */
export function sentenceRules(table) {
    return {
        never: words(table.never),
        sometimes: words(table.sometimes),
        beforeNumber: words(table.beforeNumber),
        starters: words(table.starters),
        ordinals: table.ordinals ?? false,
    };
}
function words(list = '') {
    return new Set(list.split(/\s+/).filter((word) => word !== ''));
}
