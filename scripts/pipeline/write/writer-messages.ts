/** What the main thread and the thread that writes files say to each other. */
import type { FileChange } from '../../locales/journal.ts';
import type { Place } from '../../project/errors.ts';

/** What the thread is to open. */
export interface WriterPlaces {
  readonly root: string;
  readonly journalPath: string;
}

export type WriterRequest =
  | { readonly id: number; readonly changes: readonly FileChange[] }
  /** Nothing comes after it. Where `isDone` is false the run breaks off, and its journal stays for the next one. */
  | { readonly id: number; readonly isDone: boolean };

export type WriterReply =
  /** How many files were written. */
  | { readonly id: number; readonly written: number }
  | { readonly id: number; readonly failure: Failure }
  /** For the user. */
  | { readonly line: string };

/** An error, as far as it can be handed from thread to thread. */
export interface Failure {
  /** The class of an error for the user; undefined for one that is ours to mend. */
  readonly kind: 'source' | 'configuration' | undefined;
  readonly message: string;
  readonly place: Place;
  readonly remedy: string;
}
