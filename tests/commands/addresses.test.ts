/** Links lead to the pages and headings of a translation, and no address looks like a person's edit. */
import { expect, it } from 'vitest';
import { headingIds } from '../../scripts/formats/links/heading-slugs.ts';
import type { Flavour } from '../../scripts/project/flavour.ts';
import { faultsOf, translated } from './in-process.ts';
import { temporaryProject, type TemporaryProject } from './temporary-project.ts';

function project(settings: object, files: Readonly<Record<string, string>>): TemporaryProject {
  const configuration = { sourceLanguage: 'en', targetLanguages: ['es'], engine: 'pseudo', ...settings };
  return temporaryProject({ 'l10n.config.json': JSON.stringify(configuration), ...files });
}

/** All is parsed again, and nothing is to be done. */
async function staysSo(own: TemporaryProject): Promise<void> {
  const before = own.snapshot('locales/es');
  const configuration = own.json('l10n.config.json');
  // Another setting that says what is so anyway: no seal fits.
  own.write('l10n.config.json', JSON.stringify({ ...configuration, parameters: ['...'] }));
  const { code, report } = await own.translate();
  expect([code, report.requests, report.languages['es']?.['human']]).toEqual([0, 0, 0]);
  expect(own.snapshot('locales/es')).toEqual(before);
  own.write('l10n.config.json', JSON.stringify(configuration));
  expect((await own.run('check')).stderr).toContain(': 0 errors, 0 warnings');
}

const PAGE = `---
title: Guide
permalink: /en/guide/
hero:
  actions:
    - text: Start
      link: /en/start
---

# Guide

See [start](/en/start#top), [home](/en), [out](https://x.org/en/a), ![pic](/en/pic.png), [file](/en/a.zip), [more](/english) and [Español](/es/).

A [ref][], <a href="/en/html">html</a> and \`[code](/en/code)\`.

[ref]: </en/ref> "Words of it"

<div>
<a class="x" href='/en/block'>Words</a> here. <!-- <a href="/en/hidden"> -->
</div>

\`\`\`
[x](/en/shown)
\`\`\`
`;

it.each(['a.md', 'a.html', 'a.mdx'])('links lead to the pages of the language: %s', async (file) => {
  // In HTML a definition would be an end tag.
  const text =
    file === 'a.html'
      ? PAGE.replace(/^\[ref\]: .*$/m, '').replace(/```[^]*/, '')
      : file === 'a.mdx'
        ? PAGE.replace(/ <!--.*-->/, '')
        : PAGE;
  const own = project({ links: { '/en/': '/{language}/' } }, { [`source/${file}`]: text });
  expect((await own.translate()).code).toBe(0);
  const article = own.read(`locales/es/${file}`);
  const wanted = ['permalink: /es/guide/', 'link: /es/start', 'href="/es/html"', "href='/es/block'"];
  const inMarkdown = [
    '(/es/start#top)',
    '(/es)',
    '(https://x.org/en/a)',
    '(/en/pic.png)',
    '(/en/a.zip)',
    '(/english)',
    '(/es/)',
  ];
  const kept = ['(/en/code)', '</es/ref>', '(/en/shown)'];
  for (const one of [...wanted, ...(file === 'a.html' ? [] : [...inMarkdown, ...kept])]) expect(article).toContain(one);
  if (file === 'a.md') expect(article).toContain('<a href="/en/hidden">');
  expect(own.read('locales/es/a.json')).not.toContain('/es/start');
  await staysSo(own);
});

it('an edit in such an article is taken over, with the addresses of the source', async () => {
  const own = project(
    { links: { '/': '/{language}/', '/img/': '/img/' } },
    {
      'source/a.md': 'See [start](/start).\n\nGo to [there](/img/there) or [Español](/es/x).\n\nThree words here.\n',
    },
  );
  await own.translate();
  const article = own.read('locales/es/a.md');
  expect(article).toMatch(/\(\/es\/start\)[^]*\(\/img\/there\)[^]*\(\/es\/x\)/);
  own.write('locales/es/a.md', article.replace(/^.*start.*$/m, 'Ve [al comienzo](/es/start).'));
  expect((await own.translate()).report.languages['es']?.['human']).toBe(1);
  expect(own.read('locales/es/a.json')).toContain('Ve [al comienzo](/start).');
  expect(own.read('locales/es/a.md')).toContain('Ve [al comienzo](/es/start).');
  await own.translate();
  own.write('source/a.md', own.read('source/a.md').replace('Three', 'Four'));
  const { report } = await own.translate();
  expect([report.requests, report.languages['es']?.['human']]).toEqual([1, 1]);
  expect(own.read('locales/es/a.md')).toContain('Ve [al comienzo](/es/start).');
});

it('pages that are there already follow a new setting', async () => {
  const own = project({}, { 'source/a.md': 'See [start](/en/start).\n' });
  await own.translate();
  expect(own.read('locales/es/a.md')).toContain('(/en/start)');
  const configuration = own.json('l10n.config.json');
  own.write('l10n.config.json', JSON.stringify({ ...configuration, links: { '/en/': '/{language}/' } }));
  expect((await own.translate()).report.requests).toBe(0);
  expect(own.read('locales/es/a.md')).toContain('(/es/start)');
});

const HEADINGS = `# Manual

See [this](#quick-start), [that](#quick-start-1), [mine](#mine), [none](#nowhere) and [a page](other.md#quick-start).

## Quick start

Words of it.

## Quick start

## Own words {#mine}
`;

it.each<[Flavour | undefined, string]>([
  [undefined, 'a.md'],
  ['hugo', 'a.md'],
  ['vitepress', 'a.md'],
  ['docusaurus', 'a.mdx'],
])('links on a page follow its headings: %s', async (flavour, file) => {
  const settings = flavour === undefined ? {} : { flavour };
  const own = project({ headingIds: 'follow', ...settings }, { [`source/${file}`]: HEADINGS });
  expect((await own.translate()).report.warnings).toEqual([]);
  const article = own.read(`locales/es/${file}`);
  const [first, second] = [...article.matchAll(/^## (.*?)(?: \{.*)?$/gm)].map(([, text = '']) => ({
    text,
    id: undefined,
  }));
  const ids = headingIds([first ?? { text: '', id: undefined }, second ?? { text: '', id: undefined }], flavour);
  expect(ids[0]).not.toBe('quick-start');
  for (const id of [...ids, 'mine', 'nowhere']) expect(article).toContain(`](#${id})`);
  expect(article).toContain('(other.md#quick-start)');
  expect(own.read('locales/es/a.json')).toContain('](#quick-start)');
  await staysSo(own);
  // A heading that a person writes anew takes its links along.
  own.write(`locales/es/${file}`, article.replace(/^## .*$/m, '## Comienzo rápido'));
  expect((await own.translate()).report.languages['es']?.['human']).toBe(1);
  const [rapido] = headingIds([{ text: 'Comienzo rápido', id: undefined }], flavour);
  expect(own.read(`locales/es/${file}`)).toContain(`](#${rapido ?? ''})`);
});

it('a setting that cannot be meant is refused', async () => {
  const own = project({ links: { '/en/': '/{lang}/' } }, { 'source/a.md': 'Words.\n' });
  const { code, stderr } = await own.run('translate');
  expect([code, stderr.includes('"links"'), stderr.includes('{ "/en/": "/{language}/" }')]).toEqual([2, true, true]);
});

it('files beside a page of a site are led to from its translation, both ways', async () => {
  const own = project(
    { files: [{ source: 'docs/{path}.md', target: 'i18n/{language}/docs/{path}.md' }], records: '.glossa' },
    {
      'docusaurus.config.js': '',
      'docs/guide/a.md':
        '# Guide\n\nSee ![a map](./img/a%20map.png "Map") and [the list](list.csv#2), [b](./b.md), ![gone](no.png).\n',
      'docs/guide/img/a map.png': 'png',
      'docs/guide/list.csv': 'csv',
    },
  );
  await translated(own);
  const page = 'i18n/es/docs/guide/a.md';
  const there = own.read(page);
  expect(there).toContain('(../../../../docs/guide/img/a%20map.png "');
  expect(there).toContain('(../../../../docs/guide/list.csv#2), ');
  expect(there).toMatch(/\(\.\/b\.md\).*\(no\.png\)/);
  expect(own.read('.glossa/bundles/es/guide/a.json')).toContain('](./img/a%20map.png');
  // Nothing of it is an edit, also where all is read again; a file of its own is led to by the next text.
  own.write('docs/guide/a.md', own.read('docs/guide/a.md').replace('See', 'Look at'));
  own.write('i18n/es/docs/guide/list.csv', 'csv');
  expect((await translated(own)).languages.get('es')).toMatchObject({ human: 0, failed: 0 });
  expect(own.read(page)).toContain('](list.csv#2)');
  expect((await translated(own)).written).toBe(0);
  expect(await faultsOf(own)).toEqual([]);
});
