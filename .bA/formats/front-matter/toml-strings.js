const TRIVIA = /(?:[ \t\r\n]+|#[^\n]*)*/y;
const STRING = /"""(?:[^"\\]|\\[^]|"(?!"")|""(?!"))*"{3,5}|'''(?:[^']|'(?!'')|''(?!'))*'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y;
const BARE_KEY = /[A-Za-z0-9_-]+/y;
const OTHER_VALUE = /[^,\]}\n#]*/y;
/**
 * The strings of a document that a TOML parser has found valid. The parser keeps no places, so this walk finds them.
 * @param decode the value of a literal
 */
export function tomlStrings(text, decode) {
    const walk = new TomlWalk(text, decode);
    walk.document();
    return walk.found;
}
class TomlWalk {
    found = [];
    #text;
    #decode;
    /** Tables in arrays so far, by the array's path. */
    #counts = new Map();
    #at = 0;
    constructor(text, decode) {
        this.#text = text;
        this.#decode = decode;
    }
    document() {
        let table = [];
        for (this.#take(TRIVIA); this.#at < this.#text.length; this.#take(TRIVIA)) {
            const before = this.#at;
            if (this.#text.startsWith('[[', this.#at))
                table = this.#header(2);
            else if (this.#text[this.#at] === '[')
                table = this.#header(1);
            else
                this.#pair(table);
            if (this.#at === before)
                this.#at++;
        }
    }
    #header(brackets) {
        this.#at += brackets;
        const keys = this.#keys();
        this.#at += brackets;
        if (brackets === 2) {
            const name = JSON.stringify(keys);
            this.#counts.set(name, (this.#counts.get(name) ?? -1) + 1);
        }
        const path = [];
        for (const [index, key] of keys.entries()) {
            path.push(key);
            const count = this.#counts.get(JSON.stringify(keys.slice(0, index + 1)));
            if (count !== undefined)
                path.push(count);
        }
        return path;
    }
    #pair(table) {
        const path = [...table, ...this.#keys()];
        this.#at++;
        this.#value(path);
    }
    /** Dotted keys; stops at `=` or `]`. */
    #keys() {
        const keys = [];
        for (;;) {
            this.#take(TRIVIA);
            const quoted = this.#take(STRING);
            keys.push(quoted === '' ? this.#take(BARE_KEY) : this.#decode(quoted));
            this.#take(TRIVIA);
            if (this.#text[this.#at] !== '.')
                return keys;
            this.#at++;
        }
    }
    #value(path) {
        this.#take(TRIVIA);
        const start = this.#at;
        const source = this.#take(STRING);
        if (source !== '') {
            this.found.push({ path, start, end: this.#at, source });
        }
        else if (this.#text[start] === '[') {
            this.#items(']', (index) => this.#value([...path, index]));
        }
        else if (this.#text[start] === '{') {
            this.#items('}', () => this.#pair(path));
        }
        else {
            this.#take(OTHER_VALUE);
        }
    }
    #items(close, item) {
        this.#at++;
        for (let index = 0; this.#at < this.#text.length; index++) {
            this.#take(TRIVIA);
            if (this.#text[this.#at] === ',')
                this.#at++;
            this.#take(TRIVIA);
            if (this.#text[this.#at] === close)
                break;
            item(index);
        }
        this.#at++;
    }
    #take(pattern) {
        pattern.lastIndex = this.#at;
        const match = pattern.exec(this.#text)?.[0] ?? '';
        this.#at += match.length;
        return match;
    }
}
