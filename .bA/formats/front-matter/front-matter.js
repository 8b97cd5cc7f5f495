import { SourceError } from '../../project/errors.js';
import { DEFAULT_FIELDS, isField, isProse } from './field-patterns.js';
import { findFences } from './fence.js';
import { patchHead } from './patch-head.js';
import { readFencedData } from './read-data.js';
/**
 * Reads the front matter of a file: YAML between `---`, TOML between `+++`, JSON between `;;;`, after `---json` or bare.
 * @param options.fields paths to translate, `seo.*` style; DEFAULT_FIELDS if left out
 * @throws SourceError with the line in the file, on broken data, a missing closing fence, a `lang` that is no language, or
 *   front matter that is a program
 */
export function readFrontMatter(text, options = {}) {
    const offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const block = findFences(text, offset);
    const data = block === undefined ? undefined : readFencedData(text, block, offset);
    if (block === undefined || data === undefined)
        return new Head(text.slice(0, offset), 0, { strings: [], shape: () => '' }, []);
    return new Head(text.slice(0, block.bodyOffset), block.start, data, options.fields ?? DEFAULT_FIELDS);
}
class Head {
    language;
    units;
    bodyOffset;
    #text;
    #start;
    #strings;
    /** Made at once, so that the tree of the data need not stay. */
    #outline;
    #patterns;
    /** Indices of all strings in fields. */
    #fields;
    /** Those of them that are units: an alias of another field follows it by itself. */
    #places;
    constructor(text, start, data, patterns) {
        const { strings } = data;
        this.#text = text;
        this.#start = start;
        this.#strings = strings;
        this.#patterns = patterns;
        this.bodyOffset = text.length;
        const declared = new Map(strings.flatMap((string) => string.paths.map((path) => [path.join('.'), string])));
        const language = declared.get('lang');
        if (language !== undefined)
            this.language = this.#tag(language);
        const fields = [...strings.entries()].filter(([, string]) => this.#fieldPath(string) !== undefined && isProse(string.value));
        this.#fields = new Set(fields.map(([index]) => index));
        this.#outline = data.shape(this.#fields);
        const units = fields.filter(([, { aliasOf }]) => aliasOf === undefined || !this.#fields.has(aliasOf));
        this.#places = units.map(([index]) => index);
        const names = new Set(strings.flatMap(({ paths }) => paths.map((path) => String(path[0]))));
        this.units = units.map(([, string]) => this.#unit(string, names, declared));
    }
    #unit(string, names, declared) {
        const { value } = string;
        const path = this.#fieldPath(string) ?? [];
        const language = declared.get(`l10n.lang.${path.join('.')}`);
        const line = this.#lineOf(string);
        const unit = { kind: 'field', path: freePath(path, names), value, syntax: 'plain', line };
        return language === undefined ? unit : { ...unit, language: this.#tag(language) };
    }
    #fieldPath({ paths }) {
        return paths.find((path) => isField(path, this.#patterns));
    }
    #tag(string) {
        try {
            return Intl.getCanonicalLocales(string.value)[0] ?? string.value;
        }
        catch (cause) {
            const message = `"${string.value}" is no language tag.`;
            const remedy = 'Write a BCP 47 tag such as "it" or "pt-BR".';
            throw new SourceError(message, { place: { line: this.#lineOf(string) }, remedy, cause });
        }
    }
    #lineOf({ start }) {
        return this.#text.slice(0, this.#start + start).split('\n').length;
    }
    outline() {
        return this.#outline;
    }
    fill(values) {
        const changed = new Map();
        for (const [index, unit] of this.units.entries()) {
            const value = values.get(index);
            if (value !== undefined && value !== unit.value)
                changed.set(index, value);
        }
        if (changed.size === 0)
            return { text: this.#text, refused: [] };
        const places = {
            text: this.#text,
            start: this.#start,
            strings: this.#strings,
            units: this.#places,
            fields: this.#fields,
        };
        const read = (text) => readFrontMatter(text, { fields: this.#patterns });
        return patchHead(this, places, changed, read);
    }
}
/** A field named `body` would stand where the article's blocks do: it becomes `body-2`. */
function freePath(path, names) {
    if (path[0] !== 'body')
        return path;
    let number = 2;
    while (names.has(`body-${number}`))
        number++;
    return [`body-${number}`, ...path.slice(1)];
}
