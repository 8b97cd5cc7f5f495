/**
 * A project's word list, `glossary/words.csv`: words that a rule-based engine does not know, and what stands for them in a
 * language. Unlike terms they are asked of nobody: no check counts them.
 */
import { parse } from 'csv-parse/sync';
import { SourceError } from '../project/errors.ts';
import { canonicalLanguage } from '../project/languages.ts';
import { WORDS_FILE } from '../project/paths.ts';

/** By canonical language tag: from a word in small letters to what stands for it. */
export type WordList = ReadonlyMap<string, ReadonlyMap<string, string>>;

const COLUMNS = 'word,language,target';

/**
 * Reads a word list; a row that cannot be read stops only itself. Of two rows for one word and language the first counts.
 *
 * @param text the file's content, CSV with the columns `word, language, target`.
 */
export function readWords(text: string): { readonly words: WordList; readonly errors: readonly SourceError[] } {
  const words = new Map<string, Map<string, string>>();
  const errors: SourceError[] = [];
  const fail = (line: number, message: string, remedy: string): void => {
    errors.push(new SourceError(message, { place: { file: WORDS_FILE, line }, remedy }));
  };
  let rows: readonly (readonly string[])[];
  try {
    rows = parse(text, { bom: true, trim: true, relax_column_count: true });
  } catch (error) {
    fail(1, `is no CSV: ${error instanceof Error ? error.message : String(error)}`, `Its columns are ${COLUMNS}.`);
    return { words, errors };
  }
  const [header, ...rest] = rows;
  if (header !== undefined && header.join(',').toLowerCase() !== COLUMNS) {
    fail(1, `has the columns ${header.join(',')}.`, `They must be ${COLUMNS}.`);
    return { words, errors };
  }
  for (const [index, record] of rest.entries()) {
    if (record.join('') === '') continue;
    const [word = '', tag = '', target = ''] = record.map((field) => field.normalize('NFC'));
    const language = canonicalLanguage(tag);
    if (word === '' || target === '' || language === undefined) {
      fail(index + 2, 'has no word, no target or no language.', 'A row is like: hydrated,fr,hydraté');
      continue;
    }
    const list = words.get(language) ?? new Map<string, string>();
    if (!list.has(word.toLowerCase())) list.set(word.toLowerCase(), target);
    words.set(language, list);
  }
  return { words, errors };
}
