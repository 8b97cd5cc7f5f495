/** A person's deleted text is reported by every run, until it is back or a person gives it up (rule 2). */
import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';
import { recordLine, valueAt, type TemporaryProject } from '../commands/temporary-project.ts';

const ARTICLE = 'It works with water.\n\nThe second one.\n\nThe third one.\n';
const BUNDLE = 'locales/es/art.json';
const RECORD = 'locales/.review/es/art.json';
const OURS = 'Funciona con agua.';

/** A translated article with a person's first paragraph. */
async function reviewed(): Promise<{ project: TemporaryProject; whole: string }> {
  const project = temporaryProject({ 'source/art.md': ARTICLE });
  await project.translate();
  project.write(BUNDLE, project.read(BUNDLE).replace(/"p1": ".*"/, `"p1": "${OURS}"`));
  await project.translate();
  return { project, whole: project.read(BUNDLE) };
}

function deleteValue(project: TemporaryProject): void {
  project.write(BUNDLE, project.read(BUNDLE).replace(/ *"p1": .*\n/, ''));
}

/** Nothing passes for the person's text, and check says that it is gone. */
async function expectReported(project: TemporaryProject): Promise<void> {
  expect(valueAt(project.json(BUNDLE), 'body.lead.p1')).toBeUndefined();
  expect(recordLine(project, RECORD, 'body.lead.p1')).toMatchObject({ state: 'translated', origin: 'person' });
  const { code, stdout } = await project.run('check');
  expect(stdout).toMatch(/^error deleted: locales\/es\/art\.json:\d+: \[es\] body\.lead\.p1: a person's text is gone/m);
  expect(code).toBe(1);
}

describe.each([
  ['translate', ['translate', 'translate', 'translate']],
  ['render and translate', ['render', 'translate', 'translate']],
  ['render alone', ['render', 'render', 'render']],
])('a text of a person that was deleted with its article, then %s', (_, commands) => {
  it('is reported by every run, and all is well when the bundle is back', async () => {
    const { project, whole } = await reviewed();
    deleteValue(project);
    project.remove('locales/es/art.md');
    for (const command of commands) {
      expect((await project.run(command)).code).toBe(1);
      await expectReported(project);
      expect(project.read('locales/es/art.md')).toContain('It works with water.\n');
    }
    project.write(BUNDLE, whole);
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.languages['es']).toMatchObject({ human: 1, unchanged: 3 });
    expect(project.read(BUNDLE)).toBe(whole);
    expect(project.read('locales/es/art.md')).toContain(`${OURS}\n`);
    expect((await project.run('check')).code).toBe(0);
  });
});

describe('a deleted text of a person', () => {
  it('is gone until it is given up, although the article has the words of a newer source', async () => {
    const { project } = await reviewed();
    deleteValue(project);
    project.remove('locales/es/art.md');
    for (const word of ['steam', 'wind']) {
      project.write('source/art.md', ARTICLE.replace('water', word));
      expect((await project.translate()).code).toBe(1);
      await expectReported(project);
      expect(recordLine(project, RECORD, 'body.lead.p1')).toMatchObject({ previous: 'It works with water.' });
    }
    expect((await project.run('review', ['reject', '--to', 'es', '--key', 'body.lead.p1'])).code).toBe(0);
    expect((await project.translate()).code).toBe(0);
    expect(valueAt(project.json(BUNDLE), 'body.lead.p1')).toMatch(/^⟦/);
  });

  it('comes back from the article, where a person writes it anew', async () => {
    const { project } = await reviewed();
    deleteValue(project);
    project.remove('locales/es/art.md');
    await project.translate();
    project.write(
      'locales/es/art.md',
      project.read('locales/es/art.md').replace('It works with water.', 'Va con agua.'),
    );
    expect((await project.translate()).code).toBe(0);
    expect(valueAt(project.json(BUNDLE), 'body.lead.p1')).toBe('Va con agua.');
  });

  it('is reported beside contradicting edits, and is no edit itself when it is back', async () => {
    const { project, whole } = await reviewed();
    deleteValue(project);
    project.remove('locales/es/art.md');
    await project.run('render');
    project.write(BUNDLE, project.read(BUNDLE).replace(/"p2": ".*"/, '"p2": "El segundo."'));
    project.write('locales/es/art.md', project.read('locales/es/art.md').replace(/^⟦Ţĥé š.*$/m, 'La segunda.'));
    for (let run = 0; run < 2; run++) {
      expect((await project.translate()).code).toBe(1);
      await expectReported(project);
    }
    project.write(BUNDLE, whole.replace(/"p2": ".*"/, '"p2": "La segunda."'));
    expect((await project.translate()).code).toBe(0);
    expect(valueAt(project.json(BUNDLE), 'body.lead.p1')).toBe(OURS);
    expect(project.read('locales/es/art.md')).toContain(`${OURS}\n\nLa segunda.\n`);
  });

  it('is kept from the article where its unit leaves the source', async () => {
    const { project } = await reviewed();
    deleteValue(project);
    project.write('source/art.md', ARTICLE.replace('It works with water.\n\n', ''));
    await project.translate();
    expect(JSON.parse(project.read('locales/.memory/es.jsonl'))).toMatchObject({
      source: 'It works with water.',
      target: OURS,
    });
  });

  it('is no text of the memory where the article shows the source and the unit leaves it', async () => {
    const { project } = await reviewed();
    deleteValue(project);
    project.remove('locales/es/art.md');
    await project.translate();
    project.write('source/art.md', ARTICLE.replace('It works with water.\n\n', ''));
    expect((await project.translate()).code).toBe(0);
    expect(project.exists('locales/.memory/es.jsonl')).toBe(false);
  });

  it('of an i18next bundle is reported by every run', async () => {
    const project = temporaryProject({ 'source/ui.json': '{"a": "Save", "b": "Close"}' });
    await project.translate();
    project.write('locales/es/ui.json', '{"a": "Guardar", "b": "Cerrar"}');
    await project.translate();
    project.write('locales/es/ui.json', '{"b": "Cerrar"}');
    for (const command of ['render', 'translate', 'render', 'check']) {
      expect((await project.run(command)).code, command).toBe(1);
      expect(project.json('locales/es/ui.json')).toEqual({ b: 'Cerrar' });
    }
    project.write('locales/es/ui.json', '{"a": "Guardar", "b": "Cerrar"}');
    for (const command of ['translate', 'render', 'check']) expect((await project.run(command)).code).toBe(0);
  });
});
