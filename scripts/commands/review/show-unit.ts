/** Units as the review shows them. */
import type { Finding } from '../../checks/check.ts';
import { messageOf } from '../../checks/index.ts';
import { exactHash } from '../../project/hash.ts';
import { judgeValue } from '../../pipeline/judge/judge-target.ts';
import { unwaived, waiverFor, waiversOf } from '../../pipeline/see/target/waivers.ts';
import { isApproval, isProtected } from '../../pipeline/see/target/record-lines.ts';
import type { UnitState } from '../../pipeline/see/target/unit-state.ts';
import { unitContent } from '../../pipeline/see/values.ts';
import { ruleNamed } from '../../checks/index.ts';
import type { Progress, ShownFinding, ShownTerm, UnitRow } from '../../review/contract.ts';
import type { Termbase } from '../../terminology/term.ts';
import type { Inline } from '../../units/unit.ts';

/** What a decision must name: the source and the target that it is made for. */
export function versionOf({ expected, value }: Pick<UnitState, 'expected' | 'value'>): string {
  return exactHash(JSON.stringify([expected.source.value, value ?? null]));
}

export function isStale({ line, expected }: UnitState): boolean {
  return line?.target !== undefined && line.source !== expected.source.hash;
}

/** Findings as the record and the files have them. */
function recorded({ line, problems }: UnitState): readonly Finding[] {
  const known = (line?.findings ?? []).filter(({ rule }) => problems.every((problem) => problem.rule !== rule));
  return [...known, ...problems].filter((finding) => !isApproval(finding));
}

/**
 * Everything that is found in a unit, judged now; dismissed findings too. A text whose source has changed is not judged by
 * the new one.
 */
export function findingsOf(unit: UnitState): readonly Finding[] {
  const { line, value } = unit;
  if (value === undefined || isStale(unit)) return recorded(unit);
  const person = line !== undefined && isProtected(line);
  const { findings } = judgeValue(unit, value, { person, unknownWords: [] });
  return [...findings, ...recorded(unit).filter(({ rule }) => !ruleNamed(rule).offline)];
}

export function rowOf(namespace: string, unit: UnitState, findings = recorded(unit)): UnitRow {
  const { expected, line, value } = unit;
  const open = unwaived(findings, line);
  const count = (severity: Finding['severity']): number =>
    open.filter((finding) => finding.severity === severity).length;
  return {
    namespace,
    key: expected.key,
    source: expected.source.value,
    target: value ?? null,
    state: value === undefined ? 'initial' : (line?.state ?? 'initial'),
    stale: isStale(unit),
    origin: value === undefined ? '' : (line?.origin ?? ''),
    version: versionOf(unit),
    errors: count('error'),
    warnings: count('warning'),
    waived: waiversOf(line).length,
    suggested: line?.suggestion !== undefined,
    noted: line?.note !== undefined,
  };
}

export function shownFinding(finding: Finding, unit: UnitState): ShownFinding {
  const waived = waiverFor(finding, unit.line);
  return {
    check: finding.rule,
    severity: finding.severity,
    message: messageOf(finding),
    ...(finding.span === undefined ? {} : { span: { start: finding.span[0], end: finding.span[1] } }),
    ...(waived === undefined ? {} : { waived }),
  };
}

/** The terms that a unit's target must hold. */
export function shownTerms(unit: UnitState, language: string, { concepts }: Termbase): ShownTerm[] {
  return unit.terms.required(language).map(({ concept, source, accepted, deprecated }) => {
    const terms = concepts.find(({ id }) => id === concept)?.terms ?? [];
    const note = terms.find((term) => term.note !== undefined)?.note;
    return { source, accepted, deprecated, ...(note === undefined ? {} : { note }) };
  });
}

/** Inline codes as the source writes them: what a translator must bring back. */
export function codesOf(unit: UnitState): string[] {
  const codes: string[] = [];
  const walk = (content: readonly Inline[]): void => {
    for (const item of content) {
      if (item.type === 'text') continue;
      if (item.type === 'code') {
        codes.push(...literal(item.markup));
        continue;
      }
      codes.push(...literal(item.open));
      walk(item.children);
      codes.push(...literal(item.close));
    }
  };
  walk(unitContent(unit.expected.source));
  return codes.filter((code) => code.trim() !== '');
}

function literal(markup: readonly (string | object)[]): string[] {
  return markup.filter((piece) => typeof piece === 'string');
}

export function progressOf(rows: readonly UnitRow[]): Progress {
  return {
    units: rows.length,
    approved: rows.filter(({ state, stale }) => (state === 'reviewed' || state === 'final') && !stale).length,
    translated: rows.filter(({ target }) => target !== null).length,
    errors: rows.filter(({ errors, target }) => errors > 0 && target !== null).length,
  };
}
