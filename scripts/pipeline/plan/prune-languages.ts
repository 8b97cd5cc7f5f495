/** `--prune` for languages that the configuration does not name any more: their files go, people's texts are kept. */
import { readdirSync } from 'node:fs';
import type { FileChange } from '../../locales/journal.ts';
import { createLayout } from '../../project/layout/layout.ts';
import { canonicalLanguage } from '../../project/languages.ts';
import { insideProject } from '../../project/paths.ts';
import type { KeptMemories } from '../see/kept-memory.ts';
import type { Project } from '../see/project.ts';
import { listFiles } from '../see/source/sources.ts';
import { pruneNamespace } from './prune.ts';

/** Languages that have review records and are configured no longer, canonical tags, sorted. */
export function formerLanguages({
  root,
  layout,
  configuration,
}: Pick<Project, 'root' | 'layout' | 'configuration'>): string[] {
  const known = new Set([configuration.sourceLanguage, ...configuration.targetLanguages]);
  return foldersIn(root, layout.records).filter((name) => canonicalLanguage(name) === name && !known.has(name));
}

/**
 * The changes that remove what Glossa made for those languages, a group a namespace. A file without a record is none of
 * ours and stays.
 * @throws SourceError where an article was edited: what a person wrote there could not be kept.
 */
export async function pruneLanguages(project: Project, memories: KeptMemories): Promise<FileChange[][]> {
  const groups: FileChange[][] = [];
  for (const language of formerLanguages(project)) {
    const configuration = { ...project.configuration, targetLanguages: [language] };
    const former = { ...project, configuration, layout: createLayout(project.root, configuration) };
    const folder = `${project.layout.records}/${language}`;
    for (const file of listFiles(project.root, folder, '.json')) {
      const namespace = file.slice(folder.length + 1, -'.json'.length);
      // The last group is the source's own bundle, which other languages still need.
      groups.push(...(await pruneNamespace(former, namespace, memories)).slice(0, -1));
    }
  }
  return groups;
}

function foldersIn(root: string, folder: string): string[] {
  try {
    const entries = readdirSync(insideProject(root, folder), { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted();
  } catch {
    return [];
  }
}
