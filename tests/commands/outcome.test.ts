/** What a run says of itself: numbers, failures, exit codes. */
import { describe, expect, it } from 'vitest';
import { temporaryProject } from './project-in-process.ts';
import { recordLine } from './temporary-project.ts';

const CONFIGURATION = (engine: unknown, more: object = {}): string =>
  JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es', 'it'], engine, ...more });

const STRINGS = { 'source/ui.json': '{"a": "Save the file now. Old words.", "b": "Close"}' };

function edit(project: ReturnType<typeof temporaryProject>, file: string, from: string, to: string): void {
  const text = project.read(file);
  expect(text).toContain(from);
  project.write(file, text.replace(from, to));
}

describe('the numbers of a run', () => {
  const add = (counts: Readonly<Record<string, number>>): number =>
    ['unchanged', 'memory', 'machine', 'failed'].reduce((sum, name) => sum + (counts[name] ?? 0), 0);

  it('add up with --to, --only, --dry-run, copied and returning text', async () => {
    const project = temporaryProject({ ...STRINGS, 'source/post.md': 'One thing.\n', 'source/e.json': '{"e": ""}' });
    const steps: readonly (readonly [string[], number])[] = [
      [['--dry-run'], 4],
      [['--to', 'es'], 4],
      [['--only', 'post.md'], 1],
      [['--to', 'it', '--only', 'ui'], 2],
      [[], 4],
      [[], 4],
    ];
    for (const [args, units] of steps) {
      const { report } = await project.translate(...args);
      for (const counts of Object.values(report.languages)) {
        expect(counts['units']).toBe(units);
        expect(add(counts)).toBe(units);
      }
      if (args[0] === '--to') expect(Object.keys(report.languages)).toEqual([args[1]]);
    }
  });
});

describe('a failure that is over', () => {
  it('leaves no finding behind when the source returns', async () => {
    const project = temporaryProject(STRINGS);
    await project.translate();
    edit(project, 'source/ui.json', 'Close', 'Close all');
    project.write('l10n.config.json', CONFIGURATION('libretranslate'));
    expect((await project.translate()).code).toBe(2);
    edit(project, 'source/ui.json', 'Close all', 'Close');
    expect((await project.translate()).code).toBe(0);
    expect(recordLine(project, 'locales/.review/es/ui.json', 'b')).not.toHaveProperty('findings');
  });

  it('of one engine is no failure of the run where the next one does its work', async () => {
    const project = temporaryProject(STRINGS);
    project.write('l10n.config.json', CONFIGURATION({ default: ['deepl', 'identity'], IT: 'pseudo' }));
    const closed = { DEEPL_AUTH_KEY: 'none:fx', DEEPL_SERVER_URL: 'http://127.0.0.1:9' };
    const { code, stdout, stderr } = await project.run('translate', ['--json'], closed);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      failed: [],
      errors: [],
      languages: { es: { machine: 2 }, it: { engine: 'pseudo' } },
    });
    expect(stderr.match(/^es: DeepL: /gm)).toHaveLength(1);
    expect(recordLine(project, 'locales/.review/es/ui.json', 'a')).toMatchObject({ origin: 'identity' });
  });
});

describe('check --allow missing,stale', () => {
  it('passes new, changed and renamed articles, and counts units only', async () => {
    const article = 'One thing.\n\nAnother thing.\n';
    const project = temporaryProject({ 'source/post.md': article });
    const check = () => project.run('check', ['--allow', 'missing,stale']);
    expect(await check()).toMatchObject({ code: 0, stderr: expect.stringContaining('4 missing, 0 stale') });
    await project.translate();
    project.write('source/post.md', `${article}\nA whole new paragraph.\n`);
    expect(await check()).toMatchObject({ code: 0, stderr: expect.stringContaining('2 missing, 0 stale') });
    project.write('source/other.md', article);
    project.remove('source/post.md');
    expect(await check()).toMatchObject({ code: 0, stderr: expect.stringContaining('0 missing, 2 stale') });
    expect((await project.run('check')).code).toBe(1);
  });
});

describe('control characters in text', () => {
  it('reach no terminal', async () => {
    const project = temporaryProject({ 'source/ui.json': '{"a\\u001b[31m": "Save {{x}} \\u001b[2Jnow"}' });
    await project.translate();
    project.write('locales/es/ui.json', '{"a\\u001b[31m": "Gu"}');
    expect((await project.run('check')).stdout).toMatch(/^error placeholders: /m);
    for (const command of [['check'], ['review', 'list']]) {
      const { stdout, stderr } = await project.run(command[0] ?? '', command.slice(1));
      expect(stdout + stderr).not.toContain('\u001b');
    }
  });
});

describe('a project without source/', () => {
  it.each(['translate', 'check', 'status', 'render'])(
    'is a configuration error of %s, never "up to date"',
    async (command) => {
      const { code, stdout, stderr } = await temporaryProject().run(command);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toBe(
        'error: source: the project has no folder source/. Create it and put the articles and strings there, or name the project with --root.\n',
      );
    },
  );

  it('with an empty source/ has nothing to do', async () => {
    const { code, stdout } = await temporaryProject({ 'source/.gitkeep': '' }).run('translate');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Nothing to do/m);
  });
});

describe('--only', () => {
  it('that names nothing is wrong usage', async () => {
    const { code, stderr } = await temporaryProject(STRINGS).run('translate', ['--only', 'nothing']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: --only nothing names no file/);
  });
});
