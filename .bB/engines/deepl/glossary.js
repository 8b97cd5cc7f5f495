import { namePrefix, pairKey } from './wanted-glossaries.js';
/** How many older glossaries stay for runs on other branches. */
const KEPT = 2;
/**
 * Makes sure that the account holds the glossaries, and removes older ones of the project.
 * @returns their ids; undefined where the account will not hold it (another glossary fills a free account, or the server
 * has no glossaries): terms must then be marked in the text.
 * @throws what `Service.call` throws.
 */
export async function syncGlossaries(service, project, wanted, signal) {
    if (wanted.length === 0)
        return [];
    try {
        const own = await ownGlossaries(service, project, signal);
        const ids = [];
        const spare = new Set(own);
        for (const one of wanted) {
            const there = own.find((info) => isComplete(info, one));
            if (there !== undefined)
                spare.delete(there);
            const id = there?.glossaryId ?? (await makeGlossary(service, project, one, [...spare], signal));
            for (const info of spare)
                if (info.glossaryId === id)
                    spare.delete(info);
            ids.push(id);
        }
        await removeGlossaries(service, [...spare].slice(KEPT), signal);
        return ids;
    }
    catch (error) {
        const { kind, remedy, message } = service.diagnose(error);
        if ((kind !== 'unavailable' && kind !== 'unsupported') || remedy === 'wait')
            throw error;
        service.note(`${message} Terms are checked, but DeepL does not know them.`);
        return wanted.map(() => undefined);
    }
}
/** What cannot be removed now (another run may have done it) is left to the next run: nothing depends on it. */
async function removeGlossaries(service, older, signal) {
    try {
        for (const info of older)
            await service.call((client) => client.deleteMultilingualGlossary(info), signal);
    }
    catch {
        signal.throwIfAborted();
    }
}
async function makeGlossary(service, project, wanted, older, signal) {
    const dictionaries = wanted.dictionaries.map((dictionary) => clientDictionary(service, dictionary));
    try {
        const made = await service.call((client) => client.createMultilingualGlossary(wanted.name, dictionaries), signal);
        return made.glossaryId;
    }
    catch (error) {
        const { kind, message } = service.diagnose(error);
        const last = older[0];
        if (kind !== 'unsupported' && kind !== 'quota')
            throw error;
        if (last === undefined) {
            service.note(`${message} Terms are checked, but DeepL does not know them.`);
            return undefined;
        }
        return rewriteGlossary(service, project, wanted, last, signal);
    }
}
/** Only for accounts that hold one glossary: the name says that it is incomplete as long as it is. */
async function rewriteGlossary(service, project, wanted, info, signal) {
    const id = info.glossaryId;
    const rename = (name) => service.call((client) => client.updateMultilingualGlossaryName(id, name), signal);
    await rename(`${namePrefix(project)}updating`);
    for (const dictionary of wanted.dictionaries) {
        const entries = clientDictionary(service, dictionary);
        await service.call((client) => client.replaceMultilingualGlossaryDictionary(id, entries), signal);
    }
    const stays = new Set(wanted.dictionaries.map(pairKey));
    for (const { sourceLangCode: source, targetLangCode: target } of info.dictionaries) {
        if (stays.has(pairKey({ source: source.toLowerCase(), target: target.toLowerCase() })))
            continue;
        await service.call((client) => client.deleteMultilingualGlossaryDictionary(id, source, target), signal);
    }
    await rename(wanted.name);
    return id;
}
/** The project's glossaries on the account, newest first. */
export async function ownGlossaries(service, project, signal) {
    const prefix = namePrefix(project);
    const all = await service.call((client) => client.listMultilingualGlossaries(), signal);
    return all
        .filter(({ name }) => name.startsWith(prefix) && /^(?:[\da-f]{16}|updating)$/.test(name.slice(prefix.length)))
        .sort((a, b) => b.creationTime.getTime() - a.creationTime.getTime() || (a.glossaryId < b.glossaryId ? 1 : -1));
}
/** Somebody may have edited it by hand: besides the name, the number of entries must fit. */
export function isComplete(info, wanted) {
    if (info.name !== wanted.name || info.dictionaries.length !== wanted.dictionaries.length)
        return false;
    const counts = new Map(info.dictionaries.map(({ sourceLangCode, targetLangCode, entryCount }) => [
        pairKey({ source: sourceLangCode.toLowerCase(), target: targetLangCode.toLowerCase() }),
        entryCount,
    ]));
    return wanted.dictionaries.every((dictionary) => counts.get(pairKey(dictionary)) === dictionary.entries.size);
}
function clientDictionary(service, { source, target, entries }) {
    return {
        sourceLangCode: source,
        targetLangCode: target,
        entries: new service.deepl.GlossaryEntries({ entries: Object.fromEntries(entries) }),
    };
}
