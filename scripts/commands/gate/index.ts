/** The gate as a whole: what is found, then what the project's own rules make of it, then where a person mends it. */
import { exclusively } from '../../locales/exclusive-run.ts';
import type { Project } from '../../pipeline/see/project.ts';
import { checkProject } from '../check.ts';
import { baselineFile, baselineText, withoutKnown } from './baseline.ts';
import type { CheckReport } from './fault.ts';
import { withPlaces } from './places.ts';
import { applySeverities } from './policy.ts';

export interface GateOptions {
  /** Languages to look at; undefined: all. */
  readonly languages: readonly string[] | undefined;
  /** Only what differs from this commit. */
  readonly since: string | undefined;
  /** Write the baseline anew. */
  readonly update: boolean;
  /** Takes one line for a person. */
  readonly note: (line: string) => void;
}

export interface GateVerdict {
  readonly report: CheckReport;
  /** Findings of the baseline, which are not in the report. */
  readonly known: number;
  /** Entries of the baseline that nothing fits any more. */
  readonly gone: number;
}

/** @throws ConfigurationError, UsageError or SourceError where the gate cannot judge at all. */
export async function checkGate(project: Project, options: GateOptions): Promise<GateVerdict> {
  const found = await checkProject(project, options.languages, options.since !== undefined);
  const faults = applySeverities(found.faults, project.configuration);
  const baseline = baselineFile(project.layout);
  if (options.update) {
    const change = { file: baseline, text: baselineText(faults) };
    await exclusively(project, options.note, (files) => files.write([change]));
  }
  const { fresh, known, gone } = withoutKnown(project.root, baseline, faults);
  // With some languages or commits left out, what was not met may well be there.
  const isWhole = options.languages === undefined;
  const report = { ...found, faults: [...fresh] };
  const changed = options.since === undefined ? report : await since(report, project, options.since);
  return {
    report: { ...changed, faults: withPlaces(project.root, changed.faults) },
    known,
    gone: isWhole ? gone : 0,
  };
}

/** Git is started for those who ask only. */
async function since(report: CheckReport, project: Project, commit: string): Promise<CheckReport> {
  const { changedSince } = await import('./changed-since.ts');
  return changedSince(report, project, commit);
}
