const FORM = new Set(['emphasis', 'strong', 'delete', 'break']);
const LETTER = /\p{L}/u;
/** Surveys inline content. Hard breaks are layout here: a table cell or a heading cannot hold one. */
export function survey(content) {
    const surveyor = new Surveyor();
    surveyor.all(content);
    const { codes, form, letters, brackets, addresses } = surveyor;
    return { codes: codes.sort().join('\u0001'), form: form.sort().join(' '), letters, brackets, addresses };
}
class Surveyor {
    codes = [];
    form = [];
    letters = false;
    brackets = false;
    addresses = false;
    all(content) {
        for (const item of content) {
            if (item.type === 'text') {
                this.#text(item.text);
                continue;
            }
            if (!FORM.has(item.kind))
                this.codes.push(item.signature);
            else if (item.kind !== 'break')
                this.form.push(item.kind);
            if (item.type === 'code') {
                this.#markup(item.markup);
            }
            else {
                this.#markup(item.open);
                this.all(item.children);
                this.#markup(item.close);
            }
        }
    }
    #text(text) {
        this.letters ||= LETTER.test(text);
        this.brackets ||= /[[\]]/.test(text);
        this.addresses ||= /https?:/i.test(text);
    }
    #markup(markup) {
        for (const piece of markup)
            if (typeof piece !== 'string')
                this.letters ||= LETTER.test(piece.text);
    }
}
