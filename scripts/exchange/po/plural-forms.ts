/** Plural rules in C, as a PO's header has them: found among those of CLDR by what Intl says of numbers. */

/** `n % modulo` (0: n itself) is, or with `isNot` is not, between two numbers. */
type Test = readonly [modulo: number, from: number, to: number, isNot?: 'not'];
/** One of the lists holds as a whole. */
type Condition = readonly (readonly Test[])[];

const NOT_TEENS: Test = [100, 11, 19, 'not'];

/** Every condition for whole numbers that a category of CLDR 48 has in languages with more than a few speakers. */
const CONDITIONS: readonly Condition[] = [
  [[[0, 0, 0]]],
  [[[0, 1, 1]]],
  [[[0, 2, 2]]],
  [[[0, 3, 3]]],
  [[[0, 6, 6]]],
  [[[0, 0, 1]]],
  [[[0, 2, 4]]],
  [[[0, 3, 6]]],
  [[[0, 7, 10]]],
  [
    [
      [10, 1, 1],
      [100, 11, 11, 'not'],
    ],
  ],
  [[[10, 1, 1], NOT_TEENS]],
  [[[10, 2, 9], NOT_TEENS]],
  [
    [
      [10, 2, 4],
      [100, 12, 14, 'not'],
    ],
  ],
  [[[10, 0, 0]], [[100, 11, 19]]],
  [[[10, 0, 0]], [[10, 5, 9]], [[100, 11, 14]]],
  [
    [
      [0, 1, 1, 'not'],
      [10, 0, 1],
    ],
    [[10, 5, 9]],
    [[100, 12, 14]],
  ],
  [
    [[0, 0, 0]],
    [
      [0, 1, 1, 'not'],
      [100, 1, 19],
    ],
  ],
  [[[100, 1, 1]]],
  [[[100, 2, 2]]],
  [[[100, 3, 4]]],
  [[[100, 3, 10]]],
  [[[0, 0, 0]], [[100, 3, 10]]],
  [[[100, 11, 99]]],
  [[[100, 11, 19]]],
  [
    [
      [0, 0, 0, 'not'],
      [1_000_000, 0, 0],
    ],
  ],
  [
    [[0, 1, 3]],
    [
      [10, 4, 4, 'not'],
      [10, 6, 6, 'not'],
      [10, 9, 9, 'not'],
    ],
  ],
];

const NUMBERS = [...Array.from({ length: 220 }, (_, n) => n), 1000, 1001, 1_000_000, 1_000_001, 2_000_000];

export interface PluralForms {
  /** In the order of `msgstr[…]`. */
  readonly categories: readonly string[];
  /** The header's value. */
  readonly header: string;
}

/** @returns undefined for a language whose rules are not known here. */
export function pluralForms(language: string): PluralForms | undefined {
  if (Intl.PluralRules.supportedLocalesOf([language]).length === 0) return undefined;
  const rules = new Intl.PluralRules(language);
  const categories = ['zero', 'one', 'two', 'few', 'many', 'other'].filter((name) =>
    rules.resolvedOptions().pluralCategories.some((own) => own === name),
  );
  const parts: string[] = [];
  for (const [index, category] of categories.entries()) {
    if (category === 'other') continue;
    const members = NUMBERS.filter((n) => rules.select(n) === category);
    if (members.length === 0) continue;
    const found = CONDITIONS.find((one) => NUMBERS.every((n) => holds(one, n) === members.includes(n)));
    if (found === undefined) return undefined;
    parts.push(`${written(found)} ? ${index} : `);
  }
  return { categories, header: `nplurals=${categories.length}; plural=(${parts.join('')}${categories.length - 1});` };
}

function holds(condition: Condition, n: number): boolean {
  return condition.some((tests) =>
    tests.every(([modulo, from, to, isNot]) => {
      const value = modulo === 0 ? n : n % modulo;
      return (value >= from && value <= to) === (isNot === undefined);
    }),
  );
}

function written(condition: Condition): string {
  const all = condition.map((tests) => tests.map(writtenTest).join(' && '));
  return all.length === 1 ? (all[0] ?? '') : all.map((one) => (one.includes('&&') ? `(${one})` : one)).join(' || ');
}

function writtenTest([modulo, from, to, isNot]: Test): string {
  const value = modulo === 0 ? 'n' : `n%${modulo}`;
  if (from === to) return `${value}${isNot === undefined ? '==' : '!='}${from}`;
  const within = from === 0 ? `${value}<=${to}` : `${value}>=${from} && ${value}<=${to}`;
  if (isNot === undefined) return within;
  return from === 0 ? `${value}>${to}` : `(${value}<${from} || ${value}>${to})`;
}
