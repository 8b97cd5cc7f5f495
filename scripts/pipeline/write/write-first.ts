/** What must be on disk before any engine is asked. */
import type { Job } from '../job.ts';
import { problemsOf } from '../judge/problems.ts';
import type { FilePlan } from '../plan/plan-file.ts';
import { countUnits, recordLines } from '../plan/recorded-units.ts';
import { writeGroup } from './write-group.ts';

/** @returns the plans of which it is there; what cannot be written is not worth an engine's answer. */
export async function writeFirst(plans: readonly FilePlan[], job: Job): Promise<readonly FilePlan[]> {
  const written: FilePlan[] = [];
  for (const plan of plans) {
    if (job.options.dryRun) tellPlanned(plan, job);
    if (job.options.dryRun || (await allWritten(plan, job))) written.push(plan);
    else tellUnwritten(plan, job);
  }
  return written;
}

async function allWritten({ writesFirst }: FilePlan, { tools, tell }: Job): Promise<boolean> {
  for (const group of writesFirst) if (!(await writeGroup(tools.files, group, tell))) return false;
  return true;
}

/** A dry run says what would go; what is written anew is counted once, when a language is whole. */
function tellPlanned({ writesFirst }: FilePlan, { tell }: Job): void {
  const removed = writesFirst.flat().flatMap(({ file, text }) => (text === null ? [file] : []));
  if (removed.length > 0) tell({ kind: 'written', written: 0, removed });
}

function tellUnwritten({ source, languages }: FilePlan, { isAsked, tell }: Job): void {
  const { file } = source;
  for (const { language, state, items } of languages) {
    if (!isAsked(file, language)) continue;
    const lines = recordLines(state);
    const problems = problemsOf(file, language, lines);
    tell({ kind: 'counted', language, counts: countUnits(state, lines), problems });
    for (const { unit } of items) {
      const reason = 'its files cannot be written';
      tell({ kind: 'failed', file: file.path, key: unit.expected.key, language, reason });
    }
  }
}
