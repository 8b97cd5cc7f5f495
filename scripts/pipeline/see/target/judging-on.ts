/** What judging needs of the page that units are of, and of those that its links lead to. */
import type { JudgeOptions } from '../../../checks/check.ts';
import { placesIn } from '../../../formats/links/places.ts';
import { GlossaError } from '../../../project/errors.ts';
import { decode, readBytes } from '../source/sources.ts';
import { pageOf, type PageSettings } from './page-of-address.ts';

/**
 * @param text of the article, where there is one; seldom asked for.
 * @param from its source, relative to the root.
 */
export function judgingOn(
  text: () => string | undefined,
  from: string,
  language: string,
  settings: PageSettings & { readonly judging: JudgeOptions },
): JudgeOptions {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const look = (page: string): ReadonlySet<string> | undefined => {
    const own = page === '' ? text() : textOf(page, from, language, settings);
    return own === undefined ? undefined : placesIn(own, settings.configuration.reading.flavour);
  };
  return {
    ...settings.judging,
    places(page) {
      if (!known.has(page)) known.set(page, look(page));
      return known.get(page);
    },
  };
}

/** What readers of a language see of another page: its source as long as it has no translation. */
function textOf(page: string, from: string, language: string, settings: PageSettings): string | undefined {
  const { root, layout, configuration } = settings;
  const [own, source] = [`/${layout.spelling(language)}/`, `/${layout.spelling(configuration.sourceLanguage)}/`];
  const found = [page, page.replace(own, source), page.replace(own, '/')]
    .map((address) => pageOf(address, from, settings))
    .find((one) => one !== undefined);
  if (found === undefined) return undefined;
  try {
    for (const file of [found.article(language), found.path]) {
      const bytes = readBytes(root, file);
      if (bytes !== undefined) return decode(bytes, file);
    }
  } catch (error) {
    if (!(error instanceof GlossaError)) throw error;
  }
  return undefined;
}
