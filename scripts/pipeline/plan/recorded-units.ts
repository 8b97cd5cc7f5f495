/** What a record says of the units of a language, and what that adds up to. */
import type { Finding, RequiredTerm } from '../../checks/check.ts';
import { deleted, editConflict } from '../../checks/pipeline-rules.ts';
import { countTerms } from '../../checks/terms/found-terms.ts';
import type { RecordLine } from '../../locales/record.ts';
import type { Counts } from '../../project/report/report.ts';
import type { Inline } from '../../units/unit.ts';
import { isApproval, isProtected } from '../see/target/record-lines.ts';
import type { LanguageState } from '../see/target/see-language.ts';
import type { UnitState } from '../see/target/unit-state.ts';
import { amongOthers, isAmongOthers } from './among-others.ts';
import { parseValue } from '../see/values.ts';

/** The lines of the record: the units in the source's order, then the forms that people added. */
export function recordLines({ units, extra }: Pick<LanguageState, 'units' | 'extra'>): RecordLine[] {
  const others = amongOthers(units);
  return [...units.map((unit) => recordLine(unit, others.get(unit) ?? [])), ...extra.map(({ line }) => line)];
}

function recordLine(
  { expected, line, value, problems, terms, language }: UnitState,
  others: readonly Finding[],
): RecordLine {
  const { key, source } = expected;
  if (line === undefined) return { key, source: source.hash, state: 'initial', findings: problems };
  const isEmpty = value === undefined && problems.length === 0;
  const isOver = isEmpty && line.source !== source.hash;
  const kept = line.findings?.filter(
    (one) => !isProblem(one.rule) && !(isOver && isApproval(one)) && !isAmongOthers(one),
  );
  const findings = [...(kept ?? []), ...problems, ...others];
  if (isEmpty) return { key, source: source.hash, state: 'initial', findings, asked: line.asked, note: line.note };
  const stale = line.target !== undefined && line.source !== source.hash;
  const uses = value === undefined ? undefined : usesOf(terms.required(language), parseValue(source.syntax, value));
  // Most lines say nothing else than before: a copy of each is what a run with much work would pay for.
  const isSame =
    line.key === key && line.seal === undefined && line.uses === undefined && uses === undefined && line.stale !== true;
  if (isSame && !stale && findings.length === 0 && (line.findings ?? []).length === 0) return line;
  return { ...line, key, findings, stale, uses, seal: undefined };
}

function usesOf(terms: readonly RequiredTerm[], targetContent: readonly Inline[]): RecordLine['uses'] {
  if (terms.length === 0) return undefined;
  const { required, found } = countTerms({ terms, targetContent });
  return required === 0 ? undefined : [required, found];
}

function isProblem(rule: string): boolean {
  return rule === editConflict.name || rule === deleted.name;
}

/** How far a language is with one file. @param lines of its record, where they are made already. */
export function countUnits(
  state: Pick<LanguageState, 'units' | 'extra'>,
  lines: readonly RecordLine[] = recordLines(state),
): Counts {
  const findings = lines.flatMap((line) => line.findings ?? []).filter((finding) => !isApproval(finding));
  return {
    units: lines.length,
    human:
      state.units.filter(({ line, value }) => line !== undefined && value !== undefined && isProtected(line)).length +
      state.extra.filter(({ line }) => isProtected(line)).length,
    stale: lines.filter(({ stale }) => stale === true).length,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}
