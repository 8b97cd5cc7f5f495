import { splitAtMarks } from './mark-lines.js';
import { splitAtTagLines } from './tag-lines.js';
/**
 * Cuts a paragraph at the lines that speak to the site builder.
 * @param line a heading or a cell: all of it is one line
 */
export function paragraphParts(nodes, text, line) {
    if (text.masks.length === 0)
        return [{ type: 'text', nodes }];
    if (line || !text.hasMarks)
        return splitAtTagLines(nodes, text);
    return splitAtMarks(nodes, text).flatMap((part) => part.type === 'text' ? splitAtTagLines(part.nodes, text) : [part]);
}
