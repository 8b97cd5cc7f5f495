import { SourceError } from '../project/errors.js';
import { JsonProblem, readJson } from '../project/json-reader.js';
import { readBundle } from './i18next-json/bundle-values.js';
import { nestingEnd } from './i18next-json/nesting.js';
import { i18nextSyntax } from './i18next-syntax.js';
import { refuseTooManyTexts } from './refuse-too-many.js';
import { signatures } from './signatures.js';
/**
 * i18next JSON v4: nested, flat (keys with dots) or both, and arrays. Every string is a unit, the empty one too; numbers,
 * booleans and null are copied. Keys are plain data whatever they are called.
 */
export const i18nextJson = {
    name: 'i18next-json',
    extensions: ['.json'],
    article: false,
    parse(text) {
        return parsedFile(text, values(text));
    },
};
function values(text) {
    try {
        return readBundle(readJson(text), text);
    }
    catch (error) {
        if (!(error instanceof JsonProblem))
            throw error;
        throw new SourceError(`${error.message} (column ${error.column}).`, {
            place: { line: error.line },
            remedy: 'Correct the JSON; nothing of this file was changed.',
            cause: error,
        });
    }
}
function parsedFile(text, found) {
    const strings = found.filter((one) => one.type === 'string');
    refuseTooManyTexts(strings.length);
    let after = 0;
    const literals = found.flatMap((one) => {
        if (one.type === 'literal')
            return [{ path: one.path, raw: one.raw, after }];
        after += 1;
        return [];
    });
    return {
        units: strings.map(({ path, value, line }) => ({
            kind: 'value',
            path,
            value,
            syntax: 'i18next',
            line,
        })),
        literals,
        warnings: strings.flatMap(({ path, value, line }) => {
            const message = brokenPlaceholder(value);
            return message === undefined ? [] : [{ line, message: `${path.join('.')}: ${message}` }];
        }),
        outline: () => found
            .map((one) => line(one.path, one.type === 'string' ? [signatures(i18nextSyntax.parse(one.value))] : [one.raw]))
            .sort(byCodeUnits)
            .join('\n'),
        fill: (given) => fill(text, strings, given),
    };
}
/** Replaces string literals where they stand; a value whose codes differ from the source's is refused. */
function fill(text, strings, given) {
    const refused = [];
    let result = '';
    let at = 0;
    for (const [unit, { value, start, end }] of strings.entries()) {
        const next = given.get(unit);
        if (next === undefined || next === value)
            continue;
        if (signatures(i18nextSyntax.parse(next)) !== signatures(i18nextSyntax.parse(value))) {
            refused.push({ unit, reason: 'its placeholders or tags are not those of the source' });
            continue;
        }
        result += text.slice(at, start) + JSON.stringify(next);
        at = end;
    }
    return { text: result + text.slice(at), refused };
}
function line(path, rest) {
    return JSON.stringify([path, ...rest]);
}
function brokenPlaceholder(value) {
    if (value.split('{{').length > value.split('}}').length)
        return 'a placeholder "{{" is not closed';
    for (let at = value.indexOf('$t('); at !== -1; at = value.indexOf('$t(', at + 3))
        if (nestingEnd(value, at) === undefined)
            return 'a nesting "$t(" is not closed';
    return undefined;
}
function byCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
