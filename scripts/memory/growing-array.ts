type Numbers = Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/**
 * A typed array with room for `length` numbers: the one given if it has it, else a copy at least twice as long.
 */
export function roomFor<Kind extends Numbers>(numbers: Kind, length: number): Kind;
export function roomFor(numbers: Numbers, length: number): Numbers {
  if (length <= numbers.length) return numbers;
  const size = Math.max(length, 2 * numbers.length);
  const grown =
    numbers instanceof Int32Array
      ? new Int32Array(size)
      : numbers instanceof Uint16Array
        ? new Uint16Array(size)
        : new Uint8Array(size);
  grown.set(numbers);
  return grown;
}
