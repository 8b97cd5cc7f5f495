import { readHtmlTag } from './html-tags.js';
const TAGS = /<!--[^]*?-->|<\/?[A-Za-z][^<>]*>/g;
/** The language that HTML blocks around Markdown blocks declare: `<div lang="it">` … `</div>`. */
export class LanguageScope {
    #outer;
    #open = [];
    constructor(outer) {
        this.#outer = outer;
    }
    get language() {
        return this.#open.at(-1)?.language ?? this.#outer;
    }
    /** Takes an HTML block into account: what it opens and closes. */
    read(html) {
        for (const [source] of html.matchAll(TAGS)) {
            const tag = source.startsWith('<!') ? undefined : readHtmlTag(source);
            if (tag?.type === 'open') {
                this.#open.push({ name: tag.name, language: tag.language ?? this.language });
            }
            else if (tag?.type === 'close') {
                const index = this.#open.findLastIndex(({ name }) => name === tag.name);
                if (index >= 0)
                    this.#open.length = index;
            }
        }
    }
}
