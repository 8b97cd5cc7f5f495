import type { BundlePath } from '../../units/unit.ts';

/** A string of front matter: where it stands and how another one is written there. */
export interface FrontMatterString {
  /** Its address, and those under which merge keys (`<<: *defaults`) show it too. */
  readonly paths: readonly BundlePath[];
  readonly value: string;
  /** Offsets in the data block. */
  readonly start: number;
  readonly end: number;
  /** For a YAML alias: the index of the string that it repeats. */
  readonly aliasOf?: number;
  /** The bytes for another value, in the same style where that can hold it; `safe`: in the style that holds anything. */
  write(value: string, safe: boolean): string;
  /** Surely says of a value that it is written so that it is read back, and nothing else is read otherwise. */
  holds?(value: string): boolean;
}

/** Front matter data as places of strings; one reader for each language of data. */
export interface FrontMatterData {
  readonly strings: readonly FrontMatterString[];
  /** All of the data, the strings at these indices left out: what must not change. */
  shape(without: ReadonlySet<number>): string;
}

/** Thrown by a reader of data; `line` is 1-based in the block. */
export class DataError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** Whether a value holds a control character, which no style but double quotes can write. */
export function hasControl(value: string): boolean {
  return /[\p{Cc}\u2028\u2029\ufeff]/u.test(value);
}
