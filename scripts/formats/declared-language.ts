import { canonicalLanguage } from '../project/languages.ts';

/** What `lang` of a component that shows code may say, and what is a language of people too: TypeScript and Tsonga. */
const CODE_LANGUAGES: ReadonlySet<string> = new Set(
  'as bat c cs css csv d dart diff go hs html ini java js json lua mk ml php pl ps py r rb rs sh sql tex ts vb vi vue xml'.split(
    ' ',
  ),
);

const tags = new Map<string, string | undefined>();

/** The canonical tag of a known language, or undefined. Intl takes long to say it, so each tag is asked for once. */
export function knownLanguage(tag: string): string | undefined {
  if (!tags.has(tag)) tags.set(tag, canonicalLanguage(tag));
  return tags.get(tag);
}

/**
 * The language of people that an element's `lang` declares. On a component (`<Code lang="json">`) it may be one of
 * programs; it counts there only where the element has text, and where nobody would take it for one.
 * @param element its name as written
 */
export function declaredLanguage(element: string, lang: string | undefined, hasText: boolean): string | undefined {
  const tag = lang?.trim() ?? '';
  const isComponent = /^[A-Z]/.test(element) || element.includes('.');
  if (tag === '' || (isComponent && (!hasText || CODE_LANGUAGES.has(tag.toLowerCase())))) return undefined;
  return knownLanguage(tag);
}
