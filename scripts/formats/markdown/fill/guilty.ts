/** Which of the changed units keep a body from being read as it is meant. */
import type { InlineSyntax } from '../../format.ts';
import type { BlockUnit, Blocks } from '../blocks/block-unit.ts';
import { survey } from '../inline/content-survey.ts';
import type { Change } from './structure-proof.ts';

/** How a unit is written in the next try. */
export type Attempt = 'plain' | 'strict' | 'refused';

/** A body with values in the place of units. */
export interface Patched {
  readonly text: string;
  /** Where each unit begins in it. */
  readonly starts: readonly number[];
  readonly changes: readonly Change[];
}

/** So many tries look at one text that may hide those behind it, before they look at more at once. */
const CAREFUL_TRIES = 10;

/** The units that are not read as they are meant, each with the reason. */
export function findGuilty(
  patched: Patched,
  blocks: Blocks,
  values: ReadonlyMap<number, string>,
  attempts: ReadonlyMap<number, Attempt>,
  syntax: InlineSyntax,
  read: (text: string) => Blocks,
  patchWith: (attempts: ReadonlyMap<number, Attempt>) => Patched,
): ReadonlyMap<number, string> {
  const guilty = new Map<number, string>();
  let result: Blocks;
  try {
    result = read(patched.text);
  } catch (error) {
    return unreadable(attempts, error, (tried) => read(patchWith(tried).text));
  }
  const found = new Map(result.units.map((unit) => [unit.region.start, unit]));
  for (const [index, unit] of blocks.units.entries()) {
    if (attempts.get(index) === undefined || attempts.get(index) === 'refused') continue;
    const start = patched.starts[index] ?? -1;
    const after = found.get(start);
    const reason =
      after === undefined ? 'the text would be another block' : difference(unit, after, values.get(index), syntax);
    if (reason !== undefined) guilty.set(index, reason);
  }
  if (guilty.size > 0 || sameOutline(blocks.outline, result.outline)) return guilty;
  const first = blocks.outline.findIndex((entry, index) => entry !== result.outline[index]);
  return nearest(attempts, blocks.units, first, 'the structure of the file would change');
}

/** The first unit with which the file cannot be read any more: found by halving, as an error does not tell. */
function unreadable(
  attempts: ReadonlyMap<number, Attempt>,
  error: unknown,
  read: (attempts: ReadonlyMap<number, Attempt>) => unknown,
): ReadonlyMap<number, string> {
  const open = [...attempts].filter(([, attempt]) => attempt !== 'refused').toSorted(([a], [b]) => a - b);
  // So many of them can be read, so many cannot.
  let [good, bad] = [0, open.length];
  let cause = error;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      read(new Map(open.slice(0, middle)));
      good = middle;
    } catch (thrown) {
      cause = thrown;
      bad = middle;
    }
  }
  const [index = -1] = open[bad - 1] ?? [];
  return new Map([
    [index, `the file would no longer be readable: ${cause instanceof Error ? cause.message : String(cause)}`],
  ]);
}

/**
 * Of the units that are not read as they are meant: those whose value by itself has other codes than the source's, else the first,
 * as a text may hide all that stands behind it (`<style>`). The others are innocent as long as that is not known.
 */
export function likeliest(
  guilty: ReadonlyMap<number, string>,
  { units }: Blocks,
  values: ReadonlyMap<number, string>,
  syntax: InlineSyntax,
  tries: number,
): ReadonlyMap<number, string> {
  if (guilty.size < 2) return guilty;
  const own = [...guilty].filter(([index]) => {
    const unit = units[index];
    const isRunning = unit?.syntax === syntax.name;
    return isRunning && survey(syntax.parse(values.get(index) ?? '')).codes !== unit.survey.codes;
  });
  if (own.length > 0) return new Map(own);
  const most = tries < CAREFUL_TRIES ? 1 : 2 ** (tries - CAREFUL_TRIES + 1);
  return new Map([...guilty].toSorted(([a], [b]) => a - b).slice(0, most));
}

function difference(
  before: BlockUnit,
  after: BlockUnit,
  value: string | undefined,
  syntax: InlineSyntax,
): string | undefined {
  if (before.kind !== after.kind) return `the text would be another block (${after.kind})`;
  if (before.survey.codes !== after.survey.codes) return 'links, code, placeholders or tags would change';
  if (before.survey.form === after.survey.form || value === undefined) return undefined;
  const meant = survey(syntax.parse(value)).form;
  return meant === after.survey.form ? undefined : 'emphasis would be lost';
}

function sameOutline(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index]);
}

/** The changed units around the first difference: the last one before it and the first one behind. */
function nearest(
  attempts: ReadonlyMap<number, Attempt>,
  units: readonly BlockUnit[],
  entry: number,
  reason: string,
): ReadonlyMap<number, string> {
  const open = [...attempts].filter(([, attempt]) => attempt !== 'refused').map(([index]) => index);
  const sorted = open.sort((a, b) => a - b);
  const before = sorted.findLast((index) => (units[index]?.entry ?? 0) <= entry || entry === -1);
  const after = sorted.find((index) => entry !== -1 && (units[index]?.entry ?? 0) > entry);
  return new Map([before, after].filter((index) => index !== undefined).map((index) => [index, reason]));
}

/** All that are still tried. */
export function all(attempts: ReadonlyMap<number, Attempt>, reason: string): ReadonlyMap<number, string> {
  return new Map([...attempts].filter(([, attempt]) => attempt !== 'refused').map(([index]) => [index, reason]));
}
