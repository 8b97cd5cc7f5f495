/** The sample article, translated by the real engine: the same bytes as committed, every term right. */
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY, runCommand, temporaryProject } from '../commands/temporary-project.ts';

const LANGUAGES = ['es', 'it', 'fr', 'pt-BR', 'ca', 'gl'];
/** Languages that people have reviewed: what an engine makes of them is another text. */
const REVIEWED = /\/(?:es|it)\//;

function textsOf(root: string): Map<string, string> {
  const folder = join(root, 'locales');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .toSorted()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );
}

function copyOfRepository(withLocales: boolean) {
  const project = temporaryProject();
  for (const part of ['source', 'glossary', 'l10n.config.json', ...(withLocales ? ['locales'] : [])]) {
    cpSync(join(REPOSITORY, part), join(project.root, part), { recursive: true });
  }
  return project;
}

describe('the article', () => {
  it('holds every word of the author’s text', () => {
    const words = (text: string): string => text.replace(/[\s#"]+/g, ' ').trim();
    const article = readFileSync(join(REPOSITORY, 'source/esosomi.md'), 'utf8');
    const body = article.split(/^---$/m)[2] ?? '';
    expect(words(body)).toContain(
      'In short, exosomes aren’t a fountain of youth, but they do represent a step forward',
    );
    expect(words(body).split(' ').length).toBe(372);
    expect(article).toContain('title: "Esosomi: the new magic word in skincare"\n');
    expect(article).toContain('description: A new frontier of skincare or just another passing trend?\n');
  });

  it('comes out of an empty locales/ as it is committed, byte for byte', async () => {
    const project = copyOfRepository(false);
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(Object.keys(report.languages)).toEqual(LANGUAGES);
    const drafts = (root: string) => [...textsOf(root)].filter(([path]) => !REVIEWED.test(path));
    expect(drafts(project.root)).toEqual(drafts(REPOSITORY));
  });

  it('comes out of --redo as it is committed, reviewed texts too, and without it nothing is to do', async () => {
    const project = copyOfRepository(true);
    const { report } = await project.translate();
    expect(report).toMatchObject({ requests: 0, characters: 0 });
    const { code } = await project.translate('--redo');
    expect(code).toBe(0);
    expect(textsOf(project.root)).toEqual(textsOf(REPOSITORY));
  });

  it('has every term right in every language, counted by check', async () => {
    const { code, stdout } = await runCommand('check', ['--root', REPOSITORY, '--json'], {});
    expect(code).toBe(0);
    const { languages, faults } = JSON.parse(stdout);
    for (const language of LANGUAGES) {
      expect(languages[language].terms, language).toEqual({ required: 26, found: 26 });
      expect(languages[language]).toMatchObject({ units: 9, translated: 9, missing: 0, stale: 0 });
    }
    expect(faults.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  });

  it('agrees in number and gender around its terms, and begins its titles with a capital', () => {
    const bundle = (language: string): string =>
      readFileSync(join(REPOSITORY, 'locales', language, 'esosomi.json'), 'utf8');
    const expected: Record<string, readonly RegExp[]> = {
      es: [
        /"title": "Exosomas: /,
        /Los exosomas son /,
        /los exosomas no son /,
        /los exosomas pueden /,
        /marcas de cuidado de la piel/,
      ],
      it: [
        /"title": "Esosomi: /,
        /Gli esosomi sono /,
        /gli esosomi non sono /,
        /gli esosomi possono /,
        /marchi di skincare/,
      ],
      fr: [
        /"title": "Exosomes\u00A0: /,
        /Les exosomes sont /,
        /les exosomes (?:ils )?ne sont pas /,
        /les exosomes peuvent /,
      ],
      'pt-BR': [/"title": "Exossomos: /, /Os exossomos são /, /os exossomos não são /, /os exossomos podem /],
      ca: [/"title": "Exosomes: /, /Els exosomes són /, /els exosomes no són /, /els exosomes poden /],
      gl: [/"title": "Exosomas: /, /Os exosomas son /, /os exosomas non son /, /os exosomas poden /],
    };
    for (const language of LANGUAGES)
      for (const form of expected[language] ?? []) expect(bundle(language)).toMatch(form);
    expect(bundle('es')).not.toMatch(/exosomas Es/);
  });
});
