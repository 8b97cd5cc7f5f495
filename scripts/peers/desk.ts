import type { Figure } from '../bench/figure.ts';

/** What a section is handed. */
export interface Desk {
  /** Glossa's cache on this machine, shared by all projects: what is fetched is kept there. */
  readonly cache: string;
  /** One line for each thing done. */
  readonly note: (line: string) => void;
  readonly signal: AbortSignal;
  /** What to show of single cases, in the section's own words. */
  readonly show: string | undefined;
}

/** One kind of proof: its figures, each with its bar. */
export type Section = (desk: Desk) => Promise<readonly Figure[]>;
