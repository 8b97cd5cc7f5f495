import { SourceError } from '../../project/errors.js';
/**
 * The parser's time grows faster than these numbers; no article is near them, and with them no file takes five seconds of
 * a processor.
 */
const LIMITS = {
    characters: 2_000_000,
    lines: 60_000,
    /** Lists or quotes that begin on one line. */
    depth: 60,
    /** Columns before a list item. */
    indentation: 300,
    /** Lists and quotes that lines stand in, counted for each line and added up. */
    nesting: 120_000,
    items: 20_000,
    brackets: 20_000,
    /** `[` that are open at the same time. */
    openBrackets: 200,
    backticks: 60,
    /** List items that begin on the line of another one, in all. */
    nestedItems: 3_000,
    /** Directives that are open at the same time. */
    directives: 100,
    /** Signs of emphasis and brackets in one block: each is compared with all before it. */
    signs: 2_000,
    /** Their squares, added up over all blocks. */
    comparisons: 10_000_000,
};
const REMEDY = 'Split the article, or take the generated part out of it.';
/**
 * Refuses a body that would take minutes to parse: thousands of lists within lists, hundreds of megabytes.
 * @throws SourceError with the line in the body
 */
export function checkLimits(body) {
    const fail = (what) => {
        throw new SourceError(`${what}.`, { remedy: REMEDY });
    };
    if (body.length > LIMITS.characters)
        fail(`The article is longer than ${LIMITS.characters} characters`);
    if (body.split('[').length - 1 > LIMITS.brackets)
        fail(`The article has more than ${LIMITS.brackets} links or brackets`);
    if (body.includes('`'.repeat(LIMITS.backticks)))
        fail('The article has too long a run of backticks');
    const containers = new ContainerLimits();
    const signs = new SignLimits();
    for (const [index, line] of body.split('\n').entries()) {
        const excess = index >= LIMITS.lines
            ? `The article has more than ${LIMITS.lines} lines`
            : (containers.excess(line) ?? signs.excess(line));
        if (excess !== undefined)
            throw new SourceError(`${excess}.`, { place: { line: index + 1 }, remedy: REMEDY });
    }
}
/** Whether one text alone has more signs of emphasis or brackets than a paragraph may have. */
export function isTooDense(text) {
    return text.length > LIMITS.signs && [...text.matchAll(SIGN)].length > LIMITS.signs;
}
const CONTAINERS = /^[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)+/;
const ITEM = /[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])/g;
const RULE = /^[ \t]*(?:(?:\*[ \t]*)+|(?:-[ \t]*)+)$/;
/** Lists and quotes, line by line. */
class ContainerLimits {
    #items = 0;
    #nestedItems = 0;
    #nesting = 0;
    /** The columns before the last item: so far lines can be inside lists. */
    #indentation = 0;
    /** @returns what is too much with this line */
    excess(line) {
        const start = RULE.test(line) ? undefined : CONTAINERS.exec(line)?.[0];
        const indentation = line.length - line.trimStart().length;
        if (start === undefined) {
            if (indentation < line.length)
                this.#indentation = Math.min(this.#indentation, indentation);
            return this.#nested(this.#indentation / 2);
        }
        const depth = start.replace(/\d+|[^-+*>.)]/g, '').length;
        if (depth > LIMITS.depth)
            return `More than ${LIMITS.depth} lists or quotes begin on one line`;
        const found = start.match(ITEM)?.length ?? 0;
        if (found > 0) {
            this.#items += found;
            this.#nestedItems += found - 1;
            this.#indentation = start.length;
        }
        if (found > 0 && indentation > LIMITS.indentation)
            return 'A list is nested too deeply';
        if (this.#items > LIMITS.items)
            return `The article has more than ${LIMITS.items} list items`;
        if (this.#nestedItems > LIMITS.nestedItems)
            return 'Too many lists begin on the line of another list';
        return this.#nested(Math.min(indentation, this.#indentation) / 2 + depth);
    }
    #nested(depth) {
        this.#nesting += depth;
        return this.#nesting > LIMITS.nesting
            ? 'Too many lines stand in lists within lists or quotes within quotes'
            : undefined;
    }
}
const FENCE = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(```|~~~)(?![^`]*`)/;
const RAW_HTML = /^ {0,3}<(script|style|pre|textarea)\b/i;
const DIRECTIVE = /^[ \t>]*:{3,}([A-Za-z]?)/;
const SIGN = /[*~]+|(?<!\w)_+|_+(?!\w)|[[\]]/g;
const DELIMITER_ROW = /^[ \t>]*[|:-][ \t|:-]*$/;
/** What is no line of the paragraph before it. */
const ALONE = /^[ \t>]*(?:$|\[[^[\]]+\]:|:::)/;
/** Directives, and the signs in the text of blocks, line by line; code and raw HTML have none. */
class SignLimits {
    /** What ends the code or HTML that lines are in. */
    #end;
    #directives = 0;
    #signs = 0;
    #open = 0;
    #comparisons = 0;
    #inTable = false;
    /** @returns what is too much with this line */
    excess(line) {
        if (this.#isRaw(line))
            return undefined;
        const directive = DIRECTIVE.exec(line)?.[1];
        if (directive !== undefined)
            this.#directives = Math.max(0, this.#directives + (directive === '' ? -1 : 1));
        if (this.#directives > LIMITS.directives)
            return `More than ${LIMITS.directives} directives are open`;
        this.#inTable = /[^\s>]/.test(line) && (this.#inTable || (line.includes('|') && DELIMITER_ROW.test(line)));
        const item = CONTAINERS.exec(line)?.[0].search(ITEM) ?? -1;
        if (this.#inTable || item >= 0 || ALONE.test(line))
            this.#endBlock();
        for (const [sign] of line.matchAll(SIGN)) {
            this.#signs++;
            if (sign === '[')
                this.#open++;
            if (sign === ']')
                this.#open = Math.max(0, this.#open - 1);
            if (this.#open > LIMITS.openBrackets)
                return `More than ${LIMITS.openBrackets} brackets are open`;
        }
        if (this.#signs > LIMITS.signs)
            return `A paragraph has more than ${LIMITS.signs} signs of emphasis or brackets`;
        if (this.#comparisons + this.#signs ** 2 <= LIMITS.comparisons)
            return undefined;
        return 'The paragraphs have too many signs of emphasis or brackets';
    }
    #isRaw(line) {
        const tag = RAW_HTML.exec(line)?.[1]?.toLowerCase();
        if (this.#end === undefined) {
            this.#end = FENCE.exec(line)?.[1] ?? (tag === undefined ? undefined : `</${tag}`);
            if (this.#end === undefined)
                return false;
            this.#endBlock();
            if (this.#end.startsWith('<') && line.toLowerCase().includes(this.#end))
                this.#end = undefined;
            return true;
        }
        const isEnd = this.#end.startsWith('<')
            ? line.toLowerCase().includes(this.#end)
            : FENCE.exec(line)?.[1] === this.#end;
        if (isEnd)
            this.#end = undefined;
        return true;
    }
    #endBlock() {
        this.#comparisons += this.#signs ** 2;
        this.#signs = 0;
        this.#open = 0;
    }
}
