/** What people changed in a rendered article: its units, by key. */
import { SourceError } from '../../../project/errors.ts';
import { shortHash } from '../../../project/hash.ts';
import type { Configuration } from '../../../project/configuration.ts';
import type { ReviewRecord } from '../../../locales/record.ts';
import { parseFile } from '../../../formats/parse-file.ts';
import type { FormatEntry } from '../../../formats/index.ts';
import type { ParsedArticle } from '../../../formats/format.ts';
import { inFile, type SourceState } from '../source/read-source.ts';
import { outlineSeal } from '../seals.ts';

/**
 * Parses a rendered article and finds the key of each of its units: by the order of the record, which is the source's
 * order when the article was written, or, after a merge, by the order of the source as it is now.
 * @throws SourceError when its structure is neither: an edit there cannot be taken over, and is not overwritten.
 */
export async function readRendered(
  source: SourceState,
  file: string,
  text: string,
  record: ReviewRecord,
  configuration: Configuration,
): Promise<ReadonlyMap<string, string>> {
  const parsed = await parseRendered(source.file.format, file, text, configuration);
  const outline = shortHash(parsed.outline());
  const recorded = [...new Set(record.lines.map(({ key }) => key))];
  const keys =
    record.seal?.outline === outlineSeal(outline, recorded)
      ? recorded
      : outline === source.outline
        ? source.units.map(({ key }) => key)
        : [];
  if (keys.length !== parsed.units.length) {
    throw new SourceError('was changed by hand, and its structure is no longer the one of its source.', {
      place: { file, line: 1 },
      remedy:
        'Only words can be edited here: restore headings, lists, links and code from git, or delete the file to have it ' +
        'written anew. It was left as it is.',
    });
  }
  return new Map(parsed.units.map((unit, index) => [keys[index] ?? '', unit.value]));
}

/** A rendered article, read by a format: its source's. */
export async function parseRendered(
  entry: FormatEntry,
  file: string,
  text: string,
  { reading }: Configuration,
): Promise<ParsedArticle> {
  const { parsed } = await inFile(file, () => parseFile(entry, text, reading));
  if (parsed.kind === 'article') return parsed;
  throw new SourceError('is no article.', { place: { file }, remedy: 'Nothing is rendered for such files.' });
}
