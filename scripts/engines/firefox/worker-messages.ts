/** What the main thread and its translation threads say to each other. */

/** A model to load, as the cache describes it. */
export interface Leg {
  readonly folder: string;
  readonly files: readonly { readonly role: string; readonly sha256: string }[];
}

export interface Job {
  /** One model, or two through English. */
  readonly legs: readonly Leg[];
  readonly text: string;
}

export type JobAnswer =
  | { readonly text: string }
  /** The model cannot be used for any text. */
  | { readonly unusable: string }
  /** The engine broke down over this text; its thread is lost. */
  | { readonly broken: string };
