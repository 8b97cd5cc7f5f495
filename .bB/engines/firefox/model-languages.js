import { baseLanguage } from '../../project/languages.js';
/** What a tag's models may be called, where it is not the tag or its language. */
const ALSO = {
    nb: ['no'],
    no: ['nb'],
    zh: ['zh-Hans'],
    fil: ['tl'],
};
/**
 * The names under which Firefox's registry may have a language, the best first: `pt-BR` is served by `pt`, `zh-CN` by
 * `zh-Hans` or `zh`, `zh-TW` by `zh-Hant` alone, because `zh` is written in simplified characters.
 * @param tag BCP 47.
 */
export function modelLanguages(tag) {
    const language = baseLanguage(tag);
    const script = new Intl.Locale(tag).maximize().script;
    const names = [tag, `${language}-${script}`];
    if (language !== 'zh' || script === 'Hans')
        names.push(language, ...(ALSO[language] ?? []));
    return [...new Set(names)];
}
