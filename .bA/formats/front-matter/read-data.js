import matter from 'gray-matter';
import { SourceError } from '../../project/errors.js';
import { readJsonData } from './json-data.js';
import { DataError } from './strings.js';
import { readToml } from './toml-data.js';
import { readYaml } from './yaml-data.js';
const READERS = new Map([
    ['yaml', readYaml],
    ['yml', readYaml],
    ['toml', readToml],
    ['json', readJsonData],
]);
const KEY = /^[ \t]*["']?[\p{L}_][\p{L}\p{N}_.-]*["']?[ \t]*[:=]/u;
/**
 * Reads a fenced block. gray-matter hands the data to one of our readers, which keep places; its own engines, of which one
 * runs JavaScript, are never reached.
 * @returns undefined when the block is no front matter but a part of the article between two rules
 * @throws SourceError with the line in the file
 */
export function readFencedData(text, block, offset) {
    const data = text.slice(block.start, block.end);
    const startsWithKey = KEY.test(data);
    const isBare = block.fence === '';
    if (!block.closed) {
        if (!startsWithKey && !isBare)
            return undefined;
        const remedy = isBare
            ? 'It is a JSON object: close its last brace or string.'
            : `Close it with a line "${block.fence}"; a rule at the top of an article needs an empty line below it.`;
        throw new SourceError('The front matter is not closed.', { place: { line: 1 }, remedy });
    }
    try {
        let found;
        const engine = () => {
            found = readerFor(block.language)(data);
            return {};
        };
        const engines = { yaml: engine, json: engine, javascript: engine, coffee: engine, [block.language]: engine };
        if (isBare || !/\S/.test(data))
            engine();
        else
            matter(text.slice(offset, block.bodyOffset), { delimiters: block.fence, language: block.language, engines });
        return found;
    }
    catch (error) {
        if (!(error instanceof DataError))
            throw error;
        if (!startsWithKey && block.language === 'yaml')
            return undefined;
        const line = Math.max(1, text.slice(0, block.start).split('\n').length + error.line - 1);
        const remedy = 'Mend it by hand: nothing of this file is translated until then.';
        throw new SourceError(`${error.message}.`, { place: { line }, remedy, cause: error });
    }
}
function readerFor(language) {
    const reader = READERS.get(language);
    if (reader !== undefined)
        return reader;
    throw new DataError(`Front matter in "${language}" is not read: it is YAML, TOML or JSON, and no program is run`, 0);
}
