/** What a run is asked to do, and with what: every stage gets it. Types only. */
import type { FileWriter } from '../locales/journal.ts';
import type { Log } from '../project/log.ts';
import type { Tell } from '../project/report/run-event.ts';
import type { Project } from './see/project.ts';
import type { SourceFile } from './see/source/sources.ts';

export interface TranslateOptions {
  /** Languages to translate into; undefined: all. */
  readonly to: readonly string[] | undefined;
  readonly only: string | undefined;
  readonly redo: boolean | string;
  /** At first sight: a sentence that equals its source is a person's. */
  readonly keepEqual: boolean;
  readonly dryRun: boolean;
  readonly maxCharacters: number | undefined;
  readonly concurrency: number | undefined;
  readonly acceptSuggestions: boolean;
  readonly prune: boolean;
  /** What is there is taken over, and nobody is asked for what is missing. */
  readonly adopt?: boolean;
}

/** What is written is handed over, so that a dry run can count and a test can look. */
export interface TranslateTools {
  readonly files: FileWriter;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface Job {
  readonly project: Project;
  readonly options: TranslateOptions;
  /** What `--to` and `--only` leave to be translated and counted; all else is seen, and kept in order, all the same. */
  readonly isAsked: (file: SourceFile, language: string) => boolean;
  readonly tools: TranslateTools;
  readonly tell: Tell;
}
