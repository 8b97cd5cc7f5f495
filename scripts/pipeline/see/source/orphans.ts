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
  for (const language of [configuration.sourceLanguage, ...configuration.targetLanguages]) {
    const folder = `${layout.records}/${language}`;
    const own = listFiles(root, folder, '.json').map((file) => file.slice(folder.length + 1, -'.json'.length));
    records.set(language, new Set(own.map((namespace) => namespace.normalize('NFC'))));
    for (const namespace of records.get(language) ?? []) if (!present.has(namespace)) lost.add(namespace);
  }
  const rendered = new Set<string>();
  const others: [file: string, language: string, namespace: string][] = [];
  const sources = new Set(files.map(({ path }) => path));
  const folders = new Set(layout.entries.map(({ target }) => target.folder));
  const found = [...folders].flatMap((folder) => (folder === '' ? filesBelow(root, '') : listFiles(root, folder, '')));
  for (const file of new Set(found)) {
    const translation = sources.has(file) ? undefined : layout.translation(file);
    if (translation === undefined) continue;
    const { language, namespace } = translation;
    const source = present.get(namespace);
    if (source === undefined) {
      if (file.endsWith('.json') && existingInProject(root, translation.source) === undefined) lost.add(namespace);
    } else if (formatFor(file)?.kind === 'article') {
      if (extname(file).toLowerCase() === source.extension.toLowerCase()) rendered.add(`${language} ${namespace}`);
      // Without a record it is none of ours.
      else if (records.get(language)?.has(namespace) === true) others.push([file, language, namespace]);
    }
  }
  for (const [file, language, namespace] of others) {
    const isLeft = rendered.has(`${language} ${namespace}`) || present.get(namespace)?.format.kind === 'bundle';
    if (isLeft) lost.add(file);
  }
  return [...lost].toSorted((a, b) => (a < b ? -1 : 1));
}
