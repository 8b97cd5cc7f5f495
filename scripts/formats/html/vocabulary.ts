import type { CodeKind, UnitKind } from '../../units/unit.ts';

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/**
 * Elements that end the text before them. All others, unknown ones and custom elements too, stand inside a text as long
 * as none of these stands in them (HTML standard, 3.2.5.2.5 and 15.3; `script` and `style` are here so that no value
 * holds programs).
 */
export const BLOCK = words(
  'address article aside base blockquote body caption center col colgroup datalist dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta nav noscript ol ' +
    'optgroup option p pre script search section select style summary table tbody td template tfoot th thead title tr ul',
);

/** What a program reads on its own: a text that holds nothing else is as many texts as it holds of these. */
export const CONTROLS = words('button input label output');

const BLOCK_KINDS: ReadonlyMap<string, UnitKind> = new Map<string, UnitKind>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'] as const),
  ...['li', 'dt', 'dd'].map((name) => [name, 'li'] as const),
  ['blockquote', 'quote'],
  ...['td', 'th', 'caption'].map((name) => [name, 'cell'] as const),
  ...['summary', 'button', 'label', 'option', 'legend', 'output'].map((name) => [name, 'html'] as const),
]);

/** What a text in an element is; where the element does not say it (`p`, `div`), what it is in the element around it. */
export function unitKindOf(element: string, around: UnitKind): UnitKind {
  return BLOCK_KINDS.get(element) ?? around;
}

const METAS: ReadonlyMap<string, readonly string[]> = new Map([
  ['description', ['description']],
  ['og:title', ['og', 'title']],
  ['og:description', ['og', 'description']],
  ['og:image:alt', ['og', 'image-alt']],
  ['twitter:title', ['twitter', 'title']],
  ['twitter:description', ['twitter', 'description']],
  ['twitter:image:alt', ['twitter', 'image-alt']],
]);

/** The key of a `<meta>` whose content readers see (in search results, in shared links), by its name or property. */
export function metaPath(name: string): readonly string[] | undefined {
  return METAS.get(name.trim().toLowerCase());
}

/** Elements without content (HTML standard, 13.1.2). */
export const VOID = words('area base br col embed hr img input link meta param source track wbr');

/** Elements whose content the tokenizer does not look into (HTML standard, 13.1.2). */
export const RAW_TEXT = words('script style textarea title iframe noembed noframes xmp');

/** Elements whose content is read by programs, or is shown letter by letter: never translated. */
const GUARDED = words('code kbd samp var pre svg math template script style textarea iframe noembed noframes xmp');

const KINDS: ReadonlyMap<string, CodeKind> = new Map([
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['del', 'delete'],
  ['s', 'delete'],
  ['strike', 'delete'],
  ['a', 'link'],
  ['img', 'image'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['br', 'break'],
  ['math', 'math'],
]);

/** What an inline element is as an inline code. */
export function kindOf(element: string): CodeKind {
  return KINDS.get(element) ?? 'html';
}

/** A `<template>` of Vue (`#title`, `v-slot`, `v-if`) is shown where a component puts it; HTML's own is for programs. */
export function isSlot(element: string, attributes: readonly { readonly name: string }[]): boolean {
  return element === 'template' && attributes.some(({ name }) => /^(?:#|v-)/.test(name));
}

/** HTML's elements that no list above has. */
const OTHERS = words(
  'a abbr acronym audio b bdi bdo big button canvas cite data del dfn em embed font i iframe img input ins label map mark marquee ' +
    'meter nobr object output picture progress q rb rp rt rtc ruby s slot small span strike strong sub sup time tt u video',
);

/** A component of the site (`<Badge>`, `<my-card>`): no element of HTML. */
export function isComponent(element: string): boolean {
  return !OTHERS.has(element) && !BLOCK.has(element) && !VOID.has(element) && !GUARDED.has(element);
}

/** True where an element's content is not translated: code, `translate="no"`, `class="notranslate"`. */
export function isGuarded(element: string, attribute: (name: string) => string | undefined): boolean {
  const translate = attribute('translate')?.trim().toLowerCase();
  if (translate === 'no') return true;
  if (/(?:^|\s)notranslate(?:\s|$)/.test(attribute('class') ?? '')) return true;
  return GUARDED.has(element) && translate !== 'yes';
}

const TEXT_ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string> | 'all'> = new Map<string, ReadonlySet<string> | 'all'>([
  ['alt', words('img area input')],
  ['title', 'all'],
  ['aria-label', 'all'],
  ['aria-description', 'all'],
  ['aria-placeholder', 'all'],
  ['aria-roledescription', 'all'],
  ['aria-valuetext', 'all'],
  ['placeholder', 'all'],
  ['abbr', words('th')],
  ['label', words('optgroup option track')],
  ['summary', words('table')],
  ['value', words('input')],
]);

/** True where an attribute holds words for readers (HTML standard, `translate` attribute: translatable attributes). */
export function isTextAttribute(
  name: string,
  element: string,
  attribute: (name: string) => string | undefined,
): boolean {
  const elements = element === 'link' || element === 'style' ? undefined : TEXT_ATTRIBUTES.get(name);
  if (elements === undefined || (elements !== 'all' && !elements.has(element))) return false;
  return name !== 'value' || /^(?:submit|button|reset)$/i.test(attribute('type') ?? '');
}
