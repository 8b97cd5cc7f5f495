/** `l10n.config.json`: read, checked against the schema, every problem with its place and the nearest known name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { ConfigurationError } from './errors.ts';
import { canonicalLanguage } from './languages.ts';
import { nearest } from './nearest.ts';
import { DEFAULT_FILES, filesEntries, type FilesEntry } from './layout/files-entry.ts';
import { languageNamed, type SpellingSetting } from './layout/spelling.ts';

export const CONFIGURATION_FILE = 'l10n.config.json';

export const ENGINE_NAMES = [
  'auto',
  'deepl',
  'firefox',
  'apertium',
  'libretranslate',
  'openai',
  'pseudo',
  'identity',
] as const;

const engineName = z.enum(ENGINE_NAMES);
const engineChoice = z.union([engineName, z.array(engineName).check(z.minLength(1))]);

/** A schema with the words that an editor shows for the field. */
function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  z.globalRegistry.add(schema, { description });
  return schema;
}

/** The published schema; `l10n.schema.json` beside this file is generated from it. */
export const configurationSchema = z.strictObject({
  $schema: z.optional(z.string()),
  sourceLanguage: described(z.string(), 'BCP 47 tag of the language that articles and strings are written in.'),
  targetLanguages: described(z.array(z.string()), 'BCP 47 tags of the languages to translate into.'),
  engine: described(
    z.union([engineChoice, z.record(z.string(), engineChoice)]),
    'An engine, a list to be tried in order, or an object of these by target language, with "default".',
  ),
  engines: described(
    z.optional(z.partialRecord(engineName, z.record(z.string(), z.unknown()))),
    'Options of single engines, by name; each engine checks its own.',
  ),
  fields: described(
    z.optional(z.array(z.string())),
    'Front-matter fields to translate, as paths; * stands for one level: ["title", "seo.*"].',
  ),
  files: described(
    z.optional(
      z
        .array(
          z.strictObject({
            source: described(z.string(), 'Where sources are: a path with {path} or {name}, {extension}, {language}.'),
            target: described(
              z.optional(z.string()),
              'Where their translations go: with {language}. Default: the source pattern.',
            ),
            name: described(z.optional(z.string()), 'First part of the namespaces of these files.'),
            exclude: described(z.optional(z.array(z.string())), 'Globs of files that are no sources.'),
            format: described(z.optional(z.string()), 'The format, where the extension does not tell it.'),
          }),
        )
        .check(z.minLength(1)),
    ),
    'Where sources are and where translations go. Default: source/{path}{extension} to locales/{language}/{path}{extension}.',
  ),
  languages: described(
    z.optional(z.union([z.enum(['underscore', 'lowercase']), z.record(z.string(), z.string())])),
    'How tags are spelt in paths: "underscore" (pt_BR), "lowercase" (pt-br), or by tag: { "pt-BR": "ptBR" }. Default: as on disk.',
  ),
  records: described(
    z.optional(z.string()),
    'Folder for review records, memory, snapshots and the bundles of articles. Default: .glossa where "files" are given.',
  ),
  fuzzyThreshold: described(
    z.optional(z.number().check(z.minimum(75), z.maximum(101))),
    'Fuzzy matches of at least this score are used in place of the engine; 101, the default, switches it off.',
  ),
});

export interface Configuration {
  readonly sourceLanguage: string;
  readonly targetLanguages: readonly string[];
  /** Engines to try in order, for each target language. */
  readonly enginesFor: (language: string) => readonly string[];
  readonly engineOptions: Readonly<Record<string, unknown>>;
  readonly fields: readonly string[] | undefined;
  readonly fuzzyThreshold: number;
  readonly files: readonly FilesEntry[];
  /** How tags are spelt in paths; undefined: as on disk. */
  readonly spelling: SpellingSetting | undefined;
  /** The folder of records; undefined: the first wave's places in `locales/`. */
  readonly records: string | undefined;
}

/**
 * Reads the project's configuration.
 * @throws ConfigurationError with file and line when it is absent, no JSON, or not what the schema says.
 */
export function readConfiguration(root: string): Configuration {
  const place = { file: CONFIGURATION_FILE };
  let text: string;
  try {
    text = readFileSync(join(root, CONFIGURATION_FILE), 'utf8');
  } catch (cause) {
    throw new ConfigurationError('the project has no readable configuration.', {
      place,
      remedy: `Create it with sourceLanguage, targetLanguages and engine, or name the project with --root.`,
      cause,
    });
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new ConfigurationError(`not valid JSON: ${cause instanceof Error ? cause.message : ''}.`, { place, cause });
  }
  const result = configurationSchema.safeParse(data);
  if (!result.success) throw invalid(text, result.error.issues);
  const { sourceLanguage, targetLanguages, engine, engines, fields, fuzzyThreshold } = result.data;
  const { files, languages, records } = result.data;
  const source = language(text, sourceLanguage);
  const targets = targetLanguages.map((tag) => language(text, tag));
  const twice = targets.find((tag, index) => tag === source || targets.indexOf(tag) !== index);
  if (twice !== undefined) {
    throw new ConfigurationError(`the language ${twice} stands twice.`, {
      place: { file: CONFIGURATION_FILE, line: lineOf(text, `"${twice}"`) },
      remedy: 'A target language differs from the source language and stands once.',
    });
  }
  const choices = new Map(
    typeof engine === 'string' || Array.isArray(engine)
      ? [['default', engine] as const]
      : Object.entries(engine).map(([tag, choice]) => [tag === 'default' ? tag : language(text, tag), choice] as const),
  );
  return {
    sourceLanguage: source,
    targetLanguages: targets,
    enginesFor: (tag) => {
      const choice = choices.get(tag) ?? choices.get('default') ?? 'auto';
      return typeof choice === 'string' ? [choice] : choice;
    },
    engineOptions: engines ?? {},
    fields,
    fuzzyThreshold: fuzzyThreshold ?? 101,
    files: filesEntries(files ?? DEFAULT_FILES, (part) => ({
      file: CONFIGURATION_FILE,
      line: lineOf(text, JSON.stringify(part)),
    })),
    spelling: spellingOf(text, languages),
    records: recordsFolder(text, records) ?? (files === undefined ? undefined : '.glossa'),
  };
}

/** The map's tags canonical, as they are asked for. */
function spellingOf(text: string, setting: SpellingSetting | undefined): SpellingSetting | undefined {
  if (typeof setting !== 'object') return setting;
  return Object.fromEntries(
    Object.entries(setting).map(([tag, name]) => {
      if (/^[^/\\.][^/\\]*$/.test(name)) return [language(text, tag), name];
      throw new ConfigurationError(`"languages": ${JSON.stringify(name)} cannot stand in a path.`, {
        place: { file: CONFIGURATION_FILE, line: lineOf(text, JSON.stringify(name)) },
        remedy: 'Write the name of a folder, or a part of one.',
      });
    }),
  );
}

function recordsFolder(text: string, folder: string | undefined): string | undefined {
  const trimmed = folder?.replace(/\/+$/, '');
  const isInside = (path: string): boolean =>
    !/[\\{}:]/.test(path) && path.split('/').every((name) => !['', '.', '..'].includes(name));
  if (trimmed === undefined || isInside(trimmed)) return trimmed;
  throw new ConfigurationError(`"records": ${JSON.stringify(folder)} is no folder of the project.`, {
    place: { file: CONFIGURATION_FILE, line: lineOf(text, JSON.stringify(folder)) },
    remedy: 'Write a path below it, such as ".glossa".',
  });
}

function language(text: string, tag: string): string {
  const canonical = canonicalLanguage(tag);
  if (canonical !== undefined) return canonical;
  const meant = languageNamed(tag);
  throw new ConfigurationError(`"${tag}" is no known language.`, {
    place: { file: CONFIGURATION_FILE, line: lineOf(text, JSON.stringify(tag)) },
    remedy:
      meant === undefined
        ? 'Use a BCP 47 tag such as es or pt-BR.'
        : `Write "${meant}"; files and folders are found as they are spelt, or as "languages": { "${meant}": "${tag}" } says.`,
  });
}

function invalid(text: string, issues: readonly z.core.$ZodIssue[]): ConfigurationError {
  const lines = issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const near = nearest(key, Object.keys(configurationSchema.shape));
        const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
        return { line: lineOf(text, `"${key}"`), message: `unknown field "${key}".${hint}` };
      });
    }
    const field = issue.path.join('.');
    const at = lineOf(text, `"${String(issue.path[0] ?? '')}"`);
    if (issue.path[0] === 'engine' || issue.path[0] === 'engines') {
      return [{ line: at, message: `"${field}" names no known engine. Known: ${ENGINE_NAMES.join(', ')}.` }];
    }
    return [{ line: at, message: `"${field}": ${issue.message.replace(/^Invalid input: /, '')}.` }];
  });
  const [first, ...rest] = lines.flat();
  return new ConfigurationError(
    [first?.message ?? 'invalid.', ...rest.map((other) => `line ${other.line}: ${other.message}`)].join(' '),
    { place: { file: CONFIGURATION_FILE, line: first?.line ?? 1 } },
  );
}

function lineOf(text: string, part: string): number {
  const at = text.indexOf(part);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
