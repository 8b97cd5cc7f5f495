/** The names that stand in the place of `{language}` on disk. */
import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { PathPattern } from './pattern.ts';

/**
 * Names in the place of `{language}` in the paths that fit a pattern. Where a folder has the language's name only that folder's
 * siblings are read.
 */
export function languageNames(root: string, pattern: PathPattern): string[] {
  const { text, folder, hasLanguageName } = pattern;
  const inFolder = text.slice(folder === '' ? 0 : folder.length + 1);
  if (hasLanguageName && inFolder.startsWith('{language}')) {
    const rest = inFolder.slice('{language}'.length);
    const isFolder = rest.startsWith('/');
    return entries(root, folder).flatMap((entry) => {
      if (entry.isDirectory()) return isFolder ? [entry.name] : [];
      const named = isFolder || !entry.isFile() ? undefined : pattern.match(path(folder, entry.name))?.language;
      return named === undefined ? [] : [named];
    });
  }
  return filesBelow(root, folder).flatMap((file) => pattern.match(file)?.language ?? []);
}

/** All files below a folder, relative to the root; dotfiles, `node_modules` and what links lead to are none of them. */
export function filesBelow(root: string, folder: string): string[] {
  return entries(root, folder).flatMap((entry) => {
    const file = path(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(root, file);
    // What is in the place of a file (a pipe) is named by who reads it.
    return entry.isSymbolicLink() ? [] : [file];
  });
}

function path(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function entries(root: string, folder: string): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  } catch {
    return [];
  }
}
