/** `import` of a TMX and of a TBX. */
import { basename, extname } from 'node:path';
import type { ReturnedText } from '../exchange/exchanged.ts';
import { readTmx } from '../exchange/tmx/read-tmx.ts';
import { readTbx } from '../exchange/tbx.ts';
import type { FileWriter } from '../locales/journal.ts';
import { ConfigurationError } from '../project/errors.ts';
import { GLOSSARY_FOLDER } from '../project/paths.ts';
import { foldCase } from '../project/text/words.ts';
import { printTermRows } from '../terminology/csv.ts';
import { loadTermbase } from '../terminology/termbase.ts';
import { printKeptMemory, readKeptMemory, type KeptText } from '../pipeline/see/kept-memory.ts';
import type { Project } from '../pipeline/see/project.ts';
import { decode, listFiles, readBytes } from '../pipeline/see/source/sources.ts';
import { exclusively } from '../locales/exclusive-run.ts';
import {
  mergeTexts,
  unitsIn,
  type ImportOptions,
  type ImportReport,
  type KnownUnits,
} from './exchange/import-texts.ts';
import type { OpenedProject } from './review/open-project.ts';
import { keptTexts, ownTexts, tmxSyntaxes } from './tmx-texts.ts';
import { needSyntaxes } from '../pipeline/see/values.ts';

export interface Imported {
  readonly count: number;
  readonly files: readonly string[];
}

export interface ImportedTerms extends Imported {
  /** What a glossary has no place for: how often, by data category. */
  readonly notKept: Readonly<Record<string, number>>;
}

export interface ImportedMemory extends Imported {
  /** Edits of texts that this project has: one report a language. */
  readonly merged: readonly ImportReport[];
}

/**
 * Texts of our own exports whose unit has a translation here are merged like any translator's file. All others become texts
 * of the memory, for each project language beside their source language; those of our own exports under their namespace and
 * key, others under the file's name.
 * @throws SourceError when the file is no TMX.
 */
export async function importMemory(
  opened: OpenedProject,
  file: string,
  bytes: Buffer,
  options: Pick<ImportOptions, 'dryRun' | 'note'>,
): Promise<ImportedMemory> {
  const { project } = opened;
  const { sourceLanguage, targetLanguages } = project.configuration;
  const name = basename(file, extname(file));
  const tmx = readTmx(bytes, file);
  const syntaxes = await tmxSyntaxes(project, tmx.units);
  await needSyntaxes(syntaxes.values());
  const merged: ImportReport[] = [];
  const texts = new Map<string, readonly KeptText[]>();
  for (const language of [sourceLanguage, ...targetLanguages]) {
    const known = await unitsIn(opened, language);
    const done = new Set<number>();
    const read = (take: (text: ReturnedText) => void): void =>
      ownTexts(tmx, language, syntaxes, (text, index) => {
        if (known.files.get(text.file)?.units.get(text.key)?.value === undefined) return;
        done.add(index);
        take(text);
      });
    const report = await mergeTexts(opened, language, known, file, async (take) => read(take), options);
    if (done.size > 0) merged.push(report);
    // What the project says already needs no memory; a draft in a file whose marks are lost would pass for a person's text.
    const here = textsHere(known);
    const kept = keptTexts(tmx, name, sourceLanguage, language, syntaxes, (index) => done.has(index)).filter(
      ({ source, target }) => !here.has(pairOf(source, target)),
    );
    if (kept.length > 0) texts.set(language, kept);
  }
  const count = [...texts.values()].reduce((sum, { length }) => sum + length, 0);
  const files = [...texts.keys()].map((language) => project.layout.memory(language));
  if (!options.dryRun && count > 0) await exclusively(project, options.note, (writer) => keep(project, texts, writer));
  return { count, files, merged };
}

function textsHere({ files }: KnownUnits): ReadonlySet<string> {
  const pairs = [...files.values()].flatMap(({ units }) =>
    [...units.values()].flatMap(({ expected, value }) =>
      value === undefined ? [] : [pairOf(expected.source.value, value)],
    ),
  );
  return new Set(pairs);
}

const pairOf = (source: string, target: string): string => JSON.stringify([source, target]);

async function keep(
  project: Project,
  texts: ReadonlyMap<string, readonly KeptText[]>,
  writer: FileWriter,
): Promise<void> {
  for (const [language, own] of texts) {
    const memory = readKeptMemory(project, language);
    const text = printKeptMemory({ ...memory, texts: [...memory.texts, ...own] });
    await writer.write([{ file: project.layout.memory(language), text, seen: memory.seen ?? null }]);
  }
}

/**
 * @param writer undefined: nothing is written.
 * @throws SourceError for the first fault of the file, or of the glossary with it; ConfigurationError when the glossary file is there already.
 */
export async function importTermbase(
  project: Project,
  name: string,
  bytes: Buffer,
  writer: FileWriter | undefined,
): Promise<ImportedTerms> {
  const { terms: read, errors, notKept } = readTbx(`${name}.tbx`, decode(bytes, `${name}.tbx`));
  const [error] = errors;
  if (error !== undefined) throw error;
  // The same term twice in a concept says nothing more, and would be an error of every later run.
  const terms = [
    ...new Map(
      read.toReversed().map((one) => [JSON.stringify([one.concept, one.term.language, foldCase(one.term.term)]), one]),
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
  const others = listFiles(project.root, GLOSSARY_FOLDER, '.csv').filter((path) => path !== file);
  const texts = others.map((path) => ({ path, text: decode(readBytes(project.root, path) ?? Buffer.alloc(0), path) }));
  const { errors: faults } = loadTermbase([...texts, { path: file, text }], project.configuration);
  const fault = faults.find(({ place }) => place.file === file);
  if (fault !== undefined) throw fault;
  if (writer !== undefined) await writer.write([{ file, text }]);
  return { count: terms.length, files: [file], notKept: Object.fromEntries(notKept) };
}
