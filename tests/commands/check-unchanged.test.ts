/**
 * Files that are as the last run left them, judged by other checks or terms: what `check` tells without parsing source and
 * article is what it tells when it reads all of them.
 */
import { expect, it } from 'vitest';
import { temporaryProject, type TemporaryProject } from './temporary-project.ts';

const ARTICLE = `---
title: The exosome
description: Vesicles of 30 to 100 nanometres.
---

# Exosomes

See [the list](https://example.org/list) of *all* 12 vesicles & \`code\`.

<div>Text in <strong>markup</strong> of the page.</div>

- One exosome
- Two exosomes, three lasers

| Name | Size |
| ---- | ---- |
| A    | 3 mm |
`;
const FILES = {
  'source/article.md': ARTICLE,
  'source/page.html':
    '<!doctype html>\n<html lang="en"><head><title>A laser</title></head><body><p title="A tip">The <b>laser</b> has 3 parts.</p></body></html>\n',
  'source/notes.txt': 'A first note on the laser.\n\nA second one.\n',
  'source/component.mdx': 'import { A } from "./a";\n\n# Title {1 + 1}\n\n<A>The laser of **today**.</A>\n',
  'source/app.json': JSON.stringify({
    open: 'Open {{name}}',
    file_one: '{{count}} file',
    file_other: '{{count}} files',
    size: 12,
    list: ['a laser', 'b'],
  }),
  'source/own.md': '---\ntitle: Esosomi\nl10n:\n  lang:\n    title: it\n---\n\nA text of the laser.\n',
};

async function translated(files: Readonly<Record<string, string>> = {}): Promise<TemporaryProject> {
  const project = temporaryProject({ ...FILES, ...files });
  expect((await project.translate()).code).toBe(0);
  return project;
}

const records = (project: TemporaryProject): string[] =>
  [...project.snapshot('locales/.review').keys()].map((name) => `locales/.review/${name}`);

/** What `check` says with seals that fit, and with none, so that everything is read. */
async function both(project: TemporaryProject): Promise<{ sealed: string; read: string; code: number | null }> {
  const sealed = await project.run('check', ['--json']);
  for (const file of records(project)) project.write(file, project.read(file).replace(/,"seal":"[\w-]{40}"/g, ''));
  const read = await project.run('check', ['--json']);
  expect(read.code).toBe(sealed.code);
  return { sealed: sealed.stdout, read: read.stdout, code: sealed.code };
}

/** A person's words in a bundle, and a run that takes them in. */
async function edited(project: TemporaryProject, file: string, from: RegExp, to: string): Promise<void> {
  const text = project.read(file);
  expect(text).toMatch(from);
  project.write(file, text.replace(from, to));
  await project.translate();
}

/** Other checks than those that judged the records: a limit of the project's own. */
const limited = (project: TemporaryProject): void => {
  const configuration = project.json('l10n.config.json');
  project.write('l10n.config.json', JSON.stringify({ ...configuration, limits: { open: 3, title: 12, 'body.*': 40 } }));
};

it('other checks: the same findings, places, texts and counts', async () => {
  const project = await translated();
  await edited(project, 'locales/es/article.json', /"title": "[^"]*"/, '"title": "El  exosoma exosoma"');
  await edited(project, 'locales/it/app.json', /"open": "[^"]*"/, '"open": "Apri"');
  await edited(project, 'locales/es/page.json', /(<b>[^<]*<\/b>[^"]*)3/, '$14');
  limited(project);
  const { sealed, read } = await both(project);
  expect(sealed).toBe(read);
  expect(sealed).toContain('repeated-words');
  expect(sealed).toContain('placeholders');
  expect(sealed).toContain('length-limit');
});

it('a glossary that has changed: what is stale by it is stale', async () => {
  const terms = 'concept,language,term\nlaser,en,laser\nlaser,es,láser\n';
  const project = await translated({ 'glossary/terms.csv': terms });
  project.write('glossary/terms.csv', `${terms.replace('láser', 'rayo')}exosome,en,exosome\nexosome,it,esosoma\n`);
  const { sealed, read, code } = await both(project);
  expect(sealed).toBe(read);
  expect(sealed).toContain('a term in it has changed');
  expect(code).toBe(1);
});

it('a file that changed meanwhile is read, whatever its seal was', async () => {
  const project = await translated();
  limited(project);
  const bundle = project.read('locales/es/article.json');
  project.write(
    'locales/es/article.json',
    bundle.replace(/"description": "[^"]*"/, '"description": "Vesículas de 99"'),
  );
  const { sealed, read } = await both(project);
  expect(sealed).toBe(read);
  expect(sealed).toContain('"edits": 1');
});
