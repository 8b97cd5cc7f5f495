/** How language tags are spelt in paths: `pt-BR`, `pt_BR`, `pt-br`, `ptBR`. */
import { canonicalLanguage } from '../languages.ts';

export type SpellingSetting = 'underscore' | 'lowercase' | Readonly<Record<string, string>>;

/** A tag in the spelling of a setting; without one, or where its map does not name the tag, undefined. */
export function configuredSpelling(tag: string, setting: SpellingSetting | undefined): string | undefined {
  if (setting === 'underscore') return tag.replaceAll('-', '_');
  if (setting === 'lowercase') return tag.toLowerCase();
  return setting?.[tag];
}

/** The tag that a name on disk means (`pt_br`, `ptBR`, `zh-hans`), canonical; undefined for what is no language. */
export function languageNamed(name: string): string | undefined {
  if (!/^[A-Za-z]{2,3}(?:[-_]?[A-Za-z0-9]{2,8})*$/.test(name)) return undefined;
  const joined = /^([a-z]{2,3})([A-Z]{2}|[A-Z][a-z]{3})$/.exec(name);
  const tag = joined === null ? name.replaceAll('_', '-') : `${joined[1] ?? ''}-${joined[2] ?? ''}`;
  return canonicalLanguage(tag);
}

/**
 * The spelling of each language in paths: as configured, else as a name on disk has it, else canonical. Where several names
 * mean one language the canonical one is taken, then the one that sorts first.
 * @param names that stand where the language stands in paths.
 */
export function spellings(
  languages: readonly string[],
  setting: SpellingSetting | undefined,
  names: () => Iterable<string>,
): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>();
  const open = languages.filter((tag) => {
    const configured = configuredSpelling(tag, setting);
    if (configured !== undefined) chosen.set(tag, configured);
    return configured === undefined;
  });
  if (open.length === 0) return chosen;
  const found = new Map<string, string[]>();
  for (const name of new Set(names())) {
    const tag = languageNamed(name);
    if (tag !== undefined) found.set(tag, [...(found.get(tag) ?? []), name]);
  }
  for (const tag of open) {
    const own = found.get(tag)?.toSorted() ?? [];
    chosen.set(tag, own.includes(tag) ? tag : (own[0] ?? tag));
  }
  return chosen;
}
