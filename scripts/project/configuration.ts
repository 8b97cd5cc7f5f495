/** `l10n.config.json`: read, checked against the schema, every problem with its place and the nearest known name. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { described } from './described.ts';
import { ENGINE_NAMES } from './engine-names.ts';
import { ConfigurationError } from './errors.ts';
import { canonicalLanguage } from './languages.ts';
import { nearest } from './nearest.ts';
import { policyFields, policyOf, type Policy } from './policy.ts';
import { teamFields, teamSettingOf, type TeamSetting } from './team-setting.ts';
import { readingFields, readingOf, type Reading } from './reading.ts';
import { layoutFields, layoutOf, type LayoutConfiguration } from './layout/settings.ts';
import { languageNamed } from './layout/spelling.ts';

export const CONFIGURATION_FILE = 'l10n.config.json';

const engineName = z.enum(ENGINE_NAMES);
const engineChoice = z.union([engineName, z.array(engineName).check(z.minLength(1))]);

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
  ...readingFields,
  ...layoutFields,
  fuzzyThreshold: described(
    z.optional(z.number().check(z.minimum(75), z.maximum(101))),
    'Fuzzy matches of at least this score are used in place of the engine; 101, the default, switches it off.',
  ),
  ...policyFields,
  ...teamFields,
});

export interface Configuration extends LayoutConfiguration, Policy {
  readonly sourceLanguage: string;
  readonly targetLanguages: readonly string[];
  /** Engines to try in order, for each target language. */
  readonly enginesFor: (language: string) => readonly string[];
  readonly engineOptions: Readonly<Record<string, unknown>>;
  /** How sources are read. */
  readonly reading: Reading;
  readonly fuzzyThreshold: number;
  readonly team: TeamSetting;
}

/**
 * Reads the project's configuration.
 * @throws ConfigurationError with file and line when it is absent, no JSON, or not what the schema says.
 */
export function readConfiguration(root: string): Configuration {
  const place = { file: CONFIGURATION_FILE };
  let text: string;
  try {
    const path = join(root, CONFIGURATION_FILE);
    // Who opens a pipe waits for somebody to write into it.
    if (!statSync(path).isFile()) throw new Error('no file');
    text = readFileSync(path, 'utf8');
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
  const { sourceLanguage, targetLanguages, engine, engines, fuzzyThreshold } = result.data;
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
    reading: readingOf(root, source, result.data),
    fuzzyThreshold: fuzzyThreshold ?? 101,
    team: teamSettingOf(result.data),
    ...policyOf(result.data, (tag) => language(text, tag)),
    ...layoutOf(
      result.data,
      CONFIGURATION_FILE,
      (part) => lineOf(text, part),
      (tag) => language(text, tag),
    ),
  };
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
