/** Where a team's database is. Loads nothing: a program without a team pays for none of this part. */
import { ConfigurationError } from '../project/errors.ts';

export interface TeamAddress {
  /** As in DATABASE_URL; holds the password. */
  readonly url: string;
  /** Of Glossa's tables in that database. */
  readonly schema: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * @returns undefined where DATABASE_URL is absent, empty, or names a database of another kind: that is the site's own.
 * @throws ConfigurationError for a GLOSSA_SCHEMA that is no plain name.
 */
export function teamAddress(variables: Variables): TeamAddress | undefined {
  const url = variables['DATABASE_URL'] ?? '';
  if (!/^postgres(?:ql)?:\/\//.test(url)) return undefined;
  const schema = variables['GLOSSA_SCHEMA'] || 'glossa';
  if (/^[a-z_][a-z0-9_]{0,50}$/.test(schema)) return { url, schema };
  throw new ConfigurationError(`GLOSSA_SCHEMA is "${schema}", which is no plain name.`, {
    remedy: 'Use small letters, digits and _, and begin with a letter.',
  });
}

/** Host, port and database, for messages: never the user's name or password. */
export function shownAddress({ url }: TeamAddress): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host === '' ? 'localhost' : host}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}
