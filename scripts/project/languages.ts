/** Language tags: BCP 47 as the language's own `Intl` knows it. */

/** Known without asking: the names of all languages take 20 ms to load, and a run with nothing to do 200. */
const COMMON = new Set(
  'ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv nb nl nn no pl pt ro ru sk sl sr sv th tr uk vi zh'.split(
    ' ',
  ),
);

let names: Intl.DisplayNames | undefined;
/** The same with a name for everything. */
let shown: Intl.DisplayNames | undefined;
const shownNames = new Map<string, string>();

/** The canonical spelling of a tag (`pt-br` -> `pt-BR`), or undefined when it is not well formed or no known language. */
export function canonicalLanguage(tag: string): string | undefined {
  let canonical: string | undefined;
  try {
    canonical = Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
  if (canonical === undefined || COMMON.has(baseLanguage(canonical))) return canonical;
  names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return names.of(baseLanguage(canonical)) === undefined ? undefined : canonical;
}

/** `pt-BR` -> `pt`. */
export function baseLanguage(tag: string): string {
  const end = tag.indexOf('-');
  return end < 0 ? tag : tag.slice(0, end);
}

/** English name of a language for messages: `Spanish`, `Brazilian Portuguese`. */
export function languageName(tag: string): string {
  const known = shownNames.get(tag);
  if (known !== undefined) return known;
  shown ??= new Intl.DisplayNames(['en'], { type: 'language' });
  const name = shown.of(tag) ?? tag;
  shownNames.set(tag, name);
  return name;
}

/** True where text in one language can stand for the other: equal, or one is the other without its region. */
export function sameLanguage(one: string, other: string): boolean {
  return one === other || (baseLanguage(one) === baseLanguage(other) && (!one.includes('-') || !other.includes('-')));
}

const FROM_RIGHT = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** The direction that a language is written in. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  try {
    return FROM_RIGHT.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
