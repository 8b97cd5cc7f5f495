/** Texts of people that an article does not show, because a check refuses them (rule 5): they stay in the bundle. */
import type { Finding } from '../../checks/check.ts';
import { isWithheldBy } from '../../checks/finding.ts';
import { ruleNamed } from '../../checks/index.ts';
import { structure } from '../../checks/pipeline-rules.ts';
import type { Configuration } from '../../project/configuration.ts';
import { SourceError } from '../../project/errors.ts';
import type { Project } from '../see/project.ts';
import { documentValues, readDocument } from '../see/read-document.ts';
import type { SourceState } from '../see/source/read-source.ts';
import { isProtected } from '../see/target/record-lines.ts';
import type { LanguageState } from '../see/target/see-language.ts';
import { next, type UnitState } from '../see/target/unit-state.ts';
import { valueHash } from '../see/values.ts';

/** The units whose text is withheld, each with what is found in it. */
export type Withheld = ReadonlyMap<UnitState, ReadonlySet<Finding>>;

/**
 * @returns units of people whose text a check refuses, as far as the article does not show it already: what a person has put
 *   into the article itself stays there.
 */
export async function withheldTexts(project: Project, source: SourceState, state: LanguageState): Promise<Withheld> {
  const refused = new Map<UnitState, ReadonlySet<Finding>>();
  for (const unit of state.units) {
    const findings = refusedBy(unit, project.configuration);
    if (findings.length > 0) refused.set(unit, new Set(findings));
  }
  if (refused.size === 0) return refused;
  const there = await textsThere(project, source, state);
  for (const unit of refused.keys()) {
    const { key, source: own } = unit.expected;
    const text = there.get(source.renamed.get(key) ?? key);
    if (text === undefined || unit.value === undefined) continue;
    if (valueHash(own.syntax, text) === valueHash(own.syntax, unit.value)) refused.delete(unit);
  }
  return refused;
}

function refusedBy(
  { line, value, problems, judging }: UnitState,
  { severity }: Pick<Configuration, 'severity'>,
): readonly Finding[] {
  if (line?.findings === undefined || value === undefined || problems.length > 0 || !isProtected(line)) return [];
  return line.findings.filter((finding) => {
    const rule = judging.own?.find(({ name }) => name === finding.rule) ?? ruleNamed(finding.rule);
    const isError = finding.severity === 'error' && (severity[rule.name] ?? severity['finding'] ?? 'error') === 'error';
    return isError && rule.refuses && rule.name !== structure.name;
  });
}

/** What the article on disk shows, by key. */
async function textsThere(
  { configuration }: Project,
  source: SourceState,
  { document, rendered, record, bundle }: LanguageState,
): Promise<ReadonlyMap<string, string>> {
  if (document !== undefined) return documentValues(document);
  if (rendered.text === undefined) return new Map();
  const context = { source, record, bundle, former: undefined, base: undefined, configuration };
  try {
    return documentValues(await readDocument(rendered.file, rendered.text, context));
  } catch (error) {
    if (error instanceof SourceError) return new Map();
    throw error;
  }
}

/**
 * The units once the article is made.
 * @param reasonOf why a unit's text does not fit into it.
 */
export function placed(
  units: readonly UnitState[],
  withheld: Withheld,
  reasonOf: (unit: UnitState, index: number) => string | undefined,
): readonly UnitState[] {
  const after = units.map((unit, index) => {
    if (unit.value === undefined || unit.problems.length > 0) return unit;
    const reason = reasonOf(unit, index);
    if (reason !== undefined) return next(unit, { kind: 'unfit', reason });
    return next(unit, { kind: 'placed', withheld: withheld.get(unit) ?? NONE });
  });
  return after.every((unit, index) => unit === units[index]) ? units : after;
}

const NONE: ReadonlySet<Finding> = new Set();

/** Whether the article shows the source text in the place of what a unit says. */
export function isInItsPlace({ line }: UnitState): boolean {
  return line?.findings?.some((finding) => finding.rule === structure.name || isWithheldBy(finding)) ?? false;
}
