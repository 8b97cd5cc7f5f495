/** Which page an address leads to, in the ways in which sites are laid out. */
import { expect, it } from 'vitest';
import { openProject } from '../../scripts/pipeline/see/project.ts';
import { pageOf } from '../../scripts/pipeline/see/target/page-of-address.ts';
import { temporaryProject } from '../commands/temporary-project.ts';

const DOCUSAURUS = { files: [{ source: 'docs/{path}.md', target: 'i18n/{language}/docs/{path}.md' }] };
const ASTRO = { files: [{ source: 'src/content/docs/{language}/{path}.mdx' }] };
const DOCS = ['docs/a.md', 'docs/b.md', 'docs/guide/index.md', 'docs/guide/c.md', 'docs/other/README.md'];
const PAGES = ['src/content/docs/en/a.mdx', 'src/content/docs/en/guide/b.mdx', 'src/content/docs/fr/guide/b.mdx'];

it.each<[object, readonly string[], from: string, address: string, page: string | undefined]>([
  [DOCUSAURUS, DOCS, 'docs/a.md', 'b.md#x', 'docs/b.md'],
  [DOCUSAURUS, DOCS, 'docs/a.md', './b', 'docs/b.md'],
  [DOCUSAURUS, DOCS, 'docs/a.md', '../b/#x', 'docs/b.md'],
  [DOCUSAURUS, DOCS, 'docs/guide/c.md', '../b', 'docs/b.md'],
  [DOCUSAURUS, DOCS, 'docs/guide/c.md', '../guide/', 'docs/guide/index.md'],
  [DOCUSAURUS, DOCS, 'docs/guide/index.md', 'c/', 'docs/guide/c.md'],
  [DOCUSAURUS, DOCS, 'docs/a.md', '/docs/guide/c?x#y', 'docs/guide/c.md'],
  [DOCUSAURUS, DOCS, 'docs/a.md', '/guide/c.html', 'docs/guide/c.md'],
  [DOCUSAURUS, DOCS, 'docs/a.md', '/docs/other', 'docs/other/README.md'],
  [ASTRO, PAGES, PAGES[0] ?? '', '/en/guide/b/', PAGES[1]],
  [ASTRO, PAGES, PAGES[0] ?? '', '/guide/b/', PAGES[1]],
  [ASTRO, PAGES, PAGES[0] ?? '', './guide/b/', PAGES[1]],
  [ASTRO, PAGES, PAGES[0] ?? '', '/fr/guide/b/', undefined],
  [DOCUSAURUS, DOCS, 'docs/a.md', 'https://x.org/docs/b', undefined],
  [DOCUSAURUS, DOCS, 'docs/a.md', '//x.org/b', undefined],
  [DOCUSAURUS, DOCS, 'docs/a.md', '../../../../etc/passwd', undefined],
  [DOCUSAURUS, DOCS, 'docs/a.md', '{{ page }}#b', undefined],
  [DOCUSAURUS, DOCS, 'docs/a.md', 'c', undefined],
  [DOCUSAURUS, DOCS, 'docs/a.md', '%00', undefined],
])('%#: %j', (settings, files, from, address, page) => {
  const place = temporaryProject({
    'l10n.config.json': JSON.stringify({
      sourceLanguage: 'en',
      targetLanguages: ['fr'],
      engine: 'pseudo',
      ...settings,
    }),
    ...Object.fromEntries(files.map((file) => [file, 'Words.\n'])),
  });
  expect(pageOf(address, from, openProject(place.root, {}))?.path).toBe(page);
});
