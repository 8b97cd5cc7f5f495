import { settle, shapeOf } from './content-shape.js';
import { escapeStretches } from './escapes.js';
import { readInline } from './inline-content.js';
import { isTooDense } from './limits.js';
import { maskTemplates } from './masks.js';
import { printSurely } from './print-surely.js';
import { printInline } from './print-inline.js';
import { normalizeValue } from './values.js';
/** A value without any of these is text. */
const SIGNS = /[\\`*_[\]<>&~${}%@\n]|:[:/A-Za-z]|www\./i;
/** What a value cannot hold, or not at its edges. */
const UNEVEN = /[\r\uFDD0]|^[ \t]|[ \t]$|^$/;
const STYLES = ['own', 'alternating', 'encoded'];
/** The inline syntax of a Markdown dialect. */
export function createSyntax(name, grammar) {
    const mdx = name === 'mdx';
    const parse = (value) => {
        const text = normalizeValue(value);
        if (text === '')
            return [];
        if (!SIGNS.test(text) || isTooDense(text))
            return [{ type: 'text', text }];
        const masked = maskTemplates(text, name);
        const nodes = inlineNodes(grammar, masked.masked);
        if (nodes === undefined)
            return [{ type: 'text', text }];
        return readInline(nodes, { text: masked, slice: (start, end) => text.slice(start, end), mdx });
    };
    const print = (content, strict = false) => {
        const settled = settle(content);
        const rules = { mdx, strict };
        let value = '';
        for (const style of STYLES) {
            const { stretches, safe } = printInline(settled, style, rules);
            value = escapeStretches(stretches, rules);
            if (safe || shapeOf(parse(value)) === shapeOf(settled))
                return value;
        }
        return value;
    };
    const isPlain = (text) => !SIGNS.test(text) && !UNEVEN.test(text);
    return { name, isPlain, parse, print, printSurely: (content) => printSurely(content, !mdx) };
}
/** Broken MDX has none: such a value is text. */
function inlineNodes(grammar, text) {
    try {
        return grammar.inline(text).children;
    }
    catch {
        return undefined;
    }
}
