/** The rules that never break, where several things happen at once. */
import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';
import { recordLine, valueAt } from '../commands/temporary-project.ts';

const CONFIGURATION = (engine: unknown, more: object = {}): string =>
  JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine, ...more });

const STRINGS = { 'source/ui.json': '{"a": "Save the file now. Old words.", "b": "Close"}' };

function edit(project: ReturnType<typeof temporaryProject>, file: string, from: string, to: string): void {
  const text = project.read(file);
  expect(text).toContain(from);
  project.write(file, text.replace(from, to));
}

describe('a person’s text', () => {
  it('edited in the bundle while its unit left the source goes into the memory', async () => {
    const project = temporaryProject(STRINGS);
    await project.translate();
    edit(project, 'locales/es/ui.json', String(project.json('locales/es/ui.json')['b']), 'Cerrar ya');
    project.write('source/ui.json', '{"a": "Save the file now. Old words."}');
    await project.translate();
    expect(JSON.parse(project.read('locales/.memory/es.jsonl'))).toEqual({
      namespace: 'ui',
      key: 'b',
      source: 'Close',
      target: 'Cerrar ya',
      state: 'translated',
    });
  });

  it('edited in the article while its unit left the source goes into the memory', async () => {
    const project = temporaryProject({ 'source/post.md': 'One thing.\n\nAnother thing.\n' });
    project.write('l10n.config.json', CONFIGURATION('identity'));
    await project.translate();
    edit(project, 'locales/es/post.md', 'Another thing.', 'Otra cosa.');
    project.write('source/post.md', 'One thing.\n');
    await project.translate();
    expect(JSON.parse(project.read('locales/.memory/es.jsonl'))).toMatchObject({
      key: 'body.lead.p2',
      source: 'Another thing.',
      target: 'Otra cosa.',
    });
    expect(project.read('locales/es/post.md')).toBe('One thing.\n');
  });

  it('in an article that was there before the first run is theirs', async () => {
    const project = temporaryProject({
      'source/post.md': 'One thing.\n\nAnother thing that nobody has translated yet.\n',
      'locales/es/post.md': 'Una cosa.\n\nAnother thing that nobody has translated yet.\n',
      'locales/it/post.md': '# Una cosa\n',
    });
    const { code, report } = await project.translate();
    expect(valueAt(project.json('locales/es/post.json'), 'body.lead.p1')).toBe('Una cosa.');
    expect(report.languages['es']).toMatchObject({ human: 1, machine: 1 });
    expect(code).toBe(1);
    expect(project.read('locales/it/post.md')).toBe('# Una cosa\n');
  });

  it('that is no text is an error of its bundle, which is left alone', async () => {
    const project = temporaryProject(STRINGS);
    await project.translate();
    const text = '{"a": 5, "b": "Cerrar"}';
    project.write('locales/es/ui.json', text);
    const { code, stderr } = await project.translate();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: locales\/es\/ui\.json:1: a: 5 stands where a text should be\./m);
    expect(project.read('locales/es/ui.json')).toBe(text);
  });
});

describe('a bundle that could not be read while its source changed', () => {
  it('is stale afterwards: nothing of it passes for a translation of the new text', async () => {
    const project = temporaryProject(STRINGS);
    project.write('l10n.config.json', CONFIGURATION('identity'));
    await project.translate();
    const whole = project.read('locales/es/ui.json');
    project.write('locales/es/ui.json', `<<<<<<< ours\n${whole}`);
    edit(project, 'source/ui.json', 'Old words', 'Quite other words');
    expect((await project.translate()).code).toBe(1);
    project.write('locales/es/ui.json', whole);
    const { code } = await project.translate();
    expect(code).toBe(0);
    expect(project.json('locales/es/ui.json')['a']).toBe('Save the file now. Quite other words.');
    expect(recordLine(project, 'locales/.review/es/ui.json', 'a')).not.toHaveProperty('previous');
  });

  it('tells the record what its texts were made from, and what left the source', async () => {
    const project = temporaryProject(STRINGS);
    project.write('l10n.config.json', CONFIGURATION('identity'));
    await project.translate();
    edit(project, 'locales/es/ui.json', 'Old words', 'Palabras mías');
    edit(project, 'locales/es/ui.json', 'Close', 'Cerrar');
    await project.translate();
    const whole = project.read('locales/es/ui.json');
    project.write('locales/es/ui.json', `<<<<<<< ours\n${whole}`);
    project.write('source/ui.json', '{"a": "Save the file now. Newer words."}');
    await project.translate();
    expect(recordLine(project, 'locales/.review/es/ui.json', 'a')).toMatchObject({
      previous: 'Save the file now. Old words.',
    });
    project.write('locales/es/ui.json', whole);
    await project.translate();
    expect(project.json('locales/es/ui.json')).toEqual({ a: 'Save the file now. Palabras mías.' });
    expect(JSON.parse(project.read('locales/.memory/es.jsonl'))).toMatchObject({ source: 'Close', target: 'Cerrar' });
  });

  it('keeps a renamed file where it is until all its languages can be read', async () => {
    const project = temporaryProject(STRINGS);
    await project.translate();
    const whole = project.read('locales/es/ui.json');
    project.write('locales/es/ui.json', `<<<<<<< ours\n${whole}`);
    project.write('source/new.json', project.read('source/ui.json'));
    project.remove('source/ui.json');
    expect((await project.translate()).code).toBe(1);
    expect(project.exists('locales/it/ui.json')).toBe(true);
    project.write('locales/es/ui.json', whole);
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.languages['es']).toMatchObject({ unchanged: 2 });
    expect(project.exists('locales/es/ui.json')).toBe(false);
  });
});

describe('review', () => {
  it('keeps the words of a unit that left the source meanwhile', async () => {
    const project = temporaryProject(STRINGS);
    await project.translate();
    edit(project, 'locales/es/ui.json', String(project.json('locales/es/ui.json')['b']), 'Cerrar ya');
    await project.translate();
    project.write('source/ui.json', '{"a": "Save the file now. Old words."}');
    expect((await project.run('review', ['approve', '--key', 'a'])).code).toBe(0);
    expect(JSON.parse(project.read('locales/.memory/es.jsonl'))).toMatchObject({ key: 'b', target: 'Cerrar ya' });
  });

  it('finds the translations of a renamed file', async () => {
    const project = temporaryProject(STRINGS);
    await project.translate();
    edit(project, 'locales/es/ui.json', String(project.json('locales/es/ui.json')['b']), 'Cerrar ya');
    await project.translate();
    project.write('source/new.json', project.read('source/ui.json'));
    project.remove('source/ui.json');
    expect((await project.run('review', ['approve', '--key', 'a'])).code).toBe(0);
    await project.translate();
    expect(project.json('locales/es/new.json')['b']).toBe('Cerrar ya');
    expect(recordLine(project, 'locales/.review/es/new.json', 'a')).toMatchObject({ state: 'reviewed' });
  });
});

describe('contradicting edits', () => {
  it('do not shift words to other units when the source changes before they are settled', async () => {
    const project = temporaryProject({ 'source/post.md': 'One first.\n\nTwo second.\n\nThree third.\n' });
    project.write('l10n.config.json', CONFIGURATION('identity'));
    await project.translate();
    edit(project, 'locales/es/post.json', 'One first', 'Uno');
    edit(project, 'locales/es/post.md', 'One first', 'UNO');
    project.write('source/post.md', 'One first.\n\nThree third.\n\nSomething wholly different.\n');
    expect((await project.translate()).code).toBe(1);
    expect((await project.translate()).code).toBe(1);
    expect(project.read('locales/es/post.md')).toBe('UNO.\n\nThree third.\n\nSomething wholly different.\n');
    expect(valueAt(project.json('locales/es/post.json'), 'body.lead.p1')).toBe('Uno.');
    edit(project, 'locales/es/post.json', 'Uno.', 'UNO.');
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.languages['es']).toMatchObject({ units: 3, human: 1 });
    expect(project.read('locales/es/post.md')).toBe('UNO.\n\nThree third.\n\nSomething wholly different.\n');
  });
});

describe('--accept-suggestions', () => {
  it('keeps to the languages of --to', async () => {
    const project = temporaryProject(STRINGS);
    await project.translate();
    for (const language of ['es', 'it']) {
      const file = `locales/${language}/ui.json`;
      edit(project, file, String(project.json(file)['b']), 'Cerrar');
    }
    await project.translate();
    edit(project, 'source/ui.json', 'Close', 'Close all');
    await project.translate();
    await project.translate('--accept-suggestions', '--to', 'es');
    expect(project.json('locales/es/ui.json')['b']).not.toBe('Cerrar');
    expect(project.json('locales/it/ui.json')['b']).toBe('Cerrar');
    const { stdout } = await project.run('translate', ['--accept-suggestions']);
    expect(stdout).toMatch(/^language +units +same +taken +machine /m);
    expect(stdout).toMatch(/^it +2 +2 +1 +0 /m);
    expect(stdout).toMatch(/^1 suggestion accepted, 0 units made, /m);
    const { report } = await project.translate('--accept-suggestions');
    expect(report.languages['it']).toMatchObject({ accepted: 0, unchanged: 2 });
  });
});

describe('a text that is in the target language already', () => {
  it('is suggested beside a person’s as it is, when it changes', async () => {
    const head = (title: string): string => `---\ntitle: ${title}\nl10n:\n  lang:\n    title: it\n---\n\nSome text.\n`;
    const project = temporaryProject({ 'source/post.md': head('Esosomi') });
    await project.translate();
    edit(project, 'locales/it/post.json', 'Esosomi', 'Gli esosomi');
    await project.translate();
    project.write('source/post.md', head('Esosomi nuovi'));
    const { report } = await project.translate('--to', 'it');
    expect(report).toMatchObject({ requests: 0 });
    expect(recordLine(project, 'locales/.review/it/post.json', 'title')).toMatchObject({ suggestion: 'Esosomi nuovi' });
    expect(project.json('locales/it/post.json')['title']).toBe('Gli esosomi');
  });
});

describe('--prune', () => {
  it('keeps words that no run has seen yet, and those whose record is lost', async () => {
    const project = temporaryProject({ ...STRINGS, 'source/other.json': '{"x": "Stay"}' });
    await project.translate();
    edit(project, 'locales/es/ui.json', String(project.json('locales/es/ui.json')['b']), 'Cerrar');
    project.remove('locales/.review/it/ui.json');
    project.remove('source/ui.json');
    expect((await project.translate('--prune')).code).toBe(0);
    expect(project.exists('locales/es/ui.json')).toBe(false);
    expect(JSON.parse(project.read('locales/.memory/es.jsonl'))).toMatchObject({ source: 'Close', target: 'Cerrar' });
    expect(project.read('locales/.memory/it.jsonl').trim().split('\n')).toHaveLength(2);
  });

  it('refuses an article that was edited', async () => {
    const project = temporaryProject({ 'source/post.md': 'One thing.\n', 'source/other.json': '{"x": "Stay"}' });
    project.write('l10n.config.json', CONFIGURATION('identity'));
    await project.translate();
    edit(project, 'locales/it/post.md', 'One thing.', 'Una cosa.');
    project.remove('source/post.md');
    const { code, stderr } = await project.translate('--prune');
    expect(code).toBe(1);
    expect(stderr).toContain('locales/it/post.md: was changed since the last run');
    expect(project.read('locales/it/post.md')).toBe('Una cosa.\n');
    expect(project.exists('locales/es/post.json')).toBe(true);
  });
});

describe('a file that changes its language', () => {
  it('is refused while people’s translations stand where its source bundle would', async () => {
    const project = temporaryProject({ 'source/post.md': '---\ntitle: Un titolo\n---\n\nIl testo.\n' });
    project.write('l10n.config.json', CONFIGURATION('identity'));
    await project.translate();
    edit(project, 'locales/it/post.json', 'Un titolo', 'Un titolo mio');
    await project.translate();
    edit(project, 'source/post.md', 'title:', 'lang: it\ntitle:');
    const { code, stderr } = await project.translate();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: source\/post\.md: is in it now, and locales\/it\/post\.json holds/m);
    expect(project.json('locales/it/post.json')['title']).toBe('Un titolo mio');
  });
});
