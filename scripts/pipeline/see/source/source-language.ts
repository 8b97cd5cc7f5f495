/** The languages that a source file says its texts are in, as the project counts them. */
import { parseFile } from '../../../formats/parse-file.ts';
import type { ParsedFile } from '../../../formats/format.ts';
import type { FormatEntry } from '../../../formats/index.ts';
import type { Configuration } from '../../../project/configuration.ts';
import { SourceError } from '../../../project/errors.ts';
import { baseLanguage, canonicalLanguage } from '../../../project/languages.ts';

export interface ReadLanguages {
  readonly format: FormatEntry;
  readonly parsed: ParsedFile;
  /** The file's own language. */
  readonly language: string;
}

/**
 * Reads a source file. A regional variant of the source language (`en-US` where the project's is `en`) is the source
 * language, unless it is a target.
 * @throws SourceError when it cannot be read, or names a language that nobody knows.
 */
export async function readWithLanguages(
  path: string,
  entry: FormatEntry,
  text: string,
  { sourceLanguage, targetLanguages, reading }: Pick<Configuration, 'sourceLanguage' | 'targetLanguages' | 'reading'>,
): Promise<ReadLanguages> {
  const { format, parsed } = await parseFile(entry, text, reading);
  const isVariant = (tag: string): boolean =>
    tag !== sourceLanguage && baseLanguage(tag) === baseLanguage(sourceLanguage) && !targetLanguages.includes(tag);
  const counted = (tag: string): string => (isVariant(tag) ? sourceLanguage : tag);
  const language = counted(declared(parsed.language, path) ?? sourceLanguage);
  if (!parsed.units.some((unit) => unit.language !== undefined && isVariant(unit.language))) {
    return { format, parsed, language };
  }
  const units = parsed.units.map((unit) =>
    unit.language === undefined ? unit : { ...unit, language: counted(unit.language) },
  );
  return { format, parsed: { ...parsed, units }, language };
}

function declared(tag: string | undefined, file: string): string | undefined {
  if (tag === undefined) return undefined;
  const canonical = canonicalLanguage(tag);
  if (canonical !== undefined) return canonical;
  throw new SourceError(`"${tag}" is no known language.`, {
    place: { file },
    remedy: 'Give `lang` a BCP 47 tag such as en or pt-BR.',
  });
}
