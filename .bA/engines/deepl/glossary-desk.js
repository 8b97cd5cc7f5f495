import { syncGlossaries } from './glossary.js';
import { pairKey, wantedGlossaries } from './wanted-glossaries.js';
/** @param project the project's root. */
export function createGlossaryDesk(service, project, glossaries) {
    const wanted = wantedGlossaries(project, glossaries);
    let ids;
    return {
        async idFor(pair, signal, stale) {
            const index = wanted.byPair.get(pairKey(pair));
            if (index === undefined)
                return undefined;
            const current = await ids?.then((known) => known[index]);
            if (ids === undefined || (stale !== undefined && current === stale)) {
                ids = syncGlossaries(service, project, wanted.glossaries, signal);
            }
            return (await ids)[index];
        },
    };
}
