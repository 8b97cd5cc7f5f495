import { SourceError } from '../../../project/errors.ts';
import type { Configuration } from '../../../project/configuration.ts';
import { parseFile } from '../../../formats/parse-file.ts';
import type { FormatEntry } from '../../../formats/index.ts';
import type { ParsedArticle } from '../../../formats/format.ts';
import { refuseConflicts } from '../source/conflict-markers.ts';
import { inFile } from '../source/read-source.ts';

/** A rendered article, read by a format: its source's. */
export async function parseRendered(
  entry: FormatEntry,
  file: string,
  text: string,
  { reading }: Configuration,
): Promise<ParsedArticle> {
  const { parsed } = await inFile(file, async () => {
    const read = await parseFile(entry, text, reading);
    refuseConflicts(text, read.parsed);
    return read;
  });
  if (parsed.kind === 'article') return parsed;
  throw new SourceError('is no article.', { place: { file }, remedy: 'Nothing is rendered for such files.' });
}
