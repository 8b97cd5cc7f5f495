import type { CheckFormat, PlacedFinding } from './check-format.ts';
import { about, place } from './order.ts';

/** Findings that belong to no language: source files, the glossary, the configuration. */
const PROJECT = 'project';

/**
 * JUnit's XML as test reports of GitLab, Jenkins and others read it: a suite a language, with one passing case for its
 * units, a failing case an error, and a passing case with output a warning.
 */
export const junit: CheckFormat = {
  name: 'junit',
  description: 'JUnit XML, for test reports',
  print({ findings, units }) {
    const suites = [...new Set([...units.keys(), ...findings.map(({ language }) => language ?? PROJECT)])];
    const printed = suites.map((suite) =>
      suiteLines(
        suite,
        units.get(suite),
        findings.filter(({ language }) => (language ?? PROJECT) === suite),
      ),
    );
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="glossa">',
      ...printed.flat(),
      '</testsuites>',
    ].join('\n');
  },
};

function suiteLines(suite: string, units: number | undefined, findings: readonly PlacedFinding[]): string[] {
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  const all = units === undefined ? [] : [`    <testcase classname="${xml(suite)}" name="${units} units"/>`];
  const tests = all.length + findings.length;
  return [
    `  <testsuite name="${xml(suite)}" tests="${tests}" failures="${failures}" errors="0" skipped="0">`,
    ...all,
    ...findings.flatMap((finding) => caseLines(suite, finding)),
    '  </testsuite>',
  ];
}

function caseLines(suite: string, finding: PlacedFinding): string[] {
  const { rule, severity, file, message } = finding;
  const name = xml(`${rule}: ${about(finding)}${place(finding)}`);
  const text = xml(`${place(finding)}: ${about(finding)}${message}`);
  const inner =
    severity === 'error'
      ? `<failure type="${xml(rule)}" message="${xml(message)}">${text}</failure>`
      : `<system-out>${text}</system-out>`;
  return [
    `    <testcase classname="${xml(suite)}" name="${name}" file="${xml(file)}">`,
    `      ${inner}`,
    '    </testcase>',
  ];
}

/** Text for XML 1.0, in content and in attributes; characters that XML has none for become U+FFFD. */
function xml(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replace(/[&<>"\t\n\r]/g, (character) => `&#${character.codePointAt(0)};`);
}
