/** A formatter, or git on Windows, over all of `locales/`: nobody translated anything, so nothing is an edit. */
import { extname } from 'node:path';
import { format, type Options } from 'prettier';
import { describe, expect, it } from 'vitest';
import { siteFiles } from './site-project.ts';
import { recordLine, temporaryProject, valueAt, type TemporaryProject } from '../commands/temporary-project.ts';

const PARSERS: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.mdx': 'mdx',
  '.html': 'html',
  '.json': 'json',
};

async function translated(): Promise<TemporaryProject> {
  const files = siteFiles(0, 'pseudo', ['es']);
  // Prettier itself destroys it: it folds bare JSON front matter and marks into the lines around them.
  files.delete('source/docs/marks.md');
  const project = temporaryProject(Object.fromEntries(files));
  expect((await project.translate()).code).toBe(0);
  return project;
}

/** @returns how many files now have other bytes. */
async function formatLocales(project: TemporaryProject, options: Options): Promise<number> {
  let changed = 0;
  for (const name of project.snapshot('locales').keys()) {
    const parser = PARSERS[extname(name)];
    // Where it wraps lines, Prettier takes the fences of a directive without empty lines for text and breaks it.
    const isBroken = name.endsWith('directives.md') && options.proseWrap !== undefined;
    if (parser === undefined || isBroken) continue;
    const text = project.read(`locales/${name}`);
    const formatted = await format(text, { ...options, parser });
    if (formatted === text) continue;
    project.write(`locales/${name}`, formatted);
    changed++;
  }
  return changed;
}

async function expectNothingToDo(project: TemporaryProject): Promise<void> {
  const before = project.snapshot('locales');
  const { code, report, stderr } = await project.translate();
  expect(stderr).not.toMatch(/error/);
  expect(code).toBe(0);
  expect(report.requests).toBe(0);
  for (const counts of Object.values(report.languages)) {
    expect(counts).toMatchObject({ unchanged: counts['units'], human: 0, stale: 0, failed: 0 });
  }
  expect(project.snapshot('locales')).toEqual(before);
}

async function expectChecked(project: TemporaryProject): Promise<void> {
  const { code, stdout } = await project.run('check');
  expect(stdout).toBe('');
  expect(code).toBe(0);
}

describe('a formatter over locales/', () => {
  it('whatever its options: no state changes and no file is written', async () => {
    const project = await translated();
    const optionSets: Options[] = [
      {},
      { tabWidth: 4, proseWrap: 'always', printWidth: 60, singleQuote: true },
      { useTabs: true, proseWrap: 'never', printWidth: 200, endOfLine: 'crlf' },
      { singleAttributePerLine: true, bracketSameLine: true, htmlWhitespaceSensitivity: 'strict', semi: false },
    ];
    for (const options of optionSets) {
      expect(await formatLocales(project, options)).toBeGreaterThan(10);
      await expectNothingToDo(project);
    }
    await expectChecked(project);
  }, 120_000);

  it('a checkout with Windows line ends changes nothing either', async () => {
    const project = await translated();
    for (const name of project.snapshot('locales').keys()) {
      project.write(`locales/${name}`, project.read(`locales/${name}`).replaceAll('\n', '\r\n'));
    }
    await expectNothingToDo(project);
    await expectChecked(project);
  });

  it('an edit in a formatted file is heard, and both files keep their layout', async () => {
    const project = await translated();
    await formatLocales(project, { tabWidth: 4, singleQuote: true, useTabs: true });
    const article = 'locales/es/docs/guide.md';
    const strings = 'locales/es/ui/common.json';
    const bundle = 'locales/es/docs/guide.json';
    const before = { article: project.read(article), bundle: project.read(bundle) };
    const editedArticle = before.article.replace('⟦ţéñ⟧', 'diez');
    const editedStrings = project.read(strings).replace(/"Pour|"⟦Þöûŕ /, '"Vierta ');
    expect(editedStrings).toMatch(/\["Vierta .*, ".*"\]/);
    project.write(article, editedArticle);
    project.write(strings, editedStrings);

    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.requests).toBe(0);
    expect(report.languages['es']).toMatchObject({ human: 2 });
    expect(project.read(article)).toBe(editedArticle);
    expect(project.read(strings)).toBe(editedStrings);
    const key = 'body.setext-heading-here.li8';
    expect(valueAt(project.json(bundle), key)).toBe('diez');
    expect(project.read(bundle)).toBe(before.bundle.replace('⟦ţéñ⟧', 'diez'));
    expect(recordLine(project, 'locales/.review/es/docs/guide.json', key)).toMatchObject({ state: 'translated' });
  });

  it('a changed source reaches formatted files without undoing their layout', async () => {
    const project = await translated();
    await formatLocales(project, { useTabs: true, singleQuote: true });
    const article = 'locales/es/docs/guide.md';
    const before = project.read(article);
    const strings = project.read('locales/es/ui/common.json');
    project.write('source/docs/guide.md', project.read('source/docs/guide.md').replace('10) ten', '10) a dozen'));
    project.write('source/ui/common.json', project.read('source/ui/common.json').replace('"Warm"', '"Heat"'));
    expect((await project.translate()).code).toBe(0);
    expect(project.read(article)).toBe(before.replace('⟦ţéñ⟧', '⟦å ðöžéñ·⟧'));
    expect(project.read('locales/es/ui/common.json')).toBe(strings.replace('⟦Ŵåŕɱ⟧', '⟦Ĥéåţ⟧'));
  });
});
