import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryProject } from './project-in-process.ts';

const GOOD = { 'source/good.md': 'A good article.\n' };
const isRoot = process.getuid?.() === 0;

describe('one bad file stops one file', () => {
  it.each([
    [
      'malformed front matter',
      'source/bad.md',
      '---\ntitle: "open\ntags: [a\n---\n\nText.\n',
      /^error: source\/bad\.md:[2345]: /m,
    ],
    [
      'a language that nobody knows',
      'source/bad.md',
      '---\nlang: xq\n---\n\nText.\n',
      /^error: source\/bad\.md.*"xq" is no known language/m,
    ],
    [
      'front matter that would run code',
      'source/bad.md',
      '---js\n{ title: process.exit() }\n---\nText.\n',
      /^error: source\/bad\.md:1: /m,
    ],
    ['truncated JSON', 'source/bad.json', '{"a": "b",\n"c": "d', /^error: source\/bad\.json:2/m],
    ['a duplicate key', 'source/bad.json', '{"a": "b",\n"a": "c"}', /^error: source\/bad\.json:2/m],
    ['bytes that are no UTF-8', 'source/bad.txt', 'latin', /^error: source\/bad\.txt:2: is not UTF-8/m],
    ['a colon in the path', 'source/a:b.md', 'Text.\n', /^error: source\/a:b\.md: a colon/m],
    [
      'a namespace that is taken',
      'source/Good.md',
      'Text.\n',
      /^error: source\/good\.md: has the same namespace as source\/Good\.md/m,
    ],
  ])('%s', async (name, file, text, message) => {
    const project = temporaryProject({ ...GOOD, 'source/other.md': 'Another one.\n' });
    project.write(file, text);
    if (name.startsWith('bytes')) {
      const { writeFileSync } = await import('node:fs');
      writeFileSync(join(project.root, file), Buffer.from([0x61, 0x0a, 0xe9, 0x0a]));
    }
    const { code, stderr, report } = await project.translate();
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(report.languages['es']).toMatchObject({ failed: 0 });
    expect(project.exists('locales/es/other.md')).toBe(true);
  });

  it('a termbase row without a required column is an error of that row; everything else is done', async () => {
    const project = temporaryProject({
      ...GOOD,
      'glossary/terms.csv': 'concept,language,term\nserum,en,serum\nserum,es,\ncell,en,cell\ncell,es,célula\n',
    });
    const { code, stderr } = await project.translate();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: glossary\/terms\.csv:3: /m);
    expect(project.exists('locales/es/good.md')).toBe(true);
    expect((await project.translate()).code).toBe(1);
  });

  it('a termbase without a required column names the file and its first line', async () => {
    const project = temporaryProject({ ...GOOD, 'glossary/terms.csv': 'concept,language,trem\nserum,en,serum\n' });
    const { code, stderr } = await project.translate();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: glossary\/terms\.csv:1: .*term/m);
  });
});

describe('what cannot run at all', () => {
  it('a missing engine is exit 2, and what was there stays', async () => {
    const project = temporaryProject(GOOD);
    await project.translate();
    project.write('source/good.md', 'A good article, changed.\n');
    const before = project.read('locales/es/good.json');
    const { code, stderr } = await project.translate('--engine', 'deepl');
    expect(code).toBe(2);
    expect(stderr).toMatch(/DEEPL_AUTH_KEY/);
    expect(project.read('locales/es/good.json')).toBe(before);
  });

  it('an unknown language, engine or option is exit 2 with the nearest name', async () => {
    const project = temporaryProject(GOOD);
    for (const [args, message] of [
      [['--to', 'xx'], /"xx" is no language of this project/],
      [['--engine', 'apertum'], /Did you mean apertium\?/],
      [['--langauge', 'es'], /langauge/],
      [['--max-characters', 'many'], /whole number/],
    ] as const) {
      const { code, stderr } = await project.run('translate', args);
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  it.runIf(!isRoot)('a locales folder that cannot be written is exit 2', async () => {
    const project = temporaryProject({ ...GOOD, 'locales/.keep': '' });
    chmodSync(join(project.root, 'locales'), 0o500);
    const { code, stderr } = await project.run('translate');
    chmodSync(join(project.root, 'locales'), 0o700);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: locales\/.* cannot be written/m);
  });

  it('a file where the locales folder should be is exit 2 for root, too', async () => {
    const project = temporaryProject({ ...GOOD, locales: 'a file' });
    const { code, stderr } = await project.run('translate');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: locales: is no folder/m);
    expect(project.read('locales')).toBe('a file');
  });

  it('a symbolic link out of the project is refused', async () => {
    const { symlinkSync, mkdirSync } = await import('node:fs');
    const project = temporaryProject(GOOD);
    mkdirSync(join(project.root, 'locales'));
    symlinkSync('/tmp', join(project.root, 'locales/es'));
    const { code, stderr, report } = await project.translate();
    expect(code).toBe(1);
    expect(stderr).toMatch(/leads outside the project/);
    expect(report.languages['it']).toMatchObject({ machine: 1 });
  });

  it.each(['locales/es/good.json', 'locales/es'])(
    'a symbolic link to nowhere is refused, and only what it stands for: %s',
    async (link) => {
      const { symlinkSync, mkdirSync } = await import('node:fs');
      const project = temporaryProject(GOOD);
      mkdirSync(join(project.root, link, '..'), { recursive: true });
      symlinkSync(join(project.root, '../nowhere/at-all'), join(project.root, link));
      const { code, stderr, report } = await project.translate();
      expect(code).toBe(1);
      expect(stderr).toContain('leads outside the project');
      expect(report.languages['it']).toMatchObject({ machine: 1 });
      expect(project.exists('locales/it/good.md')).toBe(true);
      expect(project.exists('locales/es/good.md')).toBe(false);
    },
  );
});
