/** A source file and its translations as they stand on disk. */
import { parseRecord } from '../locales/record.js';
import { GlossaError, SourceError } from '../project/errors.js';
import { bundlePath, recordPath } from '../project/paths.js';
import { shareApprovals } from './language-approvals.js';
import { markUnread } from './mark-unread.js';
import { readSource } from './read-source.js';
import { seeLanguage } from './see-language.js';
import { readBytes } from './sources.js';
export async function readFile(project, file, options) {
    const former = options.formerNamespace(file);
    try {
        const { root, configuration } = project;
        const recover = (language) => sourceHashes(project, language, former ?? file.namespace);
        const kept = options.kept(file.namespace);
        const source = await readSource(root, file, former ?? file.namespace, configuration, recover, kept);
        const lookup = await options.lookup();
        const languages = [];
        const marks = [];
        const errors = [];
        for (const language of source.targets) {
            try {
                languages.push(await seeLanguage(source, language, { root, configuration, lookup, redo: options.redo }));
            }
            catch (error) {
                if (!(error instanceof GlossaError))
                    throw error;
                errors.push(error);
                const mark = markUnread(root, source, language);
                if (mark !== undefined)
                    marks.push(mark);
            }
        }
        if (errors.length > 0 && (former !== undefined || source.renamed.size > 0)) {
            const message = 'its keys or its name changed, and so would those of a file that cannot be read: nothing was moved.';
            return { kind: 'failed', file, errors: [...errors, new SourceError(message, { place: { file: file.path } })] };
        }
        shareApprovals(languages);
        return { kind: 'read', file, state: { source, languages, marks }, errors };
    }
    catch (error) {
        if (!(error instanceof GlossaError))
            throw error;
        return { kind: 'failed', file, errors: [error] };
    }
}
/** Key -> source hash from the first record there is, in its order: what a lost source bundle is recovered from. */
function sourceHashes(project, own, namespace) {
    const { sourceLanguage, targetLanguages } = project.configuration;
    for (const language of [sourceLanguage, ...targetLanguages]) {
        if (language === own)
            continue;
        const text = readBytes(project.root, recordPath(language, namespace))?.toString('utf8');
        if (text !== undefined)
            return new Map(parseRecord(text).lines.map(({ key, source }) => [key, source]));
    }
    return new Map();
}
/** Whether a namespace has a source bundle in any project language. */
export function hasSnapshot(project, namespace) {
    const { sourceLanguage, targetLanguages } = project.configuration;
    return [sourceLanguage, ...targetLanguages].some((language) => readBytes(project.root, bundlePath(language, namespace)) !== undefined);
}
