/** A project opened: configuration, paths, termbase, and the fingerprints of what applies to every unit. */
import { shortHash } from '../units/hash.js';
import { fileHash } from '../locales/file-hash.js';
import { readConfiguration } from '../project/configuration.js';
import { GLOSSARY_FOLDER, projectPaths } from '../project/paths.js';
import { decode, listFiles, readBytes } from './sources.js';
import { unitContent } from './values.js';
/** Raised when the same source would be read into other units or written in another way. */
const GENERATION = 1;
/** @throws ConfigurationError when root or configuration are wrong. */
export function openProject(root, variables) {
    const paths = projectPaths(root, variables);
    const configuration = readConfiguration(paths.root);
    const files = listFiles(paths.root, GLOSSARY_FOLDER, '.csv').map((path) => ({
        path,
        bytes: readBytes(paths.root, path) ?? Buffer.alloc(0),
    }));
    let loaded;
    return {
        root: paths.root,
        paths,
        configuration,
        termsPrint: shortHash(files.map(({ path, bytes }) => `${path} ${fileHash(bytes)}`).join('\n')),
        settingsPrint: shortHash(JSON.stringify([GENERATION, configuration.sourceLanguage, configuration.fields])),
        termbase: () => {
            loaded ??= import('../terminology/termbase.js').then(({ loadTermbase }) => {
                const texts = files.map(({ path, bytes }) => ({ path, text: decode(bytes, path) }));
                return loadTermbase(texts, configuration);
            });
            return loaded;
        },
        environment: (engine, note) => ({
            variables,
            sharedCache: paths.sharedCache,
            root: paths.root,
            options: configuration.engineOptions[engine],
            note,
        }),
    };
}
/** The project's termbase as a lookup; a unit is searched once, however many languages ask. */
export async function termLookup(project) {
    const { termbase } = await project.termbase();
    const { unitTerms } = await import('../terminology/unit-terms.js');
    const known = new WeakMap();
    return (unit) => {
        const terms = known.get(unit) ?? unitTerms(unitContent(unit), termbase, unit.language);
        known.set(unit, terms);
        return terms;
    };
}
