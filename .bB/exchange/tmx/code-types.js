/** TMX's names for kinds of inline codes (TMX 1.4b, "Types for the type attribute"); it asks for `x-` before others. */
const TYPES = {
    emphasis: 'italic',
    strong: 'bold',
    link: 'link',
    image: 'image',
    break: 'lb',
    delete: 'x-delete',
    code: 'x-code',
    math: 'x-math',
    html: 'x-html',
    jsx: 'x-jsx',
    expression: 'x-expression',
    placeholder: 'x-placeholder',
    nesting: 'x-nesting',
    shortcode: 'x-shortcode',
    directive: 'x-directive',
    footnote: 'fnote',
    url: 'x-url',
    other: 'x-other',
    term: 'x-term',
};
export function typeOfKind(kind) {
    return TYPES[kind];
}
/** @returns `other` for types that are no kind of ours. */
export function kindOfType(type) {
    for (const kind of Object.keys(TYPES))
        if (isKind(kind) && TYPES[kind] === type)
            return kind;
    return 'other';
}
function isKind(name) {
    return Object.hasOwn(TYPES, name);
}
