/** `import`: a TMX into `locales/.memory/`, a TBX into `glossary/`. */
import { readTmx } from '../exchange/tmx/read-tmx.ts';
import { readTbx } from '../exchange/tbx.ts';
import type { FileWriter } from '../locales/journal.ts';
import { ConfigurationError } from '../project/errors.ts';
import { GLOSSARY_FOLDER } from '../project/paths.ts';
import { printTermRows } from '../terminology/csv.ts';
import { printKeptMemory, readKeptMemory } from '../pipeline/see/kept-memory.ts';
import type { Project } from '../pipeline/see/project.ts';
import { decode, readBytes } from '../pipeline/see/source/sources.ts';
import { keptTexts, tmxSyntaxes } from './tmx-texts.ts';
import { needSyntaxes } from '../pipeline/see/values.ts';

export interface Imported {
  readonly count: number;
  readonly files: readonly string[];
}

/**
 * A unit of a TMX becomes one text of the memory for each project language that it has beside its source language. Where
 * it tells its namespace and key (our own exports do) it keeps them, else it stands under the file's name.
 * @throws SourceError when the file is no TMX.
 */
export async function importMemory(
  project: Project,
  name: string,
  bytes: Buffer,
  writer: FileWriter,
): Promise<Imported> {
  const { sourceLanguage, targetLanguages } = project.configuration;
  const file = readTmx(bytes, `${name}.tmx`);
  const syntaxes = await tmxSyntaxes(project, file.units);
  await needSyntaxes(syntaxes.values());
  let count = 0;
  const files: string[] = [];
  for (const language of [sourceLanguage, ...targetLanguages]) {
    const texts = keptTexts(file, name, sourceLanguage, language, syntaxes);
    if (texts.length === 0) continue;
    const memory = readKeptMemory(project, language);
    const text = printKeptMemory({ ...memory, texts: [...memory.texts, ...texts] });
    const path = project.layout.memory(language);
    await writer.write([{ file: path, text, seen: memory.seen ?? null }]);
    files.push(path);
    count += texts.length;
  }
  return { count, files };
}

/** @throws SourceError for the first fault of the file; ConfigurationError when the glossary file is there already. */
export async function importTermbase(
  project: Project,
  name: string,
  bytes: Buffer,
  writer: FileWriter,
): Promise<Imported> {
  const { terms: read, errors } = readTbx(`${name}.tbx`, decode(bytes, `${name}.tbx`));
  const [error] = errors;
  if (error !== undefined) throw error;
  // The same term twice in a concept says nothing more, and would be an error of every later run.
  const terms = [
    ...new Map(
      read.toReversed().map((one) => [JSON.stringify([one.concept, one.term.language, one.term.term]), one]),
    ).values(),
  ].toReversed();
  const file = `${GLOSSARY_FOLDER}/${name}.csv`;
  const text = printTermRows(terms);
  const there = readBytes(project.root, file)?.toString('utf8');
  if (there !== undefined && there !== text) {
    throw new ConfigurationError('is there already, and differs.', {
      place: { file },
      remedy: 'Rename the TBX file, or remove the glossary file first.',
    });
  }
  await writer.write([{ file, text }]);
  return { count: terms.length, files: [file] };
}
