/** How `check` and `status` show what they found. */
import { describe, type ExitCode } from '../project/errors.ts';
import { table } from '../project/table.ts';
import type { CheckOutcome, PlacedFinding } from './check-formats/check-format.ts';
import { ruleOf, type CheckReport, type Fault } from './gate/fault.ts';
import type { Progress } from './status-pictures/progress.ts';

/** What the project has agreed not to be told. */
export interface Allowed {
  /** Names of kinds and checks, from `--allow`. */
  readonly rules: readonly string[];
  /** Findings of the baseline, and those of its entries that nothing fits any more. */
  readonly known: number;
  readonly gone: number;
}

/** 2 for configuration, 1 for errors, else 0. */
export function checkExit(report: CheckReport, { rules }: Allowed, strict: boolean): ExitCode {
  const codes: ExitCode[] = [0, ...report.errors.map(({ exitCode }) => exitCode)];
  const counts = (fault: Fault): boolean => !isAllowed(fault, rules) && (fault.severity === 'error' || strict);
  if (report.faults.some(counts)) codes.push(1);
  return codes.reduce((highest, code) => (code > highest ? code : highest));
}

function isAllowed(fault: Fault, rules: readonly string[]): boolean {
  return rules.includes(fault.kind) || rules.includes(ruleOf(fault));
}

/** @param folder from the repository's top to the project, empty or ending in a slash. */
export function checkOutcome(report: CheckReport, allowed: Allowed, folder: string): CheckOutcome {
  const errors = report.errors.map(({ place, message, remedy }): PlacedFinding => {
    return {
      rule: 'file',
      severity: 'error',
      ...place,
      file: place.file ?? '.',
      message: `${message} ${remedy}`.trim(),
    };
  });
  const faults = report.faults
    .filter((fault) => !isAllowed(fault, allowed.rules))
    .map((fault): PlacedFinding => ({ ...fault, rule: ruleOf(fault) }));
  const units = new Map([...report.languages].map(([language, sum]) => [language, sum.units]));
  return { findings: [...errors, ...faults], units, summary: checkSummary(report, allowed), folder };
}

export function checkJson({ faults, languages, errors, waived }: CheckReport): string {
  return JSON.stringify(
    {
      languages: Object.fromEntries(languages),
      faults: faults.map(({ unit: _texts, ...fault }) => fault),
      waived,
      errors: errors.map((error) => ({ ...error.place, message: describe(error) })),
    },
    null,
    2,
  );
}

/** One sentence: what was looked at, what was found, what was allowed. */
function checkSummary(report: CheckReport, { rules, known, gone }: Allowed): string {
  const sums = [...report.languages.values()];
  const sum = (count: (one: (typeof sums)[number]) => number): number =>
    sums.reduce((total, one) => total + count(one), 0);
  const shown = report.faults.filter((fault) => !isAllowed(fault, rules));
  const errors = shown.filter(({ severity }) => severity === 'error').length + report.errors.length;
  const warnings = shown.length + report.errors.length - errors;
  const waiting = rules
    .map((rule) => `${report.faults.filter((fault) => isAllowed(fault, [rule])).length} ${rule}`)
    .join(', ');
  const edits = sum((one) => one.edits);
  const parts = [
    `${counted(
      sum(({ units }) => units),
      'unit',
    )} in ${counted(sums.length, 'language')}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
    `terms ${sum(({ terms }) => terms.found)}/${sum(({ terms }) => terms.required)}`,
    ...(waiting === '' ? [] : [`${waiting} for the next translate`]),
    ...(edits === 0 ? [] : [`${counted(edits, 'edit')} for the next translate to record`]),
    ...(report.waived.length === 0 ? [] : [`${report.waived.length} waived by people`]),
    ...(known === 0 ? [] : [`${known} known from the baseline`]),
    ...(gone === 0 ? [] : [`${gone} of the baseline mended: check --update-baseline`]),
  ];
  return `${parts.join('; ')}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
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

/** What the pictures of `status` draw. */
export function progressOf({ languages }: CheckReport): Progress[] {
  return [...languages].map(([language, { units, translated, drafts, stale }]) => {
    return { language, reviewed: translated - drafts - stale, drafts, stale, missing: units - translated };
  });
}
