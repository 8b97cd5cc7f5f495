/** Findings are made here, and their parameters read. */
import type { Fault, Finding, Json, Parameters, Rule, Severity } from './check.ts';

/** A finding of a rule. @param severity where it is not the rule's own. */
export function findingOf(
  rule: Pick<Rule, 'name' | 'severity'>,
  parameters?: Parameters,
  severity: Severity = rule.severity,
): Finding {
  return { rule: rule.name, severity, ...(parameters === undefined ? {} : { parameters }) };
}

/** A finding because of which the article shows its source text; the text itself stays in the bundle. */
export function withheldBy(finding: Finding): Finding {
  return { ...finding, parameters: { ...finding.parameters, [WITHHELD]: true } };
}

export function isWithheldBy({ parameters }: Finding): boolean {
  return parameters !== undefined && Object.hasOwn(parameters, WITHHELD);
}

/** The finding without that. */
export function unwithheld(finding: Finding): Finding {
  if (!isWithheldBy(finding)) return finding;
  const { [WITHHELD]: _, ...parameters } = finding.parameters ?? {};
  const { rule, severity, span } = finding;
  const others = Object.keys(parameters).length === 0 ? {} : { parameters };
  return { rule, severity, ...others, ...(span === undefined ? {} : { span }) };
}

const WITHHELD = 'withheld';

/** What a check found, as a finding of that check. */
export function faultFinding(rule: Rule, { severity, parameters, span }: Fault): Finding {
  const finding = findingOf(rule, parameters, severity);
  return span === undefined ? finding : { ...finding, span };
}

/** A parameter as text: numbers and words as they are, lists with commas, nothing where it is absent. */
export function textOf(parameters: Parameters, name: string): string {
  return show(Object.hasOwn(parameters, name) ? parameters[name] : undefined);
}

/** A parameter that is a list of words. */
export function wordsIn(parameters: Parameters, name: string): readonly string[] {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  return Array.isArray(value) ? value.map((item: Json) => show(item)) : [];
}

function show(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item: Json) => show(item)).join(', ');
  return JSON.stringify(value);
}
