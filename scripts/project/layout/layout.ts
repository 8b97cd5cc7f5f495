/** Where everything of a project lies: sources, translations, records, memory, snapshots. */
import type { FilesEntry } from './files-entry.ts';
import { languageNames } from './names-on-disk.ts';
import type { PathParts } from './pattern.ts';
import { spellings, type SpellingSetting } from './spelling.ts';

/** Where a source file, and all that is made from it, lies; paths are relative to the root. */
export interface Place {
  readonly entry: FilesEntry;
  /** `blog/esosomi`, NFC. */
  readonly namespace: string;
  /** With the dot. */
  readonly extension: string;
  /** The bundle of a language; of an article it stands among the records, where those are configured. */
  bundle(language: string): string;
  /** The bundle of the source's own language: how the source was seen last. */
  snapshot(language: string): string;
  /** The rendered article; `extension` in place of the source's. */
  article(language: string, extension?: string): string;
  record(language: string): string;
  /** The source's skeleton that a translated document with one of its own was merged with last. */
  skeleton(language: string): string;
  /** The place of the same entry under another namespace. */
  at(namespace: string): Place;
}

export interface Layout {
  readonly entries: readonly FilesEntry[];
  /** Folders that runs write into; empty: the root. */
  readonly written: readonly string[];
  /** The folder of all records. */
  readonly records: string;
  /** A tag as it is spelt in paths. */
  spelling(language: string): string;
  /** The namespace of a source file by the parts of its path. */
  namespace(entry: FilesEntry, parts: PathParts): string;
  place(entry: FilesEntry, namespace: string, extension: string, isArticle: boolean): Place;
  /** Where the translations of a namespace without a source may be: by each entry that could have it. */
  places(namespace: string, isArticle: boolean): Place[];
  /** What a translated file is of; undefined for a path that fits no target pattern of a project language. */
  translation(path: string): Translation | undefined;
  /** People's texts whose unit has left the source. */
  memory(language: string): string;
}

export interface Translation {
  readonly entry: FilesEntry;
  readonly language: string;
  readonly namespace: string;
  /** Where its source should be. */
  readonly source: string;
}

export interface LayoutSettings {
  readonly files: readonly FilesEntry[];
  /** Undefined: the first wave's places, among the bundles in `locales/`. */
  readonly records: string | undefined;
  readonly spelling: SpellingSetting | undefined;
  readonly sourceLanguage: string;
  readonly targetLanguages: readonly string[];
}

const CLASSIC = 'locales';

export function createLayout(root: string, settings: LayoutSettings): Layout {
  const { files, records, sourceLanguage, targetLanguages } = settings;
  let spelt: ReadonlyMap<string, string> | undefined;
  const spelling = (language: string): string => {
    spelt ??= spellings([sourceLanguage, ...targetLanguages], settings.spelling, () =>
      files.flatMap(({ target }) => languageNames(root, target)),
    );
    return spelt.get(language) ?? language;
  };
  const kept = (kind: string, language: string, file: string): string =>
    records === undefined ? `${CLASSIC}/.${kind}/${language}${file}` : `${records}/${kind}/${language}${file}`;
  const bundles = (language: string, namespace: string): string =>
    records === undefined
      ? `${CLASSIC}/${spelling(language)}/${namespace}.json`
      : kept('bundles', language, `/${namespace}.json`);

  function place(entry: FilesEntry, namespace: string, extension: string, isArticle: boolean): Place {
    const own = entry.name === '' ? namespace : namespace.slice(entry.name.length + 1);
    const parts = pathParts(entry, own);
    const target = (language: string, suffix: string): string =>
      entry.target.expand({ ...parts, language: spelling(language), extension: suffix });
    return {
      entry,
      namespace,
      extension,
      bundle: (language) => (isArticle ? bundles(language, namespace) : target(language, extension)),
      snapshot: (language) =>
        isArticle || !hasSourceBundle(entry) ? bundles(language, namespace) : target(language, extension),
      article: (language, other = extension) => target(language, other),
      record: (language) => kept('review', language, `/${namespace}.json`),
      skeleton: (language) => kept('skeleton', language, `/${namespace}${extension}`),
      at: (other) => place(entry, other, extension, isArticle),
    };
  }

  const namespaceOf = (entry: FilesEntry, { path, name }: PathParts): string => {
    const own = entry.stem ?? [path, name].filter((part) => part !== undefined).join('/');
    return (entry.name === '' ? own : `${entry.name}/${own}`).normalize('NFC');
  };
  const languages = [sourceLanguage, ...targetLanguages];
  const translation = (path: string): Translation | undefined => {
    const names = languages.map(spelling);
    for (const entry of files) {
      const parts = entry.target.match(path, names);
      const language = languages[names.indexOf(parts?.language ?? '')];
      if (parts === undefined || language === undefined) continue;
      const source = entry.source.expand({ ...parts, language: spelling(sourceLanguage) });
      return { entry, language, namespace: namespaceOf(entry, parts), source };
    }
    return undefined;
  };

  return {
    entries: files,
    written: [...new Set([...files.map((entry) => entry.target.folder), records ?? CLASSIC])],
    records: records === undefined ? `${CLASSIC}/.review` : `${records}/review`,
    spelling,
    namespace: namespaceOf,
    translation,
    place,
    places: (namespace, isArticle) =>
      files
        .filter((entry) => couldHave(entry, namespace))
        .map((entry) => place(entry, namespace, isArticle ? '.md' : '.json', isArticle)),
    memory: (language) => kept('memory', language, '.jsonl'),
  };
}

function pathParts({ target: { placeholders } }: FilesEntry, own: string): PathParts {
  if (!placeholders.has('path') || !placeholders.has('name')) return { path: own, name: own };
  const slash = own.lastIndexOf('/');
  return { path: own.slice(0, Math.max(0, slash)), name: own.slice(slash + 1) };
}

function couldHave({ name, stem }: FilesEntry, namespace: string): boolean {
  if (name !== '' && !namespace.startsWith(`${name}/`)) return false;
  return stem === undefined || namespace === (name === '' ? stem : `${name}/${stem}`);
}

/**
 * Whether the source's own texts are written as a bundle beside the translations, as i18next's fallback: where each language
 * has a folder there and the sources lie elsewhere.
 */
function hasSourceBundle({ source, target }: FilesEntry): boolean {
  return !source.placeholders.has('language') && target.text.includes('{language}/');
}
