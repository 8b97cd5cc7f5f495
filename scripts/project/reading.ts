/** The settings that say how sources are read, and what the project itself tells of it. */
import { z } from 'zod/mini';
import { described } from './described.ts';
import { findSite, FLAVOURS, type Flavour } from './flavour.ts';

/** Fields of the configuration. */
export const readingFields = {
  fields: described(
    z.optional(z.array(z.string())),
    'Front-matter fields to translate, as paths; * stands for one level, "..." for the default list: ["...", "seo.*"].',
  ),
  flavour: described(
    z.optional(z.enum(FLAVOURS)),
    'The generator that makes a site of the articles. Default: known by its configuration file.',
  ),
};

/** How sources are read: what every format is given. */
export interface Reading {
  /** BCP 47 tag of the project's source language; a file's `lang` overrides it. */
  readonly sourceLanguage: string;
  /** Front-matter paths to translate, `seo.*` style; if left out, the default ones. */
  readonly fields?: readonly string[];
  /** What makes a site of the articles, where that is known. */
  readonly flavour?: Flavour;
  /** True where the site reads `.md` as MDX. */
  readonly mdx?: boolean;
}

interface ReadingSettings {
  readonly fields?: readonly string[] | undefined;
  readonly flavour?: Flavour | undefined;
}

/** @param root where the generator's configuration is looked for */
export function readingOf(root: string, sourceLanguage: string, { fields, flavour: said }: ReadingSettings): Reading {
  const site = findSite(root);
  const flavour = said ?? site?.flavour;
  // Docusaurus reads every `.md` as MDX, unless its configuration says otherwise.
  const mdx = flavour === 'docusaurus' && !/\bformat:\s*['"](?:md|detect)['"]/.test(site?.text ?? '');
  return {
    sourceLanguage,
    ...(fields === undefined ? {} : { fields }),
    ...(flavour === undefined ? {} : { flavour }),
    ...(mdx ? { mdx } : {}),
  };
}
