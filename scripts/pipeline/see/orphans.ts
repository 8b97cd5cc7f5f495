/** What lies in `locales/` and has no source any more. */
import { extname } from 'node:path/posix';
import { formatFor } from '../../formats/index.ts';
import { LOCALES_FOLDER, REVIEW_FOLDER } from '../../project/paths.ts';
import type { Project } from './project.ts';
import { listFiles, type SourceFile } from './sources.ts';

/**
 * Namespaces that have bundles or records and no source file; and, by their paths, rendered articles of another extension
 * than their source file has now, except where the run that moves them is still to come. Sorted.
 */
export function findOrphans({ root, configuration }: Project, files: readonly SourceFile[]): string[] {
  const present = new Map(files.map((file) => [file.namespace, file]));
  const lost = new Set<string>();
  for (const language of [configuration.sourceLanguage, ...configuration.targetLanguages]) {
    const records = new Set(listFiles(root, `${REVIEW_FOLDER}/${language}`, '.json').map(namespaceOf));
    for (const namespace of records) if (!present.has(namespace)) lost.add(namespace);
    const rendered = new Set<string>();
    const others: string[] = [];
    for (const file of listFiles(root, `${LOCALES_FOLDER}/${language}`, '')) {
      const namespace = namespaceOf(file);
      const source = present.get(namespace);
      if (source === undefined) {
        if (file.endsWith('.json')) lost.add(namespace);
      } else if (formatFor(file)?.kind === 'article') {
        if (extname(file).toLowerCase() === source.extension.toLowerCase()) rendered.add(namespace);
        // Without a record it is none of ours.
        else if (records.has(namespace)) others.push(file);
      }
    }
    for (const file of others) {
      const namespace = namespaceOf(file);
      if (rendered.has(namespace) || present.get(namespace)?.format.kind === 'bundle') lost.add(file);
    }
  }
  return [...lost].toSorted((a, b) => (a < b ? -1 : 1));
}

/** @param file a bundle, a record or an article, relative to the root. */
export function namespaceOf(file: string): string {
  const folder = file.startsWith(`${REVIEW_FOLDER}/`) ? REVIEW_FOLDER : LOCALES_FOLDER;
  const from = file.indexOf('/', folder.length + 1) + 1;
  return file.slice(from, file.length - extname(file).length).normalize('NFC');
}
