import { LOCALES_FOLDER, REVIEW_FOLDER } from '../project/paths.ts';
import type { Project } from './project.ts';
import { listFiles, type SourceFile } from './sources.ts';

/** Namespaces that have bundles or records and no source file, sorted. */
export function orphanNamespaces({ root, configuration }: Project, files: readonly SourceFile[]): string[] {
  const present = new Set(files.map(({ namespace }) => namespace));
  const lost = new Set<string>();
  for (const folder of [REVIEW_FOLDER, LOCALES_FOLDER]) {
    for (const language of [configuration.sourceLanguage, ...configuration.targetLanguages]) {
      for (const file of listFiles(root, `${folder}/${language}`, '.json')) {
        const namespace = file.slice(folder.length + language.length + 2, -'.json'.length).normalize('NFC');
        if (!present.has(namespace)) lost.add(namespace);
      }
    }
  }
  return [...lost].toSorted((a, b) => (a < b ? -1 : 1));
}
