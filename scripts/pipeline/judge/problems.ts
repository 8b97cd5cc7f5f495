/** What only a person can mend: said by every run until it is done, with file, key, language and what to do. */
import type { RecordLine } from '../../locales/record.ts';
import type { Place } from '../../project/layout/layout.ts';
import type { Problem } from '../../project/report.ts';
import { isFailure } from '../see/record-lines.ts';

/**
 * The error findings of a file in a language. Why a unit could not be made is not among them: a run that tried says that
 * of each unit that it failed.
 */
export function problemsOf(place: Place, language: string, lines: readonly RecordLine[]): Problem[] {
  const file = place.bundle(language);
  return lines.flatMap(({ key, findings = [] }) =>
    findings
      .filter((finding) => finding.severity === 'error' && !isFailure(finding))
      .map(({ check, message }) => ({ file, key, language, check, message, remedy: remedyOf(check) })),
  );
}

function remedyOf(check: string): string {
  if (check === 'edit-conflict' || check === 'deleted') return '';
  if (check === 'terms') return 'Correct the text there, or take it as it is with review approve.';
  if (check === 'structure') return 'Write a text there that fits into the article.';
  return 'Correct the text there.';
}
