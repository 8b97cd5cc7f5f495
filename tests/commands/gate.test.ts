/** The gate by DESIGN's rule 11: red exactly where the project's own files and rules say so, with the line. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { faultsOf, translated } from './in-process.ts';
import { temporaryProject, type TemporaryProject } from './temporary-project.ts';

const ARTICLE = '# Serum\n\nThe serum is by [Ana](https://example.com/en).\n\nKeep {{count}} drops in `glass`.\n';
const FILES = {
  'source/post.md': ARTICLE,
  'source/ui.json':
    '{\n  "buy": "Buy {{count}} drops",\n  "nested": {\n    "save": "Save \\"all\\" <1>now</1>"\n  }\n}\n',
  'glossary/terms.csv': 'concept,language,term\nserum,en,serum\nserum,es,suero\nserum,it,siero\n',
};
const ES = 'locales/es/post.json';

async function translatedProject(configuration: object = {}): Promise<TemporaryProject> {
  const project = temporaryProject(FILES);
  const base = { sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine: 'identity' };
  project.write('l10n.config.json', JSON.stringify({ ...base, ...configuration }));
  await translated(project);
  return project;
}

function edit(project: TemporaryProject, file: string, from: string | RegExp, to: string): void {
  const before = project.read(file);
  const after = before.replace(from, to);
  expect(after, `${file}: ${String(from)}`).not.toBe(before);
  project.write(file, after);
}

/** Texts that a person wrote, in the bundle. */
async function withSpanish(project: TemporaryProject): Promise<void> {
  edit(project, ES, /"p1": ".*?"/, '"p1": "El suero es de [Ana](https://example.com/en)."');
  await translated(project);
}

describe('the gate', () => {
  it('is green after a run, and after a person’s edit that no run has seen, in bundle and article', async () => {
    const project = await translatedProject();
    const warnings = await faultsOf(project);
    expect(warnings.filter((fault) => fault.startsWith('error'))).toEqual([]);
    edit(project, ES, /"p1": ".*?"/, '"p1": "El suero es de [Ana](https://example.com/en)."');
    edit(project, 'locales/it/post.md', /^Keep.*/m, 'Tieni {{count}} gocce nel `glass`.');
    expect((await faultsOf(project)).filter((fault) => fault.startsWith('error'))).toEqual([]);
  });

  it.each<[string, (project: TemporaryProject) => void]>([
    ['a link', (project) => edit(project, 'source/post.md', 'example.com/en', 'example.com/guide')],
    ['bold text', (project) => edit(project, 'source/post.md', 'Keep {{count}}', 'Keep **{{count}}**')],
    ['a placeholder', (project) => edit(project, 'source/ui.json', '{{count}}', '{{number}}')],
    ['code', (project) => edit(project, 'source/post.md', '`glass`', '`bottle`')],
    ['a term', (project) => edit(project, 'glossary/terms.csv', 'suero', 'sérum')],
  ])('a source that changes %s makes drafts stale, and nothing else', async (_what, change) => {
    const project = await translatedProject();
    const before = await faultsOf(project);
    change(project);
    const fresh = (await faultsOf(project)).filter((fault) => !before.includes(fault));
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.filter((fault) => !/^error stale locales\/.*:\d+:\d+ /.test(fault))).toEqual([]);
  });

  it('a person’s stale text is a warning, an error where a review is required', async () => {
    const project = await translatedProject();
    await withSpanish(project);
    edit(project, 'source/post.md', 'The serum is', 'This serum is');
    const isSpanish = (fault: string): boolean => fault.includes(`${ES}:5`);
    expect((await faultsOf(project)).filter(isSpanish)).toEqual([`warning stale ${ES}:5:13 es body.serum.p1`]);
    const configuration = project.read('l10n.config.json');
    const required = { default: 'translated', es: { '*': 'translated', 'po*': 'reviewed' } };
    project.write('l10n.config.json', JSON.stringify({ ...JSON.parse(configuration), required }));
    const faults = await faultsOf(project);
    expect(faults.filter(isSpanish)).toEqual([`error stale ${ES}:5:13 es body.serum.p1`]);
    expect(faults.filter((fault) => fault.startsWith('error unreviewed'))).toEqual([
      `error unreviewed ${ES}:4:18 es body.serum.heading`,
      `error unreviewed ${ES}:6:13 es body.serum.p2`,
    ]);
  });

  it('a stale text is still judged by the source that it belongs to', async () => {
    const project = await translatedProject();
    edit(project, ES, '{{count}}', 'cuatro');
    edit(project, 'source/post.md', 'Keep', 'Store');
    const faults = await faultsOf(project);
    expect(faults).toContain(`error placeholders ${ES}:6:13 es body.serum.p2`);
    expect(faults).toContain(`warning stale ${ES}:6:13 es body.serum.p2`);
  });

  it('says where: in the bundle, or in the article where that is what a person wrote', async () => {
    const project = await translatedProject();
    edit(project, 'locales/it/post.md', /^The .*? is/m, 'La crema è');
    edit(project, 'locales/es/ui.json', '<1>now</1>', 'ahora');
    const faults = await faultsOf(project);
    expect(faults).toContain('warning terms locales/it/post.md:3 it body.serum.p1');
    expect(faults.some((fault) => fault.startsWith('error tags locales/es/ui.json:4:'))).toBe(true);
  });

  it('severity by check and by kind, off included; unknown names are refused with the nearest', async () => {
    const project = await translatedProject({ severity: { 'same-as-source': 'off', missing: 'warning' } });
    project.remove('locales/it/ui.json');
    const faults = await faultsOf(project);
    expect(faults.filter((fault) => fault.includes('same-as-source'))).toEqual([]);
    expect(faults.filter((fault) => fault.includes('missing')).every((fault) => fault.startsWith('warning'))).toBe(
      true,
    );
    const { severity: _severity, ...rest } = JSON.parse(project.read('l10n.config.json'));
    project.write('l10n.config.json', JSON.stringify({ ...rest, severity: { 'same-as-sauce': 'off' } }));
    await expect(faultsOf(project)).rejects.toThrow(/knows no check "same-as-sauce"/);
  });

  it('a baseline keeps known findings quiet, and no gap, no stale text, no new finding', async () => {
    const project = await translatedProject();
    edit(project, ES, '{{count}}', 'cuatro');
    await translated(project);
    await faultsOf(project, { update: true });
    expect(project.read('locales/.review/baseline.json')).toMatch(
      /\n\{"rule":"placeholders","file":"locales\/es\/post\.json"/,
    );
    expect(await faultsOf(project)).toEqual([]);
    edit(project, 'locales/es/ui.json', '<1>now</1>', 'ahora');
    edit(project, 'source/ui.json', 'Buy', 'Get');
    const fresh = await faultsOf(project);
    expect(
      fresh.filter((fault) => /^error (?:tags|stale)/.test(fault)).map((fault) => fault.split(' ').at(-1)),
    ).toEqual(expect.arrayContaining(['nested.save', 'buy']));
    expect(fresh.filter((fault) => fault.includes('cuatro'))).toEqual([]);
    // The baseline is no record: nothing of it is translated, orphaned or pruned.
    expect((await translated(project, { prune: true })).orphans).toEqual([]);
    expect(project.exists('locales/.review/baseline.json')).toBe(true);
  });

  it('--changed-since tells only of files and units that differ from a commit', async () => {
    const project = await translatedProject();
    edit(project, ES, '{{count}}', 'cuatro');
    await translated(project);
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
        cwd: project.root,
        encoding: 'utf8',
      });
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-q', '-m', 'base');
    expect(await faultsOf(project, { since: 'main' })).toEqual([]);
    edit(project, 'locales/it/post.json', '{{count}}', 'quattro');
    edit(project, 'source/post.md', '[Ana]', '[Eva]');
    project.write('source/new.md', 'Fresh.\n');
    const faults = await faultsOf(project, { since: 'main' });
    expect(faults.filter((fault) => fault.startsWith('error placeholders'))).toEqual([
      'error placeholders locales/it/post.json:6:13 it body.serum.p2',
    ]);
    expect(faults.filter((fault) => fault.includes('missing'))).toHaveLength(2);
    expect(faults.filter((fault) => fault.includes('stale')).every((fault) => fault.endsWith('body.serum.p1'))).toBe(
      true,
    );
    await expect(faultsOf(project, { since: 'nowhere' })).rejects.toThrow(/knows no commit nowhere/);
  });
});
