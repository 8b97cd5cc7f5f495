import type { Inline } from '../../../units/unit.ts';
import type { InlineSyntax } from '../../format.ts';
import { htmlSyntax } from '../../html/html-syntax.ts';
import type { BlockUnit } from '../blocks/block-unit.ts';
import { survey } from '../inline/content-survey.ts';
import { mayHide, maskTemplates, type MaskedText, type Span } from '../marks/masks.ts';
import type { FoundMark } from '../marks/block-mark.ts';
import { staysItsBlock } from './stays-its-block.ts';
import { readValue } from '../blocks/values.ts';

/** A unit with another value: where it was and where it is now. */
export interface Change {
  readonly unit: BlockUnit;
  readonly value: string;
  readonly before: Span;
  readonly after: Span;
}

/** What of a body the proof looks at. */
export interface ProvableBody {
  readonly text: MaskedText;
  /** What may be marks. */
  readonly marks: readonly FoundMark[];
  /** The parts of the grammar that the text brings in. */
  readonly features: number;
}

/** `[x] ` where a list item begins is a box to tick. */
const TICK_BOX = /^\[[ \t\n\rxX]\]/;

/**
 * Whether a body with other values surely has the structure that it had, without parsing it again. Block structure depends
 * on the beginnings of lines: each line of a changed unit begins in the same containers and with nothing that could begin a
 * block, so each line after it is read as before; template tags outside are where they were; and what each changed unit says
 * by itself has the unit's codes. False says nothing: then the whole has to be read and compared.
 * @param defines whether the body has definitions or notes, so that text in brackets may be a link or a note.
 */
export function isProven(
  before: ProvableBody,
  after: ProvableBody,
  changes: readonly Change[],
  defines: boolean,
  syntax: InlineSyntax,
  parse: InlineSyntax['parse'],
): boolean {
  return (
    before.features === after.features &&
    changes.every((change) => staysItsBlock(change, before.text.original, after.text.original)) &&
    sameSpans(before.text.masks, after.text.masks, changes) &&
    sameMarks(before, after, changes) &&
    changes.every((change) => isItself(change, after.text, defines, syntax, parse))
  );
}

/** The places of a mark in front of its title and behind it. */
function spansOf({ start, titleStart, titleEnd, end }: FoundMark): Span[] {
  if (titleStart === titleEnd) return [{ start, end }];
  return [{ start, end: titleStart }, ...(titleEnd < end ? [{ start: titleEnd, end }] : [])];
}

/** Marks have to be where they were, none of them inside a changed unit. */
function sameMarks(before: ProvableBody, after: ProvableBody, changes: readonly Change[]): boolean {
  const there = after.marks.flatMap(spansOf);
  const places = changes.map((change) => change.after);
  return outside(there, places).length === there.length && sameSpans(before.marks.flatMap(spansOf), there, changes);
}

/** Template tags and formulas outside changed units have to be where they were. */
function sameSpans(before: readonly Span[], after: readonly Span[], changes: readonly Change[]): boolean {
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

/** Whether the words of a part of raw HTML hold nothing that could be a tag, an entity or a mask; its codes were compared already. */
function isPlainHtml(content: readonly Inline[]): boolean {
  return content.every((item) => {
    if (item.type === 'text') return !HTML_SIGN.test(item.text);
    const markup = item.type === 'code' ? item.markup : [...item.open, ...item.close];
    if (markup.some((piece) => typeof piece !== 'string')) return false;
    return item.type === 'code' || isPlainHtml(item.children);
  });
}

const HTML_SIGN = /[<>&{}$\\[\]%"']/;

/** Whether a changed unit, read by itself, is what it has to be, and cannot be read otherwise in its file. */
function isItself(
  { unit, value, after }: Change,
  { original, masked }: MaskedText,
  defines: boolean,
  syntax: InlineSyntax,
  parse: InlineSyntax['parse'],
): boolean {
  if (unit.part !== undefined) return isPlainHtml(htmlSyntax.parse(value));
  if (unit.form === 'title') return /\p{L}/u.test(value);
  const region = { ...unit.region, ...after };
  const written = readValue(original, region);
  if (TICK_BOX.test(written)) return false;
  if (mayHide(written) && readValue(masked, region) !== maskTemplates(written, syntax.name).masked) return false;
  const found = survey(written === value ? parse(value) : syntax.parse(written));
  if (!found.letters || found.addresses || found.codes !== unit.survey.codes) return false;
  if (found.brackets && defines) return false;
  return found.form === unit.survey.form || written === value || found.form === survey(parse(value)).form;
}
