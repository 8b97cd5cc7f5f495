import { fileHash } from '../locales/file-hash.js';
import { EMPTY_BUNDLE, parseBundle } from '../locales/bundle.js';
import { parseRecord } from '../locales/record.js';
import { SourceError } from '../project/errors.js';
import { sameLiteral } from '../project/json-reader.js';
import { sameLanguage } from '../project/languages.js';
import { bundlePath, recordPath, renderedPath } from '../project/paths.js';
import { formerKeys } from '../units/key-forms.js';
import { expectedUnits } from '../units/plurals.js';
import { articleOnDisk } from './article-on-disk.js';
import { DELETED_CHECK, withEdits } from './edits.js';
import { leftOver } from './left-over.js';
import { readRendered } from './read-rendered.js';
import { isProtected, linesByKey, withoutFailures } from './record-lines.js';
import { decode, readBytes } from './sources.js';
import { valueHash } from './values.js';
/** @throws SourceError when the bundle or the edited article cannot be read; the file and language is then left alone. */
export async function seeLanguage(source, language, options) {
    const { root, configuration } = options;
    const from = source.diskNamespace;
    const bundleFile = bundlePath(language, from);
    const bundleBytes = readBytes(root, bundleFile);
    const bundle = bundleBytes === undefined ? EMPTY_BUNDLE : parseBundle(decode(bundleBytes, bundleFile), bundleFile);
    const recordText = readBytes(root, recordPath(language, from))?.toString('utf8');
    const record = recordText === undefined ? { header: undefined, lines: [], damaged: false } : parseRecord(recordText);
    const syntaxes = new Map();
    const expected = expectedUnits(source.units, language);
    for (const { key, source: unit } of expected)
        syntaxes.set(key, unit.syntax);
    const trusted = bundleBytes !== undefined && record.header?.bundle === fileHash(bundleBytes);
    const hashOf = (key) => {
        const value = bundle.entries.get(key)?.value;
        return typeof value === 'string' ? valueHash(syntaxes.get(key) ?? 'plain', value) : undefined;
    };
    const lines = linesByKey(record.lines, hashOf);
    const rendered = await articleOnDisk(root, source, language, record, configuration);
    // Where the bundle has lost a person's text, the article may still have it.
    const isLacking = record.lines.some((line) => isLost(line) && !bundle.entries.has(line.key));
    const article = rendered.text !== undefined && (rendered.isEdited || isLacking)
        ? await readRendered(source, rendered.file, rendered.text, record.header, record.lines, configuration)
        : new Map();
    const keyOnDisk = formerKeys(expected, source.renamed);
    const units = expected.map((unit) => {
        const diskKey = keyOnDisk(unit.key);
        const stored = diskKey === undefined ? undefined : storedText(bundle, diskKey, source.snapshot, bundleFile);
        return seeUnit(unit, {
            line: diskKey === undefined ? undefined : lines.get(diskKey),
            stored,
            trusted,
            article: diskKey === undefined ? undefined : article.get(diskKey),
            files: [bundleFile, rendered.file],
            language,
            terms: options.lookup(unit.source),
            redo: options.redo,
        });
    });
    refuseMoveWithProblems(source, rendered, renderedPath(language, from, source.file.extension), units);
    const keys = expected.map(({ key }) => key);
    const { extra, gone } = leftOver(source, new Set(keys.map(keyOnDisk)), new Set(keys), {
        bundle,
        lines,
        trusted,
        article,
    });
    return { language, units, extra, gone, bundle, record, recordText, rendered };
}
/** An article that goes with its old extension is the last place of words that the bundle does not have. */
function refuseMoveWithProblems({ file: { extension } }, { file, outdated }, own, units) {
    const [problem] = units.flatMap(({ problems }) => problems);
    if (problem === undefined || (file === own && outdated.length === 0))
        return;
    throw new SourceError(`cannot become ${extension} yet: ${problem.message}.`, {
        place: { file: outdated[0] ?? file },
    });
}
function seeUnit(expected, disk) {
    const { source } = expected;
    const { files, language, terms } = disk;
    const hash = (value) => valueHash(source.syntax, value);
    const { value, line: seen, problems, edited } = withEdits(source, disk, hash);
    const line = seen && withPrevious(seen, source, hash);
    // Spelled out: each object spread makes a hidden class of its own, and a run has tens of thousands of these.
    const state = (work, own = line, judge = edited, faults = problems) => {
        return { expected, terms, line: own, value, work, isEdited: edited, judge, problems: faults };
    };
    if (problems.length > 0 || (value === undefined && line !== undefined && isLost(line))) {
        const lost = {
            check: DELETED_CHECK,
            severity: 'error',
            message: `a person's text is gone from ${files[0]}: restore it from git, or give it up with review reject`,
        };
        return state('none', line, edited, problems.length > 0 ? problems : [lost]);
    }
    const copied = source.value.trim() === '' || sameLanguage(source.language, language);
    const make = copied ? 'copy' : 'translate';
    if (value === undefined || line === undefined)
        return state(make);
    const isPerson = isProtected(line);
    if (line.source !== source.hash) {
        if (isPerson && copied)
            return state('none', suggestSource(line, source));
        return state(!isPerson ? make : line.suggested === source.hash ? 'none' : 'suggest');
    }
    // The source is (again) what the target belongs to: the mark goes.
    const fresh = {
        ...(line.previous === undefined ? line : unmarked(line)),
        findings: withoutFailures(line.findings),
    };
    const termsHash = terms.hash(language);
    if (edited)
        return state('none', { ...fresh, terms: termsHash });
    if (line.origin !== 'source' && line.terms !== termsHash) {
        if (isPerson && copied)
            return state('none', { ...fresh, terms: termsHash }, true);
        return state(isPerson ? 'suggest' : make, fresh, true);
    }
    const isRedone = !isPerson && line.origin !== 'source' && (disk.redo === true || disk.redo === line.origin);
    return state(isRedone ? make : 'none', fresh);
}
/**
 * The text that a bundle has for a unit; a number, copied while the source had one, is none.
 * @throws SourceError for any other value: it was written by hand, and would be lost.
 */
function storedText(bundle, key, snapshot, file) {
    const { value, raw } = bundle.entries.get(key) ?? {};
    if (typeof value === 'string')
        return value;
    if (value === undefined || sameLiteral(raw, snapshot.entries.get(key)?.raw))
        return undefined;
    throw new SourceError(`${raw ?? JSON.stringify(value)} stands where a text should be.`, {
        place: { file, key },
        remedy: 'Write a text, or remove the key to have it translated. The file was left as it is.',
    });
}
/** Where the source has changed: with the text that the target belongs to, as far as it is known. */
function withPrevious(line, source, hash) {
    if (line.target === undefined || line.source === source.hash || line.previous !== undefined)
        return line;
    // The snapshot may be newer than the target: a branch was merged, or the bundle could not be read when it moved.
    const isBefore = source.before !== undefined && hash(source.before) === line.source;
    return isBefore ? { ...line, previous: source.before } : line;
}
function unmarked(line) {
    return { ...line, previous: undefined, suggestion: undefined, suggested: undefined };
}
/** Beside a person's text: a source that needs no engine, because it is in the target language or empty. */
function suggestSource(line, source) {
    return { ...line, suggestion: source.value, suggested: source.hash };
}
function isLost(line) {
    return line.target !== undefined && isProtected(line);
}
