/** Where everything of a project lies: sources, translations, records, memory, snapshots. */
import type { FilesEntry } from './files-entry.ts';
import { languageNames } from './names-on-disk.ts';
import type { PathParts } from './pattern.ts';
import { spellings, type SpellingSetting } from './spelling.ts';

/** A source file as far as its place goes. */
export interface Place {
  readonly entry: FilesEntry;
  readonly namespace: string;
  /** With the dot. */
  readonly extension: string;
  /** True where translated articles are rendered; false for bundles. */
  readonly isArticle: boolean;
}

export interface Layout {
  readonly entries: readonly FilesEntry[];
  /** Folders that runs write into, for what they leave behind; empty: the root. */
  readonly written: readonly string[];
  /** A tag as it is spelt in paths. */
  spelling(language: string): string;
  /** The namespace of a source file by the parts of its path. */
  namespace(entry: FilesEntry, parts: PathParts): string;
  /** The translated file: a bundle, or a rendered article; `extension` in place of the source's. */
  target(language: string, place: Place, extension?: string): string;
  /** The bundle of a language; of an article it stands among the records, where `records` are configured. */
  bundle(language: string, place: Place): string;
  /** What the source was when it was seen last, in the file's own language. */
  snapshot(language: string, place: Place): string;
  record(language: string, namespace: string): string;
  /** The folder of a language's records. */
  readonly recordFolder: string;
  /** People's texts whose unit has left the source. */
  memory(language: string): string;
  /** The source's skeleton that a translated document with a skeleton of its own was merged with last. */
  skeleton(language: string, place: Place): string;
}

export interface LayoutSettings {
  readonly entries: readonly FilesEntry[];
  /** Undefined: the first wave's places, among the bundles in `locales/`. */
  readonly records: string | undefined;
  readonly languages: SpellingSetting | undefined;
  readonly sourceLanguage: string;
  readonly targetLanguages: readonly string[];
}

const CLASSIC = 'locales';

export function createLayout(root: string, settings: LayoutSettings): Layout {
  const { entries, records, languages, sourceLanguage, targetLanguages } = settings;
  let spelt: ReadonlyMap<string, string> | undefined;
  const spelling = (language: string): string => {
    spelt ??= spellings([sourceLanguage, ...targetLanguages], languages, () =>
      entries.flatMap(({ target }) => languageNames(root, target)),
    );
    return spelt.get(language) ?? language;
  };
  const ownPath = ({ entry, namespace }: Place): string =>
    entry.name === '' ? namespace : namespace.slice(entry.name.length + 1);
  const target = (language: string, place: Place, extension = place.extension): string => {
    const path = ownPath(place);
    const { placeholders } = place.entry.target;
    const slash = placeholders.has('path') ? path.lastIndexOf('/') : -1;
    const both = placeholders.has('path') && placeholders.has('name');
    return place.entry.target.expand({
      language: spelling(language),
      path: both ? path.slice(0, Math.max(0, slash)) : path,
      name: both ? path.slice(slash + 1) : path,
      extension,
    });
  };
  const kept = (kind: string, language: string, file: string): string =>
    records === undefined
      ? `${CLASSIC}/${kind === 'bundles' ? spelling(language) : `.${kind}/${language}`}${file}`
      : `${records}/${kind}/${language}${file}`;
  return {
    entries,
    written: [...new Set([...entries.map((entry) => entry.target.folder), records ?? CLASSIC])],
    spelling,
    namespace: (entry, { path, name }) => {
      const own = entry.stem ?? [path, name].filter((part) => part !== undefined).join('/');
      return (entry.name === '' ? own : `${entry.name}/${own}`).normalize('NFC');
    },
    target,
    bundle: (language, place) =>
      place.isArticle ? kept('bundles', language, `/${place.namespace}.json`) : target(language, place),
    snapshot: (language, place) =>
      place.isArticle || !hasSourceBundle(place.entry)
        ? kept('bundles', language, `/${place.namespace}.json`)
        : target(language, place),
    record: (language, namespace) => kept('review', language, `/${namespace}.json`),
    recordFolder: records === undefined ? `${CLASSIC}/.review` : `${records}/review`,
    memory: (language) => kept('memory', language, '.jsonl'),
    skeleton: (language, { namespace, extension }) => kept('skeleton', language, `/${namespace}${extension}`),
  };
}

/**
 * Whether the source's own texts are written as a bundle beside the translations, as i18next's fallback: where each language
 * has a folder there and the sources lie elsewhere.
 */
function hasSourceBundle({ source, target }: FilesEntry): boolean {
  return !source.placeholders.has('language') && target.text.includes('{language}/');
}
