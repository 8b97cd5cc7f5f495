import { isComplete, ownGlossaries, syncGlossaries } from './glossary.js';
import { openService } from './service.js';
import { pairKey, wantedGlossaries } from './wanted-glossaries.js';
/**
 * What a push would change, compared with the project's newest glossary on the account. Changes nothing.
 * @throws EngineRefusal when DeepL does not answer or refuses the key.
 */
export async function planGlossary(environment, glossaries, signal) {
    const service = await openService(environment, 1);
    return refusing(service, () => plan(service, environment.root, glossaries, signal));
}
/**
 * Brings the account up to date.
 * @returns what was changed.
 * @throws EngineRefusal as `planGlossary`; the account then still holds the old glossary whole.
 */
export async function pushGlossary(environment, glossaries, signal) {
    const service = await openService(environment, 1);
    return refusing(service, async () => {
        const planned = await plan(service, environment.root, glossaries, signal);
        const wanted = wantedGlossaries(environment.root, glossaries);
        await syncGlossaries(service, environment.root, wanted.glossaries, signal);
        return planned;
    });
}
async function plan(service, project, glossaries, signal) {
    const { glossaries: wanted, without, unusable } = wantedGlossaries(project, glossaries);
    const own = await ownGlossaries(service, project, signal);
    const previous = own[0];
    const planned = [];
    for (const { name, dictionaries } of wanted) {
        const there = own.find((info) => isComplete(info, { name, dictionaries }));
        const changes = [];
        for (const dictionary of dictionaries) {
            const has = previous?.dictionaries.some((info) => pairKey({ source: info.sourceLangCode, target: info.targetLangCode }) === pairKey(dictionary));
            const old = there !== undefined
                ? dictionary.entries
                : previous !== undefined && has === true
                    ? await readEntries(service, previous.glossaryId, dictionary, signal)
                    : new Map();
            changes.push(compare(old, dictionary));
        }
        planned.push({ name, upToDate: there !== undefined, dictionaries: changes });
    }
    return { glossaries: planned, without, unusable };
}
async function readEntries(service, id, { source, target }, signal) {
    const { entries } = await service.call((client) => client.getMultilingualGlossaryDictionaryEntries(id, source, target), signal);
    return new Map(Object.entries(entries.entries()));
}
function compare(old, { source, target, entries }) {
    const forms = [...entries.keys()];
    return {
        source,
        target,
        entries: entries.size,
        added: forms.filter((form) => !old.has(form)),
        changed: forms.filter((form) => old.has(form) && old.get(form) !== entries.get(form)),
        removed: [...old.keys()].filter((form) => !entries.has(form)),
    };
}
async function refusing(service, work) {
    try {
        return await work();
    }
    catch (error) {
        throw service.refusal(error);
    }
}
