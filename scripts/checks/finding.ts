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
