/** Bundles of strings in a project, by the languages in their paths. */
import { filesBelow } from '../../project/layout/names-on-disk.ts';
import { baseLanguage } from '../../project/languages.ts';
import { languageNamed } from '../../project/layout/spelling.ts';
import type { FilesSetting } from '../../project/layout/files-entry.ts';
import type { Found } from './found.ts';
import { meantBy, meantName } from './meant-languages.ts';

/** Folders in which nobody keeps strings. */
const OTHER = /(?:^|\/)(?:node_modules|dist|build|out|coverage|vendor|target|tests?|__tests__|fixtures|source)\//;
/** Folders that hold strings even of one language. */
const USUAL = /(?:^|\/)(?:_?locales?|langs?|languages?|i18n|l10n|translations?|messages|intl|strings)$/;
const NO_STRINGS =
  /(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|jsconfig|composer|l10n\.config|manifest|[^/]*\.config)\.json$/;

interface Reading {
  readonly pattern: string;
  readonly folder: string;
  /** As it is spelt in the path. */
  readonly language: string;
  /** The file that would be the source's, where its name has no language. */
  readonly plain?: string;
}

interface Group {
  readonly pattern: string;
  readonly folder: string;
  readonly files: Map<string, string>;
  /** Where sources have no language in their names: that of the source, and files that are none. */
  readonly plain: Set<string>;
}

/** @param wanted the source language, where it is known already. */
export function findBundles(root: string, wanted: string | undefined): Found | undefined {
  const groups = new Map<string, Group>();
  const files = filesBelow(root, '').filter(
    (file) => file.endsWith('.json') && !OTHER.test(file) && !NO_STRINGS.test(file),
  );
  const all = new Set(files);
  for (const file of files) {
    for (const { pattern, language, folder, plain } of readings(file)) {
      if (plain !== undefined && !all.has(plain)) continue;
      const group = groups.get(pattern) ?? { pattern, folder, files: new Map(), plain: new Set() };
      group.files.set(language, group.files.get(language) ?? file);
      if (plain !== undefined) group.plain.add(plain);
      groups.set(pattern, group);
    }
  }
  const found = [...groups.values()]
    .filter((group) => isBundles(group, wanted))
    .toSorted((a, b) => b.files.size - a.files.size || a.pattern.length - b.pattern.length);
  const chosen = found.filter((group, index) => !found.slice(0, index).some((other) => covers(other, group)));
  // One place of strings, unless others are as full of languages.
  const alike = chosen.filter((group) => group.files.size === chosen[0]?.files.size);
  const best = (alike.length > MOST_PLACES ? asOne(alike) : alike).slice(0, MOST_PLACES);
  const [first] = best;
  if (first === undefined) return undefined;
  const samples = new Map(best.flatMap((group) => [...group.files]));
  const { spelling, leftOut } = meantBy(root, samples);
  const languages = [...samples.keys()].filter((name) => !leftOut.includes(name));
  return {
    what: `strings in ${best.map(({ pattern }) => pattern).join(', ')}`,
    files: best.map((group, index) => ({
      ...entryOf(group),
      ...(best.length > 1 ? { name: nameOf(group.folder, index) } : {}),
    })),
    sourceLanguage: wanted ?? (first.plain.size > 0 ? 'en' : sourceOf(languages)),
    languages,
    spelling,
    notes: leftOut.map((name) => `${name} is left out: its texts are marks of a translation system`),
  };
}

/** So many places of strings are listed one by one. */
const MOST_PLACES = 4;

/** Places that differ in one folder alone, `src/modules/{path}/i18n/{language}.json`; the others behind them. */
function asOne(groups: readonly Group[]): readonly Group[] {
  const shapes = new Map<string, Group[]>();
  for (const group of groups) {
    if (group.plain.size > 0 || group.pattern.includes('{path}')) continue;
    const folders = group.folder.split('/');
    for (const at of folders.keys()) {
      const shape = [...folders.slice(0, at), '{path}', ...folders.slice(at + 1)].join('/');
      shapes.set(shape, [...(shapes.get(shape) ?? []), group]);
    }
  }
  const [shape = '', members = []] = [...shapes].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const [first] = members;
  if (first === undefined || members.length < 2) return groups;
  const rest = groups.filter((group) => !members.includes(group));
  return [{ ...first, folder: shape, pattern: shape + first.pattern.slice(first.folder.length) }, ...rest];
}

/** `locales/es/a/b.json`, `locales/es.json`, `lang/main.es.json`, `lang/main-es.json`: each way to read a path with a language in it. */
function readings(file: string): Reading[] {
  const names = file.split('/');
  const last = names.pop() ?? '';
  const stem = last.slice(0, -'.json'.length);
  const found = names.flatMap((name, depth): Reading[] => {
    if (!isLanguage(name)) return [];
    const folder = names.slice(0, depth).join('/');
    const inside = [...names.slice(depth + 1), stem].join('/');
    const rest = inside === 'translation' || inside === 'messages' ? `${inside}.json` : '{path}.json';
    return [{ pattern: `${below(folder)}{language}/${rest}`, language: name, folder }];
  });
  const folder = names.join('/');
  if (isLanguage(stem) || (languageNamed(stem) !== undefined && USUAL.test(folder)))
    found.push({ pattern: `${below(folder)}{language}.json`, language: stem, folder });
  const [, name = '', sign = '', language = ''] =
    /^(.+?)([._-])([A-Za-z]{2,3}(?:[-_]?[A-Za-z\d]{2,4})?)$/.exec(stem) ?? [];
  if (name !== '' && isLanguage(language)) {
    const target = `${below(folder)}{path}${sign}{language}.json`;
    found.push({ pattern: target, language, folder });
    found.push({ pattern: `plain ${target}`, language, folder, plain: `${below(folder)}${name}.json` });
  }
  return found;
}

function below(folder: string): string {
  return folder === '' ? '' : `${folder}/`;
}

function isLanguage(name: string): boolean {
  return (
    (languageNamed(name) !== undefined || meantName(name) !== undefined) && /^[a-z]{2,3}(?:[-_].*|[A-Z].*)?$/.test(name)
  );
}

function isBundles({ files, plain, folder }: Group, wanted: string | undefined): boolean {
  if (plain.size > 0) return files.size > 1 || USUAL.test(folder);
  return sourceOf([...files.keys()], wanted) !== undefined && (files.size > 1 || USUAL.test(folder));
}

/** The plain tag, then the one of the largest market, then any of its regions. */
function sourceOf(languages: readonly string[], wanted = 'en'): string | undefined {
  const own = languages.filter((one) => {
    const tag = languageNamed(one);
    return one === wanted || (tag !== undefined && baseLanguage(tag) === wanted);
  });
  return own.find((one) => one === wanted) ?? own.find((one) => languageNamed(one) === 'en-US') ?? own[0];
}

function entryOf({ pattern, plain }: Group): FilesSetting {
  if (plain.size === 0) return { source: pattern };
  const target = pattern.slice('plain '.length);
  const source = target.replace(/[._-]\{language\}/, '');
  return { source, target };
}

/** Of one folder the pattern with the most languages; a name without a language of its own is another one's source. */
function covers(one: Group, other: Group): boolean {
  return one.folder === other.folder && one.pattern !== other.pattern;
}

function nameOf(folder: string, index: number): string {
  const name = folder
    .split('/')
    .findLast((part) => !USUAL.test(part) && !['src', 'public', 'packages', 'apps'].includes(part));
  return name ?? `strings-${index + 1}`;
}
