import { kindOfType } from './code-types.js';
/** Deeper nesting is no text of anybody's and would only exhaust the stack of what works on it. */
const DEEPEST = 100;
/** Puts the pieces of a `seg` together as inline content, as the reader comes upon them. */
export class SegmentBuilder {
    open = [];
    root = [];
    used = new Set();
    free = 1;
    text(text) {
        const items = this.items();
        const last = items.at(-1);
        if (last?.type === 'text')
            items[items.length - 1] = { type: 'text', text: last.text + text };
        else if (text !== '')
            items.push({ type: 'text', text });
    }
    /** `hi`, which holds the text itself. @returns false where it is too deep. */
    highlight(attributes) {
        this.open.push({ start: codeOf('hi', attributes, []), children: [] });
        return this.open.length <= DEEPEST;
    }
    highlightEnd() {
        const index = this.open.findLastIndex(({ start }) => start.element === 'hi');
        this.close(index, []);
    }
    /** `bpt`, `ept`, `ph`, `it` or `ut` with its content. @returns false where it is too deep. */
    code(element, attributes, markup) {
        const code = codeOf(element, attributes, markup);
        if (element === 'bpt')
            this.open.push({ start: code, children: [] });
        else if (element === 'ept') {
            const index = this.open.findLastIndex(({ start }) => start.element === 'bpt' && start.pair === code.pair);
            if (index < 0)
                this.items().push(standing(code));
            else
                this.close(index, markup);
        }
        else
            this.items().push(standing(code));
        return this.open.length <= DEEPEST;
    }
    /** @param signatures of the codes in the order in which they open, where the file has them. */
    finish(signatures) {
        while (this.open.length > 0)
            this.unpair();
        const own = countCodes(this.root) === signatures.length ? signatures : [];
        return this.identify(this.root, own.values());
    }
    items() {
        return this.open.at(-1)?.children ?? this.root;
    }
    /** Ends a pair; those that were opened inside it and cross its end become standing codes. */
    close(index, close) {
        while (this.open.length > index + 1)
            this.unpair();
        const pair = this.open.pop();
        if (pair === undefined)
            return;
        const { id = 0, kind, markup } = pair.start;
        this.items().push({ type: 'pair', id, kind, open: markup, close, children: pair.children, signature: '' });
    }
    /** The innermost open pair has no end where it should: its start stands alone. */
    unpair() {
        const pair = this.open.pop();
        if (pair === undefined)
            return;
        this.items().push(standing(pair.start));
        for (const child of pair.children) {
            if (child.type === 'text')
                this.text(child.text);
            else
                this.items().push(child);
        }
    }
    /** Gives every code an id of its own, the file's where it can, and a signature. */
    identify(items, signatures) {
        return items.map((item) => {
            if (item.type === 'text')
                return item;
            const id = this.ownId(item.id);
            const literal = (item.type === 'code' ? item.markup : [...item.open, ...item.close])
                .filter((piece) => typeof piece === 'string')
                .join('');
            const given = signatures.next();
            const signature = given.done === true ? `${item.kind}:${literal}` : given.value;
            if (item.type === 'code')
                return { ...item, id, signature };
            return { ...item, id, signature, children: this.identify(item.children, signatures) };
        });
    }
    ownId(wanted) {
        let id = wanted;
        if (!Number.isSafeInteger(id) || id < 1 || this.used.has(id)) {
            while (this.used.has(this.free))
                this.free++;
            id = this.free;
        }
        this.used.add(id);
        return id;
    }
}
function codeOf(element, attributes, markup) {
    const id = attributes['x'] === undefined ? undefined : Number(attributes['x']);
    return { element, pair: attributes['i'] ?? '', id, kind: kindOfType(attributes['type']), markup };
}
function standing({ id = 0, kind, markup }) {
    return { type: 'code', id, kind, markup, signature: '' };
}
function countCodes(items) {
    return items.reduce((sum, item) => {
        if (item.type === 'text')
            return sum;
        return sum + 1 + (item.type === 'pair' ? countCodes(item.children) : 0);
    }, 0);
}
