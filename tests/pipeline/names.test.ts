/** Files and keys may be called anything: names are data, never patterns, paths or properties. */
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';
import { recordLine, valueAt } from '../commands/temporary-project.ts';

const NFD = 'cafe\u0301';
const NFC = 'caf\u00e9';

/** Source path without `source/` -> namespace. */
const NAMES: readonly (readonly [file: string, namespace: string])[] = [
  ['blog/[slug].md', 'blog/[slug]'],
  ['blog/[...rest].md', 'blog/[...rest]'],
  ['blog/s.md', 'blog/s'],
  ['{a,b}.md', '{a,b}'],
  ['a.md', 'a'],
  ['!not.md', '!not'],
  ['star*.md', 'star*'],
  ['starry.md', 'starry'],
  ['what?.md', 'what?'],
  ['(group)/page.md', '(group)/page'],
  ['@(x|y).md', '@(x|y)'],
  ['name with spaces.md', 'name with spaces'],
  ['日本語/記事.md', '日本語/記事'],
  ['статья.txt', 'статья'],
  [`${NFD}.md`, NFC],
  ['v1.2.notes.md', 'v1.2.notes'],
  ['__proto__.json', '__proto__'],
  ['constructor/toString.html', 'constructor/toString'],
  ['-dash.md', '-dash'],
  ['back\\slash.md', 'back\\slash'],
  ['quote\'n"double.md', 'quote\'n"double'],
  ['$HOME.md', '$HOME'],
  ['UPPER.MD', 'UPPER'],
];

function textFor(file: string): string {
  const words = `Words of file number ${NAMES.findIndex(([name]) => name === file)}`;
  if (file.endsWith('.json')) return JSON.stringify({ a: words });
  return file.endsWith('.html') ? `<p>${words}</p>\n` : `${words}\n`;
}

function sourceFiles(): Record<string, string> {
  return Object.fromEntries(NAMES.map(([file]) => [`source/${file}`, textFor(file)]));
}

describe('names of files', () => {
  it('any script, spaces, dots, brackets and names of properties: each file has its own bundle', async () => {
    const project = temporaryProject(sourceFiles());
    const { code, report, stderr } = await project.translate();
    expect(stderr).not.toMatch(/error/);
    expect(code).toBe(0);
    expect(report.languages['es']).toMatchObject({ units: NAMES.length, failed: 0 });
    for (const [file, namespace] of NAMES) {
      const number = String(NAMES.findIndex(([name]) => name === file));
      expect(project.read(`locales/es/${namespace}.json`), file).toContain(` ${number}`);
      expect(project.exists(`locales/.review/es/${namespace}.json`), file).toBe(true);
      const extension = file.slice(file.lastIndexOf('.'));
      if (extension !== '.json')
        expect(project.read(`locales/es/${namespace}${extension}`), file).toContain(` ${number}`);
    }
    const before = project.snapshot('locales');
    expect((await project.translate()).report.requests).toBe(0);
    expect(project.snapshot('locales')).toEqual(before);
    expect((await project.run('check')).stdout).toBe('');
  });

  it('--only takes a name that is a file for that file, and patterns for patterns', async () => {
    const project = temporaryProject(sourceFiles());
    const made = async (pattern: string): Promise<string[]> => {
      project.remove('locales');
      const { code, stderr } = await project.translate('--only', pattern);
      expect(stderr, pattern).not.toMatch(/error/);
      expect(code, pattern).toBe(0);
      return NAMES.filter(([, namespace]) => project.exists(`locales/es/${namespace}.json`)).map(([file]) => file);
    };
    const literal = ['blog/[slug].md', '{a,b}.md', 'star*.md', '!not.md'];
    for (const file of [...literal, `${NFD}.md`]) expect(await made(file)).toEqual([file]);
    expect(await made('source/blog/[slug].md')).toEqual(['blog/[slug].md']);
    expect(await made('blog/[slug]')).toEqual(['blog/[slug].md']);
    expect(await made(NFC)).toEqual([`${NFD}.md`]);
    expect(await made('日本語/**')).toEqual(['日本語/記事.md']);
    expect(await made('blog/*')).toEqual(['blog/[slug].md', 'blog/[...rest].md', 'blog/s.md']);
  }, 120_000);

  it('two files with one namespace: the first by path is used, each other one is an error that names it', async () => {
    const project = temporaryProject({
      'source/about.html': '<p>The page</p>\n',
      'source/about.md': 'The article\n',
      'source/About.md': 'The article in capitals\n',
      [`source/${NFC}.md`]: 'One coffee\n',
      [`source/${NFD}.md`]: 'Another coffee\n',
      'source/a:b.md': 'A colon\n',
      'source/c:d/e.md': 'A colon in a folder\n',
      'source/good.md': 'A good one\n',
    });
    const { code, report, stderr } = await project.translate();
    expect(code).toBe(1);
    const errors = stderr.split('\n').filter((line) => line.startsWith('error: '));
    expect(errors).toHaveLength(5);
    expect(stderr).toMatch(/^error: source\/about\.html: .* source\/About\.md/m);
    expect(stderr).toMatch(/^error: source\/about\.md: .* source\/About\.md/m);
    expect(stderr).toContain(`error: source/${NFC}.md: has the same namespace as source/${NFD}.md`);
    expect(stderr).toMatch(/^error: source\/a:b\.md: a colon/m);
    expect(stderr).toMatch(/^error: source\/c:d\/e\.md: a colon/m);
    expect(report.languages['es']).toMatchObject({ units: 3, machine: 3 });
    expect(project.read('locales/es/About.md')).toContain('çåþîţåļš');
    expect(project.exists('locales/es/about.html')).toBe(false);
    expect((await project.run('check')).code).toBe(1);
  });
});

describe('names of keys', () => {
  const SOURCE =
    '{"__proto__": "Polluted", "constructor": {"prototype": "A builder", "name": "Its name"}, "toString": "Text",' +
    ' "hasOwnProperty": "Own", "length": "Long", "a": {"__proto__": {"admin": "Yes"}}, "": "No name", "0": "Zero"}';

  it('`__proto__` and `constructor` are keys like others, in bundles, records and i18next', async () => {
    const project = temporaryProject({ 'source/ui.json': SOURCE });
    expect((await project.translate()).code).toBe(0);
    for (const key of [
      '__proto__',
      'constructor.prototype',
      'toString',
      'hasOwnProperty',
      'a.__proto__.admin',
      '',
      '0',
    ]) {
      expect(valueAt(project.json('locales/es/ui.json'), key), key).toMatch(/^⟦/);
      expect(recordLine(project, 'locales/.review/es/ui.json', key)).toMatchObject({ state: 'translated' });
    }
    const before = project.snapshot('locales');
    expect((await project.translate()).report.requests).toBe(0);
    expect(project.snapshot('locales')).toEqual(before);

    project.write(
      'locales/es/ui.json',
      project.read('locales/es/ui.json').replace(/("__proto__": )"⟦Þ[^"]*"/, '$1"De todos"'),
    );
    expect((await project.translate()).code).toBe(0);
    expect(recordLine(project, 'locales/.review/es/ui.json', '__proto__')).toMatchObject({ origin: 'person' });
    expect((await project.run('check')).code).toBe(0);

    const i18n = createInstance();
    await i18n.init({ lng: 'es', resources: { es: { ui: project.json('locales/es/ui.json') } }, defaultNS: 'ui' });
    expect(i18n.t('constructor.name')).toBe('⟦Îţš ñåɱé·⟧');
  });

  it('in front matter they are data, too', async () => {
    const head =
      '---\ntitle: A title\n__proto__:\n  title: Not that\nconstructor: Neither\nseo:\n  __proto__: Words here\n---\n';
    const project = temporaryProject({ 'source/a.md': `${head}\nText.\n` });
    const { code } = await project.translate();
    expect(code).toBe(0);
    expect(project.read('locales/es/a.md')).toMatch(
      /^---\ntitle: ⟦.*\n__proto__:\n  title: Not that\nconstructor: Neither\nseo:\n  __proto__: .*\n---\n\n⟦/,
    );
    expect((await project.translate()).report.requests).toBe(0);
  });
});
