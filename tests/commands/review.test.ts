import { describe, expect, it } from 'vitest';
import { temporaryProject } from './project-in-process.ts';
import { recordLine, valueAt } from './temporary-project.ts';

const SOURCE = { 'source/ui.json': '{"save": "Save it now", "open": "Open it now", "menu": {"quit": "Quit it now"}}' };
const RECORD = 'locales/.review/es/ui.json';

describe('review', () => {
  it('lists by language, key, origin and state', async () => {
    const project = temporaryProject(SOURCE);
    await project.translate();
    const list = async (...args: string[]) =>
      JSON.parse((await project.run('review', ['list', '--json', ...args])).stdout);
    expect(await list()).toHaveLength(6);
    expect(await list('--to', 'es', '--key', 'menu.*')).toMatchObject([
      {
        language: 'es',
        namespace: 'ui',
        key: 'menu.quit',
        state: 'translated',
        origin: 'pseudo',
        source: 'Quit it now',
      },
    ]);
    expect(await list('--origin', 'person')).toEqual([]);
    const { stdout } = await project.run('review', ['list', '--to', 'it', '--key', 'save']);
    expect(stdout).toMatch(/^it ui save \(translated, pseudo\)\n {2}source: Save it now\n {2}target: ⟦/);
  });

  it('approve changes the state and not the origin, and protects the text', async () => {
    const project = temporaryProject(SOURCE);
    await project.translate();
    const before = project.json('locales/es/ui.json');
    expect((await project.run('review', ['approve', '--to', 'es', '--key', 'save'])).code).toBe(0);
    expect((await project.run('review', ['approve', '--to', 'es', '--key', 'open', '--final'])).code).toBe(0);
    expect(recordLine(project, RECORD, 'save')).toMatchObject({ state: 'reviewed', origin: 'pseudo' });
    expect(recordLine(project, RECORD, 'open')).toMatchObject({ state: 'final', origin: 'pseudo' });
    const { report } = await project.translate('--redo', '--engine', 'identity');
    expect(report.languages['es']).toMatchObject({ machine: 1, unchanged: 2, human: 2 });
    expect(project.json('locales/es/ui.json')['save']).toBe(before['save']);
    expect((await project.translate()).report.requests).toBe(0);
  });

  it('an approved draft that left the source and returns is still the engine’s', async () => {
    const project = temporaryProject(SOURCE);
    await project.translate();
    await project.run('review', ['approve', '--to', 'es', '--key', 'open', '--final']);
    project.write('source/ui.json', '{"save": "Save it now", "menu": {"quit": "Quit it now"}}');
    await project.translate();
    project.write('source/ui.json', SOURCE['source/ui.json']);
    await project.translate();
    expect(recordLine(project, RECORD, 'open')).toMatchObject({ state: 'final', origin: 'pseudo' });
  });

  it('approve of a stale text settles it: the target is right for the new source', async () => {
    const project = temporaryProject(SOURCE);
    await project.translate();
    await project.run('review', ['approve', '--to', 'es', '--key', 'save']);
    project.write('source/ui.json', project.read('source/ui.json').replace('Save it now', 'Save it right now'));
    await project.translate();
    expect(recordLine(project, RECORD, 'save')).toMatchObject({ previous: 'Save it now' });
    await project.run('review', ['approve', '--to', 'es', '--state', 'stale']);
    const line = recordLine(project, RECORD, 'save');
    expect(line).not.toHaveProperty('previous');
    expect(line).not.toHaveProperty('suggestion');
    const { report } = await project.translate();
    expect(report.requests).toBe(0);
    expect(report.languages['es']).toMatchObject({ stale: 0 });
  });

  it('reject makes a draft anew, takes an approval back, and never approves a text whose source has changed', async () => {
    const project = temporaryProject(SOURCE);
    await project.translate();
    await project.run('review', ['approve', '--to', 'es', '--key', 'save']);
    project.write('source/ui.json', project.read('source/ui.json').replace('Save it now', 'Save it right now'));
    await project.translate();
    const kept = valueAt(project.json('locales/es/ui.json'), 'save');
    await project.run('review', ['reject', '--to', 'es', '--all']);
    expect(valueAt(project.json('locales/es/ui.json'), 'save')).toBe(kept);
    expect(valueAt(project.json('locales/es/ui.json'), 'open')).toBeUndefined();
    const line = recordLine(project, RECORD, 'save');
    expect(line).toMatchObject({ state: 'translated', origin: 'pseudo', previous: 'Save it now' });
  });

  it('a state word changed by hand counts', async () => {
    const project = temporaryProject(SOURCE);
    await project.translate();
    project.write(
      RECORD,
      project.read(RECORD).replace('"key":"save","state":"translated"', '"key":"save","state":"final"'),
    );
    const { report } = await project.translate('--redo');
    expect(report.languages['es']).toMatchObject({ machine: 2, human: 1 });
  });

  it.each([[['aprove']], [['approve']], [['list', 'everything']], [['list', '--to', 'xx']]])(
    'refuses %j with exit 2 and one line',
    async (args) => {
      const project = temporaryProject(SOURCE);
      const { code, stderr } = await project.run('review', args);
      expect(code).toBe(2);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    },
  );
});

describe('review says what it could not decide', () => {
  it('a conflict, text that is gone and text that is not there yet are skipped, and not counted', async () => {
    const project = temporaryProject({
      'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es'], engine: 'identity' }),
      'source/post.md': 'One thing.\n\nAnother thing.\n',
      'source/ui.json': '{"save": "Save it now", "open": "Open it now"}',
    });
    const edit = (file: string, from: string, to: string): void =>
      project.write(file, project.read(file).replace(from, to));
    await project.translate();
    edit('locales/es/ui.json', 'Open it now', 'Abrir ya');
    await project.translate();
    edit('locales/es/ui.json', ',\n  "open": "Abrir ya"', '');
    edit('locales/es/post.json', 'One thing.', 'Una cosa.');
    edit('locales/es/post.md', 'One thing.', 'Otra.');
    edit('source/ui.json', '}', ', "new": "New text"}');

    const listed = await project.run('review', ['list', '--to', 'es']);
    expect(listed.stdout).toMatch(/ {2}error edit-conflict: edited differently in /);
    const { code, stdout, stderr } = await project.run('review', ['approve', '--to', 'es']);
    expect(code).toBe(1);
    expect(stderr).toBe('2 units approved, 3 skipped.\n');
    expect(stdout.match(/^ {2}skipped: .*/gm)).toEqual([
      '  skipped: edited differently in locales/es/post.json and locales/es/post.md: make the two equal; neither was touched',
      expect.stringMatching(/^ {2}skipped: a person's text is gone from locales\/es\/ui\.json/),
      '  skipped: has no translation yet',
    ]);
    const entries = JSON.parse((await project.run('review', ['approve', '--json', '--key', 'new'])).stdout);
    expect(entries).toMatchObject([{ key: 'new', skipped: 'has no translation yet' }]);
    const none = await project.run('review', ['approve', '--key', 'new']);
    expect(none).toMatchObject({ code: 0, stderr: '0 units approved, 1 skipped.\n' });
    const rejected = await project.run('review', ['reject', '--key', 'open']);
    expect(rejected).toMatchObject({ code: 0, stderr: '1 unit rejected.\n' });
  });
});

describe('review decides by key', () => {
  it('keys given again, with commas and with stars; one that fits nothing is an error', async () => {
    const project = temporaryProject(SOURCE);
    await project.translate();
    const approved = await project.run('review', ['approve', '--to', 'es', '--key', 'save,open', '--key', 'menu.*']);
    expect(approved).toMatchObject({ code: 0, stderr: '3 units approved.\n' });
    // What is shown is the state after the decision.
    expect(approved.stdout).toMatch(/^es ui save \(reviewed, pseudo\)$/m);
    const wrong = await project.run('review', ['approve', '--key', 'sav']);
    expect(wrong).toMatchObject({ code: 2, stderr: 'error: "sav" fits nothing in this project. Did you mean save?\n' });
    const undone = await project.run('review', ['undo']);
    expect(undone.stderr).toBe('Undone: approve: 3 units.\n3 units undone.\n');
    expect(recordLine(project, RECORD, 'save')).toMatchObject({ state: 'translated', origin: 'pseudo' });
    const rejected = await project.run('review', ['reject', '--to', 'es', '--key', 'save', '--note', 'Too short']);
    expect(rejected.stderr).toMatch(/^pseudo would make the same drafts again/);
    expect((await project.run('review', ['undo'])).code).toBe(0);
    expect(valueAt(project.json('locales/es/ui.json'), 'save')).toBeDefined();
    expect((await project.translate()).report.requests).toBe(0);
  });

  it('a state, an origin or a check that there is not is wrong usage', async () => {
    const project = temporaryProject(SOURCE);
    await project.translate();
    for (const [option, name, said] of [
      ['--state', 'Reviewed', /"Reviewed" is no state\. Say one of/],
      ['--origin', 'deep', /"deep" is no origin\. Say one of/],
      ['--check', 'tagz', /--check knows no "tagz"\. Did you mean "tags"\?/],
    ] as const) {
      for (const action of ['list', 'approve']) {
        const { code, stderr } = await project.run('review', [action, option, name]);
        expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(said) });
      }
    }
    expect((await project.run('review', ['list', '--origin', 'pseudo', '--check', 'tags'])).code).toBe(0);
  });

  it('patterns of many stars end at once on a long key', async () => {
    const key = 'a'.repeat(3000);
    const project = temporaryProject({ 'source/ui.json': JSON.stringify({ [key]: 'A text' }) });
    await project.translate();
    for (const pattern of ['*a'.repeat(12), '*'.repeat(60), '**a*'.repeat(8)]) {
      const start = performance.now();
      const wrong = await project.run('review', ['list', '--key', `${pattern}b`]);
      expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('fits nothing in this project') });
      expect((await project.run('review', ['list', '--key', pattern])).stdout).toContain(key.slice(0, 40));
      expect(performance.now() - start).toBeLessThan(30_000);
    }
  });

  it('a suggestion is taken or dismissed, and shown word by word against the source before', async () => {
    const project = temporaryProject({
      ...SOURCE,
      'glossary/terms.csv': 'concept,language,term\nsave,en,save\nsave,es,guardar\n',
    });
    await project.translate();
    await project.run('review', ['approve', '--to', 'es', '--key', 'open,menu.quit']);
    project.write(
      'source/ui.json',
      '{"save": "Save it now", "open": "Open it soon", "menu": {"quit": "Quit it soon"}}',
    );
    await project.translate();
    const listed = await project.run('review', ['list', '--to', 'es', '--state', 'stale', '--terms', '--matches']);
    expect(listed.stdout).toMatch(/^ {2}change: Open it \[-now-\]\{\+soon\+\}$/m);
    const suggestion = recordLine(project, RECORD, 'open')['suggestion'];
    const kept = valueAt(project.json('locales/es/ui.json'), 'menu.quit');
    expect((await project.run('review', ['accept', '--to', 'es', '--key', 'open'])).stderr).toBe('1 unit accepted.\n');
    expect((await project.run('review', ['dismiss', '--to', 'es', '--key', 'menu.quit'])).stderr).toBe(
      '1 unit dismissed.\n',
    );
    expect(valueAt(project.json('locales/es/ui.json'), 'open')).toBe(suggestion);
    expect(recordLine(project, RECORD, 'open')).toMatchObject({ state: 'translated', origin: 'person' });
    expect(valueAt(project.json('locales/es/ui.json'), 'menu.quit')).toBe(kept);
    expect(recordLine(project, RECORD, 'menu.quit')).not.toHaveProperty('previous');
    expect((await project.translate()).report.languages['es']).toMatchObject({ stale: 0 });
  });

  it('an approval of an error needs a waiver, which goes when the text changes', async () => {
    const project = temporaryProject({ 'source/ui.json': '{"hello": "Hello {{name}}, good day"}' });
    await project.translate();
    const edit = (text: string): void => project.write('locales/es/ui.json', `{\n  "hello": "${text}"\n}\n`);
    edit('Hola, buenos días');
    await project.translate();
    const refused = await project.run('review', ['approve', '--to', 'es', '--all']);
    expect(refused).toMatchObject({ code: 1, stderr: '0 units approved, 1 skipped.\n' });
    expect(refused.stdout).toMatch(/skipped: lacks .*name.*: correct the text, or dismiss the finding with a reason/);
    const [, rule = ''] = /^ {2}error ([\w-]+): /m.exec(refused.stdout) ?? [];
    expect((await project.run('review', ['waive', '--to', 'es', '--check', rule])).code).toBe(2);
    const waive = ['waive', '--to', 'es', '--key', 'hello', '--check', rule, '--reason', 'The name is not known here'];
    expect((await project.run('review', waive)).stderr).toBe('1 unit waived.\n');
    expect((await project.run('review', ['approve', '--to', 'es', '--all'])).code).toBe(0);
    expect((await project.run('check', ['--to', 'es'])).code).toBe(0);
    edit('Hola y buenos días');
    expect((await project.run('check', ['--to', 'es'])).code).toBe(1);
  });
});
