/** What a run did, as numbers: the closing table, the JSON document, the exit code. */
import { describe, type ExitCode, type GlossaError } from './errors.ts';
import { oneLine } from './log.ts';
import { firstSightLines, orphanLine, type FirstSight, type OrphanKeys } from './first-sight-lines.ts';
import { table } from './table.ts';

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

export interface Report {
  requests: number;
  characters: number;
  billed: number | undefined;
  readonly failed: Failure[];
  /** What is wrong with texts that are there, or should be. */
  readonly problems: Problem[];
  /** What the author of a source file should know. */
  readonly warnings: SourceWarning[];
  readonly languages: Map<string, LanguageReport>;
  readonly orphans: string[];
  /** Keys of bundles that neither the source nor a record knows: they stay. */
  readonly orphanKeys: OrphanKeys[];
  /** What was taken over from files that no run had seen before. */
  readonly firstSight: FirstSight[];
  /** Errors of files and of the configuration, for the exit code and stderr. */
  readonly errors: GlossaError[];
  /** An engine's refusal is why something is missing. */
  refused: boolean;
  written: number;
}

export function createReport(): Report {
  return {
    requests: 0,
    characters: 0,
    billed: undefined,
    failed: [],
    problems: [],
    warnings: [],
    languages: new Map(),
    orphans: [],
    orphanKeys: [],
    firstSight: [],
    errors: [],
    refused: false,
    written: 0,
  };
}

export function languageReport(report: Report, language: string): LanguageReport {
  const found = report.languages.get(language);
  if (found !== undefined) return found;
  const fresh: LanguageReport = {
    engine: '',
    units: 0,
    unchanged: 0,
    memory: 0,
    machine: 0,
    failed: 0,
    accepted: 0,
    human: 0,
    stale: 0,
    findings: 0,
    errors: 0,
    characters: 0,
    matches: {},
  };
  report.languages.set(language, fresh);
  return fresh;
}

/** Adds the totals of one file in one language. */
export function addCounts(report: Report, language: string, counts: Counts): void {
  const sum = languageReport(report, language);
  sum.units += counts.units;
  sum.human += counts.human;
  sum.stale += counts.stale;
  sum.errors += counts.errors;
  sum.findings += counts.errors + counts.warnings;
}

/** Counts a unit that needed no engine, with its match class. */
export function countMemory(report: Report, language: string, match: string): void {
  const sum = languageReport(report, language);
  sum.memory++;
  sum.matches[match] = (sum.matches[match] ?? 0) + 1;
}

/** The exit code of a run (DESIGN.md, Commands): the highest that applies. */
export function exitCode(report: Report, strict: boolean): ExitCode {
  const codes: ExitCode[] = [0, ...report.errors.map((error) => error.exitCode)];
  if (report.refused) codes.push(3);
  if (report.failed.length > 0) codes.push(1);
  for (const { errors, findings } of report.languages.values()) {
    if (errors > 0 || (strict && findings > 0)) codes.push(1);
  }
  return codes.reduce((highest, code) => (code > highest ? code : highest));
}

/** Errors of files, engines and configuration, each once. */
export function errorLines({ errors }: Report): string[] {
  return [...new Set(errors.map((error) => `error: ${describe(error)}`))];
}

/**
 * The end of a run on a terminal: what failed, what is wrong, what is orphaned, the table, one sentence.
 * @param quiet without warnings
 */
export function reportLines(
  report: Report,
  { dryRun, quiet = false }: { readonly dryRun: boolean; readonly quiet?: boolean },
): string[] {
  const { failed, orphans, languages } = report;
  const { warnings, problems } = sorted(report);
  const lines = [
    ...(quiet ? [] : shown(warningLines(warnings))),
    ...shown(
      failed.map(
        ({ file, key, language, reason }) => `not translated: ${file} [${language ?? ''}] ${key ?? ''}: ${reason}`,
      ),
    ),
    ...shown(problems.map(problemLine)),
  ];
  for (const namespace of orphans) {
    lines.push(`no source file for ${namespace}: restore it, or remove its translations with translate --prune.`);
  }
  lines.push(...shown(report.orphanKeys.map(orphanLine)), ...firstSightLines(report.firstSight));
  if (languages.size > 0) lines.push(...reportTable(report).split('\n'));
  lines.push(summary(report, dryRun));
  return lines.map(oneLine);
}

/** One line a kind and file, at the place of the first, with the number of the others. */
function warningLines(warnings: Report['warnings']): string[] {
  const groups = new Map<string, { readonly line: string; count: number }>();
  for (const { file, line, message } of warnings) {
    const kind = `${file}\n${message}`;
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, { line: `warning: ${file}:${line}: ${message}`, count: 1 });
    else group.count += 1;
  }
  return [...groups.values()].map(({ line, count }) =>
    count === 1 ? line : `${line} (and ${count - 1} more of this kind in this file)`,
  );
}

/** As `check` shows a fault. */
export function problemLine({ file, key, language, check, message, remedy }: Problem): string {
  const text = remedy === '' ? message : `${message.replace(/[.\s]+$/, '')}. ${remedy}`;
  return `error ${check}: ${file}: [${language}] ${key}: ${text}`;
}

/** By file, whatever was ready first; of one file in its own order. */
function sorted({ problems, warnings }: Report): Pick<Report, 'problems' | 'warnings'> {
  const byFile = (a: { readonly file: string }, b: { readonly file: string }): number =>
    a.file < b.file ? -1 : Number(a.file > b.file);
  return { problems: problems.toSorted(byFile), warnings: warnings.toSorted(byFile) };
}

/** The first of many lines of one sort. */
function shown(lines: readonly string[]): string[] {
  if (lines.length <= SHOWN) return [...lines];
  return [...lines.slice(0, SHOWN), `… and ${lines.length - SHOWN} more; --json lists all.`];
}

const SHOWN = 20;

function summary(report: Report, dryRun: boolean): string {
  const sums = [...report.languages.values()];
  const made = sums.reduce((sum, { machine, memory }) => sum + machine + memory, 0);
  const accepted = sums.reduce((sum, one) => sum + one.accepted, 0);
  const taken = accepted === 0 ? '' : `${accepted} ${accepted === 1 ? 'suggestion' : 'suggestions'} accepted, `;
  if (dryRun) {
    const { characters, requests } = report;
    return `Dry run: ${taken}${made} units, ${characters} characters, about ${requests} requests${price(report)}. Nothing was sent or written.`;
  }
  if (made === 0 && accepted === 0 && report.errors.length > 0)
    return `Nothing was translated: ${report.errors.length} errors, see above.`;
  const { failed, problems, written, requests, characters } = report;
  const wanted = problems.length === 0 ? '' : ` Texts that need a person: ${problems.length}, see above.`;
  if (made === 0 && accepted === 0 && written === 0 && failed.length === 0) {
    return exitCode(report, false) === 0
      ? 'Nothing to do: every unit is up to date.'
      : `Nothing was translated.${wanted === '' ? ' What is wrong: npm run check.' : wanted}`;
  }
  const billed = report.billed === undefined ? '' : `, ${report.billed} billed`;
  return `${taken}${made} units made, ${written} files written, ${requests} requests, ${characters} characters${billed}.${wanted}`;
}

/** What a dry run would cost, of the languages whose engine has a price. */
function price({ languages }: Report): string {
  const priced = [...languages].flatMap(([language, { engine, price: own }]) =>
    own === undefined ? [] : [{ language, engine, own }],
  );
  if (priced.length === 0) return '';
  const sum = priced.reduce((all, { own }) => all + own, 0).toFixed(2);
  const each = priced.map(({ language, own }) => `${language} ${own.toFixed(2)}`).join(', ');
  const engines = [...new Set(priced.map(({ engine }) => engine.split(', ', 1)[0]))].join(', ');
  return `, about ${sum} EUR at the list price of ${engines} (${each})`;
}

function reportTable({ languages }: Report): string {
  const columns = COLUMNS.filter(
    (name) => name !== 'accepted' || [...languages.values()].some((one) => one.accepted > 0),
  );
  const rows = [...languages].map(([language, counts]) => [
    language,
    ...columns.map((name) => counts[name]),
    counts.engine,
  ]);
  return table(['language', ...columns.map((name) => (name === 'human' ? 'people' : name)), 'engine'], rows);
}

/** The table's columns between language and engine. */
const COLUMNS = [
  'units',
  'unchanged',
  'accepted',
  'memory',
  'machine',
  'failed',
  'human',
  'stale',
  'findings',
  'characters',
] as const;

export function reportJson(report: Report): string {
  const { requests, characters, billed, failed, languages, orphans, orphanKeys, firstSight, errors } = report;
  return JSON.stringify(
    {
      requests,
      characters,
      billed,
      failed,
      ...sorted(report),
      languages: Object.fromEntries(languages),
      orphans,
      orphanKeys,
      firstSight,
      errors: errors.map((error) => ({ ...error.place, message: describe(error), exitCode: error.exitCode })),
    },
    null,
    2,
  );
}
