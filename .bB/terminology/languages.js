/** Which language's terms serve which text. */
import { baseLanguage } from '../project/languages.js';
const chains = new Map();
/**
 * The languages whose terms may stand in a text of a target language, nearest first: RFC 4647 lookup (`pt-BR`, then
 * `pt`), but never a language in another script (`sr-Latn` does not fall back to Cyrillic `sr`). The other way round a
 * term does not serve: what is right in Brazil need not be right in `pt` at large.
 */
export function servingLanguages(target) {
    let chain = chains.get(target);
    if (chain === undefined) {
        const parts = target.split('-');
        const tags = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
        const script = scriptOf(target);
        chain = tags.filter((tag) => scriptOf(tag) === script);
        chains.set(target, chain);
    }
    return chain;
}
/** True where forms of one language are looked for as the source's own: any region's spelling counts. */
export function readsAs(language, source) {
    return baseLanguage(language) === baseLanguage(source);
}
function scriptOf(tag) {
    return new Intl.Locale(tag).maximize().script;
}
