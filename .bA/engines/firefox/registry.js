/** Firefox's registry of models: records of Mozilla's Remote Settings, or of a mirror with the same content. */
import { z } from 'zod/mini';
/** Models of another major version have another format, which the engine would misread. */
const MAJOR = '3';
/** The files of a model that the engine takes; a shortlist (`lex`) is not among them. */
const ROLES = ['model', 'vocab', 'srcvocab', 'trgvocab'];
const language = z.string().check(z.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const recordSchema = z.object({
    fileType: z.enum(ROLES),
    sourceLanguage: language,
    targetLanguage: language,
    version: z.string().check(z.regex(/^\d+(?:\.\w+)*$/)),
    architecture: z.nullish(z.string()),
    /** No file is taken that cannot be checked. */
    decompressedHash: sha256,
    attachment: z.object({
        // A path below the attachments' address: it may not climb out of it.
        location: z.string().check(z.regex(/^(?!.*(?:^|\/)\.\.?(?:\/|$))[\w./-]+$/)),
        size: z.int().check(z.positive()),
    }),
});
/**
 * Reads the records. Those of other file types and versions, and incomplete models, are left out; of several models of a
 * pair the newest is taken, and of equally new ones the larger architecture.
 * @param body the JSON document, `{ "data": [ … ] }`; undefined is returned when it is none.
 */
export function readRegistry(body) {
    const parsed = z.object({ data: z.array(z.unknown()) }).safeParse(body);
    if (!parsed.success)
        return undefined;
    const groups = new Map();
    for (const item of parsed.data.data) {
        const record = recordSchema.safeParse(item).data;
        if (record === undefined || record.version.split('.', 1)[0] !== MAJOR)
            continue;
        const { sourceLanguage, targetLanguage, version, architecture } = record;
        const group = [sourceLanguage, targetLanguage, version, architecture ?? ''].join(' ');
        groups.set(group, [...(groups.get(group) ?? []), record]);
    }
    const best = new Map();
    for (const records of groups.values()) {
        const [first] = records;
        if (first === undefined || !isComplete(records))
            continue;
        const pair = `${first.sourceLanguage}-${first.targetLanguage}`;
        const known = best.get(pair)?.[0];
        if (known === undefined || isBetter(first, known))
            best.set(pair, records);
    }
    return [...best.keys()].sort(order).map((pair) => modelOf(best.get(pair) ?? []));
}
function isComplete(records) {
    const has = (role) => records.filter(({ fileType }) => fileType === role).length === 1;
    return has('model') && (has('vocab') || (has('srcvocab') && has('trgvocab')));
}
function isBetter(one, other) {
    const [a, b] = [one, other].map(({ version }) => version.split('.').map((part) => Number.parseInt(part, 10) || 0));
    for (let part = 0; part < Math.max(a?.length ?? 0, b?.length ?? 0); part++) {
        const difference = (a?.[part] ?? 0) - (b?.[part] ?? 0);
        if (difference !== 0)
            return difference > 0;
    }
    // "base", "base-memory", "tiny": the order of size.
    return (one.architecture ?? '~') < (other.architecture ?? '~');
}
function modelOf(records) {
    const { sourceLanguage = '', targetLanguage = '', version = '' } = records[0] ?? {};
    const files = records
        .map(({ fileType, decompressedHash, attachment }) => ({ role: fileType, sha256: decompressedHash, ...attachment }))
        .sort((a, b) => order(a.role, b.role));
    return { source: sourceLanguage, target: targetLanguage, version, files };
}
function order(a, b) {
    return a < b ? -1 : Number(a > b);
}
