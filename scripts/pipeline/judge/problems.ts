/** What only a person can mend: said by every run until it is done, with file, key, language and what to do. */
import { ruleNamed, said } from '../../checks/index.ts';
import type { Finding } from '../../checks/check.ts';
import { isWithheldBy } from '../../checks/finding.ts';
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
  return lines.flatMap((line) =>
    (line.findings ?? [])
      .filter((finding) => finding.severity === 'error' && !isFailure(finding))
      .map((finding) => {
        const { rule, message, remedy } = said(finding);
        return { file, key: line.key, language, check: rule, message, remedy, approved: isApproved(line, finding) };
      }),
  );
}

/** Whether source and target alone say so, of a text that a person has approved and that readers see. */
function isApproved({ state }: RecordLine, finding: Finding): boolean {
  const isTheirs = state === 'reviewed' || state === 'final';
  return isTheirs && ruleNamed(finding.rule).offline && !isWithheldBy(finding);
}
