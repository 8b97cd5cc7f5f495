/** What looks like translations into a language that is not configured: no source, and told. */
import type { FilesEntry } from '../../../project/layout/files-entry.ts';
import { languageNames } from '../../../project/layout/names-on-disk.ts';
import type { PathParts } from '../../../project/layout/pattern.ts';
import { languageNamed } from '../../../project/layout/spelling.ts';
import { nearest } from '../../../project/nearest.ts';
import type { Project } from '../project.ts';
import { existingInProject } from '../../../project/paths.ts';

export interface ForeignLanguages {
  /** Files that are translations of a source: no sources themselves. */
  readonly files: ReadonlySet<string>;
  /** One line a name. */
  readonly warnings: readonly string[];
}

/**
 * @param candidates what fits the entry's source pattern. One that also fits its target pattern, in a language that is not
 *   configured, is a translation where the source that it would belong to is there.
 */
export function foreignLanguages(
  { root, layout, configuration }: Pick<Project, 'root' | 'layout' | 'configuration'>,
  { source, target, isOwnBundle }: FilesEntry,
  candidates: readonly { readonly path: string; readonly parts: PathParts }[],
): ForeignLanguages {
  const languages = [configuration.sourceLanguage, ...configuration.targetLanguages];
  const spelt = languages.map((tag) => layout.spelling(tag));
  const isConfigured = new Set(spelt);
  const paths = new Set(candidates.map(({ path }) => path));
  const files = new Set<string>();
  const names = new Set<string>();
  if (!source.placeholders.has('language')) {
    for (const { path } of candidates) {
      const parts = target.match(path);
      const name = parts?.language;
      if (parts === undefined || name === undefined || isConfigured.has(name)) continue;
      if (languageNamed(name) === undefined || !paths.has(source.expand(parts))) continue;
      files.add(path);
      names.add(name);
    }
  }
  // Beside the folders of configured languages; where those are among other folders only what is surely a language.
  const isApart = isOwnBundle || !source.folder.startsWith(target.folder);
  if (target.hasLanguageName && isApart)
    for (const name of languageNames(root, target)) if (!isConfigured.has(name)) names.add(name);
  const known = languages.filter((tag) => tag !== configuration.sourceLanguage);
  const isFormer = (name: string): boolean =>
    existingInProject(root, `${layout.records}/${languageNamed(name) ?? name}`) !== undefined;
  const said = (name: string): string => {
    const tag = languageNamed(name);
    if (tag !== undefined && languages.includes(tag)) return otherSpelling(name, target.text, layout.spelling(tag));
    return isFormer(name) ? former(name, target.text) : warning(name, target.text, known, spelt);
  };
  return { files, warnings: [...names].toSorted().map(said) };
}

/** Two names for one language: only one of them is read. */
function otherSpelling(name: string, pattern: string, used: string): string {
  const place = (spelling: string): string => pattern.replace('{language}', spelling);
  return `${place(name)}: "${name}" is another spelling of "${used}", and left alone: ${place(used)} is what is read. Move its files there.`;
}

/** Glossa made files for it, and the configuration names it no more. */
function former(name: string, pattern: string): string {
  const place = pattern.replace('{language}', name);
  return `${place}: "${name}" is configured no longer, and has files: translate --prune removes them and keeps people's texts.`;
}

function warning(name: string, pattern: string, known: readonly string[], spelt: readonly string[]): string {
  const place = pattern.replace('{language}', name);
  const near = nearest(name, [...known, ...spelt]);
  const hint = near === undefined ? '' : ` The nearest is ${near}.`;
  return `${place}: "${name}" is no configured language, it is left alone.${hint}`;
}
