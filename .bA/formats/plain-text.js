import { checkedFill } from './checked-fill.js';
import { readLines } from './plain-text/lines.js';
import { isTitle, readParagraphs } from './plain-text/paragraphs.js';
import { wrap, wrapWidth } from './plain-text/wrap.js';
import { plainSyntax } from './plain-syntax.js';
import { refuseNul } from './refuse-nul.js';
import { signatures } from './signatures.js';
import { withFrontMatter } from './with-front-matter.js';
/**
 * Plain text: a title line, heading lines, paragraphs, list items. Indentation, list marks, rules and empty lines stay;
 * a paragraph that was wrapped is wrapped again at the width of the file.
 */
export const plainText = {
    name: 'plain-text',
    extensions: ['.txt'],
    article: true,
    parse(text, options) {
        refuseNul(text, 'plain text');
        return withFrontMatter(text, options, readBody);
    },
};
function readBody(text, isTaken) {
    const paragraphs = readParagraphs(readLines(text));
    const worded = paragraphs.filter(hasWords);
    const units = worded.map((paragraph, index) => {
        const base = { value: valueOf(paragraph), syntax: 'plain', line: paragraph.lines[0]?.number ?? 1 };
        if (index > 0 || !isTitle(paragraph, worded.length > 1))
            return { kind: paragraph.kind, ...base };
        return isTaken('title') ? { kind: 'heading', ...base } : { kind: 'field', path: ['title'], ...base };
    });
    const numbers = new Map(worded.map((paragraph, index) => [paragraph, index]));
    return {
        units,
        literals: [],
        warnings: [],
        outline: () => outlineOf(paragraphs),
        fill(values) {
            const width = wrapWidth(paragraphs.map(({ lines }) => lines));
            const patchOf = (paragraph) => {
                const unit = numbers.get(paragraph) ?? -1;
                const value = values.get(unit);
                if (value === undefined || value === units[unit]?.value)
                    return [];
                const { start, end } = spanOf(paragraph);
                const strict = value.trim().replace(/\s+/g, ' ');
                return [{ unit, start, end, usual: wrap(strict, paragraph.lines, width, text), strict }];
            };
            return fillBlocks(text, blocksOf(paragraphs), patchOf);
        },
    };
}
/** What stands between empty lines is read on its own, so it is also proved on its own. */
function fillBlocks(text, blocks, patchOf) {
    const refused = [];
    let result = '';
    let at = 0;
    for (const block of blocks) {
        const patches = block.flatMap(patchOf);
        const [first] = block;
        const last = block.at(-1);
        if (patches.length === 0 || first === undefined || last === undefined)
            continue;
        const { indent = '', mark = '' } = first.lines[0] ?? {};
        const start = spanOf(first).start - mark.length - indent.length;
        const { end } = spanOf(last);
        const moved = patches.map((patch) => ({ ...patch, start: patch.start - start, end: patch.end - start }));
        const filled = checkedFill(text.slice(start, end), moved, outlineOf(block), (bytes) => outlineOf(readParagraphs(readLines(bytes))));
        result += text.slice(at, start) + filled.text;
        refused.push(...filled.refused);
        at = end;
    }
    return { text: result + text.slice(at), refused };
}
function blocksOf(paragraphs) {
    const blocks = [];
    for (const paragraph of paragraphs) {
        if (paragraph.apart)
            blocks.push([paragraph]);
        else
            blocks.at(-1)?.push(paragraph);
    }
    return blocks;
}
function spanOf({ lines }) {
    return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
}
/** Whether a paragraph is a heading is told by its length, so that is no part of the outline: translations are longer. */
function outlineOf(paragraphs) {
    return paragraphs
        .map((paragraph) => {
        const mark = paragraph.lines[0]?.mark.trim() ?? '';
        const content = hasWords(paragraph) ? signatures(plainSyntax.parse(valueOf(paragraph))) : valueOf(paragraph);
        return JSON.stringify([paragraph.apart, mark, content]);
    })
        .join('\n');
}
function valueOf(paragraph) {
    return paragraph.lines.map((line) => line.text.replace(/[ \t]+/g, ' ')).join(' ');
}
function hasWords(paragraph) {
    return paragraph.lines.some((line) => line.type === 'words' && /\p{L}/u.test(line.text));
}
