/** What only a person can mend: said by every run until it is done, with file, key, language and what to do. */
import { said } from '../../checks/index.ts';
import type { RecordLine } from '../../locales/record.ts';
import type { Place } from '../../project/layout/layout.ts';
import type { Problem } from '../../project/report/report.ts';
import { isFailure } from '../see/target/record-lines.ts';

/**
 * The error findings of a file in a language. Why a unit could not be made is not among them: a run that tried says that
 * of each unit that it failed.
 */
export function problemsOf(place: Place, language: string, lines: readonly RecordLine[]): Problem[] {
  const file = place.bundle(language);
  return lines.flatMap(({ key, findings = [] }) =>
    findings
      .filter((finding) => finding.severity === 'error' && !isFailure(finding))
      .map(said)
      .map(({ rule, message, remedy }) => ({ file, key, language, check: rule, message, remedy })),
  );
}
