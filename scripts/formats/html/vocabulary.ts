import type { CodeKind } from '../../units/unit.ts';

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Phrasing elements: they stand inside a text and do not end it (HTML standard, 3.2.5.2.5). */
export const INLINE = words(
  'a abbr acronym area audio b bdi bdo big br button canvas cite code data del dfn em embed font i iframe img input ins kbd label ' +
    'map mark math meter nobr object output picture progress q rb rp rt rtc ruby s samp script slot small source span strike ' +
    'strong style sub sup svg template textarea time track tt u var video wbr',
);

/** Elements without content (HTML standard, 13.1.2). */
export const VOID = words('area base br col embed hr img input link meta param source track wbr');

/** Elements whose content the tokenizer does not look into (HTML standard, 13.1.2). */
export const RAW_TEXT = words('script style textarea title iframe noembed noframes xmp');

/** Elements whose content is read by programs, or is shown letter by letter: never translated. */
const GUARDED = words(
  'code kbd samp var pre svg math object canvas template script style textarea iframe noembed noframes xmp',
);

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
  const elements = TEXT_ATTRIBUTES.get(name);
  if (elements === undefined || (elements !== 'all' && !elements.has(element))) return false;
  return name !== 'value' || /^(?:submit|button|reset)$/i.test(attribute('type') ?? '');
}
