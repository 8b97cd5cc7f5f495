/** A source file as it is now, beside the snapshot of how it was seen last. */
import { shortHash } from '../units/hash.js';
import { assignKeys } from '../units/keys.js';
import { GlossaError, SourceError } from '../project/errors.js';
import { canonicalLanguage } from '../project/languages.js';
import { bundlePath, recordPath } from '../project/paths.js';
import { fileHash } from '../locales/file-hash.js';
import { arrayLengths, EMPTY_BUNDLE, parseBundle, printBundle, withLiterals } from '../locales/bundle.js';
import { targetsOf } from './targets.js';
import { decode, readBytes } from './sources.js';
import { needSyntaxes, contentHash, unitContent } from './values.js';
/**
 * Reads and keys a source file.
 * @param recover keys from the review records (source hash by key, in order) for a missing source bundle.
 * @param kept units that left the source and that people's texts are kept for: one that is back gets its key again.
 * @throws SourceError when the file or its source bundle cannot be read.
 */
export async function readSource(root, file, diskNamespace, configuration, recover, kept) {
    const bytes = readBytes(root, file.path);
    if (bytes === undefined)
        throw new SourceError('has vanished.', { place: { file: file.path } });
    const format = await file.format.load();
    const { sourceLanguage, fields } = configuration;
    const parsed = inFile(file.path, () => format.parse(decode(bytes, file.path), { sourceLanguage, ...(fields === undefined ? {} : { fields }) }));
    const language = declaredLanguage(parsed.language, file.path) ?? sourceLanguage;
    await needSyntaxes(['plain', file.format.syntax, ...parsed.units.map(({ syntax }) => syntax)]);
    refuseChangedLanguage(root, file, language, diskNamespace);
    const snapshotFile = bundlePath(language, diskNamespace);
    const snapshotBytes = readBytes(root, snapshotFile);
    const snapshot = snapshotBytes === undefined ? undefined : parseBundle(decode(snapshotBytes, snapshotFile), snapshotFile);
    const contents = parsed.units.map(unitContent);
    const hashes = contents.map(contentHash);
    const seen = snapshot === undefined ? recovered(parsed, hashes, recover(language)) : knownUnits(snapshot);
    const isFirst = seen.length === 0;
    const back = returning(parsed, seen, kept);
    const known = isFirst ? inOrder(back, parsed, language) : [...seen, ...back];
    const assignment = assignKeys(parsed.units, known, language, isFirst);
    const renamed = new Map(assignment.renamed.map(({ from, to }) => [to, from]));
    const units = assignment.units.map((unit, index) => ({
        ...unit,
        content: contents[index] ?? [],
        hash: hashes[index] ?? '',
        before: unit.added ? undefined : (unit.previous ?? unit.value),
    }));
    const entries = withLiterals(units.entries(), parsed.literals);
    const arrays = arrayLengths(entries.map(({ path }) => path));
    return {
        file,
        diskNamespace,
        language,
        targets: targetsOf(configuration, language),
        parsed,
        hash: fileHash(bytes),
        outline: file.format.article ? shortHash(parsed.outline()) : '',
        units,
        removed: assignment.removed,
        renamed,
        snapshot: snapshot ?? EMPTY_BUNDLE,
        arrays,
        snapshotText: printBundle(entries, snapshot ?? EMPTY_BUNDLE, arrays),
    };
}
/** A file that says another language than before has translations where its source bundle should be: people's words. */
function refuseChangedLanguage(root, file, language, diskNamespace) {
    const record = recordPath(language, diskNamespace);
    if (readBytes(root, record) === undefined)
        return;
    const bundle = bundlePath(language, diskNamespace);
    throw new SourceError(`is in ${language} now, and ${bundle} holds translations into ${language}.`, {
        place: { file: file.path },
        remedy: `Undo the change of its language, or move its bundles and records (${record}) away to begin anew.`,
    });
}
/** Runs a parser and gives its errors the file they are about. */
export function inFile(path, parse) {
    try {
        return parse();
    }
    catch (error) {
        if (error instanceof RangeError) {
            // The parsers' own recursion: thousands of elements in one another.
            throw new SourceError('is nested too deeply to be read.', {
                place: { file: path },
                remedy: 'Split the file, or take the generated part out of it.',
                cause: error,
            });
        }
        if (!(error instanceof GlossaError) || error.place.file !== undefined)
            throw error;
        const { message, remedy, place } = error;
        throw new SourceError(message, { place: { ...place, file: path }, remedy, cause: error });
    }
}
function declaredLanguage(tag, file) {
    if (tag === undefined)
        return undefined;
    const canonical = canonicalLanguage(tag);
    if (canonical !== undefined)
        return canonical;
    throw new SourceError(`"${tag}" is no known language.`, {
        place: { file },
        remedy: 'Give `lang` a BCP 47 tag such as en or pt-BR.',
    });
}
function knownUnits(bundle) {
    const known = [];
    for (const [key, { value }] of bundle.entries)
        if (typeof value === 'string')
            known.push({ key, value });
    return known;
}
/**
 * Blocks that are back with the very text that they had, and whose key nobody has taken since. Fields and i18next values
 * have their keys by their path: a kept plural form has its source's text and would be taken for that one renamed.
 */
function returning(parsed, seen, kept) {
    if (kept.length === 0)
        return [];
    const values = new Set(parsed.units.flatMap(({ path, value }) => (path === undefined ? [value] : [])));
    const taken = new Set(seen.map(({ key }) => key));
    return kept.filter(({ key, value }) => {
        const isBack = key.startsWith('body.') && values.has(value) && !taken.has(key);
        if (isBack)
            taken.add(key);
        return isBack;
    });
}
/** Kept texts as they would stand in the source bundle, had there been one: equal texts are told apart by their order. */
function inOrder(back, parsed, language) {
    if (back.length === 0)
        return back;
    const places = new Map();
    for (const [index, { key, value }] of assignKeys(parsed.units, [], language).units.entries()) {
        places.set(JSON.stringify([key, value]), index);
        if (!places.has(value))
            places.set(value, index);
    }
    const placeOf = ({ key, value }) => places.get(JSON.stringify([key, value])) ?? places.get(value) ?? 0;
    return back.toSorted((a, b) => placeOf(a) - placeOf(b));
}
/** Without a source bundle the records still tell which key had which text, by its hash. */
function recovered(parsed, hashes, byKey) {
    const values = new Map(parsed.units.map((unit, index) => [hashes[index], unit.value]));
    return [...byKey].map(([key, hash]) => ({ key, value: values.get(hash) ?? '' }));
}
