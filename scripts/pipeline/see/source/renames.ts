/** Renamed source files: a bundle without source and a source without bundle that hold the same text. */
import { parseFile } from '../../../formats/parse-file.ts';
import { parseBundle } from '../../../locales/bundle.ts';
import { GlossaError } from '../../../project/errors.ts';
import { renamedFiles, type FileTexts } from '../../../units/alignment/renamed-files.ts';
import type { Project } from '../project.ts';
import { hasSnapshot } from '../read-project.ts';
import { decode, readBytes, type SourceFile } from './sources.ts';

export interface Renames {
  /** New namespace -> the one before. */
  readonly former: ReadonlyMap<string, string>;
  /** Namespaces whose source file is gone, and that are no rename. */
  readonly orphans: readonly string[];
}

/** Looks for renames only where there are both bundles without source and sources without bundle. */
export async function findRenames(
  project: Project,
  files: readonly SourceFile[],
  orphans: readonly string[],
): Promise<Renames> {
  const newcomers = orphans.length === 0 ? [] : files.filter((file) => !hasSnapshot(project, file));
  if (newcomers.length === 0) return { former: new Map(), orphans };
  const found = renamedFiles(
    orphans.flatMap((namespace) => orphanTexts(project, namespace)),
    (await Promise.all(newcomers.map((file) => newTexts(project, file)))).flat(),
  );
  const former = new Map(found.map(({ from, to }) => [to, from]));
  const moved = new Set(former.values());
  return { former, orphans: orphans.filter((namespace) => !moved.has(namespace)) };
}

function orphanTexts({ root, configuration, layout }: Project, namespace: string): FileTexts[] {
  const places = [true, false].flatMap((isArticle) => layout.places(namespace, isArticle));
  const languages = [configuration.sourceLanguage, ...configuration.targetLanguages];
  const bundles = languages.flatMap((language) => places.map((place) => place.snapshot(language)));
  for (const file of new Set(bundles)) {
    const bytes = readBytes(root, file);
    if (bytes === undefined) continue;
    try {
      const { entries } = parseBundle(decode(bytes, file), file);
      const values = [...entries.values()].flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
      return [{ name: namespace, values }];
    } catch (error) {
      if (!(error instanceof GlossaError)) throw error;
    }
    return [];
  }
  return [];
}

async function newTexts({ root, configuration }: Project, file: SourceFile): Promise<FileTexts[]> {
  const bytes = readBytes(root, file.path);
  if (bytes === undefined) return [];
  try {
    const { parsed } = await parseFile(file.format, decode(bytes, file.path), configuration.reading);
    return [{ name: file.namespace, values: parsed.units.map(({ value }) => value) }];
  } catch (error) {
    // The same error is reported where the file is read for its translation.
    if (error instanceof GlossaError) return [];
    throw error;
  }
}
