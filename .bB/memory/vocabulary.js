import { roomFor } from './growing-array.js';
import { hashOf, WORD } from './tokens.js';
/**
 * Numbers for tokens. Made for speed: an index of 100,000 texts numbers two million tokens, and cutting a string for each
 * (as a `Map` needs it) would take longer than everything else. So characters are compared where they stand.
 */
export class Vocabulary {
    /** Open addressing, two cells a slot: hash, and a token's number + 1 (0 is free). */
    slots = new Int32Array(256);
    hashes = new Int32Array(64);
    lowerCase = new Int32Array(64);
    /** Token `n` is `characters[starts[n] .. starts[n + 1])`. */
    starts = new Int32Array(64);
    characters = new Uint16Array(512);
    count = 0;
    get size() {
        return this.count;
    }
    /** @returns the number of the token `text[start, end)`, which is given one if it has none. */
    add(text, start, end, word, hash = hashOf(text, start, end)) {
        const slot = this.slot(text, start, end, hash);
        const found = this.slots[slot + 1] ?? 0;
        return found === 0 ? this.insert(text, start, end, word, hash, slot) : found - 1;
    }
    /** `add` for a token that was read from the text. */
    addToken(text, reader, token) {
        const { starts, ends, kinds, hashes } = reader;
        return this.add(text, starts[token] ?? 0, ends[token] ?? 0, kinds[token] === WORD, hashes[token] ?? 0);
    }
    /** @returns the token's number, or -1 if it has none. */
    find(text, start, end) {
        return (this.slots[this.slot(text, start, end, hashOf(text, start, end)) + 1] ?? 0) - 1;
    }
    /** @returns the number of a word's lower-case form; another token's own. */
    folded(number) {
        return this.lowerCase[number] ?? number;
    }
    /** Where the token is, or the free slot where it belongs. */
    slot(text, start, end, hash) {
        const { slots } = this;
        const mask = slots.length - 2;
        for (let slot = (hash << 1) & mask;; slot = (slot + 2) & mask) {
            const number = (slots[slot + 1] ?? 0) - 1;
            if (number < 0 || (slots[slot] === hash && this.isAt(number, text, start, end)))
                return slot;
        }
    }
    isAt(number, text, start, end) {
        const { characters } = this;
        const from = this.starts[number] ?? 0;
        if ((this.starts[number + 1] ?? 0) - from !== end - start)
            return false;
        for (let at = start; at < end; at++)
            if (characters[from + at - start] !== text.charCodeAt(at))
                return false;
        return true;
    }
    insert(text, start, end, word, hash, slot) {
        const number = this.count++;
        const from = this.starts[number] ?? 0;
        if (number + 2 > this.starts.length) {
            const length = 2 * this.starts.length;
            this.starts = roomFor(this.starts, length);
            this.hashes = roomFor(this.hashes, length);
            this.lowerCase = roomFor(this.lowerCase, length);
        }
        if (from + end - start > this.characters.length)
            this.characters = roomFor(this.characters, from + end - start);
        for (let at = start; at < end; at++)
            this.characters[from + at - start] = text.charCodeAt(at);
        this.starts[number + 1] = from + end - start;
        this.hashes[number] = hash;
        this.slots[slot] = hash;
        this.slots[slot + 1] = this.count;
        // Half of the slots stay free.
        if (this.count * 4 > this.slots.length)
            this.rehash();
        this.lowerCase[number] = number;
        const token = word ? text.slice(start, end) : '';
        const lower = token.toLowerCase();
        if (lower !== token)
            this.lowerCase[number] = this.add(lower, 0, lower.length, true);
        return number;
    }
    rehash() {
        const slots = new Int32Array(this.slots.length * 2);
        const mask = slots.length - 2;
        for (let number = 0; number < this.count; number++) {
            const hash = this.hashes[number] ?? 0;
            let slot = (hash << 1) & mask;
            while (slots[slot + 1] !== 0)
                slot = (slot + 2) & mask;
            slots[slot] = hash;
            slots[slot + 1] = number + 1;
        }
        this.slots = slots;
    }
}
