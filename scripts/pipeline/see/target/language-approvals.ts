/** A person's word that a text is in the language that it says: it is about the source, so it holds in every language. */
import type { Finding } from '../../../checks/check.ts';
import { approvalOf } from './record-lines.ts';
import type { LanguageState } from './see-language.ts';
import type { UnitState } from './unit-state.ts';

/** The languages of a file, each told what was approved in another. */
export function shareApprovals(languages: readonly LanguageState[]): readonly LanguageState[] {
  const approved = new Map<string, Finding[]>();
  for (const { units } of languages) {
    for (const { line, expected } of units) {
      const approval = approvalOf(line, expected.source.hash);
      if (approval.length > 0) approved.set(expected.source.key, approval);
    }
  }
  if (approved.size === 0) return languages;
  return languages.map((state) => ({ ...state, units: state.units.map((unit) => told(unit, approved)) }));
}

function told(unit: UnitState, approved: ReadonlyMap<string, Finding[]>): UnitState {
  const { key, source } = unit.expected;
  const approval = approved.get(source.key);
  const isOpen = unit.work === 'translate' || (unit.work === 'wait' && approvalOf(unit.line, source.hash).length === 0);
  if (approval === undefined || unit.value !== undefined || !isOpen) return unit;
  const line = {
    ...unit.line,
    key,
    source: source.hash,
    state: 'initial' as const,
    findings: approval,
    asked: undefined,
  };
  return { ...unit, work: 'translate', line };
}
