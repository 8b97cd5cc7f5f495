/** What a stage of a run has to tell; the report is folded from these. */
import type { GlossaError } from '../errors.ts';
import type { FirstSight, MendedValues, OrphanKeys } from './first-sight-lines.ts';
import type { Counts, Problem, SourceWarning } from './report.ts';

export interface Usage {
  readonly requests: number;
  /** Characters of source text sent. */
  readonly characters: number;
  /** What the service says that it billed, where it does. */
  readonly billed?: number | undefined;
  /** What a language model would read and write, about. */
  readonly tokens?: number | undefined;
  /** Of `characters`, those of answers that could not be used. */
  readonly wasted?: number | undefined;
}

export type RunEvent =
  /** An error of a file, an engine or the configuration. */
  | { readonly kind: 'error'; readonly error: GlossaError }
  | { readonly kind: 'warning'; readonly warning: SourceWarning }
  /** Namespaces, and articles, in `locales/` that have no source. */
  | { readonly kind: 'orphans'; readonly names: readonly string[] }
  | { readonly kind: 'orphan-keys'; readonly orphans: OrphanKeys }
  | { readonly kind: 'first-sight'; readonly sight: FirstSight }
  /** A source file has another name than its translations. */
  | { readonly kind: 'moved'; readonly from: string; readonly to: string }
  /** People's edits that were taken over from a file. */
  | { readonly kind: 'taken-over'; readonly file: string; readonly units: number }
  /** Values that were not what the source says, and are written again. */
  | { readonly kind: 'mended'; readonly values: MendedValues }
  /** What a file in a language adds up to, and what is wrong with its texts. */
  | {
      readonly kind: 'counted';
      readonly language: string;
      readonly counts: Counts;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'unchanged'; readonly language: string; readonly units: number }
  /** Suggestions that took the place of texts. */
  | { readonly kind: 'accepted'; readonly language: string; readonly units: number }
  /** A unit that needed no engine: a match class, `kept`, `source`. */
  | { readonly kind: 'recalled'; readonly language: string; readonly match: string; readonly units: number }
  | { readonly kind: 'made'; readonly language: string; readonly units: number }
  /** A unit that has no translation of its source, or a file that could not be written. */
  | {
      readonly kind: 'failed';
      readonly file: string;
      readonly key?: string;
      readonly language: string;
      readonly reason: string;
      /** An engine's refusal is why. */
      readonly isRefusal?: boolean;
    }
  | { readonly kind: 'engine'; readonly language: string; readonly names: readonly string[] }
  /** What was used; in a dry run: what would be. */
  | { readonly kind: 'used'; readonly language: string; readonly usage: Usage; readonly price?: number | undefined }
  /** Files that were written; of these, those that went. */
  | { readonly kind: 'written'; readonly written: number; readonly removed: readonly string[] }
  /** Files that `--prune` takes away, or would. */
  | { readonly kind: 'pruned'; readonly files: readonly string[] };

/** Takes what a stage tells. */
export type Tell = (event: RunEvent) => void;
