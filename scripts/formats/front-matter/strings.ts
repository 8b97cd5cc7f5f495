import type { BundlePath } from '../../units/unit.ts';

/** A string of front matter: where it stands and how another one is written there. */
export interface FrontMatterString {
  readonly path: BundlePath;
  readonly value: string;
  /** Offsets in the data block. */
  readonly start: number;
  readonly end: number;
  /** The bytes for another value, in the same style where that can hold it; `safe`: in the style that holds anything. */
  write(value: string, safe: boolean): string;
}

/** Front matter data as places of strings; one reader for each language of data. */
export interface FrontMatterData {
  readonly strings: readonly FrontMatterString[];
  /** All of the data, the strings at these indices left out: what must not change. */
  shape(without: ReadonlySet<number>): string;
  /** More places to write when these strings change, so that data which refers to them stays what it was. */
  literals(changed: ReadonlySet<number>, fields: ReadonlySet<number>): readonly Literal[];
}

/** Bytes to write in place of others. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Thrown by a reader of data; `line` is 1-based in the block. */
export class DataError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}
