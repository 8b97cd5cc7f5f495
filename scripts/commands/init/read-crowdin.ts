/** The layout that Crowdin's configuration says: globs of sources, and a template for translations. */
import { basename } from 'node:path';
import { z } from 'zod/mini';
import type { FilesSetting } from '../../project/layout/files-entry.ts';
import { filesBelow } from '../../project/layout/names-on-disk.ts';
import { languageNamed } from '../../project/layout/spelling.ts';
import type { Found } from './found.ts';
import { fromGlob, withExclude } from './from-glob.ts';

export const crowdinSchema = z.object({
  base_path: z.optional(z.string()),
  files: z.array(
    z.object({
      source: z.string(),
      translation: z.string(),
      ignore: z.optional(z.array(z.string())),
      languages_mapping: z.optional(z.record(z.string(), z.record(z.string(), z.string()))),
    }),
  ),
});

type File = z.infer<typeof crowdinSchema>['files'][number];

/** A placeholder of Crowdin that stands for the language. */
const LANGUAGE =
  /%(?:two_letters_code|three_letters_code|locale|locale_with_underscore|osx_code|osx_locale|android_code|language|language_id)%/g;

export function fromCrowdin(root: string, { base_path: base = '', files }: z.infer<typeof crowdinSchema>): Found {
  const folder = base.replace(/^\.?\/*/, '').replace(/\/*$/, '');
  const below = (path: string): string => [folder, path.replace(/^\//, '')].filter((part) => part !== '').join('/');
  const read = files
    .map((file) => ({ ...file, source: below(file.source), translation: below(file.translation) }))
    .flatMap((file) => spread(root, file))
    .map((file) => ({
      ...entryOf(file),
      ignore: (file.ignore ?? []).map((glob) => below(glob.replace(LANGUAGE, '*'))),
    }));
  const spelling = Object.fromEntries(
    files.flatMap(({ languages_mapping: maps = {} }) => Object.values(maps).flatMap((map) => Object.entries(map))),
  );
  const source = read.map(({ language }) => language).find((name) => name !== undefined) ?? 'en';
  return {
    what: 'Crowdin',
    files: read.map(({ entry, ignore }) => withExclude(entry, ignore)),
    sourceLanguage: source,
    languages: [source, ...Object.keys(spelling)],
    spelling,
  };
}

/** `**` before the last folder stands for folders that are there: each is an entry with a name. */
function spread(root: string, file: File): readonly (File & { readonly name?: string })[] {
  const [before = '', after] = file.source.split('**/', 2);
  if (after === undefined || !after.includes('/')) return [file];
  const rest = new RegExp(
    `^(.+)/${after.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replace(/\*\*\/|\*/g, '[^/]*')}$`,
  );
  const folders = filesBelow(root, before.replace(/\/$/, '')).flatMap(
    (path) => rest.exec(path.slice(before.length))?.[1] ?? [],
  );
  return [...new Set(folders)].toSorted().map((name) => ({
    ...file,
    name,
    source: file.source.replace('**', name),
    translation: file.translation.replace('**', name),
  }));
}

function entryOf({ source, translation, name }: File & { readonly name?: string }): {
  readonly entry: FilesSetting;
  /** The source's language, where its path says it. */
  readonly language: string | undefined;
} {
  const own = fromGlob(source);
  const named = name === undefined ? {} : { name };
  const rest = own.includes('{path}') ? own.slice(own.indexOf('{path}')) : basename(own);
  const stem = own.includes('{path}') ? '{path}' : rest.replace(/\.\w+$/, '');
  const target = translation
    .replace(LANGUAGE, '{language}')
    .replace('%original_path%/', '')
    .replace(/(?:\*\*\/)?%original_file_name%/g, rest)
    .replace(/(?:\*\*\/)?%file_name%/g, stem)
    .replaceAll('%file_extension%', /\.(\w+)$/.exec(own)?.[1] ?? '');
  // Where the source differs from a translation by its language alone, both are one pattern.
  for (const { 0: language, index } of own.matchAll(/(?<=^|[/._-])[A-Za-z]{2,3}(?:[-_][A-Za-z\d]{2,4})?(?=[/._-])/g)) {
    if (languageNamed(language) === undefined) continue;
    const pattern = `${own.slice(0, index)}{language}${own.slice(index + language.length)}`;
    if (pattern === target) return { entry: { source: target, ...named }, language };
  }
  return { entry: { source: own, target, ...named }, language: undefined };
}
