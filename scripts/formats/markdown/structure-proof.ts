import type { InlineSyntax } from '../format.ts';
import { eventKind, type BlockEvents } from './block-events.ts';
import type { BlockUnit } from './blocks.ts';
import { survey } from './content-survey.ts';
import type { Grammar } from './grammar.ts';
import { maskTemplates, type MaskedText, type Span } from './masks.ts';
import { readValue } from './values.ts';

/** A body as its blocks alone show it. */
export interface BodyBlocks {
  /** Its template tags and formulas. */
  readonly masks: readonly Span[];
  readonly events: BlockEvents;
  /** Names of the parts of the grammar that it was read with. */
  readonly features: string;
}

/** Reads a body's blocks alone; undefined for dialects in which blocks depend on the text in them (MDX). */
export function readBodyBlocks({ masked, masks }: MaskedText, grammar: Grammar): BodyBlocks | undefined {
  return grammar.outer === undefined ? undefined : { masks, ...grammar.outer(masked) };
}

/** A unit with another value: where it was and where it is now. */
export interface Change {
  readonly unit: BlockUnit;
  readonly value: string;
  readonly before: Span;
  readonly after: Span;
}

/** What may stand inside a changed unit: its lines and what its containers put before them. */
const INNER: ReadonlySet<number> = new Set(
  [
    'chunkText',
    'chunkString',
    'linePrefix',
    'lineEnding',
    'blockQuotePrefix',
    'blockQuoteMarker',
    'blockQuotePrefixWhitespace',
    'listItemIndent',
    'gfmFootnoteDefinitionIndent',
    'definitionTitleMarker',
    'definitionTitleString',
  ].flatMap((type) => [eventKind('enter', type), eventKind('exit', type)]),
);

/** `[x] ` where a list item begins is a box to tick. */
const TICK_BOX = /^\[[ \t\n\rxX]\]/;

/**
 * Whether a body with other values surely has the structure that it had, without parsing the text in its lines again: each
 * event outside changed units is where it was, so that the same bytes are the same blocks, definitions among them; inside
 * them nothing begins or ends but lines; and what each changed unit says by itself has the unit's codes. False says nothing:
 * then the whole has to be read and compared.
 * @param text the body that `after` was read from
 */
export function isProven(
  before: BodyBlocks,
  after: BodyBlocks,
  text: MaskedText,
  changes: readonly Change[],
  syntax: InlineSyntax,
  parse: InlineSyntax['parse'],
): boolean {
  return (
    before.features === after.features &&
    sameMasks(before.masks, after.masks, changes) &&
    sameEvents(before.events, after.events, changes) &&
    changes.every((change) => isItself(change, text, after.events.defines, syntax, parse))
  );
}

function sameEvents(before: BlockEvents, after: BlockEvents, changes: readonly Change[]): boolean {
  const here = outerEvents(
    before,
    changes.map((change) => change.before),
  );
  const there = outerEvents(
    after,
    changes.map((change) => change.after),
  );
  if (here === undefined || there === undefined || here.length !== there.length) return false;
  const moved = mover(changes);
  return here.every((event, index) => {
    const other = there[index] ?? -1;
    return (
      before.kinds[event] === after.kinds[other] && moved(before.offsets[event] ?? -1) === (after.offsets[other] ?? -1)
    );
  });
}

/** Indices of the events that are not inside changed units; undefined where something inside is more than a line. */
function outerEvents({ kinds, offsets }: BlockEvents, spans: readonly Span[]): number[] | undefined {
  const outer: number[] = [];
  let next = 0;
  for (const [index, offset] of offsets.entries()) {
    while (offset >= (spans[next]?.end ?? Infinity)) next++;
    const span = spans[next];
    if (span === undefined || offset <= span.start) outer.push(index);
    else if (!INNER.has(kinds[index] ?? -1)) return undefined;
  }
  return outer;
}

/** The place after the change of an offset outside changed units; offsets are asked for in growing order. */
function mover(changes: readonly Change[]): (offset: number) => number {
  let next = 0;
  let shift = 0;
  return (offset) => {
    for (let change = changes[next]; change !== undefined && offset >= change.before.end; change = changes[++next])
      shift = change.after.end - change.before.end;
    return offset + shift;
  };
}

/** Template tags and formulas outside changed units have to be where they were. */
function sameMasks(before: readonly Span[], after: readonly Span[], changes: readonly Change[]): boolean {
  if (before.length === 0 && after.length === 0) return true;
  const here = outside(
    before,
    changes.map((change) => change.before),
  );
  const there = outside(
    after,
    changes.map((change) => change.after),
  );
  const moved = mover(changes);
  return (
    here.length === there.length &&
    here.every(({ start, end }, index) => moved(start) === there[index]?.start && moved(end) === there[index]?.end)
  );
}

function outside(masks: readonly Span[], spans: readonly Span[]): Span[] {
  let next = 0;
  return masks.filter(({ start, end }) => {
    while (start >= (spans[next]?.end ?? Infinity)) next++;
    const span = spans[next];
    return span === undefined || start < span.start || end > span.end;
  });
}

/** Whether a changed unit, read by itself, is what it has to be, and cannot be read otherwise in its file. */
function isItself(
  { unit, value, after }: Change,
  { original, masked }: MaskedText,
  defines: boolean,
  syntax: InlineSyntax,
  parse: InlineSyntax['parse'],
): boolean {
  if (unit.form === 'title' || unit.form === 'attribute') return /\p{L}/u.test(value);
  const region = { ...unit.region, ...after };
  const written = readValue(original, region);
  if (TICK_BOX.test(written)) return false;
  if (/[{$]/.test(written) && readValue(masked, region) !== maskTemplates(written, syntax.name).masked) return false;
  const found = survey(written === value ? parse(value) : syntax.parse(written));
  if (!found.letters || found.addresses || found.codes !== unit.survey.codes) return false;
  if (found.brackets && defines) return false;
  return found.form === unit.survey.form || written === value || found.form === survey(parse(value)).form;
}
