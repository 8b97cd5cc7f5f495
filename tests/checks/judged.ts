/** A check tried on a source and a target, as the pipeline would: values in a syntax, their codes compared. */
import type { Check, JudgedUnit, SaidFinding } from '../../scripts/checks/check.ts';
import { compared } from '../../scripts/units/comparison.ts';
import { faultFinding } from '../../scripts/checks/finding.ts';
import { checkInput } from '../../scripts/checks/input.ts';
import { markdownSyntax } from '../../scripts/formats/markdown/markdown-syntax.ts';
import { i18nextSyntax } from '../../scripts/formats/i18next-syntax.ts';
import { plainSyntax } from '../../scripts/formats/plain-syntax.ts';

const SYNTAXES = { plain: plainSyntax, i18next: i18nextSyntax, markdown: markdownSyntax };

export interface Judged extends Partial<JudgedUnit> {
  /** `en>it`; by default that. */
  readonly languages?: string;
}

/** The unit that a source and a target make; `plain` syntax unless another one is named. */
export function judged(source: string, target: string, more: Judged = {}): JudgedUnit {
  const { languages = 'en>it', syntax = 'plain', ...rest } = more;
  const [sourceLanguage = '', targetLanguage = ''] = languages.split('>');
  const parser = syntax === 'markdown' || syntax === 'i18next' ? SYNTAXES[syntax] : SYNTAXES.plain;
  return {
    kind: 'p',
    syntax,
    sourceLanguage,
    targetLanguage,
    source,
    target,
    ...compared(parser.parse(source), parser.parse(target)),
    terms: [],
    person: false,
    unknownWords: [],
    ...rest,
  };
}

/** What a check finds, with its words, the part of the target that it points at, and nothing of other checks. */
export function found(check: Check, unit: JudgedUnit): (SaidFinding & { readonly at: string | undefined })[] {
  return check.run(checkInput(unit)).map((fault) => {
    const finding = faultFinding(check, fault);
    const at = finding.span === undefined ? undefined : unit.target.slice(...finding.span);
    return { ...finding, message: check.say(finding.parameters ?? {}), remedy: check.remedy, at };
  });
}

/** The words of what a check finds. */
export function messages(check: Check, source: string, target: string, more: Judged = {}): string[] {
  return found(check, judged(source, target, more)).map(({ message }) => message);
}
