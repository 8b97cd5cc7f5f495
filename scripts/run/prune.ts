/** `--prune`: takes the translations of vanished source files away; what people wrote is kept in the memory. */
import { FORMATS } from '../formats/index.ts';
import { parseBundle } from '../locales/bundle.ts';
import type { FileChange } from '../locales/journal.ts';
import { parseRecord } from '../locales/record.ts';
import { bundlePath, memoryPath, recordPath, renderedPath } from '../project/paths.ts';
import { printKeptMemory, type KeptMemories, type KeptText } from './kept-memory.ts';
import type { Project } from './project.ts';
import { isProtected } from './record-lines.ts';
import { decode, readBytes } from './sources.ts';

/**
 * The changes that remove one namespace from every language, a group a language; the source bundle goes last.
 * @throws SourceError when a bundle cannot be read: what a person wrote there could not be kept.
 */
export function pruneNamespace(project: Project, namespace: string, memories: KeptMemories): FileChange[][] {
  const { sourceLanguage, targetLanguages } = project.configuration;
  const languages = [...targetLanguages, sourceLanguage];
  const sources = sourceTexts(project, namespace, languages);
  return languages.map((language) => {
    const kept = keptTexts(project, namespace, language, sources);
    const removed = [
      bundlePath(language, namespace),
      recordPath(language, namespace),
      ...FORMATS.filter(({ article }) => article)
        .flatMap(({ extensions }) => extensions)
        .map((extension) => renderedPath(language, namespace, extension)),
    ].filter((file) => readBytes(project.root, file) !== undefined);
    const group = removed.map((file): FileChange => ({ file, text: null }));
    if (kept.length === 0) return group;
    const memory = memories.get(language);
    const next = { ...memory, texts: [...memory.texts, ...kept] };
    memories.set(language, next);
    return [{ file: memoryPath(language), text: printKeptMemory(next) }, ...group];
  });
}

/** Key -> source text: of the languages with a bundle, the one without a record is the source. */
function sourceTexts(project: Project, namespace: string, languages: readonly string[]): Map<string, string> {
  const own = languages.find(
    (language) =>
      readBytes(project.root, bundlePath(language, namespace)) !== undefined &&
      readBytes(project.root, recordPath(language, namespace)) === undefined,
  );
  return own === undefined ? new Map() : bundleTexts(project, namespace, own);
}

function bundleTexts({ root }: Project, namespace: string, language: string): Map<string, string> {
  const file = bundlePath(language, namespace);
  const bytes = readBytes(root, file);
  const texts = new Map<string, string>();
  if (bytes === undefined) return texts;
  for (const [key, { value }] of parseBundle(decode(bytes, file), file).entries) {
    if (typeof value === 'string') texts.set(key, value);
  }
  return texts;
}

function keptTexts(
  project: Project,
  namespace: string,
  language: string,
  sources: ReadonlyMap<string, string>,
): KeptText[] {
  const record = readBytes(project.root, recordPath(language, namespace));
  if (record === undefined) return [];
  const lines = new Map(parseRecord(record.toString('utf8')).lines.map((line) => [line.key, line]));
  return [...bundleTexts(project, namespace, language)].flatMap(([key, target]) => {
    const line = lines.get(key);
    if (line !== undefined && !isProtected(line)) return [];
    const source = line?.previous ?? sources.get(key) ?? '';
    return [{ namespace, key, source, target, state: line?.state ?? 'reviewed' }];
  });
}
