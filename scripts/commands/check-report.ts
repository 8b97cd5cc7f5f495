/** What `check` and `status` found, and how it is shown. */
import { describe, type ExitCode, type GlossaError } from '../project/errors.ts';
import { printable } from '../project/log.ts';
import { table } from '../project/table.ts';

/** What may be wrong with a unit or a file in a language. */
export const FAULT_KINDS = ['missing', 'stale', 'damaged', 'unrecorded', 'finding', 'source', 'orphan'] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  readonly kind: FaultKind;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line?: number;
  readonly key?: string;
  readonly language?: string;
  /** The check's name, of a finding. */
  readonly check?: string;
  readonly message: string;
}

export interface LanguageCheck {
  units: number;
  translated: number;
  reviewed: number;
  missing: number;
  stale: number;
  findings: number;
  /** Uses of terms in the source, and how many of them the target answers with an accepted form. */
  terms: { required: number; found: number };
}

export interface CheckReport {
  readonly faults: Fault[];
  readonly languages: Map<string, LanguageCheck>;
  readonly errors: GlossaError[];
  /** What lies in `locales/` and has no source; see `findOrphans`. */
  orphans: readonly string[];
}

export function languageSum({ languages }: CheckReport, language: string): LanguageCheck {
  const found = languages.get(language);
  if (found !== undefined) return found;
  const fresh: LanguageCheck = {
    units: 0,
    translated: 0,
    reviewed: 0,
    missing: 0,
    stale: 0,
    findings: 0,
    terms: { required: 0, found: 0 },
  };
  languages.set(language, fresh);
  return fresh;
}

/** 2 for configuration, 1 for errors, gaps, stale or unrecorded units, else 0. */
export function checkExit(report: CheckReport, allow: readonly string[], strict: boolean): ExitCode {
  const codes: ExitCode[] = [0, ...report.errors.map(({ exitCode }) => exitCode)];
  const counts = ({ kind, severity }: Fault): boolean => !allow.includes(kind) && (severity === 'error' || strict);
  if (report.faults.some(counts)) codes.push(1);
  return codes.reduce((highest, code) => (code > highest ? code : highest));
}

/** Lines for a person, or workflow commands for GitHub's annotations. */
export function faultLines(report: CheckReport, allow: readonly string[], format: 'text' | 'github'): string[] {
  const shown = report.faults.filter(({ kind }) => !allow.includes(kind));
  if (format === 'text') {
    const errors = report.errors.map((error) => `error: ${describe(error)}`);
    const faults = shown.map(({ severity, kind, file, line, key, language, check, message }) => {
      const where = `${file}${line === undefined ? '' : `:${line}`}`;
      return `${severity} ${check ?? kind}: ${where}: ${about(language, key)}${message}`;
    });
    return [...errors, ...faults].map(printable);
  }
  const escape = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return [
    ...report.errors.map(
      (error) =>
        `::error file=${property(error.place.file ?? '')},line=${error.place.line ?? 1}::${escape(describe(error))}`,
    ),
    ...shown.map(
      ({ severity, file, line, key, language, message }) =>
        `::${severity} file=${property(file)},line=${line ?? 1}::${escape(`${about(language, key)}${message}`)}`,
    ),
  ];
}

/** `[es] title: `, as far as there is such a thing. */
function about(language: string | undefined, key: string | undefined): string {
  const parts = [language === undefined ? [] : [`[${language}]`], key === undefined ? [] : [key]].flat();
  return parts.length === 0 ? '' : `${parts.join(' ')}: `;
}

export function checkJson({ faults, languages, errors }: CheckReport): string {
  return JSON.stringify(
    {
      languages: Object.fromEntries(languages),
      faults,
      errors: errors.map((error) => ({ ...error.place, message: describe(error) })),
    },
    null,
    2,
  );
}

/** One sentence: what was looked at, what was found, what was allowed. */
export function checkSummary(report: CheckReport, allow: readonly string[]): string {
  const sums = [...report.languages.values()];
  const units = sums.reduce((sum, one) => sum + one.units, 0);
  const shown = report.faults.filter(({ kind }) => !allow.includes(kind));
  const errors = shown.filter(({ severity }) => severity === 'error').length + report.errors.length;
  const allowed = FAULT_KINDS.filter((kind) => allow.includes(kind)).map((kind) => {
    const count = report.faults.filter((fault) => fault.kind === kind).length;
    return `${count} ${kind}`;
  });
  const terms = sums.reduce((sum, one) => sum + one.terms.required, 0);
  const found = sums.reduce((sum, one) => sum + one.terms.found, 0);
  const parts = [
    `${units} units in ${sums.length} languages: ${errors} errors, ${shown.length + report.errors.length - errors} warnings`,
    `terms ${found}/${terms}`,
    ...(allowed.length === 0 ? [] : [`${allowed.join(', ')} for the next translate`]),
  ];
  return `${parts.join('; ')}.`;
}

/** A table, a line a language. */
export function statusTable({ languages }: CheckReport): string {
  const rows = [...languages].map(([language, { units, translated, reviewed, stale, missing, findings, terms }]) => [
    language,
    units,
    translated,
    reviewed,
    stale,
    missing,
    findings,
    `${terms.found}/${terms.required}`,
  ]);
  return table(['language', 'units', 'translated', 'reviewed', 'stale', 'missing', 'findings', 'terms'], rows);
}
