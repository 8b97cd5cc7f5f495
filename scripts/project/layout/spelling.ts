/** How language tags are spelt in paths: `pt-BR`, `pt_BR`, `pt-br`, `ptBR`. */
import { canonicalLanguage } from '../languages.ts';

export type SpellingSetting = 'underscore' | 'lowercase' | Readonly<Record<string, string>>;

/** A tag as it is made where nothing on disk says how it is spelt. */
function styled(tag: string, setting: SpellingSetting | undefined): string {
  if (setting === 'underscore') return tag.replaceAll('-', '_');
  return setting === 'lowercase' ? tag.toLowerCase() : tag;
}

/** The tag that a name on disk means (`pt_br`, `ptBR`, `zh-hans`), canonical; undefined for what is no language. */
export function languageNamed(name: string): string | undefined {
  if (!/^[A-Za-z]{2,3}(?:[-_]?[A-Za-z0-9]{2,8})*$/.test(name)) return undefined;
  const joined = /^([a-z]{2,3})([A-Z]{2}|[A-Z][a-z]{3})$/.exec(name);
  const tag = joined === null ? name.replaceAll('_', '-') : `${joined[1] ?? ''}-${joined[2] ?? ''}`;
  return canonicalLanguage(tag);
}

/**
 * The spelling of each language in paths: as configured for its tag, else as a name on disk has it, else in the configured
 * style, else canonical. Where several names mean one language the one that would be made is taken, then the one that sorts first.
 * @param names that stand where the language stands in paths.
 */
export function spellings(
  languages: readonly string[],
  setting: SpellingSetting | undefined,
  names: () => Iterable<string>,
): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>();
  const byTag = typeof setting === 'object' ? setting : {};
  const open = languages.filter((tag) => {
    const configured = byTag[tag];
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
    const made = styled(tag, setting);
    chosen.set(tag, own.includes(made) ? made : (own[0] ?? made));
  }
  return chosen;
}
