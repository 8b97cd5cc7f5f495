import { expect, it } from 'vitest';
import { createReport } from '../../scripts/project/report/fold-report.ts';
import { reportLines } from '../../scripts/project/report/run-lines.ts';

it('tells a warning once a kind and file, with the number of the others; --quiet hides all', () => {
  const report = createReport();
  const warn = (file: string, line: number, message: string): void => {
    report.warnings.push({ file, line, message });
  };
  warn('b.md', 2, 'Raw HTML.');
  warn('a.md', 3, 'Raw HTML.');
  warn('a.md', 5, 'A shortcode.');
  warn('a.md', 8, 'Raw HTML.');
  warn('a.md', 9, 'Raw HTML.');
  const told = (quiet: boolean): string[] =>
    reportLines(report, { dryRun: false, redo: false, quiet }).filter((line) => line.startsWith('warning'));
  expect(told(false)).toEqual([
    'warning: a.md:3: Raw HTML. (3 times)',
    'warning: a.md:5: A shortcode.',
    'warning: b.md:2: Raw HTML.',
  ]);
  expect(told(true)).toEqual([]);
});
