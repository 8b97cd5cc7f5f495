/**
 * Which Apertium modes lead from one language to another, and which Debian packages hold them.
 * Mode names mix two- and three-letter codes, so they are a table and never derived. Set-up reads this file, too:
 * it imports nothing.
 */
const leg = (from, to, mode, name) => ({ mode, package: name, from, to });
/**
 * Spanish is the hub: every pair below is maintained, small, and carried inline codes best when 295 sentences with a
 * bold, a link and a placeholder each were sent through (English to Catalan directly lost 34 bolds, to French by
 * way of Catalan 22 and 633 MB; scores differ by less than 2 chrF). Not listed, because measured as unusable:
 * Serbo-Croatian, Slovenian, Bulgarian.
 */
const LEGS = [
    leg('en', 'es', 'eng-spa', 'apertium-eng-spa'),
    leg('es', 'en', 'spa-eng', 'apertium-eng-spa'),
    leg('es', 'en-US', 'spa-eng_US', 'apertium-eng-spa'),
    leg('es', 'it', 'spa-ita', 'apertium-spa-ita'),
    leg('it', 'es', 'ita-spa', 'apertium-spa-ita'),
    leg('es', 'fr', 'es-fr', 'apertium-fr-es'),
    leg('fr', 'es', 'fr-es', 'apertium-fr-es'),
    leg('es', 'pt', 'es-pt', 'apertium-es-pt'),
    leg('es', 'pt-BR', 'es-pt_BR', 'apertium-es-pt'),
    leg('pt', 'es', 'pt-es', 'apertium-es-pt'),
    leg('es', 'ca', 'spa-cat', 'apertium-spa-cat'),
    leg('es', 'ca-valencia', 'spa-cat_valencia', 'apertium-spa-cat'),
    leg('ca', 'es', 'cat-spa', 'apertium-spa-cat'),
    leg('es', 'gl', 'es-gl', 'apertium-es-gl'),
    leg('gl', 'es', 'gl-es', 'apertium-es-gl'),
];
/** `pt-BR` is itself, `es-MX` is `es`: the listed tag that a tag falls under, case ignored. */
function listed(tag, tags) {
    const subtags = tag.toLowerCase().split('-');
    for (let length = subtags.length; length > 0; length -= 1) {
        const prefix = subtags.slice(0, length).join('-');
        for (const candidate of tags)
            if (candidate.toLowerCase() === prefix)
                return candidate;
    }
    return undefined;
}
/**
 * The shortest way between two languages: one leg, or two by way of Spanish.
 *
 * @param source BCP 47 tag; a region that is not listed falls back to its language.
 * @param target BCP 47 tag, likewise: `pt-BR` and `pt-PT` differ, `es-MX` is `es`.
 * @returns the legs in order; undefined when no two legs lead there or both tags are one language.
 */
export function routeBetween(source, target) {
    const from = listed(source, new Set(LEGS.map((one) => one.from)));
    const to = listed(target, new Set(LEGS.map((one) => one.to)));
    if (from === undefined || to === undefined)
        return undefined;
    const direct = LEGS.find((one) => one.from === from && one.to === to);
    if (direct !== undefined)
        return [direct];
    const [first] = LEGS.filter((one) => one.from === from && one.to === 'es');
    const last = LEGS.find((one) => one.from === 'es' && one.to === to);
    // A round trip (pt to pt-BR by way of Spanish) is no translation.
    if (first === undefined || last === undefined || from.split('-')[0] === to.split('-')[0])
        return undefined;
    return [first, last];
}
/** Target tags that can be reached from a source language; sorted. */
export function reachable(source) {
    const targets = [...new Set(LEGS.map((one) => one.to))].toSorted((a, b) => (a < b ? -1 : 1));
    return targets.filter((target) => routeBetween(source, target) !== undefined);
}
/**
 * Debian packages that a project needs: `apertium` and the pairs of its routes; sorted, empty when no route exists.
 *
 * @param source BCP 47 tag of the source language.
 * @param targets BCP 47 tags; those that Apertium cannot reach are passed over.
 */
export function packagesFor(source, targets) {
    const pairs = new Set(targets.flatMap((target) => routeBetween(source, target) ?? []).map((one) => one.package));
    return pairs.size === 0 ? [] : ['apertium', ...[...pairs].toSorted((a, b) => (a < b ? -1 : 1))];
}
