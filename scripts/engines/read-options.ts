/** An engine's own options, `engines.<name>` in l10n.config.json. */
import { z } from 'zod/mini';
import { ConfigurationError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';

/** @throws ConfigurationError that names each wrong field, with what it may be. */
export function readEngineOptions<Schema extends z.ZodMiniType>(name: string, schema: Schema, value: unknown) {
  const parsed = schema.safeParse(value ?? {}, { error: z.locales.en().localeError });
  if (parsed.success) return parsed.data;
  const known = schema instanceof z.ZodMiniObject ? Object.keys(schema.def.shape) : [];
  const [first] = parsed.error.issues;
  const near =
    first?.code === 'unrecognized_keys' && first.path.length === 0 ? nearest(first.keys[0] ?? '', known) : undefined;
  const told = parsed.error.issues.map((issue) => {
    const field = ['engines', name, ...issue.path].map(String).join('.');
    return `${field}: ${said(issue)}`;
  });
  throw new ConfigurationError(`${told.join('; ')}.`, {
    place: { file: 'l10n.config.json' },
    remedy: near === undefined ? '' : `Did you mean ${near}?`,
  });
}

/** Of a wrong key of a record what is wrong with it. */
function said(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_key') return issue.message;
  return issue.issues.map(({ message }) => message).join(', ');
}
