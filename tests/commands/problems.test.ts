/** A run that ends with exit 1 says what is wrong, where, and what to do; every time, until it is mended. */
import { describe, expect, it } from 'vitest';
import { temporaryProject } from './project-in-process.ts';
import type { TemporaryProject } from './temporary-project.ts';

const FILES = {
  'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es'], engine: 'identity' }),
  'source/ui.json': '{"save": "Save {{name}} now", "open": "Open it now"}',
  'source/post.md': 'One thing.\n\nAnother thing.\n',
};

async function translated(): Promise<TemporaryProject> {
  const project = temporaryProject(FILES);
  expect((await project.translate()).code).toBe(0);
  return project;
}

function edit(project: TemporaryProject, file: string, from: string, to: string): void {
  expect(project.read(file)).toContain(from);
  project.write(file, project.read(file).replace(from, to));
}

/** What a run says, twice: the second has nothing to do, and the same is wrong. */
async function saidTwice(project: TemporaryProject, line: string, problem: object): Promise<void> {
  for (const run of ['the first', 'the second']) {
    const { code, report } = await project.translate();
    expect(code, run).toBe(1);
    expect(report, run).toMatchObject({ failed: [], problems: [problem] });
    const text = await project.run('translate');
    expect(text.code, run).toBe(1);
    expect(text.stdout.split('\n'), run).toContain(line);
    expect(text.stdout, run).toMatch(/Nothing was translated\. Texts that need a person: 1, see above\.\n$/);
    expect(text.stdout, run).not.toContain('up to date');
    expect((await project.run('translate', ['--dry-run'])).stdout.split('\n'), run).toContain(line);
  }
}

describe('translate says', () => {
  it('an edit conflict, with both files', async () => {
    const project = await translated();
    edit(project, 'locales/es/post.json', 'One thing.', 'Una cosa.');
    edit(project, 'locales/es/post.md', 'One thing.', 'Otra.');
    const message =
      'edited differently in locales/es/post.json and locales/es/post.md: make the two equal; neither was touched';
    const [file, key, language] = ['locales/es/post.json', 'body.lead.p1', 'es'];
    await saidTwice(project, `error edit-conflict: ${file}: [es] ${key}: ${message}`, {
      file,
      key,
      language,
      check: 'edit-conflict',
      message,
    });
  });

  it('a person’s text that is gone', async () => {
    const project = await translated();
    edit(project, 'locales/es/ui.json', 'Open it now', 'Abrir ya');
    await project.translate();
    edit(project, 'locales/es/ui.json', ',\n  "open": "Abrir ya"', '');
    const message =
      "a person's text is gone from locales/es/ui.json: restore it from git, or give it up with review reject";
    await saidTwice(project, `error deleted: locales/es/ui.json: [es] open: ${message}`, { key: 'open', message });
  });

  it('a placeholder that a person lost', async () => {
    const project = await translated();
    edit(project, 'locales/es/ui.json', 'Save {{name}} now', 'Guardar ya');
    await project.translate();
    await saidTwice(
      project,
      'error placeholders: locales/es/ui.json: [es] save: lacks {{name}}. Correct the text there.',
      {
        key: 'save',
        check: 'placeholders',
        message: 'lacks {{name}}',
        remedy: 'Correct the text there.',
      },
    );
    edit(project, 'locales/es/ui.json', 'Guardar ya', 'Guardar {{name}} ya');
    expect(await project.translate()).toMatchObject({ code: 0, report: { problems: [] } });
    expect((await project.run('translate')).stdout).toMatch(/^Nothing to do: every unit is up to date\.$/m);
  });

  it('only what was asked for', async () => {
    const project = temporaryProject({
      ...FILES,
      'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine: 'identity' }),
    });
    await project.translate();
    edit(project, 'locales/es/ui.json', 'Save {{name}} now', 'Guardar ya');
    await project.translate();
    expect(await project.translate('--to', 'it')).toMatchObject({ code: 0, report: { problems: [] } });
    expect(await project.translate('--only', 'post.md')).toMatchObject({ code: 0, report: { problems: [] } });
    expect(await project.translate()).toMatchObject({ code: 1, report: { problems: [{ language: 'es' }] } });
  });

  it('what is wrong once where a unit could not be made', async () => {
    const project = temporaryProject({ ...FILES, 'source/post.md': 'One thing.\n' });
    const { report } = await project.translate('--max-characters', '0');
    expect(report.failed.length).toBe(3);
    expect(report).toMatchObject({ problems: [] });
  });
});

describe('warnings of source files', () => {
  const SOURCES = {
    'source/page.html':
      '<p lang="klingon">Good day</p>\n\n<table><tr><td>One</td></tr> stray words <tr></tr></table>\n',
    'source/ui.json': '{\n  "open": "Open {{name now"\n}\n',
  };

  it('are told by translate, once a file, and change no exit code', async () => {
    const project = temporaryProject({ ...SOURCES, 'source/plain.txt': 'Nothing is wrong here.\n' });
    const { code, stdout } = await project.run('translate');
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => line.startsWith('warning'))).toEqual([
      'warning: source/page.html:1: lang="klingon" is no known language: it is not heeded.',
      'warning: source/page.html:3: Tags overlap here, or text stands between table rows: it is not translated.',
      'warning: source/ui.json:2: open: a placeholder "{{" is not closed',
    ]);
    const { report } = await project.translate('--redo', '--only', 'ui.json');
    expect(report).toMatchObject({
      warnings: [{ file: 'source/ui.json', line: 2, message: 'open: a placeholder "{{" is not closed' }],
    });
  });

  it('are told by check in all its formats, and --strict counts them', async () => {
    const project = temporaryProject(SOURCES);
    await project.translate();
    const { code, stdout, stderr } = await project.run('check');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^warning source: source\/page\.html:1: lang="klingon" is no known language/m);
    expect(stderr).toContain('0 errors, 3 warnings');
    const { faults } = JSON.parse((await project.run('check', ['--format', 'json'])).stdout);
    expect(faults).toHaveLength(3);
    expect(faults[2]).toMatchObject({ kind: 'source', severity: 'warning', file: 'source/ui.json', line: 2 });
    const github = await project.run('check', ['--format', 'github']);
    expect(github.stdout).toMatch(/^::warning file=source\/page\.html,line=3,title=source::Tags overlap here/m);
    expect((await project.run('check', ['--strict'])).code).toBe(1);
    expect((await project.run('check', ['--strict', '--allow', 'source'])).code).toBe(0);
  });
});
