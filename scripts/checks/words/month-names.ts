/** Names of the months, as CLDR has them. */

export interface MonthNames {
  /** By number from 0: alone and in a date, in lower case. */
  readonly names: readonly (readonly string[])[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Some month's name. */
  readonly any: RegExp;
  /** A name beside a day or a year, in the group `before` or `after`. */
  readonly dates: RegExp;
}

const known = new Map<string, MonthNames | undefined>();

/** @returns undefined where a month is called by its number only */
export function monthNames(language: string): MonthNames | undefined {
  if (known.has(language)) return known.get(language);
  const found = readNames(language);
  known.set(language, found);
  return found;
}

function readNames(language: string): MonthNames | undefined {
  const alone = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC', calendar: 'gregory' });
  const inDate = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  const names = Array.from({ length: 12 }, (_, month) => {
    const date = new Date(Date.UTC(2024, month, 3));
    const part = inDate.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
    return [...new Set([alone.format(date).toLowerCase(), part.toLowerCase()])].filter((name) =>
      /\p{L}{3}/u.test(name),
    );
  });
  const numbers = new Map(names.flatMap((forms, month) => forms.map((name) => [name, month] as const)));
  if (names.some((forms) => forms.length === 0)) return undefined;
  const list = [...numbers.keys()].toSorted((a, b) => b.length - a.length).join('|');
  return {
    names,
    numbers,
    any: new RegExp(list, 'iu'),
    dates: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:(?<before>${list})(?:\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|,?\\s+\\d{4})|\\d{1,2}\\.?(?:st|nd|rd|th|º|er)?\\s+(?:de\\s+|of\\s+)?(?<after>${list}))(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  };
}
