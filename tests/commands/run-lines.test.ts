/** What a run tells: everything it did to files, each reason once, in 80 columns. */
import { describe, expect, it } from 'vitest';
import { createReport, languageReport } from '../../scripts/project/report/fold-report.ts';
import type { Report } from '../../scripts/project/report/report.ts';
import { reportLines } from '../../scripts/project/report/run-lines.ts';
import { ConfigurationError } from '../../scripts/project/errors.ts';
import { recordLine, temporaryProject } from './temporary-project.ts';
import { translated } from './in-process.ts';

const PLAIN = { dryRun: false, redo: false };

function reportOf(change: (report: Report) => void): Report {
  const report = createReport();
  change(report);
  return report;
}

describe('the end of a run', () => {
  it('says once why a language failed, and how to go on', () => {
    const reason = 'no engine can translate en into de.';
    const report = reportOf((to) => {
      for (let key = 0; key < 67; key++)
        to.failed.push({ file: 'source/a.md', key: `k${key}`, language: 'de', reason });
      to.errors.push(new ConfigurationError(reason, { place: { language: 'de' }, remedy: 'Take another.' }));
      languageReport(to, 'de').failed = 67;
    });
    const lines = reportLines(report, PLAIN);
    // The error itself is the one line.
    expect(lines.filter((line) => line.includes('de]'))).toEqual([]);
    expect(lines.at(-1)).toBe('Nothing was translated: 1 error, see above.');
  });

  it('has a table of at most 80 columns, whatever happened', () => {
    const report = reportOf((to) => {
      for (const language of ['es', 'pt-BR', 'zh-Hant']) {
        const counts = { units: 12_345, unchanged: 12_345, accepted: 12, memory: 1234, machine: 1234, failed: 123 };
        Object.assign(languageReport(to, language), {
          ...counts,
          human: 1234,
          stale: 123,
          findings: 1234,
          characters: 1_234_567,
        });
        languageReport(to, language).engine = 'deepl, apertium';
      }
    });
    const lines = reportLines(report, PLAIN);
    const table = lines.filter((line) => /^(?:language|-+|\S+ +\d)/.test(line) && !line.includes('accepted'));
    expect(table).toHaveLength(5);
    expect(Math.max(...table.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines).toContain('Engine: deepl, apertium.');
  });

  it('counts one of a thing as one', () => {
    const report = reportOf((to) => {
      languageReport(to, 'es').machine = 1;
      Object.assign(to, { requests: 1, characters: 1, written: 1 });
    });
    expect(reportLines(report, PLAIN).at(-1)).toBe('1 unit made, 1 file written, 1 request, 1 character.');
    expect(reportLines(report, { ...PLAIN, dryRun: true }).at(-1)).toMatch(
      /^Dry run: 1 unit, 1 character, about 1 request\./,
    );
  });

  it('says of an interrupted --redo that the texts are still there', () => {
    const report = reportOf((to) =>
      to.failed.push({ file: 'source/a.md', key: 'k', language: 'es', reason: 'interrupted' }),
    );
    expect(reportLines(report, { ...PLAIN, redo: true })).toContain(
      'Interrupted: texts that were not made anew are still there as they were.',
    );
  });
});

describe('a run tells', () => {
  const FILES = { 'source/a.md': '# One\n\nTwo words.\n', 'source/ui.json': '{\n  "save": "Save"\n}\n' };

  it('edits taken over, files moved, files deleted, and would-be deletions before', async () => {
    const project = temporaryProject(FILES);
    await translated(project);
    project.write(
      'locales/es/a.json',
      project.read('locales/es/a.json').replace(/"heading": ".*"/, '"heading": "Uno"'),
    );
    project.write('locales/it/a.md', project.read('locales/it/a.md').replace(/^# .*/, '# Uno'));
    expect((await translated(project)).edits).toEqual([
      { file: 'locales/es/a.json', count: 1 },
      { file: 'locales/it/a.md', count: 1 },
    ]);
    project.write('source/b.md', FILES['source/a.md']);
    project.remove('source/a.md');
    expect((await translated(project)).moved).toEqual([{ from: 'a', to: 'b' }]);
    project.remove('source/b.md');
    const would = await translated(project, { prune: true, dryRun: true });
    expect(would.removed).toContain('locales/es/b.json');
    expect(project.exists('locales/es/b.json')).toBe(true);
    expect((await translated(project, { prune: true })).removed).toEqual(would.removed);
    expect(project.exists('locales/es/b.json')).toBe(false);
  });

  it('languages that are configured no longer, and --prune removes them but for people’s texts', async () => {
    const project = temporaryProject(FILES);
    await translated(project);
    project.write('locales/it/ui.json', '{\n  "save": "Salva"\n}\n');
    await translated(project);
    const configuration = JSON.parse(project.read('l10n.config.json'));
    project.write('l10n.config.json', JSON.stringify({ ...configuration, targetLanguages: ['es'] }));
    const told = await translated(project);
    expect(told.warnings.map(({ message }) => message).join()).toMatch(/"it" is configured no longer/);
    const { removed } = await translated(project, { prune: true });
    expect(removed).toEqual(expect.arrayContaining(['locales/it/a.md', 'locales/.review/it/ui.json']));
    expect(project.exists('locales/it')).toBe(false);
    expect(project.read('locales/.memory/it.jsonl')).toContain('"Salva"');
    expect((await translated(project)).warnings).toEqual([]);
  });

  it('an unknown language with the one that is meant', async () => {
    const project = temporaryProject(FILES);
    const configuration = JSON.parse(project.read('l10n.config.json'));
    project.write('l10n.config.json', JSON.stringify({ ...configuration, targetLanguages: ['it', 'pt-BR'] }));
    expect((await project.run('translate', ['--to', 'pt'])).stderr).toMatch(/Did you mean pt-BR\?/);
  });

  it('writes no page of source texts for a language that no engine serves', async () => {
    const project = temporaryProject(FILES);
    const configuration = JSON.parse(project.read('l10n.config.json'));
    project.write(
      'l10n.config.json',
      JSON.stringify({ ...configuration, engine: { default: 'pseudo', it: 'libretranslate' } }),
    );
    const report = await translated(project);
    expect(report.errors).toHaveLength(1);
    expect(project.exists('locales/it/a.md')).toBe(false);
    expect(project.exists('locales/es/a.md')).toBe(true);
  });
});

it('--redo keeps people’s text that memory brought', async () => {
  const project = temporaryProject({ 'source/ui.json': '{\n  "save": "Save"\n}\n' });
  await translated(project);
  project.write('locales/es/ui.json', '{\n  "save": "Guardar"\n}\n');
  project.write('source/page.md', '# Other\n\nSave\n');
  await translated(project);
  const record = 'locales/.review/es/page.json';
  expect(recordLine(project, record, 'body.other.p1')).toMatchObject({ origin: 'memory', state: 'translated' });
  await translated(project, { redo: true });
  expect(project.read('locales/es/page.json')).toContain('"Guardar"');
  expect(recordLine(project, record, 'body.other.p1')).toMatchObject({ origin: 'memory', state: 'translated' });
});
