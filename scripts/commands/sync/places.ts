/** What a file of the project is to a merge. */
import { formatFor } from '../../formats/index.ts';
import type { Project } from '../../pipeline/see/project.ts';

export type MergedPlace =
  /** Bundle, article and record of one namespace in one language are merged together. */
  | { readonly kind: 'bundle' | 'article' | 'record'; readonly language: string; readonly namespace: string }
  /** A line an entry: both sides' lines are kept. */
  | { readonly kind: 'lines' }
  /** Made anew by each run. */
  | { readonly kind: 'made' }
  /** A source, the glossary, anything of a person's: git merges it, or nobody does. */
  | { readonly kind: 'other' };

/** @param file relative to the project's root. */
export function placeOf({ layout, configuration }: Project, file: string): MergedPlace {
  const languages = [configuration.sourceLanguage, ...configuration.targetLanguages];
  if (languages.some((language) => layout.memory(language) === file)) return { kind: 'lines' };
  const own = layout.records.replace(/\/[^/]*$/, '');
  if (file.startsWith(`${layout.records}/`)) {
    const [language = '', ...rest] = file.slice(layout.records.length + 1).split('/');
    if (rest.length === 0) return { kind: 'made' };
    return { kind: 'record', language, namespace: rest.join('/').replace(/\.json$/, '') };
  }
  const bundles = `${own}/bundles/`;
  if (file.startsWith(bundles)) {
    const [language = '', ...rest] = file.slice(bundles.length).split('/');
    return { kind: 'bundle', language, namespace: rest.join('/').replace(/\.json$/, '') };
  }
  if (file.startsWith(`${own}/skeleton/`)) return { kind: 'made' };
  const translation = layout.translation(file);
  if (translation === undefined) return { kind: 'other' };
  const { language, namespace, source } = translation;
  const isArticle = formatFor(file)?.kind === 'article';
  if (source === file) return { kind: 'other' };
  return { kind: isArticle ? 'article' : 'bundle', language, namespace };
}
