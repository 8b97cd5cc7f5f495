/** What an import did, as lines of a terminal. */
import { oneLine } from '../../project/log.ts';
import type { ImportedMemory, ImportedTerms } from '../import.ts';
import type { ImportedUnit, ImportReport } from './import-texts.ts';

const DONE: Readonly<Record<string, string>> = {
  save: 'taken',
  approve: 'approved',
  reject: 'approval taken back',
  dismiss: 'kept for the new source',
};

export function importLines(
  { file, language, units, unchanged, unknown, firstUnknown }: ImportReport,
  isDry: boolean,
): string[] {
  const lines = units.flatMap((unit) => unitLines(unit, file, language).map(oneLine));
  const count = (outcome: ImportedUnit['outcome']): number => units.filter((unit) => unit.outcome === outcome).length;
  const taken = `${count('taken')} ${isDry ? 'would be taken' : 'taken'}`;
  const sum = [
    taken,
    `${count('conflict')} in conflict`,
    `${count('refused')} refused`,
    `${count('left')} left`,
    `${unchanged} unchanged`,
  ];
  lines.push(`${language}: ${sum.join(', ')}.`);
  if (unknown > 0)
    lines.push(
      `${unknown} ${unknown === 1 ? 'text is' : 'texts are'} of no unit of this project (first: ${firstUnknown ?? ''}).`,
    );
  return lines;
}

function unitLines(
  { namespace, key, line, outcome, verb, reason, ours, theirs }: ImportedUnit,
  file: string,
  language: string,
): string[] {
  const what = outcome === 'taken' ? (DONE[verb ?? ''] ?? outcome) : outcome;
  const lines = [
    `${what} ${language} ${namespace} ${key}${reason === undefined ? '' : `: ${reason}`} (${file}${line === undefined ? '' : `:${line}`})`,
  ];
  if (outcome === 'left' || theirs === undefined) return lines;
  return [...lines, `  ours:   ${ours ?? '—'}`, `  theirs: ${theirs}`];
}

/** Whether somebody must look at something. */
export function needsSomebody({ units, errors }: ImportReport): boolean {
  return errors.length > 0 || units.some(({ outcome }) => outcome === 'conflict' || outcome === 'refused');
}

/** What became of a TMX. */
export function memoryLines({ merged, count, files }: ImportedMemory, isDry: boolean): string[] {
  const lines = merged.flatMap((report) => importLines(report, isDry));
  if (count === 0) return [...lines, 'No text of it is new to the memory.'];
  const verb = isDry ? 'would only feed' : 'only feed';
  return [...lines, `${count} ${count === 1 ? 'text' : 'texts'} ${verb} the memory: ${files.join(', ')}.`];
}

/** What became of a TBX. */
export function termLines({ count, files, notKept }: ImportedTerms, isDry: boolean): string[] {
  const lost = Object.entries(notKept).map(([category, times]) => `${category} (${times})`);
  const taken = `${count} terms ${isDry ? 'would be taken' : 'taken'} into ${files.join(', ')}.`;
  return lost.length === 0 ? [taken] : [taken, `Not kept, as a glossary has no column for it: ${lost.join(', ')}.`];
}
