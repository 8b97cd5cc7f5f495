/** Source files and all that belongs to them, read; what cannot be read, and what people should know, is told. */
import { setImmediate } from 'node:timers/promises';
import { messageOf } from '../../checks/index.ts';
import type { Job } from '../job.ts';
import { readFile, type FileState, type ReadOptions } from './read-project.ts';
import { editedSnapshot } from './source/edited-snapshot.ts';
import { failureOf } from './target/record-lines.ts';
import type { LanguageState } from './target/see-language.ts';
import type { SourceFile } from './source/sources.ts';
import { tellFirstSight } from './target/tell-first-sight.ts';

export async function seeFiles(
  files: readonly SourceFile[],
  options: ReadOptions,
  job: Job,
): Promise<readonly FileState[]> {
  const { project, isAsked, tell } = job;
  const states: FileState[] = [];
  for (const file of files) {
    // What the network brought while a file was read is heard before the next one: the next requests wait for it.
    await setImmediate();
    const reading = await readFile(project, file, options);
    for (const error of reading.errors) tell({ kind: 'error', error });
    if (reading.kind !== 'read') continue;
    const asked = reading.state.languages.filter(({ language }) => isAsked(file, language));
    tellMended(job, file.snapshot(reading.state.source.language), editedSnapshot(reading.state));
    for (const state of asked) {
      tellMended(job, file.bundle(state.language), state.record.lines.length === 0 ? [] : state.literals.gone);
      tellFirstSight(tell, file, state);
      tellAtRest(job, file, state);
    }
    const { warnings } = reading.state.source.parsed;
    for (const warning of asked.length === 0 ? [] : warnings)
      tell({ kind: 'warning', warning: { file: file.path, ...warning } });
    states.push(reading.state);
  }
  return states;
}

function tellMended({ tell }: Job, file: string, keys: readonly string[]): void {
  if (keys.length > 0) tell({ kind: 'mended', values: { file, keys } });
}

/** Units that need nothing, and those that wait for a person: these are said again by every run, and sent by none. */
function tellAtRest({ tell, options }: Job, { path }: SourceFile, { language, units, extra }: LanguageState): void {
  const isAccepted = options.acceptSuggestions;
  const atRest = units.filter(
    ({ work, line, expected, problems }) =>
      work === 'none' || (isAccepted && problems.length === 0 && line?.suggested === expected.source.hash),
  );
  const count = atRest.length + extra.length;
  if (count > 0) tell({ kind: 'unchanged', language, units: count });
  for (const { work, line, expected } of units) {
    if (work !== 'wait') continue;
    const failure = line && failureOf(line);
    const reason = failure === undefined ? 'could not be made' : messageOf(failure);
    tell({ kind: 'failed', file: path, key: expected.key, language, reason });
  }
}
