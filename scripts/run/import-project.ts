/** `import`: a TMX into `locales/.memory/`, a TBX into `glossary/`. */
import type { TmxUnit, TmxVariant } from '../exchange/tmx/tmx-file.ts';
import { readTmx } from '../exchange/tmx/read-tmx.ts';
import { readTbx } from '../exchange/tbx.ts';
import type { Journal } from '../locales/journal.ts';
import { ConfigurationError } from '../project/errors.ts';
import { sameLanguage } from '../project/languages.ts';
import { GLOSSARY_FOLDER, memoryPath } from '../project/paths.ts';
import { printTermRows } from '../terminology/csv.ts';
import { STATES, type State } from '../units/unit.ts';
import { printKeptMemory, readKeptMemory, type KeptText } from './kept-memory.ts';
import type { Project } from './project.ts';
import { decode, readBytes } from './sources.ts';
import { needSyntaxes, printValue } from './values.ts';

export interface Imported {
  readonly count: number;
  readonly files: readonly string[];
}

/**
 * A unit of a TMX becomes one text of the memory for each project language that it has beside the source language. Where
 * it tells its namespace and key (our own exports do) it keeps them, else it stands under the file's name.
 * @throws SourceError when the file is no TMX.
 */
export async function importMemory(project: Project, name: string, bytes: Buffer, journal: Journal): Promise<Imported> {
  const { sourceLanguage, targetLanguages } = project.configuration;
  await needSyntaxes(['markdown']);
  const file = readTmx(bytes, `${name}.tmx`);
  let count = 0;
  const files: string[] = [];
  for (const language of targetLanguages) {
    const texts = file.units.flatMap((unit, index) => keptText(unit, index, name, sourceLanguage, language));
    if (texts.length === 0) continue;
    const memory = readKeptMemory(project.root, language);
    const text = printKeptMemory({ ...memory, texts: [...memory.texts, ...texts] });
    await journal.write([{ file: memoryPath(language), text }]);
    files.push(memoryPath(language));
    count += texts.length;
  }
  return { count, files };
}

function keptText(unit: TmxUnit, index: number, name: string, from: string, to: string): KeptText[] {
  const source = unit.variants.find(({ language }) => sameLanguage(language, from));
  const target =
    unit.variants.find(({ language }) => language === to) ??
    unit.variants.find(({ language }) => sameLanguage(language, to));
  if (source === undefined || target === undefined) return [];
  const property = (of: Pick<TmxVariant, 'properties'>, type: string): string | undefined =>
    of.properties.find((one) => one.type === type)?.value;
  const state = stateOf(property(target, 'x-state'));
  const origin = property(target, 'x-origin') ?? 'person';
  // An unreviewed draft is no person's text, and must not come back as one.
  if (origin !== 'person' && state !== 'reviewed' && state !== 'final') return [];
  return [
    {
      namespace: property(unit, 'x-namespace') ?? `${name}.tmx`,
      key: property(unit, 'x-key') ?? unit.id ?? String(index + 1),
      source: printValue('markdown', source.content),
      target: printValue('markdown', target.content),
      state,
    },
  ];
}

/** A memory from elsewhere is people's work unless it says that it is not. */
function stateOf(text: string | undefined): State {
  return STATES.find((state) => state === text) ?? 'reviewed';
}

/** @throws SourceError for the first fault of the file; ConfigurationError when the glossary file is there already. */
export async function importTermbase(
  project: Project,
  name: string,
  bytes: Buffer,
  journal: Journal,
): Promise<Imported> {
  const { terms, errors } = readTbx(`${name}.tbx`, decode(bytes, `${name}.tbx`));
  const [error] = errors;
  if (error !== undefined) throw error;
  const file = `${GLOSSARY_FOLDER}/${name}.csv`;
  const text = printTermRows(terms);
  const there = readBytes(project.root, file)?.toString('utf8');
  if (there !== undefined && there !== text) {
    throw new ConfigurationError('is there already, and differs.', {
      place: { file },
      remedy: 'Rename the TBX file, or remove the glossary file first.',
    });
  }
  await journal.write([{ file, text }]);
  return { count: terms.length, files: [file] };
}
