import { slug } from 'github-slugger';
import type { Flavour } from '../../project/flavour.ts';

/** Python-Markdown's `toc`: ASCII alone (its `slugify`), without emoji, which are pictures by then. */
function pythonSlug(text: string): string {
  const shown = text.replace(/:[a-z\d][\w+-]{0,80}:/g, '');
  const ascii = shown.normalize('NFKD').replace(/[^\u0000-\u007f]/g, '');
  return ascii
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/** VitePress's (`@mdit-vue/shared`): accents go, signs are hyphens, a digit at the beginning gets a line. */
function vueSlug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0000-\u001f]/g, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase();
}

/** Python-Markdown's `toc` counts on where an id ends in a number, and gives each heading an id. */
function pythonNext(id: string): string {
  const [, name = id, count = '0'] = /^(.*)_(\d+)$/.exec(id) ?? [];
  return `${name}_${Number(count) + 1}`;
}

/** How a generator makes ids. */
interface Slugs {
  readonly make: (text: string) => string;
  /** Another id where one is taken; `base` with a hyphen and a number if left out. */
  readonly next?: (id: string) => string;
  /** Whose ids that authors wrote are taken: of all headings, or of those before; of none if left out. */
  readonly own?: 'all' | 'before';
}

const GITHUB: Slugs = { make: slug, own: 'before' };
const SLUGS: Readonly<Partial<Record<Flavour, Slugs>>> = {
  mkdocs: { make: pythonSlug, next: pythonNext, own: 'all' },
  // kramdown's parser of GitHub's Markdown, which Jekyll takes where nothing else is said.
  jekyll: { make: slug },
  vitepress: { make: vueSlug, own: 'before' },
};

/** A heading as far as its id goes. */
export interface Heading {
  /** What a reader sees of it. */
  readonly text: string;
  /** The id that its author gave it. */
  readonly id: string | undefined;
}

/** The ids that a site's headings get, in their order: their own, else one made of their words; GitHub's way where none is known. */
export function headingIds(headings: readonly Heading[], flavour: Flavour | undefined): string[] {
  const { make, next, own } = (flavour === undefined ? undefined : SLUGS[flavour]) ?? GITHUB;
  const taken = new Map<string, number>();
  if (own === 'all') for (const { id } of headings) if (id !== undefined) taken.set(id, 0);
  return headings.map(({ text, id: written }) => {
    const base = written ?? make(text.trim());
    if (written !== undefined) {
      if (own !== undefined) taken.set(base, taken.get(base) ?? 0);
      return base;
    }
    let id = base;
    while (taken.has(id) || (id === '' && next !== undefined)) {
      const count = (taken.get(base) ?? 0) + 1;
      taken.set(base, count);
      id = next?.(id) ?? `${base}-${count}`;
    }
    taken.set(id, 0);
    return id;
  });
}
