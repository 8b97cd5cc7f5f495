/** A person's text that an article does not show: it stays in the bundle, and nothing that happens beside it is lost. */
import { expect, it } from 'vitest';
import { translated } from '../commands/in-process.ts';
import { recordLine, temporaryProject } from '../commands/temporary-project.ts';

it('an article that shows the source text is not written over what is withheld: both stay, and the clash is told', async () => {
  const project = temporaryProject({ 'source/a.md': '# A head\n\nSome words.\n' });
  await translated(project);
  const mine = 'Mio <!-- x -->';
  project.write('locales/es/a.json', project.read('locales/es/a.json').replace(/("p1": ")[^"]*/, `$1${mine}`));
  await translated(project);
  expect(project.read('locales/es/a.md')).toContain('Some words.');
  project.write('locales/es/a.md', project.read('locales/es/a.md').replace('Some words.', 'Otras palabras.'));
  for (const run of ['the first', 'the second']) {
    const { problems } = await translated(project);
    expect(
      problems.map(({ check }) => check),
      run,
    ).toContain('edit-conflict');
    expect(project.read('locales/es/a.json')).toContain(mine);
    expect(project.read('locales/es/a.md')).toContain('Otras palabras.');
  }
  project.write('locales/es/a.json', project.read('locales/es/a.json').replace(mine, 'Otras palabras.'));
  expect((await translated(project)).problems).toEqual([]);
  expect(recordLine(project, 'locales/.review/es/a.json', 'body.a-head.p1')).not.toHaveProperty(
    'findings.0.parameters.withheld',
  );
});

it('is settled by a waiver, by other words, or by the article itself', async () => {
  const run = "run: ({ target }) => (target.includes('beta') ? [{ message: 'says beta' }] : [])";
  const project = temporaryProject({
    'source/a.md': '# A head\n\nSome words.\n',
    'beta.mjs': `export const c = { name: 'no-beta', description: 'b', severity: 'error', refuses: true, ${run} };`,
    'l10n.config.json': JSON.stringify({
      sourceLanguage: 'en',
      targetLanguages: ['es'],
      engine: 'pseudo',
      checks: ['beta.mjs'],
    }),
  });
  await translated(project);
  const write = (text: string): void =>
    project.write('locales/es/a.json', project.read('locales/es/a.json').replace(/("p1": ")[^"]*/, `$1${text}`));
  write('Una beta');
  expect((await translated(project)).problems.map(({ check }) => check)).toEqual(['no-beta']);
  expect(project.read('locales/es/a.md')).toContain('Some words.');
  const waived = ['--to', 'es', '--key', 'body.a-head.p1', '--check', 'no-beta', '--reason', 'ours'];
  expect((await project.run('review', ['waive', ...waived])).code).toBe(0);
  expect((await translated(project)).problems).toEqual([]);
  expect(project.read('locales/es/a.md')).toContain('Una beta');
  write('Otro <!-- x --> y');
  await translated(project);
  expect(project.read('locales/es/a.md')).toContain('Some words.');
  write('Otro y');
  expect((await translated(project)).problems).toEqual([]);
  expect(project.read('locales/es/a.md')).toContain('Otro y');
  // What a person writes into the article stands there already.
  project.write('locales/es/a.md', project.read('locales/es/a.md').replace('Otro y', 'Otro <!-- z --> y'));
  await translated(project);
  expect(project.read('locales/es/a.md')).toContain('Otro <!-- z --> y');
  expect(project.read('locales/es/a.json')).toContain('Otro <!-- z --> y');
});
