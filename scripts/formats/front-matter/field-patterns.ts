import type { Flavour } from '../../project/flavour.ts';
import type { BundlePath } from '../../units/unit.ts';

/** What is translated in front matter when the configuration says nothing. `*` stands for one level. */
const DEFAULT_FIELDS: readonly string[] = [
  'title',
  'description',
  'summary',
  'excerpt',
  'subtitle',
  'seo.*',
  '*.alt',
  '*.*.alt',
  // Menus: Docusaurus, Hugo, Starlight, Jekyll's themes, VitePress.
  'sidebar_label',
  'pagination_label',
  'linkTitle',
  'linktitle',
  'nav_title',
  'nav_label',
  'navTitle',
  'menu_name',
  'menu_title',
  'short_title',
  'short-title',
  'shortTitle',
  'sidebarTitle',
  'sidebar_title',
  'titleTemplate',
  'sidebar.label',
  'sidebar.badge',
  'sidebar.badge.text',
  'prev.label',
  'next.label',
  'prev.text',
  'next.text',
  'prev',
  'next',
  'outline.label',
  'menu.*.name',
  'menus.*.name',
  'menu.*.title',
  'menus.*.title',
  // Home pages: VitePress, Starlight, Docusaurus, VuePress, MkDocs Material.
  'hero.*',
  'hero.actions.*.text',
  'hero.actions.*.alt',
  'hero.image.alt',
  'heroText',
  'tagline',
  'actionText',
  'actions.*.text',
  'features.*.title',
  'features.*.details',
  'features.*.description',
  'features.*.linkText',
  'banner.content',
  'banner.text',
  'footer.message',
  'footer.copyright',
  'cta.*',
  'caption',
  'lead',
  'subheading',
  'heading',
  'intro',
  'teaser',
  'abstract',
  'subject',
  'image-alt',
  'image_alt',
  'imageAlt',
  'fig-alt',
  'fig-cap',
  'tbl-cap',
  'alt-text.*',
  // Search engines and cards.
  'seo_title',
  'seoTitle',
  'seo_description',
  'meta_title',
  'meta_description',
  'metaTitle',
  'metaDescription',
  'social.cards_layout_options.*',
  // What stands in a page's head: VitePress, VuePress, Starlight.
  'head.*.1.content',
  'head.*.attrs.content',
  'head.*.content',
  'meta.*.content',
  // Quarto.
  'pagetitle',
  'description-meta',
  'abstract-title',
  'toc-title',
  'format.*.toc-title',
  'code-summary',
  // Captions of pictures: Hugo's resources, Jekyll's headers; Quarto's folded code.
  'resources.*.title',
  '*.caption',
  'format.*.code-summary',
];

/** Jekyll's themes find a page's place in the menu by the titles of those above it. */
const JEKYLL_FIELDS: readonly string[] = [...DEFAULT_FIELDS, 'parent', 'grand_parent'];

/** The patterns of a project: its list, which may begin with `...` for the default one. */
export function fieldPatterns(fields: readonly string[] | undefined, flavour?: Flavour): readonly string[] {
  if (fields === undefined) return flavour === 'jekyll' ? JEKYLL_FIELDS : DEFAULT_FIELDS;
  return fields.flatMap((field) => (field === '...' ? DEFAULT_FIELDS : [field]));
}

/** Names of values that programs read: a `*` at a pattern's end never takes them. `image` may well hold an `alt`. */
const TECHNICAL: ReadonlySet<string> = new Set(
  (
    'canonical robots url slug id type lang locale layout template date image img src href og_type twitter_card ' +
    'icon link theme variant file background_color background_image font_family color logo'
  ).split(' '),
);

/** A list of patterns as parts, by how many there are. */
type Compiled = ReadonlyMap<number, readonly (readonly string[])[]>;

/** A list of patterns is tried on every string of every file. */
const known = new WeakMap<readonly string[], Compiled>();

function compiled(patterns: readonly string[]): Compiled {
  let found = known.get(patterns);
  if (found === undefined) {
    const parts = patterns.map((pattern) => pattern.split('.'));
    found = new Map(
      [...new Set(parts.map(({ length }) => length))].map((size) => [
        size,
        parts.filter(({ length }) => length === size),
      ]),
    );
    known.set(patterns, found);
  }
  return found;
}

/** Whether a front-matter path is to be translated. What stands under `l10n` is said to us, not to readers. */
export function isField(path: BundlePath, patterns: readonly string[]): boolean {
  const candidates = compiled(patterns).get(path.length);
  if (candidates === undefined) return false;
  const names = path.map(String);
  return candidates.some((parts) =>
    parts.every((part, index) => {
      const name = names[index] ?? '';
      if (part !== '*' || part === name) return part === name;
      return index < parts.length - 1 ? name !== 'l10n' : !TECHNICAL.has(name.toLowerCase());
    }),
  );
}

/** Whether a value has anything to translate: a letter, and not only an address or a file name. */
export function isProse(value: string): boolean {
  const text = value.trim();
  if (!/\p{L}/u.test(text)) return false;
  return (
    /\s/.test(text) ||
    !/^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|(?:tel|sms):[+\d]|\.{0,2}\/|#)|^[\w./-]+\.[a-z0-9]{2,4}$/i.test(text)
  );
}
