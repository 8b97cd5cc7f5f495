/** Tables of good and bad translations for one check. */
import { describe, expect, it } from 'vitest';
import type { Check } from '../../scripts/checks/check.ts';
import { found, judged, type Judged } from './judged.ts';

/** Source, target, and what must be said of it (nothing: it is right); `en>it` in plain text unless it says otherwise. */
export interface Case extends Judged {
  readonly source: string;
  readonly target: string;
  /** The words of each finding, in order; a pattern where their end does not matter. */
  readonly says?: readonly (string | RegExp)[];
  /** The part of the target that the first finding points at. */
  readonly at?: string;
  readonly severity?: 'error' | 'warning';
}

/** Tries the check on each case. */
export function tryCases(check: Check, cases: readonly Case[]): void {
  describe(check.name, () => {
    it.each(cases.map((one) => [`${one.languages ?? 'en>it'}: ${one.source} -> ${one.target}`, one] as const))(
      '%s',
      (_, { source, target, says = [], at, severity, ...more }) => {
        const findings = found(check, judged(source, target, more));
        expect(findings.map(({ message }) => message)).toEqual(
          says.map((text) => (typeof text === 'string' ? text : expect.stringMatching(text))),
        );
        if (at !== undefined) expect(findings[0]?.at).toBe(at);
        if (severity !== undefined) expect(findings.map((one) => one.severity)).toEqual(says.map(() => severity));
      },
    );

    it('knows good and bad translations', () => {
      expect(cases.some(({ says = [] }) => says.length > 0)).toBe(true);
      expect(cases.some(({ says = [] }) => says.length === 0)).toBe(true);
    });
  });
}
