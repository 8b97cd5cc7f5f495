import { canonicalLanguage } from '../../project/languages.js';
import { attributeOf } from './document.js';
/**
 * The language of an element's text where it is another than the file's. `<html lang>` is noted as the file's.
 * @param around the language of the text around it
 */
export function languageOf(file, element, around) {
    const declared = attributeOf(element, 'lang') ?? attributeOf(element, 'xml:lang');
    if (declared === undefined || declared.trim() === '')
        return around;
    const language = known(declared.trim());
    if (language === undefined) {
        const line = element.sourceCodeLocation?.startLine ?? 1;
        file.warnings.push({ line, message: `lang="${declared}" is no known language: it is not heeded.` });
        return around;
    }
    if (element.tagName !== 'html')
        return language === file.language ? undefined : language;
    file.language = language;
    return undefined;
}
const tags = new Map();
/** Intl takes long to say what a tag is. */
function known(tag) {
    if (!tags.has(tag))
        tags.set(tag, canonicalLanguage(tag));
    return tags.get(tag);
}
