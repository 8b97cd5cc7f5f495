/** `files`, `languages` and `records` of the configuration. */
import { z } from 'zod/mini';
import { described } from '../described.ts';
import { ConfigurationError } from '../errors.ts';
import { DEFAULT_FILES, filesEntries, type FilesEntry, type FilesSetting } from './files-entry.ts';
import type { SpellingSetting } from './spelling.ts';

const filesSchema = z.strictObject({
  source: described(z.string(), 'Where sources are: a path with {path} or {name}, {extension}, {language}.'),
  target: described(z.optional(z.string()), 'Where translations go: with {language}. Default: the source pattern.'),
  name: described(z.optional(z.string()), 'First part of the namespaces of these files.'),
  exclude: described(z.optional(z.array(z.string())), 'Globs of files that are no sources.'),
  format: described(z.optional(z.string()), 'The format, where the extension does not tell it.'),
});

/** The configuration's fields. */
export const layoutFields = {
  files: described(
    z.optional(z.array(filesSchema).check(z.minLength(1))),
    'Where sources are and where translations go. Default: source/{path}{extension} to locales/{language}/{path}{extension}.',
  ),
  languages: described(
    z.optional(z.union([z.enum(['underscore', 'lowercase']), z.record(z.string(), z.string())])),
    'How tags are spelt in paths: "underscore" (pt_BR), "lowercase" (pt-br), or by tag: { "pt-BR": "ptBR" }. Default: as on disk.',
  ),
  records: described(
    z.optional(z.string()),
    'Folder for review records, memory, snapshots and the bundles of articles. Default: .glossa where "files" are given.',
  ),
};

export interface LayoutConfiguration {
  readonly files: readonly FilesEntry[];
  /** How tags are spelt in paths; undefined: as on disk. */
  readonly spelling: SpellingSetting | undefined;
  /** The folder of records; undefined: the first wave's places in `locales/`. */
  readonly records: string | undefined;
}

interface LayoutFields {
  readonly files?: readonly FilesSetting[] | undefined;
  readonly languages?: SpellingSetting | undefined;
  readonly records?: string | undefined;
}

/**
 * @param file the configuration's path, for messages.
 * @param lineOf the line of a part of its text.
 * @param canonical a tag as it is asked for; throws for what is no language.
 * @throws ConfigurationError with file and line.
 */
export function layoutOf(
  { files, languages, records }: LayoutFields,
  file: string,
  lineOf: (part: string) => number,
  canonical: (tag: string) => string,
): LayoutConfiguration {
  const place = (text: string): { file: string; line: number } => ({ file, line: lineOf(JSON.stringify(text)) });
  const refuse = (message: string, text: string, remedy: string): ConfigurationError =>
    new ConfigurationError(message, { place: place(text), remedy });
  const spelling = (map: Readonly<Record<string, string>>): SpellingSetting =>
    Object.fromEntries(
      Object.entries(map).map(([tag, name]) => {
        if (/^[^/\\.][^/\\]*$/.test(name)) return [canonical(tag), name];
        const message = `"languages": ${JSON.stringify(name)} cannot stand in a path.`;
        throw refuse(message, name, 'Write the name of a folder, or a part of one.');
      }),
    );
  const folder = records?.replace(/\/+$/, '');
  if (folder !== undefined && !isInside(folder)) {
    const message = `"records": ${JSON.stringify(records)} is no folder of the project.`;
    throw refuse(message, records ?? '', 'Write a path below it, such as ".glossa".');
  }
  return {
    files: filesEntries(files ?? DEFAULT_FILES, place),
    spelling: typeof languages === 'object' ? spelling(languages) : languages,
    records: folder ?? (files === undefined ? undefined : '.glossa'),
  };
}

function isInside(path: string): boolean {
  return !/[\\{}:]/.test(path) && path.split('/').every((name) => !['', '.', '..'].includes(name));
}
