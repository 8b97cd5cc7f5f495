/** The settings that say how sources are read, and what the project itself tells of it. */
import { z } from 'zod/mini';
import { described } from './described.ts';
import { ConfigurationError } from './errors.ts';
import { findSite, FLAVOURS, type Flavour } from './flavour.ts';

/** Message styles of `.json` sources, by the name of the syntax that reads them. */
export const MESSAGE_STYLES = ['i18next', 'icu', 'vue-i18n', 'laravel'] as const;

export type MessageStyle = (typeof MESSAGE_STYLES)[number];

/** How a heading's own id is written: `{#id}`, `{ #id }`, `{/* #id *\/}`, or an empty `<a id>` before it. */
export type IdForm = 'braces' | 'spaced-braces' | 'comment' | 'anchor' | 'none';

/** Fields of the configuration. */
export const readingFields = {
  fields: described(
    z.optional(z.array(z.string())),
    'Front-matter fields to translate, as paths; * stands for one level, "..." for the default list: ["...", "seo.*"].',
  ),
  messages: described(
    z.optional(z.enum(MESSAGE_STYLES)),
    'How the strings of .json sources are written. Default: "i18next"; ICU plurals are read in any style.',
  ),
  parameters: described(
    z.optional(z.array(z.string())),
    'Names of parameters that readers see, in shortcodes, includes and components; "..." for the default list: ["...", "lead"].',
  ),
  placeholders: described(
    z.optional(z.array(z.string())),
    'Regular expressions for what programs fill in, in the strings of .json sources: ["@\\w+@"].',
  ),
  headingIds: described(
    z.optional(z.enum(['explicit', 'follow', 'keep'])),
    'Links to headings: "explicit" writes the id of the source beside a translated heading, "follow" lets links on a page, and from page to page of the project, lead to the id that the heading gets by its translated words. Default: as the flavour can.',
  ),
  links: described(
    z.optional(z.record(z.string().check(z.minLength(1)), z.string().check(z.minLength(1)))),
    'Beginnings of addresses of pages, and what they are in translated articles: { "/en/": "/{language}/" }; the longest one counts.',
  ),
  emptyIsKey: described(z.optional(z.boolean()), 'Where a string of a .json source is empty, its key is the text.'),
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
  /** How strings of bundles are written; `i18next` if left out. */
  readonly messages?: MessageStyle;
  /** Names of parameters that readers see; `...` stands for the default ones. */
  readonly parameters?: readonly string[];
  /** Sources of regular expressions: what is filled in, in strings of bundles. */
  readonly placeholders?: readonly string[];
  /** Where a string of a bundle is empty, its key is the text. */
  readonly emptyIsKey?: boolean;
  /** What makes a site of the articles, where that is known. */
  readonly flavour?: Flavour;
  /** How ids are written beside translated headings; absent where they are not. */
  readonly idForm?: IdForm;
  /** Whether links follow the ids that headings get by their words. */
  readonly followsIds?: true;
  /** Beginnings of addresses, and what they are in a translation: `{language}` stands for its tag. */
  readonly links?: Readonly<Record<string, string>>;
  /** True where the site reads `.md` as MDX. */
  readonly mdx?: boolean;
}

interface ReadingSettings {
  readonly emptyIsKey?: boolean | undefined;
  readonly headingIds?: 'explicit' | 'follow' | 'keep' | undefined;
  readonly links?: Readonly<Record<string, string>> | undefined;
  readonly parameters?: readonly string[] | undefined;
  readonly placeholders?: readonly string[] | undefined;
  readonly messages?: MessageStyle | undefined;
  readonly fields?: readonly string[] | undefined;
  readonly flavour?: Flavour | undefined;
}

/** @param root where the generator's configuration is looked for */
export function readingOf(root: string, sourceLanguage: string, settings: ReadingSettings): Reading {
  const { fields, messages, parameters, placeholders, flavour: said, emptyIsKey, headingIds, links } = settings;
  const site = findSite(root);
  const flavour = said ?? site?.flavour;
  // Docusaurus reads every `.md` as MDX, unless its configuration says otherwise.
  const mdx = flavour === 'docusaurus' && !/\bformat:\s*['"](?:md|detect)['"]/.test(site?.text ?? '');
  const known = flavour === undefined ? undefined : idFormOf(flavour, site?.text ?? '');
  const isLeft = headingIds === 'keep' || headingIds === 'follow';
  const idForm = isLeft ? 'none' : headingIds === 'explicit' ? (known ?? 'anchor') : known;
  return {
    sourceLanguage,
    ...(fields === undefined ? {} : { fields }),
    ...(messages === undefined ? {} : { messages }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(placeholders === undefined ? {} : { placeholders: placeholders.map(checkedPattern) }),
    ...(emptyIsKey === undefined ? {} : { emptyIsKey }),
    ...(flavour === undefined ? {} : { flavour }),
    ...(idForm === undefined ? {} : { idForm }),
    ...(headingIds === 'follow' ? { followsIds: true } : {}),
    ...(links === undefined ? {} : { links: checkedLinks(links) }),
    ...(mdx ? { mdx } : {}),
  };
}

/** What a generator reads as a heading's id. */
function idFormOf(flavour: Flavour, configuration: string): IdForm | undefined {
  if (flavour === 'mkdocs') return /\battr_list\b/.test(configuration) ? 'spaced-braces' : 'anchor';
  // Braces end its builds from version 3.10 on, where a site asks to be read as version 4 will.
  if (
    flavour === 'docusaurus' &&
    /\bv4:\s*(?:true|\{)/.test(configuration) &&
    !/\bheadingIds:\s*true/.test(configuration)
  )
    return 'comment';
  if (['docusaurus', 'vitepress', 'hugo', 'jekyll', 'quarto'].includes(flavour)) return 'braces';
  return ['starlight', 'astro', 'github'].includes(flavour) ? 'anchor' : undefined;
}

function checkedPattern(pattern: string): string {
  try {
    new RegExp(pattern, 'u');
    return pattern;
  } catch (cause) {
    throw new ConfigurationError(`"placeholders": ${JSON.stringify(pattern)} is no regular expression.`, {
      place: { file: 'l10n.config.json' },
      remedy: 'Write it as JavaScript does, with the flag u: "@\\\\w+@".',
      cause,
    });
  }
}

function checkedLinks(links: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const [from, to] of Object.entries(links)) {
    if (/^[^\s{}<>()"'`\\]+$/.test(from) && /^[^\s{}<>()"'`\\]+$/.test(to.replaceAll('{language}', 'x'))) continue;
    throw new ConfigurationError(`"links": ${JSON.stringify(from)} cannot become ${JSON.stringify(to)}.`, {
      place: { file: 'l10n.config.json' },
      remedy:
        'Write the beginning of an address, and with {language} alone in it what it becomes: { "/en/": "/{language}/" }.',
    });
  }
  return links;
}
