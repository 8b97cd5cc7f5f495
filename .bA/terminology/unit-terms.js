import { findTerms } from './find.js';
import { requiredTerms, termsHash } from './required.js';
const NONE = [];
/**
 * Looks a source unit up in the termbase; answers are kept per target language.
 * @param content of the whole unit.
 */
export function unitTerms(content, termbase, sourceLanguage) {
    const found = findTerms(content, termbase, sourceLanguage);
    const find = (piece) => findTerms(piece, termbase, sourceLanguage);
    if (found.hits.length === 0)
        return { sourceLanguage, found, find, required: () => NONE, hash: () => undefined };
    const required = new Map();
    return {
        sourceLanguage,
        found,
        find,
        required(target) {
            let terms = required.get(target);
            if (terms === undefined) {
                terms = requiredTerms(found.hits, sourceLanguage, target);
                required.set(target, terms);
            }
            return terms;
        },
        hash: (target) => termsHash(found.hits, sourceLanguage, target),
    };
}
