/** Thrown by a reader of data; `line` is 1-based in the block. */
export class DataError extends Error {
    line;
    constructor(message, line) {
        super(message);
        this.line = line;
    }
}
/** Whether a value holds a control character, which no style but double quotes can write. */
export function hasControl(value) {
    return /[\p{Cc}\u2028\u2029\ufeff]/u.test(value);
}
