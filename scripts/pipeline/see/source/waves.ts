/** Files that nobody has translated yet, in groups that fit into memory together. */
import { statSync } from 'node:fs';
import { GlossaError } from '../../../project/errors.ts';
import { existingInProject, insideProject } from '../../../project/paths.ts';
import type { Project } from '../project.ts';
import type { SourceFile } from './sources.ts';

/** Source bytes of a wave: what fills one of a service's largest requests in each language (DeepL's hold 128 KiB, encoded). */
const WAVE_BYTES = 110_000;

/**
 * Whether no language has anything of a file, so that there is nothing of people's or of an earlier run to settle or to
 * remember before other files are worked on.
 */
export function isUntouched({ root, configuration }: Project, file: SourceFile): boolean {
  const { sourceLanguage, targetLanguages } = configuration;
  const paths = [sourceLanguage, ...targetLanguages].flatMap((language) => [
    file.record(language),
    ...(language === sourceLanguage ? [] : [file.bundle(language)]),
    ...(language !== sourceLanguage && file.format.kind === 'article' ? [file.article(language)] : []),
  ]);
  try {
    return !paths.some((path) => existingInProject(root, path) !== undefined);
  } catch (error) {
    // A link out of the project: who reads the file names it, and goes on with the others.
    if (!(error instanceof GlossaError)) throw error;
    return false;
  }
}

/** Groups of files of about one size, in their order; a larger file is a group of its own. */
export function wavesOf(root: string, files: readonly SourceFile[]): SourceFile[][] {
  const waves: SourceFile[][] = [];
  let last: SourceFile[] = [];
  let bytes = 0;
  for (const file of files) {
    const size = bytesOf(root, [file]);
    if (last.length === 0 || bytes + size > WAVE_BYTES) {
      waves.push((last = []));
      bytes = 0;
    }
    last.push(file);
    bytes += size;
  }
  return waves;
}

/** How large files are together; what is gone has nothing. */
export function bytesOf(root: string, files: readonly SourceFile[]): number {
  const sizes = files.map(({ path }) => statSync(insideProject(root, path), { throwIfNoEntry: false })?.size ?? 0);
  return sizes.reduce((sum, size) => sum + size, 0);
}
