/** A person's word that a text is in the language that it says: it is about the source, so it holds in every language. */
import type { Finding } from '../../checks/check.ts';
import { findingOf } from '../../checks/finding.ts';
import { language as languageRule } from '../../checks/pipeline-rules.ts';
import type { RecordLine } from '../../locales/record.ts';
import { isApproval } from './record-lines.ts';
import type { LanguageState } from './see-language.ts';

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

/** Tells every language what was approved in another. */
export function shareApprovals(languages: readonly LanguageState[]): void {
  const approved = new Map<string, Finding[]>();
  for (const { units } of languages) {
    for (const { line, expected } of units) {
      const approval = approvalOf(line, expected.source.hash);
      if (approval.length > 0) approved.set(expected.source.key, approval);
    }
  }
  if (approved.size === 0) return;
  for (const { units } of languages) {
    for (const unit of units) {
      const { key, source } = unit.expected;
      const approval = approved.get(source.key);
      const isOpen =
        unit.work === 'translate' || (unit.work === 'wait' && approvalOf(unit.line, source.hash).length === 0);
      if (approval === undefined || unit.value !== undefined || !isOpen) continue;
      unit.work = 'translate';
      unit.line = { ...unit.line, key, source: source.hash, state: 'initial', findings: approval, asked: undefined };
    }
  }
}
