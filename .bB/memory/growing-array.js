export function roomFor(numbers, length) {
    if (length <= numbers.length)
        return numbers;
    const size = Math.max(length, 2 * numbers.length);
    const grown = numbers instanceof Int32Array
        ? new Int32Array(size)
        : numbers instanceof Uint16Array
            ? new Uint16Array(size)
            : new Uint8Array(size);
    grown.set(numbers);
    return grown;
}
