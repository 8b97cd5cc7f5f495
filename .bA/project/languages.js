/** Language tags: BCP 47 as the language's own `Intl` knows it. */
/** Takes 10 ms to make, so it is made once. */
let names;
/** The canonical spelling of a tag (`pt-br` -> `pt-BR`), or undefined when it is not well formed or no known language. */
export function canonicalLanguage(tag) {
    let canonical;
    try {
        canonical = Intl.getCanonicalLocales(tag)[0];
    }
    catch {
        return undefined;
    }
    if (canonical === undefined)
        return undefined;
    names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
    return names.of(baseLanguage(canonical)) === undefined ? undefined : canonical;
}
/** `pt-BR` -> `pt`. */
export function baseLanguage(tag) {
    return tag.split('-', 1)[0] ?? tag;
}
/** English name of a language for messages: `Spanish`, `Brazilian Portuguese`. */
export function languageName(tag) {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
}
/** True where text in one language can stand for the other: equal, or one is the other without its region. */
export function sameLanguage(one, other) {
    return one === other || (baseLanguage(one) === baseLanguage(other) && (!one.includes('-') || !other.includes('-')));
}
