/** The project's own rules of style, a Markdown file that the model is given whole. */
import { readFileSync, statSync } from 'node:fs';
import { ConfigurationError } from '../../project/errors.ts';
import { insideProject } from '../../project/paths.ts';

/** More than this would be paid for with each section. */
const MOST_BYTES = 40_000;

/**
 * @param path relative to the project's root; undefined: none.
 * @returns the text; empty where there is none.
 * @throws SourceError when it is outside the project, ConfigurationError when it is not there or too long.
 */
export function readStyleGuide(path: string | undefined, root: string): string {
  if (path === undefined) return '';
  const place = { file: 'l10n.config.json' };
  const wrong = (what: string, remedy: string, cause?: unknown): ConfigurationError =>
    new ConfigurationError(`engines.openai.styleGuide: ${path} ${what}.`, { place, remedy, cause });
  const file = insideProject(root, path);
  try {
    if (statSync(file).size > MOST_BYTES)
      throw wrong(`is longer than ${MOST_BYTES / 1000} KB`, 'It is sent with each section: keep to what matters.');
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    if (cause instanceof ConfigurationError) throw cause;
    throw wrong('cannot be read', 'Name a Markdown file, relative to the project.', cause);
  }
}
