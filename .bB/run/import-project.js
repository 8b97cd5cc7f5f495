/** `import`: a TMX into `locales/.memory/`, a TBX into `glossary/`. */
import { readTmx } from '../exchange/tmx/read-tmx.js';
import { readTbx } from '../exchange/tbx.js';
import { ConfigurationError } from '../project/errors.js';
import { GLOSSARY_FOLDER, memoryPath } from '../project/paths.js';
import { printTermRows } from '../terminology/csv.js';
import { printKeptMemory, readKeptMemory } from './kept-memory.js';
import { decode, readBytes } from './sources.js';
import { keptTexts, tmxSyntaxes } from './tmx-texts.js';
import { needSyntaxes } from './values.js';
/**
 * A unit of a TMX becomes one text of the memory for each project language that it has beside its source language. Where
 * it tells its namespace and key (our own exports do) it keeps them, else it stands under the file's name.
 * @throws SourceError when the file is no TMX.
 */
export async function importMemory(project, name, bytes, writer) {
    const { sourceLanguage, targetLanguages } = project.configuration;
    const file = readTmx(bytes, `${name}.tmx`);
    const syntaxes = await tmxSyntaxes(project, file.units);
    await needSyntaxes(syntaxes.values());
    let count = 0;
    const files = [];
    for (const language of [sourceLanguage, ...targetLanguages]) {
        const texts = keptTexts(file, name, sourceLanguage, language, syntaxes);
        if (texts.length === 0)
            continue;
        const memory = readKeptMemory(project.root, language);
        const text = printKeptMemory({ ...memory, texts: [...memory.texts, ...texts] });
        await writer.write([{ file: memoryPath(language), text }]);
        files.push(memoryPath(language));
        count += texts.length;
    }
    return { count, files };
}
/** @throws SourceError for the first fault of the file; ConfigurationError when the glossary file is there already. */
export async function importTermbase(project, name, bytes, writer) {
    const { terms, errors } = readTbx(`${name}.tbx`, decode(bytes, `${name}.tbx`));
    const [error] = errors;
    if (error !== undefined)
        throw error;
    const file = `${GLOSSARY_FOLDER}/${name}.csv`;
    const text = printTermRows(terms);
    const there = readBytes(project.root, file)?.toString('utf8');
    if (there !== undefined && there !== text) {
        throw new ConfigurationError('is there already, and differs.', {
            place: { file },
            remedy: 'Rename the TBX file, or remove the glossary file first.',
        });
    }
    await writer.write([{ file, text }]);
    return { count: terms.length, files: [file] };
}
