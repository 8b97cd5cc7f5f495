import { colliding } from './across/colliding.ts';
import { inconsistent } from './across/inconsistent.ts';
import { anchors } from './codes/anchors.ts';
import { codeSpans } from './codes/code-spans.ts';
import { likelyPlaceholders } from './codes/likely-placeholders.ts';
import { links } from './codes/links.ts';
import { markup } from './codes/markup.ts';
import { messages } from './codes/messages.ts';
import { nesting } from './codes/nesting.ts';
import { placeholders } from './codes/placeholders.ts';
import { tags } from './codes/tags.ts';
import { faultFinding, findingOf, textOf } from './finding.ts';
import { checkInput } from './input.ts';
import { PIPELINE_RULES } from './pipeline-rules.ts';
import { bidiControls } from './signs/bidi-controls.ts';
import { brokenCharacters } from './signs/broken-characters.ts';
import { brackets } from './signs/brackets.ts';
import { cjkStops } from './signs/cjk-stops.ts';
import { doubleSpaces } from './signs/double-spaces.ts';
import { edgeSpaces } from './signs/edge-spaces.ts';
import { endMark } from './signs/end-mark.ts';
import { frenchSpaces } from './signs/french-spaces.ts';
import { invertedMarks } from './signs/inverted-marks.ts';
import { questionMark } from './signs/question-mark.ts';
import { quotes } from './signs/quotes.ts';
import { zeroWidth } from './signs/zero-width.ts';
import { doNotTranslate } from './terms/do-not-translate.ts';
import { forbiddenTerms } from './terms/forbidden-terms.ts';
import { terms } from './terms/terms.ts';
import { dates } from './words/dates.ts';
import { empty } from './words/empty.ts';
import { lengthLimit } from './words/length-limit.ts';
import { lengthRatio } from './words/length-ratio.ts';
import { mixedScripts } from './words/mixed-scripts.ts';
import { nameCapitals } from './words/name-capitals.ts';
import { numbers } from './words/numbers.ts';
import { repeatedWords } from './words/repeated-words.ts';
import { sameAsSource } from './words/same-as-source.ts';
import { sentenceCount } from './words/sentence-count.ts';
import { unknownWords } from './words/unknown-words.ts';
import { wrongLanguage } from './words/wrong-language.ts';
import { wrongScript } from './words/wrong-script.ts';
import type {
  AcrossCheck,
  Check,
  Finding,
  JudgedUnit,
  JudgeOptions,
  Rule,
  SaidFinding,
  UnitAmongOthers,
} from './check.ts';

/** All checks by what they look at, in the order in which their findings are shown. A new one is one file, and one name here. */
export const THEMES = {
  codes: [placeholders, likelyPlaceholders, tags, markup, links, anchors, codeSpans, messages, nesting],
  terms: [terms, forbiddenTerms, doNotTranslate],
  words: [empty, sameAsSource, wrongLanguage, wrongScript, mixedScripts, repeatedWords, nameCapitals, unknownWords],
  facts: [numbers, dates, sentenceCount, lengthRatio, lengthLimit],
  signs: [
    bidiControls,
    brokenCharacters,
    edgeSpaces,
    doubleSpaces,
    zeroWidth,
    frenchSpaces,
    invertedMarks,
    cjkStops,
    quotes,
    brackets,
    endMark,
    questionMark,
  ],
} satisfies Readonly<Record<string, readonly Check[]>>;

export const CHECKS: readonly Check[] = Object.values(THEMES).flat();

/** Checks of the units of a file and language together. */
export const ACROSS: readonly AcrossCheck[] = [inconsistent, colliding];

/** Everything that can be found, by whomever. */
export const RULES: readonly Rule[] = [...CHECKS, ...ACROSS, ...PIPELINE_RULES];

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
export function judge(
  unit: JudgedUnit,
  options: JudgeOptions = {},
): { readonly findings: readonly Finding[]; readonly refused: boolean } {
  const input = checkInput(unit, options);
  const { own = [] } = options;
  let refused = false;
  const findings: Finding[] = [];
  for (const check of own.length === 0 ? CHECKS : [...CHECKS, ...own]) {
    for (const fault of check.run(input)) {
      const finding = faultFinding(check, fault);
      if (check.refuses && finding.severity === 'error') refused = true;
      findings.push(finding);
    }
  }
  return { findings, refused };
}

/** @returns findings by the place of the unit in the list. */
export function judgeAcross(units: readonly UnitAmongOthers[]): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>();
  for (const check of ACROSS) {
    for (const { index, parameters } of check.run(units)) {
      const finding = findingOf(check, parameters);
      const others = found.get(index);
      if (others === undefined) found.set(index, [finding]);
      else others.push(finding);
    }
  }
  return found;
}
