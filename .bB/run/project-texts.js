/** The project's own translations as memory entries: source bundles, target bundles and records, as they are in git. */
import { parseBundle } from '../locales/bundle.js';
import { parseRecord } from '../locales/record.js';
import { GlossaError } from '../project/errors.js';
import { bundlePath, recordPath } from '../project/paths.js';
import { formOf } from '../units/key-forms.js';
import { readKeptMemory } from './kept-memory.js';
import { needSyntaxes, valueHash } from './values.js';
import { linesByKey } from './record-lines.js';
import { decode, readBytes, syntaxOf } from './sources.js';
/**
 * All verified translations of a language, by the hash of their source; of each hash the best first: people's texts of
 * units that left the source are among them.
 * @param wanted hashes of the sources that are looked for, where they are known: files that have none of them, and no text of
 *   a person, are not parsed.
 */
export async function projectTexts(project, files, language, wanted) {
    const byHash = new Map();
    const add = (text) => {
        const same = byHash.get(text.line.source);
        if (same === undefined)
            byHash.set(text.line.source, [text]);
        else
            same.push(text);
    };
    for (const file of files)
        for (const text of textsOf(project, file, language, wanted))
            add(text);
    for (const kept of readKeptMemory(project.root, language).texts) {
        const { namespace, key, source, target, state, of, origin = 'person' } = kept;
        if (of !== undefined)
            continue;
        const file = files.find((one) => one.namespace === namespace);
        const syntax = file === undefined ? 'plain' : syntaxOf(file, key);
        await needSyntaxes([syntax]);
        const line = { key, source: valueHash(syntax, source), state, origin };
        add({ namespace, key, syntax, target, source, line, from: undefined, before: undefined, after: undefined });
    }
    for (const same of byHash.values())
        same.sort(byWorth);
    return byHash;
}
/** Of a person, or approved by one: such a text is also a match for what is only alike. */
const PERSON = /"(?:person|reviewed|final)"/;
function textsOf(project, file, language, wanted) {
    const record = readBytes(project.root, recordPath(language, file.namespace))?.toString('utf8');
    if (record === undefined)
        return [];
    if (wanted !== undefined && !PERSON.test(record) && ![...wanted].some((hash) => record.includes(hash)))
        return [];
    const bundle = readBundle(project, language, file.namespace);
    if (bundle === undefined)
        return [];
    const parsed = parseRecord(record);
    const from = parsed.header?.from;
    const byKey = linesByKey(parsed.lines, () => undefined);
    const lines = [...byKey.values()];
    return lines.flatMap((line, index) => {
        const target = bundle.entries.get(line.key)?.value;
        // Of a stale unit the target belongs to another source than the one that stands there now.
        if (typeof target !== 'string' || line.target === undefined || line.previous !== undefined)
            return [];
        if (line.origin === 'source' || isOtherForm(line, byKey))
            return [];
        const syntax = syntaxOf(file, line.key);
        const before = lines[index - 1]?.source;
        const after = lines[index + 1]?.source;
        return [{ namespace: file.namespace, key: line.key, syntax, target, source: undefined, line, from, before, after }];
    });
}
/** A plural form made from `_other` says its number, too, which that text does not hold. */
function isOtherForm({ key, source }, lines) {
    const of = formOf(key, lines);
    return of?.plural !== undefined && lines.get(of.of)?.source === source;
}
/** A damaged bundle is reported where its file is read; the memory only goes without it. */
function readBundle({ root }, language, namespace) {
    const file = bundlePath(language, namespace);
    try {
        const bytes = readBytes(root, file);
        return bytes === undefined ? undefined : parseBundle(decode(bytes, file), file);
    }
    catch (error) {
        if (error instanceof GlossaError)
            return undefined;
        throw error;
    }
}
/** Text that a person wrote or reviewed before machine text, then the namespace and key that sort first. */
function byWorth(a, b) {
    return Number(isMachine(a)) - Number(isMachine(b)) || order(a.namespace, b.namespace) || order(a.key, b.key);
}
export function isMachine({ line }) {
    return line.origin !== 'person' && line.state === 'translated';
}
function order(a, b) {
    return a < b ? -1 : Number(a > b);
}
