import { readFrontMatter } from './front-matter/front-matter.js';
/**
 * Reads a file that may begin with front matter (a page of a static site): its fields are the first units.
 * @param readBody reads the file with its front matter overwritten by spaces, so that all offsets and lines are the file's
 * @throws SourceError as the two readers do
 */
export function withFrontMatter(text, options, readBody) {
    const head = readFrontMatter(text, options.fields === undefined ? {} : { fields: options.fields });
    const fields = head.units.length;
    const keys = head.units.map(({ path }) => `${path?.join('.') ?? ''}.`);
    const isTaken = (key) => keys.some((one) => one.startsWith(`${key}.`) || `${key}.`.startsWith(one));
    const body = readBody(blank(text.slice(0, head.bodyOffset)) + text.slice(head.bodyOffset), isTaken);
    const language = head.language ?? body.language;
    return {
        ...(language === undefined ? {} : { language }),
        units: [...head.units, ...body.units],
        literals: body.literals,
        warnings: body.warnings,
        outline: () => `${head.outline()}\n${body.outline()}`,
        fill(values) {
            const ofHead = new Map([...values].filter(([unit]) => unit < fields));
            const ofBody = [...values].filter(([unit]) => unit >= fields);
            const filledHead = head.fill(ofHead);
            const filled = body.fill(new Map(ofBody.map(([unit, value]) => [unit - fields, value])));
            const refused = filled.refused.map(({ unit, reason }) => ({ unit: unit + fields, reason }));
            return {
                text: filledHead.text + filled.text.slice(head.bodyOffset),
                refused: [...filledHead.refused, ...refused],
            };
        },
    };
}
/** The byte order mark too: it is no part of a text. */
function blank(head) {
    return head.replace(/[^\r\n]/g, ' ');
}
