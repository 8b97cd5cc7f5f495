/** Places where the code is broken on purpose, one at a time, and the tests that must notice. */

export interface Mutant {
  /** What is wrong then, as a clause. */
  readonly name: string;
  /** Relative to `scripts/`. */
  readonly file: string;
  /** Stands in the file once. */
  readonly from: string;
  readonly to: string;
  /** Relative to `tests/`. */
  readonly tests: readonly string[];
}

const RECORDS = ['pipeline/unit-state.test.ts', 'pipeline/rules.test.ts'];
const MEMORY = ['memory/ladder.test.ts', 'memory/matches.test.ts'];

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'no sentence is the same as its source',
    file: 'checks/words/same-as-source.ts',
    from: 'if (person || sourceWords.length === 0) return NONE;',
    to: 'if (sourceWords.length >= 0) return NONE;',
    tests: ['checks/words/same-as-source.test.ts'],
  },
  {
    name: 'an empty text is a translation',
    file: 'checks/words/empty.ts',
    from: '? NONE : [{}];',
    to: '? NONE : NONE;',
    tests: ['checks/words/empty.test.ts'],
  },
  {
    name: 'the place of a match counts nothing',
    file: 'memory/ladder.ts',
    from: '100 + Number(isSamePlace) + Number(isBetween)',
    to: '100 + 0 * (Number(isSamePlace) + Number(isBetween))',
    tests: MEMORY,
  },
  {
    name: 'machine text comes before people’s',
    file: 'memory/ladder.ts',
    from: 'Number(isUnconfirmed(a)) - Number(isUnconfirmed(b))',
    to: 'Number(isUnconfirmed(b)) - Number(isUnconfirmed(a))',
    tests: MEMORY,
  },
  {
    name: 'of two record lines the one that claims more wins',
    file: 'pipeline/see/target/record-lines.ts',
    from: 'STATES.indexOf(line.state) < STATES.indexOf(other.state)',
    to: 'STATES.indexOf(line.state) > STATES.indexOf(other.state)',
    tests: RECORDS,
  },
  {
    name: 'of two record lines the one that does not fit wins',
    file: 'pipeline/see/target/record-lines.ts',
    from: 'const fits = line.target === actual;',
    to: 'const fits = line.target !== actual;',
    tests: RECORDS,
  },
  {
    name: 'a dry run tells three times the requests',
    file: 'pipeline/ask/estimate.ts',
    from: 'usage: { requests, characters: 0, tokens }',
    to: 'usage: { requests: 3 * requests, characters: 0, tokens }',
    tests: ['pipeline/budget.test.ts'],
  },
  {
    name: 'a final text is not protected',
    file: 'pipeline/see/target/record-lines.ts',
    from: "line.state === 'reviewed' || line.state === 'final' || line.origin === 'person'",
    to: "line.state === 'reviewed' || line.origin === 'person'",
    tests: RECORDS,
  },
  {
    name: 'a seal fits everything',
    file: 'pipeline/see/seals.ts',
    from: 'if (seal?.files !== now.files) return undefined;',
    to: 'if (seal === undefined) return undefined;',
    tests: ['pipeline/incremental.test.ts'],
  },
  {
    name: 'a file that did not change is not judged by new checks',
    file: 'pipeline/see/unchanged.ts',
    from: 'const judge = header?.checks !== checksPrint;',
    to: 'const judge = false;',
    tests: ['commands/check-unchanged.test.ts'],
  },
  {
    name: 'shares do not add up by exclusive or',
    file: 'locales/seal.ts',
    from: '(bytes[index] ?? 0) ^ byte',
    to: '(bytes[index] ?? 0) | byte',
    tests: ['locales/record-merges.test.ts'],
  },
  {
    name: 'a person’s text that does not fit into the article is dropped',
    file: 'pipeline/see/target/unit-state.ts',
    from: 'if (isProtected(line)) return withLine(unit, { ...line, findings });',
    to: '',
    tests: RECORDS,
  },
  {
    name: 'the budget is never spent',
    file: 'pipeline/ask/budget.ts',
    from: 'if (cost > left) return false;',
    to: '',
    tests: ['pipeline/budget.test.ts'],
  },
  {
    name: 'a kept text comes back whatever its source says',
    file: 'pipeline/plan/keep-and-return.ts',
    from: 'valueHash(expected.source.syntax, kept.source) === expected.source.hash',
    to: 'valueHash(expected.source.syntax, kept.source) !== ""',
    tests: ['pipeline/people.test.ts', 'pipeline/deleted.test.ts', 'pipeline/incremental.test.ts'],
  },
  {
    name: 'a unit that waits is tried again by each run',
    file: 'pipeline/see/target/see-language.ts',
    from: "return state('wait')",
    to: "return state('translate')",
    tests: ['pipeline/waiting.test.ts'],
  },
  {
    name: 'an engine’s refusal is no exit code of its own',
    file: 'project/report/report.ts',
    from: 'if (report.refused) codes.push(3);',
    to: '',
    tests: ['commands/outcome.test.ts', 'pipeline/faults.test.ts'],
  },
  {
    name: 'numbers may get lost',
    file: 'checks/words/numbers.ts',
    from: 'run: (input) =>',
    to: 'run: (input) => input.person !== undefined ? [] :',
    tests: ['checks/words/numbers.test.ts'],
  },
  {
    name: 'a slug may begin with a digit',
    file: 'units/slug.ts',
    from: "words.unshift('s');",
    to: '{}',
    tests: ['units/slug.test.ts'],
  },
  {
    name: 'plural forms are those of English',
    file: 'units/plural-categories.ts',
    from: 'new Intl.PluralRules(language, { type })',
    to: "new Intl.PluralRules('en', { type })",
    tests: ['units/plurals.test.ts'],
  },
  {
    name: 'a finding that a person waived is told again',
    file: 'pipeline/see/target/waivers.ts',
    from: 'return line.waived.filter((waiver) => waiver.on === on);',
    to: 'return line.waived.filter((waiver) => waiver.on === on && on.length === 0);',
    tests: ['commands/review.test.ts'],
  },
  {
    name: 'a waiver outlives its text',
    file: 'pipeline/see/target/waivers.ts',
    from: 'return line.waived.filter((waiver) => waiver.on === on);',
    to: 'return line.waived.filter((waiver) => waiver.on !== "");',
    tests: ['commands/review.test.ts'],
  },
  {
    name: 'the nearest name is the farthest',
    file: 'project/nearest.ts',
    from: 'if (distance < bestDistance) {',
    to: 'if (distance > bestDistance) {',
    tests: ['project/configuration.test.ts', 'commands/bad-input.test.ts'],
  },
  {
    name: 'a redirect leads text and key to another host',
    file: 'engines/remote/http.ts',
    from: 'next.origin !== at.origin ||',
    to: '',
    tests: ['engines/http.test.ts'],
  },
  {
    name: 'a way of asking is never given up',
    file: 'engines/remote/breaker.ts',
    from: 'if (isBad || isSpent) one.open = false;',
    to: '',
    tests: ['engines/waste.test.ts'],
  },
  {
    name: 'a key is shown where it comes back in another case',
    file: 'engines/remote/secret.ts',
    from: 'letters += letter.toLowerCase().charAt(0);',
    to: 'letters += letter.charAt(0);',
    tests: ['engines/secret.test.ts'],
  },
  {
    name: 'a path may leave the project',
    file: 'project/paths.ts',
    from: 'if (!isInside(root, path)) throw outside(file);',
    to: '',
    tests: ['project/paths-of-projects.test.ts'],
  },
  {
    name: 'a person’s stale text turns CI red',
    file: 'commands/gate/unit.ts',
    from: "severity: isPerson && !isDemanded ? 'warning' : 'error'",
    to: "severity: 'error'",
    tests: ['commands/gate.test.ts'],
  },
  {
    name: 'a term that changed makes nothing stale',
    file: 'terminology/required.ts',
    from: 'if (entries.size === 0) return undefined;',
    to: 'if (entries.size >= 0) return undefined;',
    tests: ['pipeline/incremental.test.ts', 'terminology/required.test.ts'],
  },
  {
    name: 'a plural form of a term does not count',
    file: 'terminology/required.ts',
    from: 'requiredForm(forms.term, first.plural)',
    to: 'requiredForm(forms.term, false)',
    tests: ['terminology/required.test.ts'],
  },
  {
    name: 'a fuzzy match looks at words alone',
    file: 'memory/score.ts',
    from: 'return Math.min(alike(a.words, b.words), alike(a.all, b.all));',
    to: 'return alike(a.words, b.words);',
    tests: ['memory/score.test.ts', 'units/similarity.test.ts'],
  },
  {
    name: 'a link is followed out of the project',
    file: 'project/paths.ts',
    from: 'if (!leadsInside(root, path)) throw outside(file);',
    to: '',
    tests: ['project/paths-of-projects.test.ts', 'pipeline/strange-files.test.ts'],
  },
];
