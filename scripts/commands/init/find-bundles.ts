/** Bundles of strings in a project, by the languages in their paths. */
import { filesBelow } from '../../project/layout/names-on-disk.ts';
import { languageNamed } from '../../project/layout/spelling.ts';
import type { Found } from './found.ts';

/** Folders in which nobody keeps strings. */
const OTHER = /(?:^|\/)(?:node_modules|dist|build|out|coverage|vendor|target|tests?|__tests__|fixtures|source)\//;
/** Folders that hold strings even of one language. */
const USUAL = /(?:^|\/)(?:locales?|langs?|languages?|i18n|l10n|translations?|messages|intl)$/;
const NO_STRINGS =
  /(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|jsconfig|composer|l10n\.config|manifest|[^/]*\.config)\.json$/;

interface Group {
  readonly pattern: string;
  readonly folder: string;
  readonly languages: Set<string>;
  count: number;
}

/** @param wanted the source language, where it is known already. */
export function findBundles(root: string, wanted: string | undefined): Found | undefined {
  const groups = new Map<string, Group>();
  const files = filesBelow(root, '').filter(
    (file) => file.endsWith('.json') && !OTHER.test(file) && !NO_STRINGS.test(file),
  );
  for (const file of files) {
    for (const { pattern, language, folder } of readings(file)) {
      const group = groups.get(pattern) ?? { pattern, folder, languages: new Set(), count: 0 };
      group.languages.add(language);
      group.count += 1;
      groups.set(pattern, group);
    }
  }
  const all = [...groups.values()]
    .filter(({ languages, folder }) => hasSource([...languages], wanted) && (languages.size > 1 || USUAL.test(folder)))
    .toSorted((a, b) => b.languages.size - a.languages.size || a.pattern.length - b.pattern.length);
  const chosen = all.filter((group, index) => !all.slice(0, index).some((other) => covers(other, group)));
  // One place of strings, unless others are as full of languages.
  const best = chosen.filter(({ languages }) => languages.size === chosen[0]?.languages.size).slice(0, 4);
  const [first] = best;
  if (first === undefined) return undefined;
  const languages = [...new Set(best.flatMap((group) => [...group.languages]))];
  return {
    what: `strings in ${best.map(({ pattern }) => pattern).join(', ')}`,
    files: best.map(({ pattern, folder }, index) => ({
      source: pattern,
      ...(best.length > 1 ? { name: nameOf(folder, index) } : {}),
    })),
    sourceLanguage: wanted ?? sourceOf(languages),
    languages,
  };
}

/** `locales/es/a/b.json` and `locales/es.json`, `lang/main.es.json`: each way to read a path with a language in it. */
function readings(file: string): { readonly pattern: string; readonly language: string; readonly folder: string }[] {
  const names = file.split('/');
  const last = names.pop() ?? '';
  const stem = last.slice(0, -'.json'.length);
  const found = names.flatMap((name, depth) => {
    const folder = names.slice(0, depth).join('/');
    if (languageNamed(name) === undefined || !/^[a-z]{2,3}(?:[-_].*|[A-Z].*)?$/.test(name)) return [];
    const isDeep = [...names.slice(depth + 1), stem].join('/');
    const rest = isDeep === 'translation' ? 'translation.json' : '{path}.json';
    return [{ pattern: `${folder === '' ? '' : `${folder}/`}{language}/${rest}`, language: name, folder }];
  });
  const folder = names.join('/');
  if (languageNamed(stem) !== undefined && USUAL.test(folder))
    found.push({ pattern: `${folder}/{language}.json`, language: stem, folder });
  return found;
}

function hasSource(languages: readonly string[], wanted: string | undefined): boolean {
  return sourceOf(languages, wanted) !== undefined;
}

function sourceOf(languages: readonly string[], wanted = 'en'): string | undefined {
  return (
    languages.find((one) => one === wanted) ?? languages.find((one) => languageNamed(one)?.startsWith(wanted) === true)
  );
}

function covers(one: Group, other: Group): boolean {
  return one.folder === other.folder && one.pattern !== other.pattern;
}

function nameOf(folder: string, index: number): string {
  const name = folder
    .split('/')
    .findLast((part) => !USUAL.test(part) && !['src', 'public', 'packages', 'apps'].includes(part));
  return name ?? `strings-${index + 1}`;
}
