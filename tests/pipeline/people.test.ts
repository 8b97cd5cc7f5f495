/** People's words where their unit moves, leaves or is edited in the very run in which the source changes. */
import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';
import { recordLine, valueAt, type TemporaryProject } from '../commands/temporary-project.ts';

const ARTICLE = 'The first one.\n\nThe second one.\n\nThe third one.\n';

function edit(project: TemporaryProject, file: string, from: RegExp, to: string): void {
  const text = project.read(file);
  expect(text).toMatch(from);
  project.write(file, text.replace(from, to));
}

describe('an edit conflict', () => {
  it('whose unit leaves the source: both texts go into the memory', async () => {
    const project = temporaryProject({ 'source/art.md': ARTICLE });
    await project.translate();
    edit(project, 'locales/es/art.json', /"p2": ".*"/, '"p2": "La segunda."');
    edit(project, 'locales/es/art.md', /^⟦Ţĥé š.*$/m, 'El segundo.');
    expect((await project.translate()).code).toBe(1);
    project.write('source/art.md', ARTICLE.replace('The second one.\n\n', ''));
    const { code } = await project.translate();
    expect(code).toBe(0);
    const kept = project.read('locales/.memory/es.jsonl').trim().split('\n');
    const texts = kept.map((line) => JSON.parse(line)).toSorted((a, b) => (a.target < b.target ? -1 : 1));
    const about = { key: 'body.lead.p2', source: 'The second one.', state: 'translated' };
    expect(texts).toMatchObject([
      { ...about, target: 'El segundo.' },
      { ...about, target: 'La segunda.' },
    ]);
    expect(project.read('locales/es/art.md')).not.toMatch(/segund/);
    expect((await project.run('check')).code).toBe(0);
  });
});

describe('an edit in the article', () => {
  it('in the same run as a paragraph that was inserted into the source stays with its own paragraph', async () => {
    const project = temporaryProject({ 'source/art.md': ARTICLE });
    await project.translate();
    edit(project, 'locales/es/art.md', /^⟦Ţĥé š.*$/m, 'La segunda.');
    project.write('source/art.md', ARTICLE.replace('The second', 'A new one here.\n\nThe second'));
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.languages['es']).toMatchObject({ units: 4, human: 1, machine: 1 });
    expect(valueAt(project.json('locales/es/art.json'), 'body.lead.p2')).toBe('La segunda.');
    expect(recordLine(project, 'locales/.review/es/art.json', 'body.lead.p2')).toMatchObject({ origin: 'person' });
    const paragraphs = project.read('locales/es/art.md').trim().split('\n\n');
    expect(paragraphs).toHaveLength(4);
    expect(paragraphs[2]).toBe('La segunda.');
    expect((await project.translate()).report.requests).toBe(0);
    expect((await project.run('check')).code).toBe(0);
  });
});

describe('an item put in front of an i18next array', () => {
  it('moves the others to the next number, with the words that people gave them', async () => {
    const project = temporaryProject({ 'source/ui.json': '{"steps": ["Open the lid", "Fill in water", "Close it"]}' });
    await project.translate();
    const file = 'locales/es/ui.json';
    const [open, , close] = Object.values(project.json(file)['steps'] ?? {});
    project.write(file, JSON.stringify({ steps: [open, 'Echa agua', close] }));
    await project.translate();
    project.write('source/ui.json', '{"steps": ["Read this", "Open the lid", "Fill in water", "Close it"]}');
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.languages['es']).toMatchObject({ units: 4, machine: 1, unchanged: 3, human: 1 });
    expect(project.json(file)['steps']).toEqual([expect.stringMatching(/^⟦/), open, 'Echa agua', close]);
    expect(recordLine(project, 'locales/.review/es/ui.json', 'steps.2')).toMatchObject({
      state: 'translated',
      origin: 'person',
    });
    expect(project.exists('locales/.memory/es.jsonl')).toBe(false);
    expect((await project.run('check')).code).toBe(0);
  });
});

describe('two equal texts with different translations', () => {
  it('keep theirs when the key of one is renamed', async () => {
    const project = temporaryProject({
      'source/ui.json': '{"menu": {"file": "Open"}, "shop": {"state": "Open", "closed": "Closed"}}',
    });
    await project.translate();
    const file = 'locales/es/ui.json';
    const theirs = { menu: { file: 'Abrir' }, shop: { state: 'Abierto', closed: 'Cerrado' } };
    project.write(file, JSON.stringify(theirs));
    await project.translate();
    project.write('source/ui.json', '{"menu": {"file": "Open"}, "shop": {"openness": "Open", "closed": "Closed"}}');
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.requests).toBe(0);
    expect(project.json(file)).toEqual({ menu: { file: 'Abrir' }, shop: { openness: 'Abierto', closed: 'Cerrado' } });
    for (const key of ['menu.file', 'shop.openness'])
      expect(recordLine(project, 'locales/.review/es/ui.json', key)).toMatchObject({ state: 'translated' });
    expect(project.exists('locales/.memory/es.jsonl')).toBe(false);
  });

  it('keep theirs when both keys are renamed', async () => {
    const project = temporaryProject({ 'source/ui.json': '{"menu": {"file": "Open"}, "shop": {"state": "Open"}}' });
    await project.translate();
    const file = 'locales/es/ui.json';
    project.write(file, '{"menu": {"file": "Abrir"}, "shop": {"state": "Abierto"}}');
    await project.translate();
    project.write('source/ui.json', '{"shop": {"status": "Open"}, "menu": {"open": "Open"}}');
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.requests).toBe(0);
    expect(project.json(file)).toEqual({ shop: { status: 'Abierto' }, menu: { open: 'Abrir' } });
  });
});
