const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A JSON number with every digit that it was written with: more than a `number` can hold, and in its own spelling. */
export class JsonNumber {
  readonly text: string;

  /** @throws RangeError where the text is no number as JSON writes it (RFC 8259, 6) */
  constructor(text: string) {
    if (!NUMBER.test(text)) throw new RangeError(`${JSON.stringify(text)} is no JSON number.`);
    this.text = text;
  }
}

/** A JSON value that holds no text for readers: what a bundle copies from its source. */
export type JsonScalar =
  null | boolean | number | string | JsonNumber | readonly never[] | Readonly<Record<string, never>>;

/** The value as JSON; a `number` that JSON does not know (NaN, Infinity) becomes null. */
export function printScalar(value: JsonScalar): string {
  return value instanceof JsonNumber ? value.text : JSON.stringify(value);
}
