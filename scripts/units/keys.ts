import { SourceError } from '../project/errors.ts';
import { align } from './alignment/align.ts';
import { blockKind, nameBlocks, type PlacedBlock } from './block-names.ts';
import { continuedFields, type FixedUnit } from './continued-fields.ts';
import type { KnownUnit } from './known-unit.ts';
import type { BundlePath, ParsedUnit, Unit } from './unit.ts';

export type { KnownUnit } from './known-unit.ts';

/** A unit of the new version, and what it was in the old one. */
export interface AssignedUnit extends Unit {
  /** True where no old unit is continued, even if its key was in use. */
  readonly added: boolean;
  /** The old value, where it was another one. */
  readonly previous?: string;
  /** The old key of the unit that this one continues, where it was another one: targets and records move along. */
  readonly renamedFrom?: string;
}

export interface Assignment {
  /** In the order of the file. */
  readonly units: readonly AssignedUnit[];
  /** Old units that no new one continues, in their old order. */
  readonly removed: readonly KnownUnit[];
  /** All `renamedFrom`, to be carried out at once: in a list two items may have changed places. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Gives the units of a file their lifelong keys. Fields and i18next values have theirs by their path; one whose text
 * stood under another path before is reported as renamed. Blocks keep the key of the old block that they continue
 * (see `align`); the first cut of a file numbers them, later additions get four letters of their text's hash.
 * @param known the old source bundle in the source's order; partial is fine
 * @param fileLanguage of units that do not declare their own
 * @param firstCut there was no old version: what is known are texts that were kept elsewhere with their keys
 * @throws SourceError where two units have one key (`"a.b"` beside `"a": { "b" }`)
 */
export function assignKeys(
  parsed: readonly ParsedUnit[],
  known: readonly KnownUnit[],
  fileLanguage: string,
  firstCut = known.length === 0,
): Assignment {
  const { fields, blocks } = separate(parsed);
  const bundle = parsed.some(({ kind }) => kind === 'value');
  const isBlock = ({ key }: KnownUnit): boolean => !bundle && key.startsWith('body.');
  const oldBlocks = known.filter(isBlock);
  const continued = new Map(
    continuedFields(
      fields,
      known.filter((unit) => !isBlock(unit)),
    ),
  );
  const paths = new Map<number, BundlePath>(fields.map(({ index, path }) => [index, path]));
  const matches = align(
    oldBlocks.map(({ key, value }) => ({ value, kind: blockKind(key) })),
    blocks.map(({ unit }) => unit),
  );
  for (const [place, { index }] of blocks.entries()) {
    const old = oldBlocks[matches[place] ?? -1];
    if (old === undefined) continue;
    continued.set(index, old);
    paths.set(index, old.key.split('.'));
  }
  const oldKeys = oldBlocks.map(({ key }) => key);
  nameBlocks(blocks, paths, oldKeys, firstCut);
  const units = parsed.map((unit, index) => assigned(unit, paths.get(index) ?? [], continued.get(index), fileLanguage));
  refuseDoubles(units);
  const kept = new Set([...continued.values()].map(({ key }) => key));
  return {
    units,
    removed: known.filter(({ key }) => !kept.has(key)),
    renamed: units.flatMap(({ key, renamedFrom }) =>
      renamedFrom === undefined ? [] : [{ from: renamedFrom, to: key }],
    ),
  };
}

/** Units with a path of their own, and blocks that are given one. */
function separate(parsed: readonly ParsedUnit[]): { fields: FixedUnit[]; blocks: PlacedBlock[] } {
  const names = new Set(parsed.map(({ path }) => path?.[0]));
  // `body` belongs to the blocks: a front-matter field of that name steps aside.
  let aside = 2;
  while (names.has(`body-${aside}`)) aside += 1;
  const fields: FixedUnit[] = [];
  const blocks: PlacedBlock[] = [];
  for (const [index, unit] of parsed.entries()) {
    const { path, kind, value } = unit;
    if (path === undefined) blocks.push({ index, unit });
    else if (kind === 'field' && path[0] === 'body')
      fields.push({ index, path: [`body-${aside}`, ...path.slice(1)], value });
    else fields.push({ index, path, value });
  }
  return { fields, blocks };
}

function assigned(unit: ParsedUnit, path: BundlePath, old: KnownUnit | undefined, fileLanguage: string): AssignedUnit {
  const key = path.join('.');
  const fixed = { ...unit, key, path, language: unit.language ?? fileLanguage };
  if (old === undefined) return { ...fixed, added: true };
  return {
    ...fixed,
    added: false,
    ...(old.value !== unit.value && { previous: old.value }),
    ...(old.key !== key && { renamedFrom: old.key }),
  };
}

function refuseDoubles(units: readonly Unit[]): void {
  const lines = new Map<string, number>();
  for (const { key, line } of units) {
    const first = lines.get(key);
    if (first !== undefined) {
      throw new SourceError(`the key "${key}" stands for two values, here and in line ${first}`, {
        place: { line, key },
        remedy: 'Rename one of them.',
      });
    }
    lines.set(key, line);
  }
}
