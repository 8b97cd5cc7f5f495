/** Which generator makes a site of the project's articles: that decides what their syntax means. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const FLAVOURS = [
  'astro',
  'docusaurus',
  'github',
  'hugo',
  'jekyll',
  'mkdocs',
  'myst',
  'nuxt',
  'obsidian',
  'quarto',
  'starlight',
  'vitepress',
] as const;

export type Flavour = (typeof FLAVOURS)[number];

interface Sign {
  readonly flavour: Flavour;
  readonly name: RegExp;
  readonly text?: RegExp;
  /** The folder that the files are in, below the site's. */
  readonly below?: string;
}

/** Files by which a generator knows its site; the first that is there decides. */
const SIGNS: readonly Sign[] = [
  { flavour: 'docusaurus', name: /^docusaurus\.config\.[cm]?[jt]s$/ },
  { flavour: 'vitepress', name: /^\.vitepress$/ },
  { flavour: 'starlight', name: /^astro\.config\.[cm]?[jt]s$/, text: /@astrojs\/starlight/ },
  { flavour: 'astro', name: /^astro\.config\.[cm]?[jt]s$/ },
  { flavour: 'mkdocs', name: /^mkdocs\.ya?ml$/ },
  { flavour: 'hugo', name: /^hugo\.(?:toml|ya?ml|json)$/ },
  {
    flavour: 'hugo',
    name: /^config\.(?:toml|ya?ml|json)$/,
    text: /^\s*"?(?:baseurl|defaultcontentlanguage)"?\s*[:=]/im,
  },
  { flavour: 'hugo', name: /^(?:hugo|config|languages)\.(?:toml|ya?ml|json)$/, below: 'config/_default' },
  { flavour: 'myst', name: /^myst\.yml$/ },
  { flavour: 'myst', name: /^_toc\.yml$/ },
  { flavour: 'myst', name: /^conf\.py$/, text: /myst/ },
  { flavour: 'quarto', name: /^_quarto\.ya?ml$/ },
  { flavour: 'jekyll', name: /^_config\.ya?ml$/ },
  { flavour: 'nuxt', name: /^nuxt\.config\.[cm]?[jt]s$/ },
  { flavour: 'obsidian', name: /^\.obsidian$/ },
];

/** Where sites stand in a repository of something else. */
const FOLDERS = ['', 'docs', 'doc', 'documentation', 'website', 'site', 'www', 'web'];

export interface Site {
  readonly flavour: Flavour;
  /** The text of the generator's configuration; empty for a folder. */
  readonly text: string;
  /** Where the site stands in the project; empty: at its root. */
  readonly folder: string;
}

/** The site that a project is, by its generator's configuration file at the root or in a usual folder; else undefined. */
export function findSite(root: string): Site | undefined {
  for (const folder of FOLDERS) {
    const here = namesIn(join(root, folder));
    for (const { flavour, name, text: wanted, below } of SIGNS) {
      const files = (below === undefined ? here : namesIn(join(root, folder, below))).filter((one) => name.test(one));
      if (files.length === 0) continue;
      const text = files.map((file) => textOf(join(root, folder, below ?? '', file))).join('\n');
      if (wanted === undefined || wanted.test(text)) return { flavour, text, folder };
    }
  }
  return undefined;
}

function namesIn(folder: string): readonly string[] {
  try {
    return existsSync(folder) ? readdirSync(folder).toSorted() : [];
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
