/** Writes the units of a project for translators: one file a language. */
import { extname } from 'node:path';
import type { Count, TextFormat, WriteOptions } from '../../exchange/text-formats.ts';
import { writeOutput } from '../../locales/write-output.ts';
import { UsageError } from '../../project/errors.ts';
import type { OpenedProject } from '../review/open-project.ts';
import { collectUnits, type Selection } from './collect-units.ts';

/** Units as a tool counts them: each text in markup is one, too. */
export interface ExportedFile extends Count {
  readonly file: string;
  readonly language: string;
}

/**
 * @param file `{language}` in it stands for the language; without it, and with several languages, it comes before the extension.
 * @throws GlossaError when a file of the project cannot be read; UsageError when there is nothing to write.
 */
export async function exportTexts(
  opened: OpenedProject,
  format: TextFormat,
  file: string,
  languages: readonly string[],
  selection: Selection,
  options: WriteOptions,
): Promise<readonly ExportedFile[]> {
  const written: ExportedFile[] = [];
  for (const language of languages) {
    const document = await collectUnits(opened, language, selection);
    const text = format.write(document, options);
    if (text === undefined) continue;
    const path = pathOf(file, language, languages.length > 1);
    await writeOutput(path, text);
    written.push({ file: path, language, ...format.count(document) });
  }
  if (written.length === 0) throw new UsageError('Nothing fits what was asked for: no file was written.');
  return written;
}

function pathOf(file: string, language: string, isOneOfMany: boolean): string {
  if (file.includes('{language}')) return file.replaceAll('{language}', language);
  const extension = extname(file);
  return isOneOfMany ? `${file.slice(0, -extension.length)}.${language}${extension}` : file;
}

export function exportLines(written: readonly ExportedFile[]): string[] {
  return written.map(({ units, sentences, language, file }) => {
    const cut = sentences === units ? '' : ` (${sentences} sentences)`;
    return `${units} ${units === 1 ? 'unit' : 'units'}${cut} in ${language} written to ${file}.`;
  });
}
