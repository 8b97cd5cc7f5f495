/** Text without the white space that HTML does not show. */
export function squeeze(value) {
    return value.replace(/\s+/g, ' ').trim();
}
/**
 * Programs and styles without what a formatter may change in them: white space, quotes, brackets, separators. They are
 * never written, so this much is enough to tell one from another.
 */
export function gist(program) {
    return program.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
/** A `style` attribute as formatters write it; one with quotes or brackets in it is left alone. */
export function tidyStyle(style) {
    if (/["'()&]/.test(style))
        return style;
    const declarations = style.split(';').map((one) => squeeze(one).replace(/ ?: ?/, ': '));
    return declarations.filter((one) => one !== '').join('; ');
}
