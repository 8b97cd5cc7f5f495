import { SourceError } from '../../project/errors.js';
import { visitLeaves } from '../../project/json-reader.js';
/**
 * The values of a bundle in the order of the file.
 * @throws SourceError where the file is no object, or two ways of writing (`a.b` flat and nested) give one key twice
 */
export function readBundle(root, text) {
    if (root.type !== 'object') {
        throw new SourceError('The file does not hold a JSON object.', {
            place: { line: 1 },
            remedy: 'An i18next bundle is an object of keys and values.',
        });
    }
    const found = [];
    const keys = new Set();
    let line = 1;
    let newline = text.indexOf('\n');
    visitLeaves(root, (leaf, path) => {
        for (; newline !== -1 && newline < leaf.start; newline = text.indexOf('\n', newline + 1))
            line += 1;
        const key = path.join('.');
        if (keys.has(key)) {
            throw new SourceError('This key is given twice, nested and with dots in it.', {
                place: { line, key },
                remedy: 'i18next would find only one of them: delete the other.',
            });
        }
        keys.add(key);
        found.push({ ...leaf, path, line });
    });
    return found;
}
