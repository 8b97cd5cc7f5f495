/** What is wrong with one unit in one language, as faults: from its record line alone, or from what was just judged. */
import type { Finding } from '../checks/check.ts';
import { messageOf, said } from '../checks/index.ts';
import type { RecordLine } from '../locales/record.ts';
import { isApproval } from '../pipeline/see/record-lines.ts';
import type { CheckReport, FaultKind } from './check-report.ts';

/** Where the faults of a unit are told. */
export interface UnitPlace {
  /** The source file, and the unit's line there where it is known. */
  readonly source: string;
  readonly line: number | undefined;
  /** The target's bundle. */
  readonly bundle: string;
  readonly key: string;
  readonly language: string;
}

export interface UnitWord {
  readonly hasTarget: boolean;
  /** A person wrote the target, and no run has seen it yet. */
  readonly isEdited: boolean;
  readonly isStale: boolean;
  /** Faults of the files themselves. */
  readonly problems: readonly Finding[];
  readonly findings: readonly Finding[];
}

/** What a record line says of a unit that is as the last run left it. */
export function recordedWord({ target, stale, findings = [] }: RecordLine): UnitWord {
  return { hasTarget: target !== undefined, isEdited: false, isStale: stale === true, problems: [], findings };
}

/** @returns how many findings the target has. */
export function addFaults(report: CheckReport, place: UnitPlace, word: UnitWord): number {
  const { source, line, bundle, key, language } = place;
  const add = (kind: FaultKind, severity: Finding['severity'], message: string, rule?: string): void => {
    const where = kind === 'missing' ? { file: source, ...(line === undefined ? {} : { line }) } : { file: bundle };
    const check = rule === undefined ? {} : { check: rule };
    report.faults.push({ kind, severity, ...where, key, language, ...check, message });
  };
  for (const problem of word.problems) add('damaged', problem.severity, said(problem).message, problem.rule);
  const findings = word.findings.filter((finding) => !isApproval(finding));
  if (!word.hasTarget) {
    const [why] = findings;
    if (word.problems.length === 0)
      add('missing', 'error', `has no translation${why === undefined ? '' : `: ${messageOf(why)}`}`);
    return 0;
  }
  if (word.isEdited) add('unrecorded', 'error', 'was edited since the last run: run translate to take it over');
  if (word.isStale) add('stale', 'error', 'the source has changed since');
  for (const finding of findings) add('finding', finding.severity, messageOf(finding), finding.rule);
  return findings.length;
}
