/** What is translated in front matter when the configuration says nothing. `*` stands for one level. */
export const DEFAULT_FIELDS = [
    'title',
    'description',
    'summary',
    'excerpt',
    'subtitle',
    'seo.*',
    '*.alt',
    '*.*.alt',
];
/** Names of values that programs read: a `*` at a pattern's end never takes them. `image` may well hold an `alt`. */
const TECHNICAL = new Set('canonical robots url slug id type lang locale layout template date image img src href og_type twitter_card'.split(' '));
/** Whether a front-matter path is to be translated. What stands under `l10n` is said to us, not to readers. */
export function isField(path, patterns) {
    return patterns.some((pattern) => {
        const parts = pattern.split('.');
        if (parts.length !== path.length)
            return false;
        return parts.every((part, index) => {
            const name = String(path[index]);
            if (part !== '*' || part === name)
                return part === name;
            return index < parts.length - 1 ? name !== 'l10n' : !TECHNICAL.has(name.toLowerCase());
        });
    });
}
/** Whether a value has anything to translate: a letter, and not only an address or a file name. */
export function isProse(value) {
    const text = value.trim();
    if (!/\p{L}/u.test(text))
        return false;
    return /\s/.test(text) || !/^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|\.{0,2}\/|#)|^[\w./-]+\.[a-z0-9]{2,4}$/i.test(text);
}
