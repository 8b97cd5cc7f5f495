/**
 * The bundle: nested i18next JSON v4 and nothing else. Read strictly (nothing is repaired), written in the source's
 * order and in the layout that the file has.
 */
import { SourceError } from '../project/errors.js';
import { JsonProblem, readJson, sameLiteral, visitLeaves } from '../project/json-reader.js';
export const EMPTY_BUNDLE = { entries: new Map(), indent: '  ', crlf: false, text: '' };
/**
 * @param file the bundle's path for messages.
 * @throws SourceError with line and remedy for conflict markers, truncated JSON, duplicate keys.
 */
export function parseBundle(text, file) {
    let root;
    try {
        root = readJson(text);
    }
    catch (cause) {
        if (!(cause instanceof JsonProblem))
            throw cause;
        const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text);
        throw new SourceError(conflict === null ? `not valid JSON, column ${cause.column}: ${cause.message}.` : 'holds merge conflict markers.', {
            place: { file, line: conflict === null ? cause.line : text.slice(0, conflict.index).split('\n').length },
            remedy: 'Mend the file by hand or restore it from git; it was left as it is.',
            cause,
        });
    }
    if (root.type !== 'object') {
        throw new SourceError('a bundle is a JSON object.', { place: { file, line: 1 }, remedy: 'Restore it from git.' });
    }
    const entries = new Map();
    visitLeaves(root, (leaf, path) => {
        const key = path.join('.');
        if (entries.has(key)) {
            throw new SourceError(`two values have the key ${JSON.stringify(key)} (one nested, one with dots).`, {
                place: { file },
                remedy: 'Remove one of them.',
            });
        }
        const { value, start, end } = leaf;
        entries.set(key, { path, value, start, end, ...(leaf.type === 'literal' ? { raw: leaf.raw } : {}) });
    });
    return { entries, indent: /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  ', crlf: text.includes('\r\n'), text };
}
/**
 * The text of a bundle. Entries of one group stand together where the group first appears.
 * An array that lacks an element is written as an object of indices, so that each element falls back on its own.
 * @param layout the bundle that is on disk: where only values change its text is patched, and no formatter undone.
 * @param arrays the length that each array has in the source, by its path joined with dots.
 */
export function printBundle(entries, layout, arrays) {
    const root = new Map();
    for (const entry of entries) {
        const { path } = entry;
        let tree = root;
        for (const name of path.slice(0, -1)) {
            const next = tree.get(name);
            if (next instanceof Map)
                tree = next;
            else {
                const made = new Map();
                tree.set(name, made);
                tree = made;
            }
        }
        const last = path.at(-1);
        if (last !== undefined)
            tree.set(last, written(entry));
    }
    const text = `${printTree(root, [], layout.indent, '', arrays)}\n`;
    const printed = layout.crlf ? text.replaceAll('\n', '\r\n') : text;
    return printed === layout.text || layout.entries.size === 0 ? printed : (patched(layout, printed) ?? printed);
}
function written({ value, raw }) {
    return raw ?? JSON.stringify(value);
}
function isSame(one, other) {
    return typeof one.value === 'string' ? one.value === other.value : sameLiteral(one.raw, other.raw);
}
/** The text on disk with other values in it; undefined where keys or their order differ. */
function patched(layout, printed) {
    const wanted = [...parseBundle(printed, '').entries.values()];
    if (wanted.length !== layout.entries.size)
        return undefined;
    let text = '';
    let at = 0;
    let index = 0;
    for (const entry of layout.entries.values()) {
        const next = wanted[index++];
        if (next === undefined || JSON.stringify(next.path) !== JSON.stringify(entry.path))
            return undefined;
        if (isSame(next, entry))
            continue;
        text += layout.text.slice(at, entry.start) + written(next);
        at = entry.end;
    }
    return text + layout.text.slice(at);
}
function printTree(tree, path, indent, margin, arrays) {
    const inner = margin + indent;
    const length = arrays.get(path.join('.'));
    const isArray = length === tree.size && [...tree.keys()].every((name) => typeof name === 'number');
    const parts = [];
    for (const [name, value] of tree) {
        const printed = value instanceof Map ? printTree(value, [...path, name], indent, inner, arrays) : value;
        parts.push(isArray ? `${inner}${printed}` : `${inner}${JSON.stringify(String(name))}: ${printed}`);
    }
    if (parts.length === 0)
        return isArray ? '[]' : '{}';
    return `${isArray ? '[' : '{'}\n${parts.join(',\n')}\n${margin}${isArray ? ']' : '}'}`;
}
/**
 * The entries of a bundle with the source's literals between them, where the source has them.
 * @param entries with the number of the source's unit that each is made from, in the source's order.
 */
export function withLiterals(entries, literals) {
    const all = [];
    let next = 0;
    const addUpTo = (unit) => {
        for (let literal = literals[next]; literal !== undefined && literal.after <= unit; literal = literals[++next]) {
            all.push({ path: literal.path, value: null, raw: literal.raw });
        }
    };
    for (const [unit, entry] of entries) {
        addUpTo(unit);
        all.push(entry);
    }
    addUpTo(Infinity);
    return all;
}
/** The length of every array among some paths, by the array's own path joined with dots. */
export function arrayLengths(paths) {
    const lengths = new Map();
    for (const path of paths) {
        path.forEach((name, depth) => {
            if (typeof name !== 'number')
                return;
            const array = path.slice(0, depth).join('.');
            lengths.set(array, Math.max(lengths.get(array) ?? 0, name + 1));
        });
    }
    return lengths;
}
