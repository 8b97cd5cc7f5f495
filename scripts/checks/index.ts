import { codes } from './codes.ts';
import { empty } from './empty.ts';
import { numbers } from './numbers.ts';
import { sameAsSource } from './same-as-source.ts';
import { terms } from './terms.ts';
import { unknownWords } from './unknown-words.ts';
import type { Check, CheckInput, Finding } from './check.ts';

/** All checks, in the order in which their findings are shown. A new one is one file, and one row here. */
export const CHECKS: readonly Check[] = [codes, empty, terms, numbers, sameAsSource, unknownWords];

/** Runs every check on a result. `refused` is true where a machine's result must not be written (rule 5). */
export function judge(input: CheckInput): { readonly findings: readonly Finding[]; readonly refused: boolean } {
  let refused = false;
  const findings: Finding[] = [];
  for (const check of CHECKS) {
    for (const fault of check.run(input)) {
      if (check.refuses && fault.severity === 'error') refused = true;
      findings.push({ check: check.name, ...fault });
    }
  }
  return { findings, refused };
}
