/** A project opened: configuration, paths, termbase, and the fingerprints of what applies to every unit. */
import { shortHash } from '../../project/hash.ts';
import { fileHash } from '../../locales/file-hash.ts';
import { setOwnPlaceholders } from '../../formats/own-placeholders.ts';
import { setShownNames } from '../../formats/shown-names.ts';
import { readConfiguration, type Configuration } from '../../project/configuration.ts';
import { describe, SourceError } from '../../project/errors.ts';
import { createLayout, type Layout } from '../../project/layout/layout.ts';
import { GLOSSARY_FOLDER, insideProject, projectPaths, WORDS_FILE, type ProjectPaths } from '../../project/paths.ts';
import { CHECKS_GENERATION, type JudgeOptions } from '../../checks/check.ts';
import type { EngineEnvironment } from '../../engines/engine.ts';
import type { LoadedTermbase } from '../../terminology/termbase.ts';
import { teamAddress, type TeamAddress } from '../../team/address.ts';
import type { readWords, WordList } from '../../terminology/words.ts';
import type { UnitTerms } from '../../terminology/unit-terms.ts';
import type { Unit } from '../../units/unit.ts';
import { decode, listFiles, readBytes } from './source/sources.ts';
import { type GitHistory, gitHistory } from './git-history.ts';
import { unitContent } from './values.ts';

/** Raised when the same source would be read into other units or written in another way. */
const GENERATION = 2;

export interface Project {
  readonly root: string;
  readonly paths: ProjectPaths;
  readonly configuration: Configuration;
  readonly layout: Layout;
  readonly history: GitHistory;
  /** Fingerprint of the glossary's files. */
  readonly termsPrint: string;
  /** Fingerprint of the settings that change how sources are read. */
  readonly readingPrint: string;
  /** Fingerprint of what judges targets. */
  readonly checksPrint: string;
  /** Loads once what judging needs: checks of the project's own, and what tells languages apart. */
  readonly judging: () => Promise<JudgeOptions>;
  /** Fingerprint of the engines that serve a language, and their options. */
  readonly enginesPrint: (language: string) => string;
  /** Loads the termbase once; a bad row is an error of that row only. */
  readonly termbase: () => Promise<LoadedTermbase>;
  /** Loads the project's word list, `glossary/words.csv`. */
  readonly words: () => Promise<WordList>;
  /** Fingerprint of the word list; empty when there is none. Like an engine's options it makes no unit stale. */
  readonly wordsPrint: string;
  readonly environment: (engine: string, note: (line: string) => void) => EngineEnvironment;
  /** The database of a team, where this project and this machine belong to one. */
  readonly team: () => TeamAddress | undefined;
}

/**
 * @param engine serves all languages, in place of the configured ones.
 * @param cache in place of the project's own: for a copy of it that comes and goes.
 * @throws ConfigurationError when root or configuration are wrong.
 */
export function openProject(root: string, variables: NodeJS.ProcessEnv, engine?: string, cache?: string): Project {
  const own = projectPaths(root, variables);
  const paths = cache === undefined ? own : { ...own, cache };
  const configured = readConfiguration(paths.root);
  const configuration = engine === undefined ? configured : { ...configured, enginesFor: () => [engine] };
  const layout = createLayout(paths.root, configuration);
  setShownNames(configuration.reading.parameters);
  setOwnPlaceholders(configuration.reading.placeholders ?? []);
  const { files, words, errors } = readGlossary(paths.root);
  const wordList = async (): Promise<ReturnType<typeof readWords> | undefined> =>
    words === undefined ? undefined : (await import('../../terminology/words.ts')).readWords(decode(words, WORDS_FILE));
  let loaded: ReturnType<Project['termbase']> | undefined;
  let judging: ReturnType<Project['judging']> | undefined;
  const judged = judgedBy(paths.root, configuration);
  return {
    root: paths.root,
    paths,
    configuration,
    layout,
    history: gitHistory(
      paths.root,
      layout.entries.map(({ target }) => target.folder),
    ),
    termsPrint: shortHash(
      [...files.map(({ path, bytes }) => `${path} ${fileHash(bytes)}`), ...errors.map(describe)].join('\n'),
    ),
    readingPrint: shortHash(JSON.stringify([GENERATION, configuration.reading])),
    checksPrint: String(judged),
    judging: () =>
      (judging ??= import('../../checks/load-judging.ts').then(({ loadJudging }) =>
        loadJudging(paths.root, configuration),
      )),
    enginesPrint: remembered((language) => {
      const names = configuration.enginesFor(language);
      // What `auto` stands for is decided by what is there: with a key another engine is asked.
      const key = names.includes('auto') && (variables['DEEPL_AUTH_KEY'] ?? '') !== '';
      return shortHash(JSON.stringify([names, key, names.map((name) => configuration.engineOptions[name] ?? null)]));
    }),
    termbase: () => {
      loaded ??= import('../../terminology/termbase.ts').then(async ({ loadTermbase }) => {
        const texts = files.map(({ path, bytes }) => ({ path, text: decode(bytes, path) }));
        const read = loadTermbase(texts, configuration);
        const listed = await wordList();
        const all = [...errors, ...(listed?.errors ?? [])];
        return all.length === 0 ? read : { ...read, errors: [...all, ...read.errors] };
      });
      return loaded;
    },
    words: async () => (await wordList())?.words ?? new Map(),
    wordsPrint: words === undefined ? '' : shortHash(words.toString('latin1')),
    environment: (engine, note) => ({
      variables,
      sharedCache: paths.sharedCache,
      root: paths.root,
      options: configuration.engineOptions[engine],
      note,
    }),
    team: () => (configuration.team.joins ? teamAddress(variables) : undefined),
  };
}

/** A function of a language, asked for every unit and answered once. */
function remembered(answer: (language: string) => string): (language: string) => string {
  const known = new Map<string, string>();
  return (language) => {
    const found = known.get(language) ?? answer(language);
    known.set(language, found);
    return found;
  };
}

/** What judges targets: Glossa's checks, and the files of the project's own. */
function judgedBy(root: string, { ownChecks, limits }: Configuration): number | string {
  if (ownChecks.length === 0 && Object.keys(limits).length === 0) return CHECKS_GENERATION;
  const files = ownChecks.map((file) => [file, shortHash(readBytes(root, file)?.toString('latin1') ?? '')]);
  return shortHash(JSON.stringify([CHECKS_GENERATION, files, limits]));
}

interface Glossary {
  readonly files: readonly { readonly path: string; readonly bytes: Buffer }[];
  /** The project's word list, if there is one. */
  readonly words: Buffer | undefined;
  /** What is in the place of a termbase and cannot be one: without its terms a run would be another one. */
  readonly errors: readonly SourceError[];
}

/** Reads `glossary/`: links that stay in the project are followed, of others it is said that they are not. */
function readGlossary(root: string): Glossary {
  const errors: SourceError[] = [];
  const attempt = <Result>(work: () => Result): Result | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      errors.push(error);
      return undefined;
    }
  };
  const links: string[] = [];
  const paths = attempt(() => {
    insideProject(root, GLOSSARY_FOLDER);
    return listFiles(root, GLOSSARY_FOLDER, '.csv', (path) => void links.push(path));
  });
  const files = [...(paths ?? []), ...links].toSorted().flatMap((path) => {
    const bytes = attempt(() => readBytes(root, path));
    return bytes === undefined ? [] : [{ path, bytes }];
  });
  const tables = files.filter(({ path }) => path.endsWith('.csv'));
  return {
    files: tables.filter(({ path }) => path !== WORDS_FILE),
    words: tables.find(({ path }) => path === WORDS_FILE)?.bytes,
    errors,
  };
}

/** Looks a source unit up in the termbase. */
export type TermLookup = (unit: Unit) => UnitTerms;

/** The project's termbase as a lookup; a unit is searched once, however many languages ask. */
export async function termLookup(project: Project): Promise<TermLookup> {
  const { termbase } = await project.termbase();
  const { unitTerms } = await import('../../terminology/unit-terms.ts');
  const known = new WeakMap<Unit, UnitTerms>();
  return (unit) => {
    const terms = known.get(unit) ?? unitTerms(unitContent(unit), termbase, unit.language);
    known.set(unit, terms);
    return terms;
  };
}
