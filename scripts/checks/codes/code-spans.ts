import type { CodeKind } from '../../units/unit.ts';
import { REFUSES, type Check } from '../check.ts';
import { NONE } from '../on-texts.ts';
import { codeFaults, codeParameters, sayCode } from './code-faults.ts';

const KINDS: ReadonlySet<CodeKind> = new Set(['code', 'math']);

/** Code and formulas are for a program to read. A person may translate a placeholder in them (`<your-name>`): a warning. */
export const codeSpans: Check = {
  ...REFUSES,
  name: 'code-spans',
  description: 'code and formulas are as in the source',
  remedy: 'Correct the code there, or take it as it is with review approve.',
  say: sayCode,
  run(input) {
    const faults = codeFaults(input, KINDS);
    if (faults.length === 0) return NONE;
    const severity = input.person ? 'warning' : 'error';
    return faults.map((fault) => ({ severity, parameters: codeParameters(fault) }));
  },
};
