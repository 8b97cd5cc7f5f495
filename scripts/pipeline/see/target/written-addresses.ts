/**
 * Where the addresses of a rendered article lead: on disk to pages and headings of its language, where the settings `links` and
 * `headingIds: "follow"` say so, and to the files that its source has beside it. Everywhere else it has its source's, so that no address looks like an edit.
 */
import {
  headingAddress,
  originalAddress,
  pageAddress,
  sourceAddress,
  withAddresses,
  type Address,
} from '../../../formats/links/addresses.ts';
import type { ParsedArticle } from '../../../formats/format.ts';
import type { Bundle } from '../../../locales/bundle.ts';
import type { Configuration } from '../../../project/configuration.ts';
import { GlossaError } from '../../../project/errors.ts';
import type { Layout } from '../../../project/layout/layout.ts';
import type { SourceState } from '../source/read-source.ts';
import { parseValue } from '../values.ts';
import { fileAddress } from './file-addresses.ts';
import type { ArticleOnDisk } from './article-on-disk.ts';
import { parseRendered } from './read-rendered.ts';

/** What decides where addresses lead. */
export interface AddressSettings {
  readonly root: string;
  readonly configuration: Configuration;
  readonly layout: Pick<Layout, 'spelling'>;
}

/** An article of a language as it is written to disk. */
export async function withOwnAddresses(
  text: string,
  source: SourceState,
  language: string,
  settings: AddressSettings,
): Promise<string> {
  const { parsed: original } = source;
  if (original.kind !== 'article') return text;
  const file = movedFile(original, source, language, settings);
  if (!isSet(settings) && file === undefined) return text;
  const parsed = await readAgain(text, source, language, settings);
  return parsed === undefined ? text : withAddresses(text, parsed, wayTo(original, parsed, language, settings, file));
}

/** An article on disk with the addresses of its source. */
export async function withSourceAddresses(
  rendered: ArticleOnDisk,
  source: SourceState,
  language: string,
  bundle: Bundle,
  settings: AddressSettings,
): Promise<ArticleOnDisk> {
  const { text, isEdited } = rendered;
  const { parsed: original } = source;
  if (original.kind !== 'article' || text === undefined) return rendered;
  const file = movedFile(original, source, language, settings);
  if (!isSet(settings) && file === undefined) return rendered;
  const parsed = await readAgain(text, source, language, settings);
  if (parsed === undefined) return rendered;
  const ways = [wayTo(original, parsed, language, settings, file)];
  // Whoever edits a heading may leave the links to it as they are: they lead where the last run let them.
  if (isEdited && settings.configuration.reading.followsIds === true) {
    const filled = filledBy(original, source, bundle);
    const last = filled === undefined ? undefined : await readAgain(filled, source, language, settings);
    if (last !== undefined) ways.unshift(wayTo(original, last, language, settings, file));
  }
  const sources = (original.addresses?.() ?? []).map(({ start, end }) => source.text.slice(start, end));
  const back = wayFrom(original, parsed, language, settings);
  return { ...rendered, text: withAddresses(text, parsed, originalAddress(sources, ways, back)) };
}

function isSet({ configuration: { reading } }: AddressSettings): boolean {
  return reading.links !== undefined || reading.followsIds === true;
}

/** Where files beside the source are seen from a translation; undefined where it leads to none. */
function movedFile(
  original: ParsedArticle,
  { file, text }: SourceState,
  language: string,
  { root, configuration }: AddressSettings,
): Address | undefined {
  const moved = fileAddress(root, configuration.reading.flavour, file.path, file.article(language));
  if (moved === undefined) return undefined;
  const addresses = (original.addresses?.() ?? []).map(({ start, end }) => text.slice(start, end));
  return addresses.some((address) => moved(address) !== address) ? moved : undefined;
}

function idsOf({ headingIds }: ParsedArticle): readonly string[] {
  return headingIds?.() ?? [];
}

function wayTo(
  from: ParsedArticle,
  to: ParsedArticle,
  language: string,
  settings: AddressSettings,
  file: Address = (address) => address,
): Address {
  const page = pages(language, settings);
  const heading =
    settings.configuration.reading.followsIds === true ? headingAddress(idsOf(from), idsOf(to)) : undefined;
  return (address) => (address.startsWith('#') ? (heading?.(address) ?? address) : page(file(address)));
}

function wayFrom(to: ParsedArticle, from: ParsedArticle, language: string, settings: AddressSettings): Address {
  const { links = {}, followsIds } = settings.configuration.reading;
  const page = sourceAddress(links, settings.layout.spelling(language), pages(language, settings));
  const heading = followsIds === true ? headingAddress(idsOf(from), idsOf(to)) : undefined;
  return (address) => (address.startsWith('#') ? (heading?.(address) ?? address) : page(address));
}

function pages(language: string, { configuration, layout }: AddressSettings): Address {
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
  { configuration }: AddressSettings,
): Promise<ParsedArticle | undefined> {
  try {
    return await parseRendered(source.file.format, source.file.article(language), text, configuration);
  } catch (error) {
    if (error instanceof GlossaError) return undefined;
    throw error;
  }
}
