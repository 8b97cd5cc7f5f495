import { fourLetters } from './four-letters.ts';
import { slug } from './slug.ts';
import type { BundlePath, ParsedUnit, UnitKind } from './unit.ts';

/** Where blocks before the first heading live. */
const LEAD = 'lead';
const ENOUGH_FOR_A_SLUG = 500;

/** A block's place among the units of its file. */
export interface PlacedBlock {
  readonly index: number;
  readonly unit: ParsedUnit;
}

/** What kind of block a key was given to; undefined for keys that were not made here. */
export function blockKind(key: string): UnitKind | undefined {
  const kind = /(?:^|\.)(heading|p|li|quote|cell|note|html)(?:\d+|-[a-z2-9]{4})?$/.exec(key)?.[1];
  return KINDS.find((known) => known === kind);
}

const KINDS: readonly UnitKind[] = ['heading', 'p', 'li', 'quote', 'cell', 'note', 'html'];

/**
 * Gives the blocks that continue no old one their keys, in the section of the heading over them: numbers when a file is
 * first cut, else four letters of the text's hash, so that two branches never give one key to two texts.
 * @param paths of the blocks that have theirs; the others' are added
 * @param known all old block keys: none of them is given again
 * @param firstCut what is not known is numbered by its place, as if nothing were
 */
export function nameBlocks(
  blocks: readonly PlacedBlock[],
  paths: Map<number, BundlePath>,
  known: readonly string[],
  firstCut: boolean,
): void {
  const taken = new Set(known.flatMap(withParents));
  const sections = new Set([LEAD, ...(firstCut ? headingSections(blocks, paths) : known.map(sectionOfKey))]);
  const counts = new Map<string, number>();
  /** What was taken stays taken: where the last search for a name ended, the next one begins. */
  const searched = new Map<string, number>();
  let section = LEAD;
  for (const { index, unit } of blocks) {
    const path = paths.get(index);
    if (unit.kind === 'heading') {
      section = path === undefined ? free(slug(words(unit.value)), sections, searched) : sectionOf(path);
      sections.add(section);
    }
    const number = numbered(unit, section, counts);
    if (path !== undefined) continue;
    const isFree = firstCut && !taken.has(`body.${section}.${number}`);
    const name = isFree ? number : hashed(unit, section, taken, searched);
    taken.add(`body.${section}.${name}`);
    paths.set(index, ['body', section, name]);
  }
}

/** The sections whose heading is known: another heading must not open them again. */
function headingSections(blocks: readonly PlacedBlock[], paths: ReadonlyMap<number, BundlePath>): string[] {
  return blocks.flatMap(({ index, unit }) => {
    const path = paths.get(index);
    return unit.kind === 'heading' && path !== undefined ? [sectionOf(path)] : [];
  });
}

function sectionOfKey(key: string): string {
  return key.split('.')[1] ?? '';
}

/** A key and what it is inside of: neither may become the other kind of thing. */
function withParents(key: string): string[] {
  const parts = key.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

function sectionOf(path: BundlePath): string {
  return path.length > 2 ? String(path[1]) : LEAD;
}

/** A heading's words without link targets and tags; what is left of other markup, `slug` drops. */
function words(value: string): string {
  return value
    .slice(0, ENOUGH_FOR_A_SLUG)
    .replace(/\]\([^)]*\)|<[^>]*>/g, ' ')
    .trim();
}

function free(name: string, taken: ReadonlySet<string>, searched: Map<string, number>): string {
  for (let number = searched.get(name) ?? 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (taken.has(candidate)) continue;
    searched.set(name, number);
    return candidate;
  }
}

function numbered({ kind }: ParsedUnit, section: string, counts: Map<string, number>): string {
  if (kind === 'heading') return kind;
  const group = `${section}.${kind}`;
  const number = (counts.get(group) ?? 0) + 1;
  counts.set(group, number);
  return `${kind}${number}`;
}

function hashed(
  { kind, value }: ParsedUnit,
  section: string,
  taken: ReadonlySet<string>,
  searched: Map<string, number>,
): string {
  if (kind === 'heading') return kind;
  const search = `${section}.${kind}\n${value}`;
  for (let attempt = searched.get(search) ?? 0; ; attempt += 1) {
    const name = `${kind}-${fourLetters(value, attempt)}`;
    if (taken.has(`body.${section}.${name}`)) continue;
    searched.set(search, attempt);
    return name;
  }
}
