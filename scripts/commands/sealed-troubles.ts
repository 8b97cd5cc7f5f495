/** What is wrong in files that are as the last run left them: still as wrong. */
import { messageOf } from '../checks/index.ts';
import type { RecordLine } from '../locales/record.ts';
import { problemsOf } from '../pipeline/judge/problems.ts';
import { failureOf } from '../pipeline/see/target/record-lines.ts';
import type { SourceFile } from '../pipeline/see/source/sources.ts';
import type { Problem } from '../project/report/report.ts';
import type { Tell } from '../project/report/run-event.ts';

/**
 * Tells of each unit that waits for a person.
 * @param noted the lines of the file's record that say more than that all is well.
 * @returns how many units wait, and what is wrong with the others.
 */
export function tellTroubles(
  tell: Tell,
  file: SourceFile,
  language: string,
  noted: readonly RecordLine[],
): { readonly waiting: number; readonly problems: readonly Problem[] } {
  let waiting = 0;
  for (const line of noted) {
    const failure = failureOf(line);
    if (failure === undefined) continue;
    tell({ kind: 'failed', file: file.path, key: line.key, language, reason: messageOf(failure) });
    waiting++;
  }
  return { waiting, problems: problemsOf(file, language, noted) };
}
