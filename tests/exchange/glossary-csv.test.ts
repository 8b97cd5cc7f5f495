/** The glossary through a spreadsheet: rows that nobody touched keep their bytes, in every file. */
import { describe, expect, it } from 'vitest';
import { exportSheet, importSheet, type ImportedSheet } from '../../scripts/commands/exchange/glossary-csv.ts';
import { exclusively } from '../../scripts/locales/exclusive-run.ts';
import { openProject } from '../../scripts/pipeline/see/project.ts';
import { temporaryProject, type TemporaryProject } from '../commands/temporary-project.ts';

const SOURCE = { 'source/a.json': '{"a": "x"}' };
const GLOSSARY = {
  ...SOURCE,
  'glossary/a.csv':
    'concept,language,term,note\r\ngel,en,gel,"two\nlines"\r\ngel,es,gel,\r\n\r\nminus,en,minus,\r\nminus,es,-menos,"=x"\r\n',
  'glossary/b.csv': 'language,concept,term\nen,serum,serum\nes,serum,suero',
};

async function sheetOf({ root }: TemporaryProject): Promise<string> {
  return (await exportSheet(openProject(root, process.env))).text;
}

async function taken({ root, cache }: TemporaryProject, sheet: string | Buffer): Promise<ImportedSheet> {
  const project = openProject(root, { XDG_CACHE_HOME: cache });
  return exclusively(
    project,
    () => undefined,
    (writer) => importSheet(project, 'sheet.csv', Buffer.from(sheet), writer),
  );
}

describe('a glossary in a spreadsheet', () => {
  it('comes back as it went out, and no field is a formula', async () => {
    const project = temporaryProject(GLOSSARY);
    const before = project.snapshot('glossary');
    const sheet = await sheetOf(project);
    expect(sheet).toMatch(/^\uFEFFconcept,/);
    expect(sheet).toContain("minus,es,'-menos");
    expect(sheet).toContain("'=x");
    expect(await taken(project, sheet)).toEqual({ changed: 0, added: 0, missing: 0, files: [] });
    expect(project.snapshot('glossary')).toEqual(before);
  });

  it.each([
    ['semicolons', (sheet: string) => Buffer.from(sheet.replaceAll(',', ';'))],
    ['tabs, in UTF-16', (sheet: string) => Buffer.from(sheet.replaceAll(',', '\t'), 'utf16le')],
    ['commas, without a mark', (sheet: string) => Buffer.from(sheet.slice(1))],
  ])('saved with %s: a changed, a renamed and a new row, and nothing else', async (_, saved) => {
    const project = temporaryProject(GLOSSARY);
    const sheet = (await sheetOf(project))
      .replace('gel,es,gel,,,,,,', 'gel,es,gel,geles,m,,,,')
      .replace('serum,es,suero', 'serum,es,sérum')
      .replace(/(minus,en[^\r]*\r\n)/, '$1new,en,brand new,,,,,,\r\n');
    expect(await taken(project, saved(sheet))).toMatchObject({ changed: 2, added: 1, missing: 0 });
    expect(project.read('glossary/b.csv')).toBe('language,concept,term\nen,serum,serum\nes,serum,sérum\n');
    expect(project.read('glossary/a.csv')).toBe(
      'concept,language,term,note,plural,gender\r\ngel,en,gel,"two\nlines",,\r\ngel,es,gel,,geles,m\r\n\r\nminus,en,minus,,,\r\nminus,es,-menos,"=x",,\r\nnew,en,brand new,,,\r\n',
    );
  });

  it('rows that are gone stay, and a glossary that would have an error is not written', async () => {
    const project = temporaryProject(GLOSSARY);
    const before = project.snapshot('glossary');
    const sheet = await sheetOf(project);
    expect(await taken(project, sheet.replace(/minus,es[^\r]*\r\n/, ''))).toMatchObject({ changed: 0, missing: 1 });
    await expect(taken(project, `${sheet}gel,qqqqq,gel,,,,,,\r\n`)).rejects.toThrow('language');
    await expect(taken(project, 'word,language\na,b\n')).rejects.toThrow('lacks the column');
    expect(project.snapshot('glossary')).toEqual(before);
  });

  it('makes a first glossary', async () => {
    const project = temporaryProject(SOURCE);
    await taken(project, 'concept;language;term\ngel;en;gel\ngel;es;gel\n');
    expect(project.read('glossary/sheet.csv')).toMatch(/^concept,language,term,.*\ngel,en,gel,.*\ngel,es,gel,/);
  });
});
