/** Output formats of `check`, each against its schema: SARIF's own, and what GitLab's and JUnit's readers document. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import draft04 from 'ajv-draft-04';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import type { CheckOutcome, PlacedFinding } from '../../scripts/commands/check-formats/check-format.ts';
import { CHECK_FORMATS } from '../../scripts/commands/check-formats/index.ts';

function outcome(findings: readonly PlacedFinding[], folder = ''): CheckOutcome {
  return { findings, units: new Map([['es', 12]]), summary: '12 units in 1 language.', folder };
}

function print(name: string, findings: readonly PlacedFinding[], folder = ''): string {
  const format = CHECK_FORMATS.find((one) => one.name === name);
  if (format === undefined) throw new Error(name);
  return format.print(outcome(findings, folder));
}

function summaryOf(findings: readonly PlacedFinding[]): string {
  return CHECK_FORMATS.find(({ name }) => name === 'github')?.stepSummary?.(outcome(findings)) ?? '';
}

const LOST: PlacedFinding = {
  rule: 'codes',
  severity: 'error',
  file: 'locales/es/posts/über uns: 100%.json',
  line: 14,
  column: 9,
  endColumn: 17,
  key: 'body.lead.p1',
  language: 'es',
  message: 'lacks {{name}},\nsee "the" <source> & ]]> \u0007 100 %',
};
const UNKNOWN: PlacedFinding = {
  rule: 'unknown-words',
  severity: 'warning',
  file: 'locales/es/a.json',
  line: 3,
  key: 'title',
  language: 'es',
  message: 'the engine did not know: g',
};
const GAP: PlacedFinding = { rule: 'missing', severity: 'error', file: 'source/a.md', message: 'has no translation' };

const text = fc.string({ unit: 'binary', maxLength: 40 });
const place = fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined });
const finding = fc.record({
  rule: fc.constantFrom('codes', 'missing', 'stale', 'terms'),
  severity: fc.constantFrom('error' as const, 'warning' as const),
  file: text.map((name) => `locales/es/${name.replace(/[\ud800-\udfff]/g, '')}.json`),
  line: place,
  key: fc.option(text, { nil: undefined }),
  language: fc.option(fc.constantFrom('es', 'pt-BR'), { nil: undefined }),
  message: text,
});
const findings = fc.array(finding, { maxLength: 12 });

describe('sarif', () => {
  const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const isSarif = new draft04.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    JSON.parse(readFileSync(file, 'utf8')),
  );

  it('is valid by the schema, whatever the texts are', () => {
    fc.assert(
      fc.property(findings, (some) => {
        expect(isSarif(JSON.parse(print('sarif', some))), JSON.stringify(isSarif.errors)).toBe(true);
      }),
    );
    expect(isSarif({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  it('gives the place in the repository, and one name a finding that lines above do not change', () => {
    const [run] = JSON.parse(print('sarif', [LOST, UNKNOWN, UNKNOWN], 'docs/')).runs;
    expect(run.results[0]).toMatchObject({ ruleId: 'codes', level: 'error' });
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'docs/locales/es/posts/%C3%BCber%20uns%3A%20100%25.json', uriBaseId: '%SRCROOT%' },
      region: { startLine: 14, startColumn: 9, endColumn: 17 },
    });
    const name = (line: number): string =>
      JSON.parse(print('sarif', [{ ...LOST, line }])).runs[0].results[0].partialFingerprints['glossa/v1'];
    expect(name(14)).toBe(name(99));
    const names = run.results.map((one: { partialFingerprints: object }) => JSON.stringify(one.partialFingerprints));
    expect(new Set(names).size).toBe(3);
  });
});

describe('gitlab', () => {
  /** GitLab's documentation, "Code Quality report format". */
  const schema = z.array(
    z.strictObject({
      description: z.string(),
      check_name: z.string(),
      fingerprint: z.string().check(z.minLength(1)),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.strictObject({
        path: z.string().check(z.regex(/^[^/.]/)),
        lines: z.strictObject({ begin: z.int().check(z.minimum(1)) }),
      }),
    }),
  );

  it('is what its documentation says, with one fingerprint each', () => {
    fc.assert(
      fc.property(findings, (some) => {
        const issues = schema.parse(JSON.parse(print('gitlab', some)));
        expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(some.length);
      }),
    );
    expect(schema.parse(JSON.parse(print('gitlab', [LOST])))[0]?.location.lines.begin).toBe(14);
  });
});

describe('junit', () => {
  interface Element {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly parent: string;
  }

  function elements(xml: string): Element[] {
    const found: Element[] = [];
    const open: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      found.push({ name, attributes: { ...attributes }, parent: open.at(-1) ?? '' });
      open.push(name);
    });
    parser.on('closetag', () => open.pop());
    parser.write(xml).close();
    return found;
  }

  it('is well-formed XML with the elements of test reports, and counts that are true', () => {
    fc.assert(
      fc.property(findings, (some) => {
        const all = elements(print('junit', some));
        const parents = {
          testsuites: '',
          testsuite: 'testsuites',
          testcase: 'testsuite',
          failure: 'testcase',
          'system-out': 'testcase',
        };
        for (const { name, parent } of all) expect(Object.entries(parents)).toContainEqual([name, parent]);
        const count = (of: string): number => all.filter(({ name }) => name === of).length;
        const sum = (attribute: string): number =>
          all
            .filter(({ name }) => name === 'testsuite')
            .reduce((total, { attributes }) => total + Number(attributes[attribute]), 0);
        expect(sum('tests')).toBe(count('testcase'));
        expect(sum('failures')).toBe(count('failure'));
        expect(count('failure')).toBe(some.filter(({ severity }) => severity === 'error').length);
      }),
    );
  });
});

describe('github', () => {
  it('prints annotations that the runner reads back', () => {
    const [line] = print('github', [LOST], 'docs/').split('\n');
    const [, properties = '', message] = /^::error ([^:]*)::(.*)$/.exec(line ?? '') ?? [];
    const decode = (part: string): string =>
      part.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%0A', '\n').replaceAll('%25', '%');
    expect(Object.fromEntries(properties.split(',').map((part) => part.split('=').map(decode)))).toEqual({
      file: 'docs/locales/es/posts/über uns: 100%.json',
      line: '14',
      col: '9',
      endColumn: '17',
      title: 'codes',
    });
    expect(decode(message ?? '')).toContain('[es] body.lead.p1: lacks {{name}},\nsee');
  });

  it('of 500 findings shows the ten worst, and all in the step’s table', () => {
    const many = Array.from({ length: 500 }, (_, index): PlacedFinding => {
      const file = `source/${index}.md`;
      return index % 100 === 99 ? { ...LOST, file } : index % 2 === 0 ? { ...GAP, file } : { ...UNKNOWN, file };
    });
    const lines = print('github', many)
      .split('\n')
      .filter((line) => line.startsWith('::'));
    expect(lines).toHaveLength(10);
    expect(lines.filter((line) => line.includes('title=codes'))).toHaveLength(5);
    expect(lines.filter((line) => line.includes('title=missing'))).toHaveLength(5);
    const rows = summaryOf(many)
      .split('\n')
      .filter((line) => /^\| (?:❌|⚠️)/.test(line));
    expect(rows).toHaveLength(200);
    expect(rows.slice(0, 5).every((row) => row.includes('codes'))).toBe(true);
    expect(summaryOf(many)).toContain('… and 300 more');
  });

  it('no text becomes markup of the page', () => {
    const row = summaryOf([{ ...LOST, message: '<img src=x onerror=alert(1)> | [a](https://b) `c`' }]);
    expect(row).not.toMatch(/<img|\]\(|`c`/);
    expect(
      row
        .split('\n')
        .find((line) => line.includes('codes'))
        ?.match(/(?<!\\)\|/g),
    ).toHaveLength(6);
  });
});

describe('text', () => {
  it('tells all unknown words of a file in one line', () => {
    const more = { ...UNKNOWN, key: 'p1', words: ['Leeds', 'g'], message: 'the engine did not know: Leeds, g' };
    expect(print('text', [{ ...UNKNOWN, words: ['g'] }, more])).toBe(
      'warning unknown-words: locales/es/a.json:3: [es]: the engine did not know: g, Leeds (2 units)',
    );
  });

  it('gives file, line and column, and a warning of one kind once a file', () => {
    const lines = print('text', [UNKNOWN, { ...LOST, message: 'lacks {{name}}' }, { ...UNKNOWN, line: 9 }]).split('\n');
    expect(lines).toEqual([
      'warning unknown-words: locales/es/a.json:3: [es] title: the engine did not know: g (and 1 more of this kind in this file)',
      'error codes: locales/es/posts/über uns: 100%.json:14:9: [es] body.lead.p1: lacks {{name}}',
    ]);
  });
});
