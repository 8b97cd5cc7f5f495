import { codes } from './codes.ts';
import { markup } from './markup.ts';
import { messages } from './messages.ts';
import { nesting } from './nesting.ts';
import { empty } from './empty.ts';
import { faultFinding, textOf } from './finding.ts';
import { checkInput } from './input.ts';
import { numbers } from './numbers.ts';
import { PIPELINE_RULES } from './pipeline-rules.ts';
import { sameAsSource } from './same-as-source.ts';
import { terms } from './terms.ts';
import { unknownWords } from './unknown-words.ts';
import type { Check, Finding, JudgedUnit, Rule, SaidFinding } from './check.ts';

/** All checks, in the order in which their findings are shown. A new one is one file, and one row here. */
export const CHECKS: readonly Check[] = [codes, markup, messages, nesting, empty, terms, numbers, sameAsSource, unknownWords];

/** Everything that can be found, by whomever. */
export const RULES: readonly Rule[] = [...CHECKS, ...PIPELINE_RULES];

const BY_NAME: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.name, rule]));

/** The rule of a name. One that is not in the table (an older or newer record has it) is judged anew where it can be. */
export function ruleNamed(name: string): Rule {
  return (
    BY_NAME.get(name) ?? {
      name,
      description: 'a rule that is not known here',
      severity: 'warning',
      refuses: false,
      retries: false,
      offline: true,
      remedy: 'Correct the text there.',
      say: (parameters) => JSON.stringify(parameters),
    }
  );
}

/** What a finding says to a person, in one line. */
export function messageOf({ rule, parameters = {} }: Finding): string {
  // What a record of the first format says in words stays as it was said.
  return textOf(parameters, 'said') || ruleNamed(rule).say(parameters);
}

/** A finding with its words. */
export function said(finding: Finding): SaidFinding {
  return { ...finding, message: messageOf(finding), remedy: ruleNamed(finding.rule).remedy };
}

/** Whether a stricter try with the same engine may mend what was found. */
export function mayRetry({ rule, severity }: Finding): boolean {
  return severity === 'error' && ruleNamed(rule).retries;
}

/** Runs every check on a result. `refused` is true where a machine's result must not be written (rule 5). */
export function judge(unit: JudgedUnit): { readonly findings: readonly Finding[]; readonly refused: boolean } {
  const input = checkInput(unit);
  let refused = false;
  const findings: Finding[] = [];
  for (const check of CHECKS) {
    for (const fault of check.run(input)) {
      const finding = faultFinding(check, fault);
      if (check.refuses && finding.severity === 'error') refused = true;
      findings.push(finding);
    }
  }
  return { findings, refused };
}
