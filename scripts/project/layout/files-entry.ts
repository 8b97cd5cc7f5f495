/** The entries of `files` in the configuration: where sources are, where their translations go. */
import { ConfigurationError } from '../errors.ts';
import { pathPattern, PatternProblem, type PathPattern } from './pattern.ts';

/** An entry as it is configured. */
export interface FilesSetting {
  readonly source: string;
  readonly target?: string | undefined;
  readonly name?: string | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly format?: string | undefined;
}

export interface FilesEntry {
  readonly source: PathPattern;
  readonly target: PathPattern;
  /** The first part of its namespaces; empty: none. */
  readonly name: string;
  /** Globs of files that are no sources. */
  readonly exclude: readonly string[];
  readonly format: string | undefined;
  /** Source and translations are one pattern: the source is its own bundle. */
  readonly isOwnBundle: boolean;
  /** The namespace of an entry whose source pattern names one file. */
  readonly stem: string | undefined;
}

/** The layout of a project that configures none. */
export const DEFAULT_FILES: readonly FilesSetting[] = [
  { source: 'source/{path}{extension}', target: 'locales/{language}/{path}{extension}' },
];

/**
 * Reads the entries.
 * @param place where the configuration says it: from the text of a value to file and line.
 * @throws ConfigurationError that names the entry, or both where two contradict each other.
 */
export function filesEntries(
  settings: readonly FilesSetting[],
  place: (text: string) => { readonly file: string; readonly line: number },
): FilesEntry[] {
  const entries = settings.map((setting) => filesEntry(setting, place));
  const problem = (message: string, text: string, remedy: string): ConfigurationError =>
    new ConfigurationError(message, { place: place(text), remedy });
  for (const [index, one] of entries.entries()) {
    for (const other of entries.slice(0, index)) {
      const two = `${entryText(other)} and ${entryText(one)}`;
      if (other.source.text === one.source.text && other.target.text === one.target.text)
        throw problem(
          `the entry ${entryText(one)} of "files" stands twice.`,
          one.source.text,
          'Remove one of the two.',
        );
      if (other.target.text === one.target.text)
        throw problem(
          `two entries of "files" write the same files: ${two}.`,
          one.source.text,
          'Give each a target of its own.',
        );
      const sameFixed = one.stem !== undefined && one.stem === other.stem && one.name === other.name;
      if (sameFixed)
        throw problem(
          `two entries of "files" have one namespace: ${two}.`,
          one.source.text,
          'Give one of them a "name".',
        );
    }
  }
  return entries;
}

/** `source → target` for messages. */
export function entryText({ source, target }: FilesEntry): string {
  return source.text === target.text ? source.text : `${source.text} → ${target.text}`;
}

function filesEntry(setting: FilesSetting, place: (text: string) => { file: string; line: number }): FilesEntry {
  const read = (text: string): PathPattern => {
    try {
      return pathPattern(text);
    } catch (cause) {
      if (!(cause instanceof PatternProblem)) throw cause;
      const message = cause.message.endsWith('?') ? cause.message : `${cause.message}.`;
      throw new ConfigurationError(`"files": ${JSON.stringify(text)} ${message}`, { place: place(text), cause });
    }
  };
  const source = read(setting.source);
  const target = setting.target === undefined ? source : read(setting.target);
  const refuse = (message: string, remedy: string): ConfigurationError =>
    new ConfigurationError(`"files": ${source.text} → ${target.text}: ${message}`, {
      place: place(setting.target ?? setting.source),
      remedy,
    });
  if (!target.placeholders.has('language'))
    throw refuse('the target has no {language}.', 'Without it each language would overwrite the other.');
  for (const name of ['path', 'name', 'extension'] as const) {
    if (target.placeholders.has(name) && !source.placeholders.has(name))
      throw refuse(`the target has {${name}} and the source has not.`, `Write {${name}} in both.`);
    if (source.placeholders.has(name) && !target.placeholders.has(name) && name !== 'extension')
      throw refuse(
        `the source has {${name}} and the target has not.`,
        'Several sources would be written into one file.',
      );
  }
  const isFixed = !source.placeholders.has('path') && !source.placeholders.has('name');
  return {
    source,
    target,
    name: (setting.name ?? '').normalize('NFC'),
    exclude: setting.exclude ?? [],
    format: setting.format,
    isOwnBundle: source.text === target.text,
    stem: isFixed ? stemOf(source.text) : undefined,
  };
}

/** The namespace of a single file; where it is named by its language alone, i18next's default namespace. */
function stemOf(text: string): string {
  const file = text.slice(text.lastIndexOf('/') + 1).replace(/(?:\.[\w-]+|\{extension\})$/, '');
  const stem = file.replaceAll('{language}', '').replace(/^[-._]+|[-._]+$/g, '');
  return (stem === '' ? 'translation' : stem).normalize('NFC');
}
