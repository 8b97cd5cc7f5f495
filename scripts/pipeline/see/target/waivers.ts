/** Waivers: findings that a person takes as right, for one source and one target. */
import type { Finding } from '../../../checks/check.ts';
import type { RecordLine, Waiver } from '../../../locales/record.ts';
import { shortHash } from '../../../project/hash.ts';

type Judged = Pick<RecordLine, 'source' | 'target' | 'waived'>;

/** What a waiver is said of. */
function waivedOn({ source, target = '' }: Judged): string {
  return shortHash(`${source} ${target}`);
}

/** The waivers of a line that still hold: neither its source nor its target has changed since. */
export function waiversOf(line: Judged | undefined): readonly Waiver[] {
  if (line?.waived === undefined) return [];
  const on = waivedOn(line);
  return line.waived.filter((waiver) => waiver.on === on);
}

/** Why a finding is dismissed, where it is. */
export function waiverFor(finding: Pick<Finding, 'rule'>, line: Judged | undefined): string | undefined {
  return waiversOf(line).find(({ rule }) => rule === finding.rule)?.reason;
}

/** Findings that nobody has dismissed. */
export function unwaived(findings: readonly Finding[], line: Judged | undefined): readonly Finding[] {
  const rules = new Set(waiversOf(line).map(({ rule }) => rule));
  return rules.size === 0 ? findings : findings.filter(({ rule }) => !rules.has(rule));
}

/** A line with one waiver more, and without those that hold no longer. */
export function withWaiver(line: RecordLine, rule: string, reason: string): RecordLine {
  const others = waiversOf(line).filter((waiver) => waiver.rule !== rule);
  const waived = [...others, { rule, reason, on: waivedOn(line) }].toSorted((a, b) => (a.rule < b.rule ? -1 : 1));
  return { ...line, waived, findings: line.findings?.filter((finding) => finding.rule !== rule) };
}
