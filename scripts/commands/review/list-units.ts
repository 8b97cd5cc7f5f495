/** The units that a request names, as they are on disk. */
import { said } from '../../checks/index.ts';
import { UsageError, type GlossaError } from '../../project/errors.ts';
import { nearest } from '../../project/nearest.ts';
import { judged } from '../../pipeline/judge/judge-seen.ts';
import { waiversOf } from '../../pipeline/see/target/waivers.ts';
import type { UnitState } from '../../pipeline/see/target/unit-state.ts';
import type { NamePattern, ReviewEntry, ReviewRequest } from '../../review/request.ts';
import type { OpenedProject } from './open-project.ts';
import { entryOfForm, versionOfForm } from './added-forms.ts';
import { isStale, versionOf } from './show-unit.ts';

export interface ListedUnit {
  readonly entry: ReviewEntry;
  readonly version: string;
}

export interface Listed {
  readonly units: readonly ListedUnit[];
  readonly errors: readonly GlossaError[];
}

/**
 * @param languages undefined: all.
 * @throws UsageError for a pattern that fits nothing in the project.
 */
export async function listUnits(
  opened: OpenedProject,
  languages: readonly string[] | undefined,
  request: ReviewRequest,
): Promise<Listed> {
  const units: ListedUnit[] = [];
  const errors: GlossaError[] = [];
  const left = new Set<NamePattern>([...request.keys, ...request.namespaces]);
  const names = new Set<string>();
  const fits = (patterns: readonly NamePattern[], name: string): boolean => {
    const fitting = patterns.filter((pattern) => pattern.fits(name));
    for (const pattern of fitting) left.delete(pattern);
    return patterns.length === 0 || fitting.length > 0;
  };
  for (const file of opened.files) {
    const isNamed = fits(request.namespaces, file.namespace);
    names.add(file.namespace);
    if (!isNamed) continue;
    const reading = await opened.read(file);
    errors.push(...reading.errors);
    if (reading.kind !== 'read') continue;
    for (const { language, units: own, extra } of reading.state.languages) {
      if (languages?.includes(language) === false) continue;
      for (const seen of own) {
        names.add(seen.expected.key);
        if (!fits(request.keys, seen.expected.key)) continue;
        const unit = seen.judge ? judged(seen) : seen;
        const entry = entryOf(language, file.namespace, unit);
        if (request.matches(entry)) units.push({ entry, version: versionOf(unit) });
      }
      for (const form of extra) {
        names.add(form.line.key);
        if (!fits(request.keys, form.line.key)) continue;
        const entry = entryOfForm(language, file.namespace, form);
        if (request.matches(entry)) units.push({ entry, version: versionOfForm(form) });
      }
    }
  }
  const [wrong] = left;
  // What could not be read may hold what is named.
  if (wrong !== undefined && errors.length === 0) {
    const near = nearest(wrong.text, [...names]);
    throw new UsageError(`"${wrong.text}" fits nothing in this project.`, {
      remedy: near === undefined ? 'See review list for the keys.' : `Did you mean ${near}?`,
    });
  }
  return { units, errors };
}

export function entryOf(language: string, namespace: string, unit: UnitState): ReviewEntry {
  const { expected, line, value, problems } = unit;
  const known = (line?.findings ?? []).filter(({ rule }) => problems.every((problem) => problem.rule !== rule));
  return {
    language,
    namespace,
    key: expected.key,
    state: line?.state ?? 'initial',
    origin: line?.origin,
    source: expected.source.value,
    target: value,
    stale: isStale(unit),
    previous: line?.previous,
    suggestion: line?.suggestion,
    findings: [...known, ...problems].map(said),
    waived: waiversOf(line).map(({ rule, reason }) => ({ rule, reason })),
    note: line?.note,
  };
}
