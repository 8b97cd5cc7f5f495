/** Links lead to the pages and headings of a translation, and no address looks like a person's edit. */
import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { headingIds } from '../../scripts/formats/links/heading-slugs.ts';
import type { Flavour } from '../../scripts/project/flavour.ts';
import { faultsOf, translated } from './in-process.ts';
import { temporaryProject } from './project-in-process.ts';
import type { TemporaryProject } from './temporary-project.ts';

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

const ACROSS = {
  'source/a.md':
    '# One\n\nSee [first](other.md#first-steps), [it](./other#first-steps), [up](../source/other/#next) and [mine](b/#mine).\n\nGo [on](/b#quick-start), [off](/gone#x) and [x](https://x.org/b#quick-start).\n\n[ref][r] words.\n\n[r]: /source/b.html?x=1#quick-start\n',
  'source/b/index.md':
    '# Two\n\n## Quick start\n\nBack to [one](../a.md#one), [me](index.md#quick-start).\n\n## Own {#mine}\n',
  'source/other.md': '# Three\n\n## First steps\n\nWords of it.\n\n## Next\n\nSee [two](b#quick-start).\n',
};

const records = (own: TemporaryProject): string[] =>
  Object.keys(ACROSS).map((file) => own.read(file.replace('source', 'locales/.review/es').replace('.md', '.json')));

const followed = (own: TemporaryProject): string[] =>
  Object.keys(ACROSS).map((file) => own.read(file.replace('source', 'locales/es')));

it('links to headings of other pages follow these, both ways, in whatever parts pages are translated', async () => {
  const own = project({ headingIds: 'follow' }, ACROSS);
  expect((await own.translate()).code).toBe(0);
  const [a, b, other] = followed(own);
  const [, quick = ''] = headingIds(
    [...(b ?? '').matchAll(/^##? (.*?)(?: \{.*)?$/gm)].map(([, text = '']) => ({ text, id: undefined })),
    undefined,
  );
  const [, first = '', following = ''] = headingIds(
    [...(other ?? '').matchAll(/^##? (.*)$/gm)].map(([, text = '']) => ({ text, id: undefined })),
    undefined,
  );
  for (const address of [
    `(other.md#${first})`,
    `(./other#${first})`,
    `(../source/other/#${following})`,
    '(b/#mine)',
    `(/b#${quick})`,
    '(/gone#x)',
    '(https://x.org/b#quick-start)',
    `: /source/b.html?x=1#${quick}`,
  ])
    expect(a).toContain(address);
  expect(b).toContain(`(index.md#${quick})`);
  expect(other).toContain(`(b#${quick})`);
  expect(own.read('locales/es/a.json')).toContain('other.md#first-steps');
  const made = records(own);
  await staysSo(own);
  await translated(own);
  rmSync(own.cache, { recursive: true });
  expect((await translated(own)).written).toBe(0);
  for (const parts of [
    ['a', 'b/index', 'other'],
    ['other', 'b/index', 'a'],
  ]) {
    const again = project({ headingIds: 'follow' }, ACROSS);
    for (const only of parts) await again.translate('--only', only);
    expect(followed(again)).toEqual([a, b, other]);
    expect(records(again)).toEqual(made);
    expect((await translated(again)).written).toBe(0);
  }
});

it('a heading that a person writes anew takes the links of other pages along, and what people wrote around them stays', async () => {
  const own = project({ headingIds: 'follow' }, ACROSS);
  await own.translate();
  const edit = (file: string, from: RegExp | string, to: string): void =>
    own.write(file, own.read(file).replace(from, to));
  edit('locales/es/b/index.md', /^## .*$/m, '## Comienzo');
  expect((await own.translate()).report.languages['es']?.['human']).toBe(1);
  for (const page of [followed(own)[0], followed(own)[2]]) expect(page).toMatch(/b#comienzo\)/);
  // An edit of both pages at once, and of the paragraph that has the link.
  edit('locales/es/b/index.md', '## Comienzo', '## Por aquí');
  edit('locales/es/other.md', /^⟦Š.*$/m, 'Vea [la otra](b#comienzo).');
  const { report } = await own.translate();
  expect(report.languages['es']?.['human']).toBe(2);
  expect(own.read('locales/es/other.json')).toContain('Vea [la otra](b#quick-start).');
  expect(own.read('locales/es/other.md')).toContain('Vea [la otra](b#por-aquí).');
  // A place that a person made is theirs.
  edit('locales/es/b/index.md', '## Por aquí', '<a id="ya"></a>\n\n## Por aquí');
  edit('locales/es/other.md', '(b#por-aquí)', '(b#ya)');
  await own.translate();
  expect(own.read('locales/es/other.md')).toContain('(b#ya)');
  expect((await translated(own)).written).toBe(0);
  expect((await faultsOf(own)).filter((fault) => fault.startsWith('error'))).toEqual([]);
  // The source's heading becomes another: the translation is the person's, and so is its id.
  own.write('source/b/index.md', own.read('source/b/index.md').replace('## Quick start', '## Swift start'));
  own.write('source/other.md', own.read('source/other.md').replace('b#quick-start', 'b#swift-start'));
  own.write('source/a.md', own.read('source/a.md').replaceAll('#quick-start', '#swift-start'));
  await own.translate();
  expect(own.read('locales/es/a.md')).toContain('(/b#por-aquí)');
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
