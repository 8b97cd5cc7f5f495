/** Renamed source files: a bundle without source and a source without bundle that hold the same text. */
import { ARTICLE_EXTENSIONS } from '../../../formats/index.ts';
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
  const places = new Map(newcomers.map((file) => [file.namespace, file]));
  const own = found.filter(({ from, to }) => !hasBoth(project, from, places.get(to)));
  const former = new Map(own.map(({ from, to }) => [to, from]));
  const moved = new Set(former.values());
  return { former, orphans: orphans.filter((namespace) => !moved.has(namespace)) };
}

/** A translation that stands where another one would move to is somebody's, and of another text. */
function hasBoth({ root, configuration, layout }: Project, from: string, to: SourceFile | undefined): boolean {
  const isThere = (file: string): boolean => readBytes(root, file) !== undefined;
  const places = to?.format.kind === 'article' ? layout.places(from, true) : [];
  return configuration.targetLanguages.some(
    (language) =>
      to !== undefined &&
      places.some((place) => ARTICLE_EXTENSIONS.some((extension) => isThere(place.article(language, extension)))) &&
      isThere(to.article(language)),
  );
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
