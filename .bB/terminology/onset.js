/** How a word begins, as far as articles and elision of its language care. */
/** French words whose h forbids elision; the usual ones. */
const ASPIRATED = /^(?:h[aâ](?:che|chis|ie|ine|ll|llebarde|lte|mac|mburger|meau|mster|nche|ndicap|ngar|rceler|rdi|ricot|rpe|sard|ut|uteur|vre)|h[eéê](?:ris|rnie|ros\b|ron|tre)|hi(?:bou|érarchie|p|ppie)|ho(?:bby|ckey|mard|nte|quet|rs|uille|ublon|usse)|hu(?:blot|it|rle|tte))/u;
/** The onset of a form's first word, by the rules of its language. */
export function onsetOf(form, gender, language) {
    const word = (form
        .toLowerCase()
        .normalize('NFC')
        .match(/[\p{L}\p{M}·]+/u) ?? [''])[0];
    const vowel = /^h?[aeiouàáâèéêëìíîïòóôùúûüœæ]/u.test(word);
    switch (language) {
        case 'es':
            if (gender === 'f' && /^h?i(?![aeou])/u.test(word))
                return 'i';
            return gender === 'f' && hasStressedA(word) ? 'stressed a' : 'plain';
        case 'it':
            if (gender === 'm' && /^(?:s[^aeiouàèéìòùh]|z|x|gn|ps|pn|y|i[aeou])/u.test(word))
                return 'impure';
            return vowel ? 'vowel' : 'plain';
        case 'fr':
            return vowel && !ASPIRATED.test(word) && !/^(?:o(?:uistiti|nz)|y)/u.test(word) ? 'vowel' : 'plain';
        case 'ca':
            // `el iogurt`; `la imatge`, but `l'illa`: an unstressed i or u keeps the feminine article whole.
            if (/^h?[iu][aeo]/u.test(word))
                return 'plain';
            return vowel && !(gender === 'f' && /^h?[iu]/u.test(word) && syllables(word) > 2) ? 'vowel' : 'plain';
        default:
            return 'plain';
    }
}
/** `agua`, `área`, `hambre`: an accent on the first a, or two syllables of which the first is stressed. */
function hasStressedA(word) {
    if (/^h?á/u.test(word))
        return true;
    return /^h?a/u.test(word) && syllables(word) === 2 && /[aeo](?:s|n)?$/u.test(word) && !/[áéíóú]/u.test(word);
}
function syllables(word) {
    return word.match(/[aeiouàáèéíòóúïü]+/gu)?.length ?? 0;
}
