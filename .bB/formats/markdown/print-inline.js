/** Writes content before escaping. */
export function printInline(content, style, rules) {
    const printer = new InlinePrinter(style);
    printer.all(content, 'text');
    if (!rules.mdx)
        printer.guardAddresses(rules.strict);
    const safe = printer.areDelimitersSafe();
    if (style === 'encoded')
        printer.encodeNeighbours();
    return { stretches: printer.stretches, safe };
}
const WORD = /^[\p{L}\p{N}\p{M}]$/u;
class InlinePrinter {
    stretches = [];
    #style;
    /** Indices of stretches that are delimiters. */
    #delimiters = [];
    /** Indices of stretches that are page addresses in running text. */
    #addresses = [];
    constructor(style) {
        this.#style = style;
    }
    all(content, role) {
        for (const item of content) {
            if (item.type === 'text')
                this.#add(item.text, role);
            else if (item.type === 'code') {
                if (item.kind === 'url' && role === 'text')
                    this.#addresses.push(this.stretches.length);
                this.#markup(item.markup);
            }
            else if (item.kind === 'emphasis' || item.kind === 'strong' || item.kind === 'delete')
                this.#attention(item, role);
            else
                this.#pair(item, role);
        }
    }
    #add(value, role) {
        if (value !== '')
            this.stretches.push({ value, role });
    }
    #markup(markup) {
        for (const piece of markup) {
            if (typeof piece === 'string')
                this.#add(piece, 'literal');
            else
                this.#add(piece.text, piece.role === 'alt' ? 'bracketed' : piece.role);
        }
    }
    #pair(pair, role) {
        const bracketed = pair.kind === 'link' || pair.kind === 'directive';
        this.#markup(pair.open);
        const first = this.stretches.length;
        this.all(pair.children, bracketed ? 'bracketed' : role);
        const label = this.stretches
            .slice(first)
            .map(({ value }) => value)
            .join('');
        const [close] = pair.close;
        if (pair.kind === 'link' &&
            pair.close.length === 1 &&
            close === `][${label}]` &&
            !/[\\`*_[\]<>&!~${}:|]/.test(label))
            this.#add('][]', 'literal');
        else
            this.#markup(pair.close);
    }
    /** Emphasis, strong, struck text. Its content has no space at its edges; without content it is nothing. */
    #attention(pair, role) {
        const [open, close] = this.#markers(pair);
        this.#delimiters.push({ index: this.stretches.length, opens: true });
        this.#add(open, 'literal');
        this.all(pair.children, role);
        this.#delimiters.push({ index: this.stretches.length, opens: false });
        this.#add(close, 'literal');
    }
    #markers(pair) {
        const open = pair.open.join('');
        const close = pair.close.join('');
        if (this.#style === 'own' || pair.kind === 'delete')
            return [open, close];
        const last = this.stretches.at(-1)?.value.at(-1);
        const marker = last === '*' ? '_' : '*';
        const markers = marker.repeat(pair.kind === 'strong' ? 2 : 1);
        return [markers, markers];
    }
    /** A bare address would take what follows it for its own: then it is written `<https://…>`. */
    guardAddresses(strict) {
        for (const index of this.#addresses) {
            const address = this.stretches[index]?.value ?? '';
            const next = this.stretches[index + 1]?.value ?? '';
            const apart = strict ? /^(?:\s|$)/ : /^(?:[.,;:!?]*(?:\s|$))/;
            if (apart.test(next) || !/^(?:https?|ftp):\/\/[^\s<>]+$/i.test(address))
                continue;
            this.stretches[index] = { value: `<${address}>`, role: 'literal' };
        }
    }
    areDelimitersSafe() {
        return this.#delimiters.every(({ index, opens }) => {
            const marker = this.stretches[index]?.value.charAt(0);
            const [outside, inside] = this.#around(index, opens);
            if (!WORD.test(inside))
                return false;
            return /^[\s.,;:?()"'\u2013\u2014\u201c\u201d]?$/.test(outside) || (marker === '*' && WORD.test(outside));
        });
    }
    #around(index, opens) {
        const before = [...(this.stretches[index - 1]?.value.slice(-2) ?? '')].at(-1) ?? '';
        const after = [...(this.stretches[index + 1]?.value.slice(0, 2) ?? '')].at(0) ?? '';
        return opens ? [before, after] : [after, before];
    }
    /**
     * Markdown takes `**“x”**y` for no emphasis, as a letter stands outside and a sign inside; written as a reference
     * (`&#x79;`) the letter is a sign too.
     */
    encodeNeighbours() {
        const heads = new Set();
        const tails = new Set();
        for (const { index, opens } of this.#delimiters) {
            const [outside, inside] = this.#around(index, opens);
            const neighbour = this.stretches[opens ? index - 1 : index + 1];
            if (WORD.test(inside) || !WORD.test(outside) || neighbour?.role === 'literal')
                continue;
            if (opens)
                tails.add(index - 1);
            else
                heads.add(index + 1);
        }
        this.stretches = this.stretches.flatMap((stretch, index) => {
            const characters = [...stretch.value];
            const head = heads.has(index) ? [reference(characters.shift())] : [];
            const tail = tails.has(index) && characters.length > 0 ? [reference(characters.pop())] : [];
            return [...head, { ...stretch, value: characters.join('') }, ...tail];
        });
    }
}
function reference(character = '') {
    return { value: `&#x${(character.codePointAt(0) ?? 0xfffd).toString(16)};`, role: 'literal' };
}
