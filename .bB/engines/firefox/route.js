import { installedModel } from './model-cache.js';
import { modelLanguages } from './model-languages.js';
/** Every model translates from or into this language; other pairs go through it. */
export const PIVOT = 'en';
/**
 * Finds the way between two languages: one model, or two through English.
 * @param find the model between two of the registry's languages, if there is one.
 * @returns undefined where there is no way.
 */
export function findRoute({ source, target }, find) {
    const between = (from, to) => {
        for (const one of modelLanguages(from)) {
            for (const other of modelLanguages(to)) {
                const model = find(one, other);
                if (model !== undefined)
                    return model;
            }
        }
        return undefined;
    };
    const direct = between(source, target);
    if (direct !== undefined)
        return [direct];
    const [first, second] = [between(source, PIVOT), between(PIVOT, target)];
    return first !== undefined && second !== undefined ? [first, second] : undefined;
}
/** The way by models that are on this machine. */
export function installedRoute(pair, sharedCache) {
    return findRoute(pair, (source, target) => installedModel(sharedCache, source, target));
}
