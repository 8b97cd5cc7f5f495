/** Which record line counts, and who wrote a target. */
import type { RecordLine } from '../../../locales/record.ts';
import { language as languageRule, suggestion, translation } from '../../../checks/pipeline-rules.ts';
import type { Finding } from '../../../checks/check.ts';
import { findingOf } from '../../../checks/finding.ts';
import { shortHash } from '../../../project/hash.ts';
import { STATES } from '../../../units/unit.ts';

/**
 * One line a key. Of two lines for one unit (two branches merged) the one whose target hash fits the bundle counts,
 * (a person's where both fit), else the one that claims less.
 * @param bundleHash hash of the bundle's value for a key; undefined where it has none.
 */
export function linesByKey(
  lines: readonly RecordLine[],
  bundleHash: (key: string) => string | undefined,
): Map<string, RecordLine> {
  const byKey = new Map<string, RecordLine>();
  for (const line of lines) {
    const other = byKey.get(line.key);
    if (other === undefined) {
      byKey.set(line.key, line);
      continue;
    }
    const actual = bundleHash(line.key);
    const fits = line.target === actual;
    const otherFits = other.target === actual;
    if (fits === otherFits ? isBetter(line, other, fits) : fits) byKey.set(line.key, line);
  }
  return byKey;
}

/** Of two lines of one target a person's keeps what they wrote; of two of others nothing is claimed that one does not say. */
function isBetter(line: RecordLine, other: RecordLine, fits: boolean): boolean {
  if (fits && isProtected(line) !== isProtected(other)) return isProtected(line);
  return STATES.indexOf(line.state) < STATES.indexOf(other.state);
}

/** Whether a target is a person's or approved by one, so that it is never replaced (rule 1). */
export function isProtected(line: RecordLine): boolean {
  return line.state === 'reviewed' || line.state === 'final' || line.origin === 'person';
}

/** Whether a finding says why a translation could not be made. */
export function isFailure({ rule, severity }: Finding): boolean {
  return severity === 'error' && (rule === translation.name || rule === languageRule.name);
}

/** What a unit was asked of: its source and terms as they are, and the engines of its language. */
export function askedOf(
  source: { readonly hash: string; readonly language: string },
  terms: string | undefined,
  engines: string,
): string {
  return shortHash(`${source.language} ${source.hash} ${terms ?? ''} ${engines}`);
}

/** Why a unit waits for a person, another engine or other options: it is not tried again until then. */
export function failureOf({ asked, findings = [] }: RecordLine): Finding | undefined {
  return asked === undefined ? undefined : findings.find(isFailure);
}

/** Whether a finding says that a person takes a text for what it says it is: it is kept, and is no fault. */
export function isApproval({ rule, severity }: Finding): boolean {
  return severity === 'warning' && rule === languageRule.name;
}

/** Findings of a target that is right for its source: why a newer one could not be made, or how, is not among them. */
export function withoutFailures(findings: readonly Finding[] | undefined): readonly Finding[] | undefined {
  return findings?.filter((finding) => !isFailure(finding) && finding.rule !== suggestion.name);
}

/** The finding that says so. */
export function approvedLanguage(language: string): Finding {
  return findingOf(languageRule, { approved: language }, 'warning');
}

/**
 * The approval in a record line.
 * @param hash of the source as it is now: one given to another text does not count.
 */
export function approvalOf(line: RecordLine | undefined, hash: string): Finding[] {
  if (line?.source !== hash) return [];
  return (line.findings ?? []).filter(isApproval);
}
