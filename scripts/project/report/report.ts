/** What a run did, as data: the JSON document, the exit code. Its words are in run-lines.ts. */
import { describe, type ExitCode, type GlossaError } from '../errors.ts';
import type { FirstSight, MendedValues, OrphanKeys } from './first-sight-lines.ts';

/**
 * Of one language. `units` = `unchanged` + `memory` + `machine` + `failed`; `human`, `stale` are some of these, and
 * `accepted`, suggestions that took the place of a text, some of `unchanged`.
 */
export interface LanguageReport {
  engine: string;
  units: number;
  unchanged: number;
  memory: number;
  machine: number;
  failed: number;
  accepted: number;
  human: number;
  stale: number;
  findings: number;
  errors: number;
  characters: number;
  /** What a dry run's characters would cost in EUR, where the engine has a price. */
  price?: number;
  /** `memory` by match class: `102` … `fuzzy`, `source` for text that is in the target language already. */
  readonly matches: Record<string, number>;
}

/** What a file in a language adds up to. */
export interface Counts {
  readonly units: number;
  readonly human: number;
  readonly stale: number;
  readonly errors: number;
  readonly warnings: number;
}

/** What is wrong with a text that is there, or should be. */
export interface Problem {
  readonly file: string;
  readonly key: string;
  readonly language: string;
  /** The check that found it. */
  readonly check: string;
  readonly message: string;
  /** What to do, a sentence; empty where the message says it. */
  readonly remedy: string;
  /** A person approved the text: no run has a hand in it, and `check` is who judges. */
  readonly approved: boolean;
}

export interface Failure {
  readonly file: string;
  readonly key?: string;
  readonly language?: string;
  readonly reason: string;
}

export interface SourceWarning {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface FileCount {
  readonly file: string;
  readonly count: number;
}

export interface Report {
  requests: number;
  characters: number;
  billed: number | undefined;
  /** Of `characters`, those of answers that could not be used. */
  wasted: number;
  /** What a dry run's language model would read and write, about. */
  tokens: number;
  readonly failed: Failure[];
  /** What is wrong with texts that are there, or should be. */
  readonly problems: Problem[];
  /** What the author of a source file should know. */
  readonly warnings: SourceWarning[];
  readonly languages: Map<string, LanguageReport>;
  /** Namespaces, and articles, in `locales/` that have no source. */
  orphans: readonly string[];
  /** Keys of bundles that neither the source nor a record knows: they stay. */
  readonly orphanKeys: OrphanKeys[];
  /** What was taken over from files that no run had seen before. */
  readonly mended: MendedValues[];
  readonly firstSight: FirstSight[];
  /** People's edits that the run recorded, by the file that they were made in. */
  readonly edits: FileCount[];
  /** Translations that followed a renamed source file: namespaces. */
  readonly moved: { readonly from: string; readonly to: string }[];
  /** Files that `--prune` took away, or would. */
  readonly removed: string[];
  /** Errors of files and of the configuration, for the exit code and stderr. */
  readonly errors: GlossaError[];
  /** An engine's refusal is why something is missing. */
  refused: boolean;
  written: number;
}

/**
 * The exit code of a run (DESIGN.md, Commands): the highest that applies. What checks say of texts that people approved is
 * no failure of the run.
 */
export function exitCode(report: Report, strict: boolean): ExitCode {
  const codes: ExitCode[] = [0, ...report.errors.map((error) => error.exitCode)];
  if (report.refused) codes.push(3);
  if (report.failed.length > 0) codes.push(1);
  const approved = new Map<string, number>();
  for (const { language, approved: isTheirs } of report.problems)
    if (isTheirs) approved.set(language, (approved.get(language) ?? 0) + 1);
  for (const [language, { errors, findings }] of report.languages) {
    if (errors > (approved.get(language) ?? 0) || (strict && findings > 0)) codes.push(1);
  }
  return codes.reduce((highest, code) => (code > highest ? code : highest));
}

/** By file, whatever was ready first; of one file in its own order. */
export function sortedByFile({ problems, warnings }: Report): Pick<Report, 'problems' | 'warnings'> {
  const byFile = (a: { readonly file: string }, b: { readonly file: string }): number =>
    a.file < b.file ? -1 : Number(a.file > b.file);
  return { problems: problems.toSorted(byFile), warnings: warnings.toSorted(byFile) };
}

export function reportJson(report: Report): string {
  const {
    requests,
    characters,
    billed,
    wasted,
    tokens,
    failed,
    languages,
    orphans,
    orphanKeys,
    firstSight,
    mended,
    errors,
  } = report;
  const { edits, moved, removed, written } = report;
  return JSON.stringify(
    {
      requests,
      characters,
      billed,
      wasted,
      ...(tokens === 0 ? {} : { tokens }),
      failed,
      ...sortedByFile(report),
      languages: Object.fromEntries(languages),
      orphans,
      orphanKeys,
      firstSight,
      mended,
      edits,
      moved,
      removed,
      written,
      errors: errors.map((error) => ({ ...error.place, message: describe(error), exitCode: error.exitCode })),
    },
    null,
    2,
  );
}
