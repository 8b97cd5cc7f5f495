/** Renamed source files: a bundle without source and a source without bundle that hold the same text. */
import { parseBundle } from '../locales/bundle.js';
import { GlossaError } from '../project/errors.js';
import { bundlePath } from '../project/paths.js';
import { renamedFiles } from '../units/renamed-files.js';
import { hasSnapshot } from './read-project.js';
import { decode, readBytes } from './sources.js';
/** Looks for renames only where there are both bundles without source and sources without bundle. */
export async function findRenames(project, files, orphans) {
    const newcomers = orphans.length === 0 ? [] : files.filter(({ namespace }) => !hasSnapshot(project, namespace));
    if (newcomers.length === 0)
        return { former: new Map(), orphans };
    const found = renamedFiles(orphans.flatMap((namespace) => orphanTexts(project, namespace)), (await Promise.all(newcomers.map((file) => newTexts(project, file)))).flat());
    const former = new Map(found.map(({ from, to }) => [to, from]));
    const moved = new Set(former.values());
    return { former, orphans: orphans.filter((namespace) => !moved.has(namespace)) };
}
function orphanTexts({ root, configuration }, namespace) {
    for (const language of [configuration.sourceLanguage, ...configuration.targetLanguages]) {
        const file = bundlePath(language, namespace);
        const bytes = readBytes(root, file);
        if (bytes === undefined)
            continue;
        try {
            const { entries } = parseBundle(decode(bytes, file), file);
            const values = [...entries.values()].flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
            return [{ name: namespace, values }];
        }
        catch (error) {
            if (!(error instanceof GlossaError))
                throw error;
        }
        return [];
    }
    return [];
}
async function newTexts({ root, configuration }, file) {
    const bytes = readBytes(root, file.path);
    if (bytes === undefined)
        return [];
    try {
        const format = await file.format.load();
        const { sourceLanguage, fields } = configuration;
        const parsed = format.parse(decode(bytes, file.path), {
            sourceLanguage,
            ...(fields === undefined ? {} : { fields }),
        });
        return [{ name: file.namespace, values: parsed.units.map(({ value }) => value) }];
    }
    catch (error) {
        // The same error is reported where the file is read for its translation.
        if (error instanceof GlossaError)
            return [];
        throw error;
    }
}
