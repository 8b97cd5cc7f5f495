/** What is wrong in files that are as the last run left them: still as wrong. */
import { messageOf } from '../checks/index.ts';
import type { RecordLine } from '../locales/record.ts';
import { problemsOf } from '../pipeline/judge/problems.ts';
import { failureOf } from '../pipeline/see/record-lines.ts';
import type { SourceFile } from '../pipeline/see/sources.ts';
import { languageReport, type Report } from '../project/report.ts';

/** @param noted the lines of the file's record that say more than that all is well. */
export function addTroubles(report: Report, file: SourceFile, language: string, noted: readonly RecordLine[]): void {
  const sum = languageReport(report, language);
  for (const line of noted) {
    const failure = failureOf(line);
    if (failure === undefined) continue;
    report.failed.push({ file: file.path, key: line.key, language, reason: messageOf(failure) });
    sum.failed++;
    sum.unchanged--;
  }
  for (const problem of problemsOf(file, language, noted)) report.problems.push(problem);
}
