/** The other pages that a page's links lead to, and what their headings are called in a language. */
import { headingAddress, splitPlace, type Address } from '../../../formats/links/addresses.ts';
import { placesIn } from '../../../formats/links/places.ts';
import { fileHash } from '../../../locales/file-hash.ts';
import type { Configuration } from '../../../project/configuration.ts';
import { GlossaError } from '../../../project/errors.ts';
import { percentDecoded } from '../../../project/text/percent-decoded.ts';
import { decode, readBytes } from '../source/sources.ts';
import { pageOf, type Page, type PageSettings } from './page-of-address.ts';
import { parseRendered } from './read-rendered.ts';

export interface LinkedPages {
  /** An address of the source, with the place as the translation of that page has it. */
  readonly follow: Address;
  /** Whether the translation of the page that an address of the source leads to lacks a place. */
  readonly lacks: (address: string, place: string) => boolean;
}

interface Headings {
  readonly ids: readonly string[];
  /** More than those of headings. */
  readonly places: ReadonlySet<string>;
}

const NONE: LinkedPages = { follow: (address) => address, lacks: () => false };

/**
 * @param addresses of the source; asked for where links follow headings.
 * @param from the source, relative to the root.
 */
export async function linkedPages(
  addresses: () => readonly string[],
  from: string,
  language: string,
  settings: PageSettings,
): Promise<LinkedPages> {
  if (settings.configuration.reading.followsIds !== true) return NONE;
  const pages = new Map<string, { readonly heading: Address | undefined; readonly to: Headings }>();
  for (const address of addresses()) {
    const { page = '' } = splitPlace(address) ?? {};
    if (page === '' || pages.has(page)) continue;
    const found = pageOf(page, from, settings);
    const source = found && (await headingsOf(found, found.path, settings));
    if (found === undefined || source === undefined) continue;
    // While a page is not translated its source is what readers see.
    const to = (await headingsOf(found, found.article(language), settings)) ?? source;
    pages.set(page, { heading: headingAddress(source.ids, to.ids), to });
  }
  if (pages.size === 0) return NONE;
  return {
    follow(address) {
      const { page = '', place = '' } = splitPlace(address) ?? {};
      const followed = pages.get(page)?.heading?.(`#${place}`);
      return followed === undefined ? address : `${page}${followed}`;
    },
    lacks(address, place) {
      const to = pages.get(splitPlace(address)?.page ?? '')?.to;
      const name = percentDecoded(place);
      return to !== undefined && !to.ids.includes(name) && !to.places.has(name);
    },
  };
}

/** Headings of files as they were read last: many pages lead to few. */
const known = new WeakMap<Configuration, Map<string, { readonly print: string; readonly headings: Headings }>>();

/** @returns undefined for a file that is not there or cannot be read: it has its error where it is read for its texts. */
async function headingsOf(
  { format }: Page,
  file: string,
  { root, configuration }: PageSettings,
): Promise<Headings | undefined> {
  try {
    const bytes = readBytes(root, file);
    if (bytes === undefined) return undefined;
    const files = known.get(configuration) ?? new Map();
    known.set(configuration, files);
    const print = fileHash(bytes);
    const last = files.get(file);
    if (last?.print === print) return last.headings;
    const text = decode(bytes, file);
    const { headingIds } = await parseRendered(format, file, text, configuration);
    const headings = { ids: headingIds?.() ?? [], places: placesIn(text, configuration.reading.flavour) };
    files.set(file, { print, headings });
    return headings;
  } catch (error) {
    if (error instanceof GlossaError) return undefined;
    throw error;
  }
}
