/**
 * Where the rendered article of a source file and language stands. When a source file changes its extension the article
 * is still under the old one, beside the new or in its place; no word of a person is left behind there.
 */
import { ARTICLE_EXTENSIONS, formatFor } from '../formats/index.js';
import { fileHash } from '../locales/file-hash.js';
import { GlossaError, SourceError } from '../project/errors.js';
import { bundlePath, existingInProject, renderedPath } from '../project/paths.js';
import { parseRendered } from './read-rendered.js';
import { decode, readBytes } from './sources.js';
import { contentHash, needSyntaxes, unitContent } from './values.js';
/**
 * Finds the article. One under another extension that the last run wrote is moved; so it is said, and nothing touched,
 * where an article that must go holds words that nothing else has.
 * @throws SourceError then, naming both files.
 */
export async function articleOnDisk(root, source, language, record, configuration) {
    const { diskNamespace, file } = source;
    const own = renderedPath(language, diskNamespace, file.extension);
    const read = (path, outdated) => {
        const bytes = readBytes(root, path);
        if (bytes === undefined)
            return { file: path, text: undefined, isEdited: false, outdated };
        const isEdited = record.header?.rendered !== fileHash(bytes);
        return { file: path, text: decode(bytes, path), isEdited, outdated };
    };
    const none = { file: own, text: undefined, isEdited: false };
    const others = record.lines.length === 0 ? [] : articlesBeside(root, language, diskNamespace, file.extension);
    const hasOwn = file.format.article && existingInProject(root, own) !== undefined;
    const last = others.find((path) => !read(path, []).isEdited);
    if (others.length === 0 || (last === undefined && (hasOwn || record.header?.rendered === undefined))) {
        // What stands beside an article that is there is left over from long ago: it is listed.
        return file.format.article ? read(own, []) : { ...none, outdated: [] };
    }
    if (last !== undefined && file.format.article && !hasOwn)
        return read(last, []);
    const checked = hasOwn ? [own] : last === undefined ? others : [];
    for (const path of checked) {
        if (await saysNothingNew(root, path, record, configuration))
            continue;
        const isNow = file.format.article ? `the article of ${file.path} is ${own}` : `${file.path} has no article`;
        const why = path === own ? `${last ?? ''} is the article of the last run` : `${isNow} now`;
        const bundle = bundlePath(language, diskNamespace);
        throw new SourceError(`has words that ${bundle} does not have, and ${why}.`, {
            place: { file: path },
            remedy: `Take them over into ${bundle} and delete the article that is old. Nothing was touched.`,
        });
    }
    const outdated = last === undefined ? others : [last];
    return file.format.article ? read(own, outdated) : { ...none, outdated };
}
/** The articles of a namespace under other extensions than its own. Case alone makes no other file everywhere. */
function articlesBeside(root, language, namespace, extension) {
    return ARTICLE_EXTENSIONS.filter((other) => other !== extension.toLowerCase())
        .map((other) => renderedPath(language, namespace, other))
        .filter((path) => existingInProject(root, path) !== undefined);
}
/** Whether each text of an article is one that its record tells: a target, or the source text where there is none. */
export async function saysNothingNew(root, file, { lines }, configuration) {
    const bytes = readBytes(root, file);
    const format = formatFor(file);
    if (bytes === undefined || format === undefined)
        return true;
    const known = new Set(lines.flatMap(({ target, source }) => [target, source]));
    try {
        const { units } = await parseRendered(format, file, decode(bytes, file), configuration);
        await needSyntaxes(units.map(({ syntax }) => syntax));
        return units.every((unit) => known.has(contentHash(unitContent(unit))));
    }
    catch (error) {
        if (error instanceof GlossaError)
            return false;
        throw error;
    }
}
