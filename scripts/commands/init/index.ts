/** `init`: finds what a project is and writes its configuration; nothing that is there is overwritten. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod/mini';
import { CONFIGURATION_FILE } from '../../project/configuration.ts';
import { ConfigurationError, UsageError } from '../../project/errors.ts';
import { canonicalLanguage } from '../../project/languages.ts';
import { DEFAULT_FILES, type FilesSetting } from '../../project/layout/files-entry.ts';
import { filesBelow, languageNames } from '../../project/layout/names-on-disk.ts';
import { pathPattern } from '../../project/layout/pattern.ts';
import { languageNamed } from '../../project/layout/spelling.ts';
import { findBundles } from './find-bundles.ts';
import { findPages } from './find-pages.ts';
import { together, type Found } from './found.ts';
import { stringSettings } from './message-style.ts';
import { readFrom } from './read-from.ts';
import { workflowOf } from './workflow.ts';

export interface InitOptions {
  readonly from: string | undefined;
  /** In place of what is found. */
  readonly source: string | undefined;
  readonly to: readonly string[] | undefined;
  readonly engine: string | undefined;
}

export interface Plan {
  readonly what: string;
  /** What a person should know of it. */
  readonly notes: readonly string[];
  readonly configuration: Readonly<Record<string, unknown>>;
  /** What is written, relative to the root; only what is not there yet. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
}

/**
 * @throws ConfigurationError where a configuration is there, or nothing to translate was found.
 * @throws UsageError where no target language is known.
 */
export function planInit(root: string, options: InitOptions): Plan {
  if (existsSync(join(root, CONFIGURATION_FILE))) {
    throw new ConfigurationError('is there already; nothing was written.', {
      place: { file: CONFIGURATION_FILE },
      remedy: 'Change it by hand, or remove it to begin anew. What it leads to: npm run adopt -- --dry-run',
    });
  }
  const found = look(root, options);
  const sourceName = options.source ?? found.sourceLanguage ?? 'en';
  const sourceLanguage = tag(sourceName);
  const meant = new Map(Object.entries(found.spelling ?? {}).map(([language, name]) => [name, language]));
  const languageOf = (name: string): string => meant.get(name) ?? tag(name);
  const names = options.to ?? found.languages.filter((name) => languageOf(name) !== sourceLanguage);
  const targetLanguages = [...new Set(names.map(languageOf))].toSorted();
  if (targetLanguages.length === 0) {
    throw new UsageError('no language to translate into was found.', {
      remedy: 'Name some: npm run init -- --to es,fr',
    });
  }
  const spelt = [sourceName, ...found.languages].filter(
    (name) => languageOf(name) !== name && [sourceLanguage, ...targetLanguages].includes(languageOf(name)),
  );
  const spelling = { ...Object.fromEntries(spelt.map((name) => [languageOf(name), name])), ...found.spelling };
  const configuration = {
    ...schemaOf(root),
    sourceLanguage,
    targetLanguages,
    engine: options.engine ?? 'auto',
    ...stringSettings(root, packagesOf(root), sourceStrings(root, found.files, sourceName)),
    ...(found.files.length === 0 ? {} : { files: found.files }),
    ...(Object.keys(spelling).length === 0 ? {} : { languages: spelling }),
    ...(found.files.length === 0 ? {} : { records: '.glossa' }),
  };
  const files = [
    { file: CONFIGURATION_FILE, text: `${JSON.stringify(configuration, null, 2)}\n` },
    ...workflowOf(root),
  ].filter(({ file }) => !existsSync(join(root, file)));
  return { what: found.what, notes: found.notes ?? [], configuration, files };
}

/** Writes what is planned; a file that is there meanwhile is left. */
export function writeInit(root: string, { files }: Pick<Plan, 'files'>): string[] {
  return files.map(({ file, text }) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text, { flag: 'wx' });
    return file;
  });
}

function look(root: string, { from, source }: InitOptions): Found {
  if (from !== undefined) {
    const read = readFrom(root, from);
    return { ...read, languages: [...new Set([...read.languages, ...onDisk(root, read.files)])] };
  }
  if (existsSync(join(root, 'source')))
    return { what: 'source/ and locales/', files: [], sourceLanguage: source, languages: onDisk(root, DEFAULT_FILES) };
  const pages = findPages(root);
  const configured = i18nSettings(root);
  const isSite = pages !== undefined && pages.files.length > 0;
  const bundles = isSite && pages.what === 'Docusaurus' ? undefined : findBundles(root, source ?? configured?.source);
  const found = [...(isSite ? [pages] : []), ...(bundles === undefined ? [] : [bundles])];
  if (found.length > 0) {
    const all = together(found);
    return { ...all, languages: [...new Set([...all.languages, ...(configured?.languages ?? [])])] };
  }
  throw new ConfigurationError('no texts to translate were found.', {
    place: { file: '.' },
    remedy:
      'Put them into source/, or say in l10n.config.json where they are ("files"). If they are not in English, name their language: --source de',
  });
}

const versions = z.optional(z.record(z.string(), z.string()));
const packageSchema = z.object({ dependencies: versions, devDependencies: versions, require: versions });

/** What a project depends on, as `package.json` and `composer.json` say. */
function packagesOf(root: string): string[] {
  return ['package.json', 'composer.json'].flatMap((file) => {
    const read = packageSchema.safeParse(parseJson(readText(root, file) ?? ''));
    return read.success
      ? Object.keys({ ...read.data.dependencies, ...read.data.devDependencies, ...read.data.require })
      : [];
  });
}

/** Strings of the source language. @param name of that language in paths. */
function sourceStrings(root: string, files: readonly FilesSetting[], name: string): string[] {
  return (files.length === 0 ? DEFAULT_FILES : files)
    .map(({ source }) => pathPattern(source.replaceAll('{language}', name)))
    .flatMap((pattern) =>
      pattern.placeholders.size === 0
        ? [pattern.text]
        : filesBelow(root, pattern.folder).filter((file) => pattern.match(file) !== undefined),
    )
    .filter((file) => file.endsWith('.json'));
}

/** The languages in the settings of next-i18next, next-intl and Next.js itself. */
function i18nSettings(root: string): { readonly source?: string; readonly languages: readonly string[] } | undefined {
  if (
    !packagesOf(root).some((name) =>
      /^(?:i18next(?:-cli|-parser)?|next-i18next|next-intl|react-i18next|react-intl|vue-i18n|next|nuxt|@nuxtjs\/i18n)$/.test(
        name,
      ),
    )
  )
    return undefined;
  for (const file of [
    'next-i18next.config.js',
    'next-i18next.config.mjs',
    'i18next.config.ts',
    'i18next.config.js',
    'i18next-parser.config.js',
    'i18next-parser.config.mjs',
    'nuxt.config.ts',
    'nuxt.config.js',
    'i18n.ts',
    'i18n/routing.ts',
    'src/i18n/routing.ts',
    'src/i18n.ts',
    'next.config.js',
    'next.config.mjs',
    'i18n.js',
    'src/i18n.js',
  ]) {
    const settings = readText(root, file);
    const list = /(?:locales|supportedLngs)\s*[:=]\s*\[([^\]]*)\]/.exec(settings ?? '')?.[1];
    if (list === undefined) continue;
    const each = /\bcode\s*:/.test(list) ? /\bcode\s*:\s*['"]([\w-]+)['"]/g : /['"]([\w-]+)['"]/g;
    const languages = [...list.matchAll(each)].map(([, name = '']) => name);
    const source = /(?:defaultLocale|fallbackLng)\s*[:=]\s*['"]([\w-]+)['"]/.exec(settings ?? '')?.[1];
    return { languages, ...(source === undefined ? {} : { source }) };
  }
  return undefined;
}

function readText(root: string, file: string): string | undefined {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function tag(name: string): string {
  const found = canonicalLanguage(name) ?? languageNamed(name);
  if (found !== undefined) return found;
  throw new UsageError(`"${name}" is no known language.`, {
    remedy: 'Name languages as BCP 47 does: --source en --to es,pt-BR',
  });
}

/** The schema where the package lies in the project, so that editors know the fields. */
function schemaOf(root: string): { readonly $schema?: string } {
  const own = 'node_modules/glossa/l10n.schema.json';
  return existsSync(join(root, own)) ? { $schema: `./${own}` } : {};
}

/** Languages that have a place among the translations. */
function onDisk(root: string, files: readonly FilesSetting[]): string[] {
  return files.flatMap(({ source, target = source }) =>
    languageNames(root, pathPattern(target)).filter((name) => languageNamed(name) !== undefined),
  );
}
