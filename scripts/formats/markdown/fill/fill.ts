import type { InlineSyntax } from '../../format.ts';
import type { BlockUnit, Blocks } from '../blocks/block-unit.ts';
import { htmlSyntax } from '../../html/html-syntax.ts';
import type { HtmlPart } from '../../html/html-parts.ts';
import { bytesOf, type PartBytes } from '../../html/part-bytes.ts';
import { jsxString } from '../inline/jsx-strings.ts';
import { escapeAttribute, escapeParameter, escapeTitle } from '../inline/escapes.ts';
import { all, findGuilty, likeliest, type Attempt, type Patched } from './guilty.ts';
import { escapeHeadingEnd, escapeLineStart } from './line-starts.ts';
import type { PlaceOf } from './explicit-ids.ts';
import { withEntitiesOf } from '../../written-entities.ts';
import { withOwnEntities } from './own-entities.ts';
import { writeScalar } from '../marks/shown-options.ts';
import { isTooDense } from '../limits.ts';
import { isProven, type Change, type ProvableBody } from './structure-proof.ts';
import { continuation, lineStart } from './stays-its-block.ts';
import { escapePipes, normalizeValue } from '../blocks/values.ts';

export interface FilledBody {
  readonly text: string;
  readonly refused: ReadonlyMap<number, string>;
  /** Where a unit stands in the text. */
  readonly placeOf: PlaceOf;
}

/** The ways to read a body. */
export interface BodyReaders {
  /** As it was read first. */
  readonly read: (text: string) => Blocks;
  /** What the proof looks at; undefined for dialects in which blocks depend on the text in them (MDX). */
  readonly survey: (text: string) => ProvableBody | undefined;
  /** The same of the body that is filled, read once. */
  readonly surveyed: () => ProvableBody | undefined;
}

/** After so many tries whatever is still unproven keeps its source text. */
const MOST_TRIES = 16;

/**
 * Puts values in the place of units and proves by reading the result again that nothing else changed.
 * @param values by index into the body's units; those equal to the unit's own are ignored
 * @param parse reads a value of `syntax`; it may remember
 */
export function fillBody(
  text: string,
  blocks: Blocks,
  values: ReadonlyMap<number, string>,
  syntax: InlineSyntax,
  readers: BodyReaders,
  parse: InlineSyntax['parse'],
): FilledBody {
  const attempts = new Map<number, Attempt>();
  for (const [index, value] of values) if (blocks.units[index]?.value !== value) attempts.set(index, 'plain');
  const refused = new Map<number, string>();
  const bytes = new Map<BlockUnit, PartBytes>();
  for (const index of attempts.keys()) {
    const unit = blocks.units[index];
    const made = unit?.part && htmlBytes(text, unit, unit.part, values.get(index) ?? '');
    if (unit !== undefined && made !== undefined) bytes.set(unit, made);
    if (unit?.part !== undefined && made === undefined) {
      attempts.set(index, 'refused');
      refused.set(index, 'its tags and placeholders are not those of the source');
    }
    if (!isTooDense(values.get(index) ?? '')) continue;
    attempts.set(index, 'refused');
    refused.set(index, 'the text has too many signs of emphasis or brackets');
  }
  for (let tries = 0; attempts.size > refused.size; tries++) {
    const patchWith = (tried: ReadonlyMap<number, Attempt>): Patched =>
      patch(text, blocks.units, values, tried, syntax, bytes);
    const patched = patchWith(attempts);
    if (isSurelyRight(patched, blocks, syntax, readers, parse))
      return { text: patched.text, refused, placeOf: placesIn(patched, blocks) };
    const found = findGuilty(patched, blocks, values, attempts, syntax, readers.read, patchWith);
    const guilty =
      tries > MOST_TRIES && found.size > 0
        ? all(attempts, 'the structure of the file would change')
        : likeliest(found, blocks, values, syntax, tries);
    if (guilty.size === 0) return { text: patched.text, refused, placeOf: placesIn(patched, blocks) };
    for (const [index, reason] of guilty) {
      const next = attempts.get(index) === 'plain' && tries < MOST_TRIES ? 'strict' : 'refused';
      attempts.set(index, next);
      if (next === 'refused') refused.set(index, reason);
    }
  }
  return { text, refused, placeOf: (unit) => blocks.units[unit]?.region ?? { start: 0, end: 0 } };
}

function placesIn({ starts, changes }: Patched, { units }: Blocks): PlaceOf {
  const changed = new Map(changes.map(({ unit, after }) => [unit, after]));
  return (index) => {
    const unit = units[index];
    const after = unit && changed.get(unit);
    const start = starts[index] ?? 0;
    const { region } = unit ?? { region: { start: 0, end: 0 } };
    return after ?? { start, end: start + region.end - region.start };
  };
}

/** The short way: most values change nothing but words, and that can be seen without reading all text again. */
function isSurelyRight(
  patched: Patched,
  blocks: Blocks,
  syntax: InlineSyntax,
  readers: BodyReaders,
  parse: InlineSyntax['parse'],
): boolean {
  const before = readers.surveyed();
  const after = before === undefined ? undefined : readers.survey(patched.text);
  if (before === undefined || after === undefined) return false;
  return isProven(before, after, patched.changes, blocks.defines, syntax, parse);
}

function patch(
  text: string,
  units: readonly BlockUnit[],
  values: ReadonlyMap<number, string>,
  attempts: ReadonlyMap<number, Attempt>,
  syntax: InlineSyntax,
  bytes: ReadonlyMap<BlockUnit, PartBytes>,
): Patched {
  const pieces: string[] = [];
  const starts: number[] = [];
  const changes: Change[] = [];
  let at = 0;
  let length = 0;
  for (const [index, unit] of units.entries()) {
    const attempt = attempts.get(index);
    const { start, end } = unit.region;
    const value = values.get(index);
    starts.push(length + start - at);
    if (attempt === undefined || attempt === 'refused' || value === undefined) continue;
    const strict = attempt === 'strict';
    const html = bytes.get(unit);
    const written = html ? writeHtml(text, unit, html, strict) : write(text, unit, value, syntax, strict);
    pieces.push(text.slice(at, start), written);
    length += start - at + written.length;
    changes.push({ unit, value, before: { start, end }, after: { start: length - written.length, end: length } });
    at = end;
  }
  return { text: pieces.join('') + text.slice(at), starts, changes };
}

/** A value as the bytes that stand in the file. */
function write(text: string, unit: BlockUnit, value: string, syntax: InlineSyntax, strict: boolean): string {
  const { start, end, cell } = unit.region;
  if (unit.form === 'title') {
    const open = text.charAt(start);
    return open + withEntitiesOf(text.slice(start, end), escapeTitle(value, open)) + (open === '(' ? ')' : open);
  }
  if (unit.form === 'parameter') return escapeParameter(value, text.charAt(start - 1));
  if (unit.form === 'string') return jsxString(value, text.charAt(start));
  if (unit.form === 'attribute')
    return withEntitiesOf(text.slice(start, end), escapeAttribute(value, text.charAt(start - 1)));
  const printed = strict ? syntax.print(syntax.parse(value), true) : value;
  const normal = normalizeValue(withOwnEntities(printed, text.slice(start, end), syntax));
  const before = text.slice(lineStart(text, start), start);
  if (unit.form === 'line' || unit.form === 'label' || unit.form === 'scalar') {
    const line = normal.replace(/(?:\\| {2,})\n/g, ' ');
    if (unit.form === 'scalar') return isAlone(before) ? line : writeScalar(line, text.slice(start, end));
    if (unit.form === 'label') return line;
    if (cell) return escapePipes(before.trim() === '' ? escapeLineStart(line, unit.syntax) : line);
    return escapeHeadingEnd(line);
  }
  const prefix = continuation(before);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return normal
    .split('\n')
    .map((line) => escapeLineStart(line, unit.syntax))
    .join(lineEnd + prefix);
}

/** Whether a scalar has lines of its own, where no sign is one of YAML's. */
function isAlone(before: string): boolean {
  return /^[ \t>]*(?:(?:#|\/\/|--|%%?|;;?)\|[ \t]*)?$/.test(before);
}

/** A block of raw HTML that begins with a line of tags alone is one only as long as they stand alone. */
function writeHtml(text: string, { region }: BlockUnit, bytes: PartBytes, strict: boolean): string {
  const written = strict ? bytes.strict : bytes.usual;
  const source = text.slice(region.start, region.end);
  const [, tags = '', lineEnd = ''] = /^((?:<[^<>]*>){1,20})([ \t]*\r?\n[ \t>]*)/.exec(source) ?? [];
  if (tags === '' || !written.startsWith(tags)) return written;
  return tags + lineEnd + written.slice(tags.length).trimStart();
}

/** A value as the bytes of a part of raw HTML; undefined where its tags are others. */
function htmlBytes(text: string, { region }: BlockUnit, part: HtmlPart, value: string): PartBytes | undefined {
  return bytesOf(text.slice(region.start, region.end), part, value, htmlSyntax.parse);
}
