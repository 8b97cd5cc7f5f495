/**
 * Where the rendered article of a source file and language stands. When a source file changes its extension the article
 * is still under the old one, beside the new or in its place; no word of a person is left behind there.
 */
import { ARTICLE_EXTENSIONS, formatFor } from '../../../formats/index.ts';
import { fileHash } from '../../../locales/file-hash.ts';
import type { ReviewRecord } from '../../../locales/record.ts';
import type { Configuration } from '../../../project/configuration.ts';
import { GlossaError, SourceError } from '../../../project/errors.ts';
import { formerHash } from '../../../project/hash.ts';
import type { Place } from '../../../project/layout/layout.ts';
import { existingInProject } from '../../../project/paths.ts';
import { parseRendered } from './read-rendered.ts';
import type { SourceState } from '../source/read-source.ts';
import { articleSeal } from '../seals.ts';
import { decode, readBytes } from '../source/sources.ts';
import { contentHash, needSyntaxes, unitContent } from '../values.ts';

export interface ArticleOnDisk {
  /** Where it stands, or would stand. */
  readonly file: string;
  /** With the addresses of its source: see written-addresses.ts. */
  readonly text: string | undefined;
  /** As it stands there. */
  readonly written: string | undefined;
  /** It is not byte for byte what the last run wrote. */
  readonly isEdited: boolean;
  /** Articles under older extensions in which nothing is new: they go. */
  readonly outdated: readonly { readonly file: string; readonly text: string }[];
}

/**
 * Finds the article. One under another extension that the last run wrote is moved; so it is said, and nothing touched,
 * where an article that must go holds words that nothing else has.
 * @throws SourceError then, naming both files.
 */
export async function articleOnDisk(
  root: string,
  source: SourceState,
  language: string,
  record: ReviewRecord,
  configuration: Configuration,
): Promise<ArticleOnDisk> {
  const { disk, file } = source;
  // Whoever renames a source may rename its translations with it.
  const isThere = (path: string): boolean => existingInProject(root, path) !== undefined;
  const isMoved = disk.namespace !== file.namespace;
  const isAlong = isMoved && !isThere(disk.article(language)) && isThere(file.article(language));
  const own = isAlong ? file.article(language) : disk.article(language);
  const read = (path: string, old: readonly string[]): ArticleOnDisk => {
    const outdated = old.map((one) => ({ file: one, text: decode(readBytes(root, one) ?? Buffer.alloc(0), one) }));
    const bytes = readBytes(root, path);
    if (bytes === undefined) return { file: path, text: undefined, written: undefined, isEdited: false, outdated };
    const isEdited = record.seal?.article !== articleSeal(fileHash(bytes));
    const text = decode(bytes, path);
    return { file: path, text, written: text, isEdited, outdated };
  };
  const none = { file: own, text: undefined, written: undefined, isEdited: false };
  const others = record.lines.length === 0 ? [] : articlesBeside(root, language, disk);
  const hasOwn = file.format.kind === 'article' && existingInProject(root, own) !== undefined;
  const last = others.find((path) => !read(path, []).isEdited);
  if (
    others.length === 0 ||
    (last === undefined && (hasOwn || record.seal === undefined || record.seal.article === articleSeal('')))
  ) {
    // What stands beside an article that is there is left over from long ago: it is listed.
    return file.format.kind === 'article' ? read(own, []) : { ...none, outdated: [] };
  }
  if (last !== undefined && file.format.kind === 'article' && !hasOwn) return read(last, []);
  const checked = hasOwn ? [own] : last === undefined ? others : [];
  for (const path of checked) {
    if (await saysNothingNew(root, path, record, configuration)) continue;
    const isNow =
      file.format.kind === 'article' ? `the article of ${file.path} is ${own}` : `${file.path} has no article`;
    const why = path === own ? `${last ?? ''} is the article of the last run` : `${isNow} now`;
    const bundle = disk.bundle(language);
    throw new SourceError(`has words that ${bundle} does not have, and ${why}.`, {
      place: { file: path },
      remedy: `Take them over into ${bundle} and delete the article that is old. Nothing was touched.`,
    });
  }
  const outdated = last === undefined ? others : [last];
  return file.format.kind === 'article' ? read(own, outdated) : { ...none, outdated: read(own, outdated).outdated };
}

/** The articles of a namespace under other extensions than its own. Case alone makes no other file everywhere. */
function articlesBeside(root: string, language: string, place: Place): string[] {
  const own = place.article(language);
  return ARTICLE_EXTENSIONS.filter((other) => other !== place.extension.toLowerCase())
    .map((other) => place.article(language, other))
    .filter((path) => path !== own && existingInProject(root, path) !== undefined);
}

/** Whether each text of an article is one that its record tells: a target, or the source text where there is none. */
export async function saysNothingNew(
  root: string,
  file: string,
  { lines }: ReviewRecord,
  configuration: Configuration,
): Promise<boolean> {
  const bytes = readBytes(root, file);
  const format = formatFor(file);
  if (bytes === undefined || format === undefined) return true;
  const known = new Set(lines.flatMap(({ target, source }) => [target, source]));
  try {
    const { units } = await parseRendered(format, file, decode(bytes, file), configuration);
    await needSyntaxes(units.map(({ syntax }) => syntax));
    return units.every((unit) => {
      const hash = contentHash(unit.syntax, unitContent(unit));
      return known.has(hash) || known.has(formerHash(hash));
    });
  } catch (error) {
    if (error instanceof GlossaError) return false;
    throw error;
  }
}
