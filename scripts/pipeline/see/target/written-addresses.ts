/**
 * Where the addresses of a rendered article lead: on disk to pages and headings of its language, where the settings `links` and
 * `headingIds: "follow"` say so, and to the files that its source has beside it. Everywhere else it has its source's, so that no address looks like an edit.
 */
import {
  formerAddress,
  headingAddress,
  originalAddress,
  pageAddress,
  sourceAddress,
  withAddresses,
  type Address,
} from '../../../formats/links/addresses.ts';
import type { ParsedArticle } from '../../../formats/format.ts';
import type { Bundle } from '../../../locales/bundle.ts';
import { GlossaError } from '../../../project/errors.ts';
import type { SourceState } from '../source/read-source.ts';
import { parseValue } from '../values.ts';
import { fileAddress } from './file-addresses.ts';
import type { ArticleOnDisk } from './article-on-disk.ts';
import { linkedPages, type LinkedPages } from './linked-pages.ts';
import type { PageSettings } from './page-of-address.ts';
import { parseRendered } from './read-rendered.ts';

/** An article of a language as it is written to disk. */
export async function withOwnAddresses(
  text: string,
  source: SourceState,
  language: string,
  settings: PageSettings,
): Promise<string> {
  const { parsed: original } = source;
  if (original.kind !== 'article') return text;
  const file = movedFile(original, source, language, settings);
  if (!isSet(settings) && file === undefined) return text;
  const parsed = await readAgain(text, source, language, settings);
  if (parsed === undefined) return text;
  const linked = await linkedPages(() => addressesOf(original, source.text), source.file.path, language, settings);
  return withAddresses(text, parsed, wayTo(original, parsed, language, settings, linked, file));
}

/** An article on disk with the addresses of its source. */
export async function withSourceAddresses(
  rendered: ArticleOnDisk,
  source: SourceState,
  language: string,
  bundle: Bundle,
  settings: PageSettings,
): Promise<ArticleOnDisk> {
  const { text, isEdited } = rendered;
  const { parsed: original } = source;
  if (original.kind !== 'article' || text === undefined) return rendered;
  const file = movedFile(original, source, language, settings);
  if (!isSet(settings) && file === undefined) return rendered;
  const parsed = await readAgain(text, source, language, settings);
  if (parsed === undefined) return rendered;
  const sources = addressesOf(original, source.text);
  const linked = await linkedPages(() => sources, source.file.path, language, settings);
  const ways = [wayTo(original, parsed, language, settings, linked, file)];
  // Whoever edits a heading may leave the links to it as they are: they lead where the last run let them.
  if (isEdited && settings.configuration.reading.followsIds === true) {
    const filled = filledBy(original, source, bundle);
    const last = filled === undefined ? undefined : await readAgain(filled, source, language, settings);
    if (last !== undefined) ways.unshift(wayTo(original, last, language, settings, linked, file));
  }
  const [way = (address: string) => address] = ways;
  const former = formerAddress(sources, addressesOf(parsed, text), way, linked.lacks);
  const back = wayFrom(original, parsed, language, settings);
  const origin = originalAddress(sources, ways, (address) => former(address) ?? back(address));
  return { ...rendered, text: withAddresses(text, parsed, origin) };
}

function isSet({ configuration: { reading } }: PageSettings): boolean {
  return reading.links !== undefined || reading.followsIds === true;
}

/** Where files beside the source are seen from a translation; undefined where it leads to none. */
function movedFile(
  original: ParsedArticle,
  { file, text }: SourceState,
  language: string,
  { root, configuration }: PageSettings,
): Address | undefined {
  const moved = fileAddress(root, configuration.reading.flavour, file.path, file.article(language));
  if (moved === undefined) return undefined;
  return addressesOf(original, text).some((address) => moved(address) !== address) ? moved : undefined;
}

function addressesOf({ addresses }: ParsedArticle, text: string): string[] {
  return (addresses?.() ?? []).map(({ start, end }) => text.slice(start, end));
}

function idsOf({ headingIds }: ParsedArticle): readonly string[] {
  return headingIds?.() ?? [];
}

function wayTo(
  from: ParsedArticle,
  to: ParsedArticle,
  language: string,
  settings: PageSettings,
  linked: LinkedPages,
  file: Address = (address) => address,
): Address {
  const page = pages(language, settings);
  const heading =
    settings.configuration.reading.followsIds === true ? headingAddress(idsOf(from), idsOf(to)) : undefined;
  return (address) => (address.startsWith('#') ? (heading?.(address) ?? address) : page(file(linked.follow(address))));
}

function wayFrom(to: ParsedArticle, from: ParsedArticle, language: string, settings: PageSettings): Address {
  const { links = {}, followsIds } = settings.configuration.reading;
  const page = sourceAddress(links, settings.layout.spelling(language), pages(language, settings));
  const heading = followsIds === true ? headingAddress(idsOf(from), idsOf(to)) : undefined;
  return (address) => (address.startsWith('#') ? (heading?.(address) ?? address) : page(address));
}

function pages(language: string, { configuration, layout }: PageSettings): Address {
  const tags = configuration.targetLanguages.map((one) => layout.spelling(one));
  return pageAddress(configuration.reading.links ?? {}, layout.spelling(language), tags);
}

/** @returns undefined where values are nested too deeply to be written. */
function filledBy(original: ParsedArticle, { units }: SourceState, { entries }: Bundle): string | undefined {
  const values = new Map<number, string>();
  for (const [index, { key }] of units.entries()) {
    const value = entries.get(key)?.value;
    if (typeof value === 'string') values.set(index, value);
  }
  try {
    return original.fill(values, { parse: parseValue }).text;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What cannot be read has its error where it is read for its texts. */
async function readAgain(
  text: string,
  source: SourceState,
  language: string,
  { configuration }: PageSettings,
): Promise<ParsedArticle | undefined> {
  try {
    return await parseRendered(source.file.format, source.file.article(language), text, configuration);
  } catch (error) {
    if (error instanceof GlossaError) return undefined;
    throw error;
  }
}
