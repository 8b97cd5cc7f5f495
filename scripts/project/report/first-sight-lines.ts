/** What a run took over from files that it saw first, and what it left there, as lines for a person. */

export interface OrphanKeys {
  readonly file: string;
  readonly language: string;
  readonly keys: readonly string[];
}

export interface MendedValues {
  readonly file: string;
  readonly keys: readonly string[];
}

/** Of one file in one language. */
export interface FirstSight {
  readonly file: string;
  readonly language: string;
  /** Texts taken over as people's. */
  readonly people: number;
  /** Units without a text. */
  readonly missing: number;
  /** Of the people's texts: those whose source has changed since, as git tells. */
  readonly stale: number;
  /** Keys with `""`, `null` or white space: missing. */
  readonly blank: readonly string[];
  /** Keys of sentences that equal their source: missing, except with `--keep-equal`. */
  readonly equal: readonly string[];
}

const SHOWN_KEYS = 5;

/** One line a file. */
export function orphanLine({ file, keys }: OrphanKeys): string {
  const count = keys.length === 1 ? '1 key' : `${keys.length} keys`;
  return `${file}: ${count} without a source (${some(keys)}): left where they are; --prune removes them.`;
}

/** One line a file. */
export function mendedLine({ file, keys }: MendedValues): string {
  const [count, are] = keys.length === 1 ? ['1 value', 'is'] : [`${keys.length} values`, 'are'];
  return `${file}: ${count} (${some(keys)}) ${are} written again as the source has them.`;
}

/** One line a language, and what stands in place of translations. */
export function firstSightLines(seen: readonly FirstSight[]): string[] {
  const languages = [...new Set(seen.map(({ language }) => language))];
  return languages.flatMap((language) => {
    const own = seen.filter((one) => one.language === language);
    const people = own.reduce((sum, one) => sum + one.people, 0);
    const missing = own.reduce((sum, one) => sum + one.missing, 0);
    const stale = own.reduce((sum, one) => sum + one.stale, 0);
    const blank = own.flatMap((one) => one.blank);
    const equal = own.flatMap((one) => one.equal);
    const parts = [
      `${people} texts of people taken over from ${own.length} ${own.length === 1 ? 'file' : 'files'}`,
      ...(stale === 0 ? [] : [`${stale} of them for an older source`]),
      `${missing} missing`,
      ...(blank.length === 0 ? [] : [`${blank.length} of these blank`]),
      ...(equal.length === 0
        ? []
        : [`${equal.length} equal to their source (${some(equal)}; --keep-equal keeps them)`]),
    ];
    return [`${language}: ${parts.join(', ')}.`];
  });
}

function some(keys: readonly string[]): string {
  return keys.length <= SHOWN_KEYS ? keys.join(', ') : `${keys.slice(0, SHOWN_KEYS).join(', ')} …`;
}
