/** What lies among the translations and has no source any more. */
import { extname } from 'node:path/posix';
import { formatFor } from '../../../formats/index.ts';
import { filesBelow } from '../../../project/layout/names-on-disk.ts';
import { existingInProject } from '../../../project/paths.ts';
import type { Project } from '../project.ts';
import { listFiles, type SourceFile } from './sources.ts';

/**
 * Namespaces that have bundles or records and no source file; and, by their paths, rendered articles of another extension
 * than their source file has now, except where the run that moves them is still to come. Sorted.
 */
export function findOrphans({ root, layout, configuration }: Project, files: readonly SourceFile[]): string[] {
  const present = new Map(files.map((file) => [file.namespace, file]));
  const lost = new Set<string>();
  const records = new Map<string, ReadonlySet<string>>();
  const languages = [configuration.sourceLanguage, ...configuration.targetLanguages];
  for (const language of languages) {
    const folder = `${layout.records}/${language}`;
    const own = listFiles(root, folder, '.json').map((file) => file.slice(folder.length + 1, -'.json'.length));
    records.set(language, new Set(own.map((namespace) => namespace.normalize('NFC'))));
    for (const namespace of records.get(language) ?? []) if (!present.has(namespace)) lost.add(namespace);
  }
  const rendered = new Set<string>();
  const others: [file: string, language: string, source: SourceFile][] = [];
  // Most files are where they should be: that is cheaper to say than what each may be of.
  const wanted = new Set(files.flatMap((file) => pathsOf(file, languages)));
  const folders = new Set(layout.entries.map(({ target }) => target.folder));
  const found = [...folders].flatMap((folder) => (folder === '' ? filesBelow(root, '') : listFiles(root, folder, '')));
  const there = new Set(found);
  for (const file of there) {
    const translation = wanted.has(file) ? undefined : layout.translation(file);
    if (translation === undefined) continue;
    const { language, namespace } = translation;
    const source = present.get(namespace);
    if (source === undefined) {
      if (file.endsWith('.json') && existingInProject(root, translation.source) === undefined) lost.add(namespace);
    } else if (formatFor(file)?.kind === 'article') {
      if (extname(file).toLowerCase() === source.extension.toLowerCase()) rendered.add(`${language} ${namespace}`);
      // Without a record it is none of ours.
      else if (records.get(language)?.has(namespace) === true) others.push([file, language, source]);
    }
  }
  for (const [file, language, source] of others) {
    const isRendered = there.has(source.article(language)) || rendered.has(`${language} ${source.namespace}`);
    if (isRendered || source.format.kind === 'bundle') lost.add(file);
  }
  return [...lost].toSorted((a, b) => (a < b ? -1 : 1));
}

/** Where a source file and its translations are. */
function pathsOf(file: SourceFile, languages: readonly string[]): string[] {
  const isArticle = file.format.kind === 'article';
  const targets = languages.flatMap((language) => [file.bundle(language), ...(isArticle ? [file.article(language)] : [])]);
  return [file.path, ...targets];
}
