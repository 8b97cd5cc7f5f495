import { slug } from 'github-slugger';
import type { Flavour } from '../project/flavour.ts';

/** Python-Markdown's `toc`: ASCII alone (its `slugify`). */
function pythonSlug(text: string): string {
  const ascii = text.normalize('NFKD').replace(/[^\u0000-\u007f]/g, '');
  return ascii
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/** kramdown's `auto_ids`, which begin with a letter. */
function kramdownSlug(text: string): string {
  const own = text
    .replace(/^[^a-zA-Z]+/, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase();
  return own === '' ? 'section' : own;
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

const SLUGS: Readonly<Partial<Record<Flavour, { readonly make: (text: string) => string; readonly join: string }>>> = {
  mkdocs: { make: pythonSlug, join: '_' },
  jekyll: { make: kramdownSlug, join: '-' },
  vitepress: { make: vueSlug, join: '-' },
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
  const { make, join } = (flavour === undefined ? undefined : SLUGS[flavour]) ?? { make: slug, join: '-' };
  const taken = new Map<string, number>();
  return headings.map(({ text, id }) => {
    if (id !== undefined) return id;
    const base = make(text.trim());
    let own = base;
    while (taken.has(own)) {
      const next = (taken.get(base) ?? 0) + 1;
      taken.set(base, next);
      own = `${base}${join}${next}`;
    }
    taken.set(own, 0);
    return own;
  });
}
