/** Every translatable text of the sources, with its place: what the glossary's reports look at. */
import type { SourceText } from '../terminology/report.ts';
import { GlossaError } from '../project/errors.ts';
import type { Project } from '../pipeline/see/project.ts';
import { readSource } from '../pipeline/see/source/read-source.ts';
import { findSources } from '../pipeline/see/source/find-sources.ts';
import { parseValue } from '../pipeline/see/values.ts';

export async function sourceTexts(
  project: Project,
): Promise<{ readonly texts: readonly SourceText[]; readonly errors: readonly GlossaError[] }> {
  const { root, configuration } = project;
  const { files, errors: found } = await findSources(project);
  const texts: SourceText[] = [];
  const errors: GlossaError[] = [...found];
  for (const file of files) {
    try {
      const { units } = await readSource(root, file, file, configuration, () => new Map(), []);
      for (const { key, line, language, syntax, value } of units) {
        texts.push({ place: { file: file.path, line, key }, language, content: parseValue(syntax, value) });
      }
    } catch (error) {
      if (!(error instanceof GlossaError)) throw error;
      errors.push(error);
    }
  }
  return { texts, errors };
}
