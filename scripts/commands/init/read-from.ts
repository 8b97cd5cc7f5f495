/** The layout that another tool's configuration says: lingo.dev's, DeepL CLI's, Crowdin's. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/mini';
import { ConfigurationError } from '../../project/errors.ts';
import type { FilesSetting } from '../../project/layout/files-entry.ts';
import type { Found } from './found.ts';
import { fromGlob, withExclude } from './from-glob.ts';
import { crowdinSchema, fromCrowdin } from './read-crowdin.ts';

const include = z.union([z.string(), z.object({ path: z.string(), delimiter: z.optional(z.nullable(z.string())) })]);

/** lingo.dev: one pattern with `[locale]` for source and target. */
const lingoSchema = z.object({
  locale: z.object({ source: z.string(), targets: z.array(z.string()) }),
  buckets: z.record(z.string(), z.object({ include: z.array(include), exclude: z.optional(z.array(include)) })),
});

/** DeepL CLI: globs of sources, and a pattern with `{locale}` for targets. */
const deeplSchema = z.object({
  source_locale: z.string(),
  target_locales: z.array(z.union([z.string(), z.object({ locale: z.string() })])),
  buckets: z.record(
    z.string(),
    z.object({
      include: z.array(z.string()),
      exclude: z.optional(z.array(z.string())),
      target_path_pattern: z.optional(z.string()),
    }),
  ),
});

/** @throws ConfigurationError when the file cannot be read, or is none of the three. */
export function readFrom(root: string, file: string): Found {
  let data: unknown;
  try {
    data = parse(readFileSync(join(root, file), 'utf8'));
  } catch (cause) {
    throw new ConfigurationError('cannot be read.', {
      place: { file },
      remedy: 'Name i18n.json, .deepl-sync.yaml or crowdin.yml.',
      cause,
    });
  }
  const lingo = lingoSchema.safeParse(data);
  if (lingo.success) return fromLingo(lingo.data);
  const deepl = deeplSchema.safeParse(data);
  if (deepl.success) return fromDeepl(deepl.data);
  const crowdin = crowdinSchema.safeParse(data);
  if (crowdin.success) return fromCrowdin(root, crowdin.data);
  throw new ConfigurationError('is no configuration of lingo.dev, DeepL CLI or Crowdin.', {
    place: { file },
    remedy: 'Name i18n.json, .deepl-sync.yaml or crowdin.yml.',
  });
}

function fromLingo({ locale, buckets }: z.infer<typeof lingoSchema>): Found {
  const pathOf = (one: z.infer<typeof include>): string => (typeof one === 'string' ? one : one.path);
  const delimiters = Object.values(buckets).flatMap(({ include: all }) =>
    all.map((one) => (typeof one === 'string' ? null : one.delimiter)),
  );
  const files = Object.values(buckets).flatMap(({ include: all, exclude = [] }) =>
    all.map((one): FilesSetting => {
      const source = fromGlob(pathOf(one).replaceAll('[locale]', '{language}'));
      return withExclude(
        { source },
        exclude.map((other) => pathOf(other).replaceAll('[locale]', '*')),
      );
    }),
  );
  const spelling = delimiters.includes('_') ? underscored([locale.source, ...locale.targets]) : undefined;
  return {
    what: 'lingo.dev',
    files,
    sourceLanguage: locale.source,
    languages: [locale.source, ...locale.targets],
    ...(spelling === undefined ? {} : { spelling }),
  };
}

function fromDeepl({ source_locale: source, target_locales: targets, buckets }: z.infer<typeof deeplSchema>): Found {
  const tags = targets.map((one) => (typeof one === 'string' ? one : one.locale));
  const isTag = new RegExp(String.raw`(^|[/._-])${source}(?=[/._-])`, 'g');
  const files = Object.values(buckets).flatMap(({ include: globs, exclude = [], target_path_pattern: pattern }) =>
    globs.map((glob): FilesSetting => {
      if (pattern === undefined) return withExclude({ source: fromGlob(glob.replace(isTag, '$1{language}')) }, exclude);
      const own = fromGlob(glob);
      const name = own.includes('{path}') ? '{path}' : basename(own).replace(/\.\w+$/, '');
      const extension = /\.\w+$/.exec(own)?.[0] ?? '{extension}';
      const target = pattern
        .replaceAll('{locale}', '{language}')
        .replaceAll('{basename}', `${name}${extension}`)
        .replaceAll('{name}', name)
        .replaceAll('{ext}', extension.slice(1));
      return withExclude({ source: own, target }, exclude);
    }),
  );
  return { what: 'DeepL CLI', files, sourceLanguage: source, languages: [source, ...tags] };
}

function underscored(tags: readonly string[]): Record<string, string> {
  return Object.fromEntries(tags.filter((tag) => tag.includes('-')).map((tag) => [tag, tag.replaceAll('-', '_')]));
}
