/** The generator of a project's site is known by its configuration. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readingOf } from '../../scripts/project/reading.ts';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'glossa-flavour-'));
  roots.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

it.each([
  [{ 'mkdocs.yml': 'site_name: x' }, 'mkdocs', undefined],
  [{ 'website/docusaurus.config.ts': 'export default {}' }, 'docusaurus', true],
  [{ 'docusaurus.config.js': "markdown: { format: 'detect' }" }, 'docusaurus', undefined],
  [{ 'docs/.vitepress/config.mts': '' }, 'vitepress', undefined],
  [{ 'astro.config.mjs': "import starlight from '@astrojs/starlight'" }, 'starlight', undefined],
  [{ 'astro.config.mjs': 'export default {}' }, 'astro', undefined],
  [{ 'hugo.toml': '' }, 'hugo', undefined],
  [{ 'config.toml': 'baseURL = "/"' }, 'hugo', undefined],
  [{ 'config.json': '{"port": 1}' }, undefined, undefined],
  [{ '_config.yml': 'title: x' }, 'jekyll', undefined],
  [{ '_config.yml': 'title: x', '_toc.yml': '' }, 'myst', undefined],
  [{ 'README.md': '' }, undefined, undefined],
])('%j: %s', (files, flavour, mdx) => {
  const reading = readingOf(project(files), 'en', {});
  expect([reading.flavour, reading.mdx]).toEqual([flavour, mdx]);
});

it('a setting is heard first', () => {
  const root = project({ 'mkdocs.yml': '' });
  expect(readingOf(root, 'en', { flavour: 'docusaurus' })).toEqual({
    sourceLanguage: 'en',
    flavour: 'docusaurus',
    idForm: 'braces',
    mdx: true,
  });
});

it.each([
  [{ 'mkdocs.yml': 'markdown_extensions:\n  - attr_list' }, {}, 'spaced-braces'],
  [{ 'mkdocs.yml': 'site_name: x' }, {}, 'anchor'],
  [{ 'hugo.toml': '' }, {}, 'braces'],
  [{ 'docusaurus.config.js': 'future: {\n v4: true,\n}' }, {}, 'comment'],
  [{ 'docusaurus.config.js': 'future: { v4: true }, markdown: { mdx1Compat: { headingIds: true } }' }, {}, 'braces'],
  [{ 'hugo.toml': '' }, { headingIds: 'keep' }, 'none'],
  [{ 'README.md': '' }, {}, undefined],
  [{ 'README.md': '' }, { headingIds: 'explicit' }, 'anchor'],
] as const)('ids of headings in %j with %j: %s', (files, settings, idForm) => {
  expect(readingOf(project(files), 'en', settings).idForm).toBe(idForm);
});
