import type { BlockUnit } from '../blocks/block-unit.ts';
import type { Span } from '../marks/masks.ts';

/** What stands before a paragraph on its line: quotes, list items, a note's label, a box to tick. */
const CONTAINERS =
  /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:(?=[ \t])|\[[ xX]\](?=[ \t]))*(?::[ \t]+)?$/;
const ATX = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*#{1,6}[ \t]+$/;
const CLOSING = /^[ \t]*(?:[ \t]#+)?[ \t]*(?:[ \t]\{[#.:][a-z\d .#:="/-]*\})?[ \t]*$/i;
/** Nothing, or attributes that end the block. */
const BLANK = /^[ \t]*(?:[ \t]\{[#.:][a-z\d .#:="/-]*\})?[ \t]*$/i;
const LINE_END = /\r\n|[\n\r]/;

/**
 * The beginning of a line that could begin a block, end a paragraph's heading (`---`) or be a table's second row. More than
 * CommonMark needs, as every part of the grammar counts and none is asked whether it is in force.
 */
const BEGINS_BLOCK =
  /^(?:$|[ \t>]|#{1,6}(?:[ \t]|$)|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|`{3}|~{3}|\${2}|<|:[: \t]|\{[#.:]|\[!|\[{1,2}_?toc|\*\[|!{3}|\?{3}|={3}|\[\^|=+[ \t]*$|[-*_|:][-*_|: \t]*$)/i;

/**
 * What stands before the further lines of a paragraph, from what stands before its first: the quotes, and as much space as
 * the rest.
 */
export function continuation(ahead: string): string {
  return ahead.replace(/[^>\s]/g, ' ');
}

/** A changed unit: where it was and where it is now. */
interface Changed {
  readonly unit: BlockUnit;
  readonly before: Span;
  readonly after: Span;
}

/**
 * Whether a changed unit surely is the block that it was, and everything around it too, judged by the beginnings of its
 * lines (CommonMark 0.31.2, appendix: blocks are told line by line, before any inline content).
 * @param here the body before the change; what stands around the unit is the same in both.
 * @param there the body after it.
 */
export function staysItsBlock({ unit, before, after }: Changed, here: string, there: string): boolean {
  const written = there.slice(after.start, after.end);
  if (unit.form === 'title') return !/[\n\r\\"'(){}$&]/.test(written.slice(1, -1));
  if (['attribute', 'string', 'parameter', 'scalar'].includes(unit.form)) return false;
  // A block of raw HTML ends at an empty line, wherever its tags are; it begins with a tag that is alone on its line.
  if (
    unit.form === 'html' &&
    here.slice(lineStart(here, before.start), before.start).trim() === '' &&
    here.startsWith('<', before.start)
  )
    return false;
  if (unit.form === 'html') return unit.part?.type === 'text' && !LINE_END.test(written);
  const ahead = here.slice(lineStart(here, before.start), before.start);
  const behind = here.slice(before.end, lineEnd(here, before.end));
  // At the end of its text a backslash would escape what follows, or break the line.
  if (written.endsWith('\\')) return false;
  if (unit.form === 'label') return isLabel(written);
  if (unit.form === 'line') return unit.region.cell ? isCell(written, ahead) : isHeading(written, ahead, behind);
  if (!CONTAINERS.test(ahead) || !BLANK.test(behind)) return false;
  // Cells of a table's head are counted; a definition may be longer than a line.
  if (written.includes('|') || here.slice(before.start, before.end).includes('|')) return false;
  if (written.startsWith('[') && written.includes(']:')) return false;
  const prefix = continuation(ahead);
  if (!written.includes('\n') && !written.includes('\r')) return !BEGINS_BLOCK.test(written);
  return written.split(LINE_END).every((line, index) => {
    if (index > 0 && !line.startsWith(prefix)) return false;
    return !BEGINS_BLOCK.test(index === 0 ? line : line.slice(prefix.length));
  });
}

function isCell(written: string, ahead: string): boolean {
  if (LINE_END.test(written) || (!ahead.includes('|') && BEGINS_BLOCK.test(written))) return false;
  return !written.replace(/\\[^]/g, '').includes('|');
}

/** Behind a mark nothing begins a block; whether it still is that mark, the masks say. */
function isLabel(written: string): boolean {
  return !LINE_END.test(written) && !written.includes('|');
}

function isHeading(written: string, ahead: string, behind: string): boolean {
  return ATX.test(ahead) && CLOSING.test(behind) && !LINE_END.test(written) && !/(?:^|[ \t])#+$/.test(written);
}

/** Where the line begins that an offset is in. Carriage returns are looked for in it alone: most texts have none. */
export function lineStart(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return start + text.slice(start, offset).lastIndexOf('\r') + 1;
}

function lineEnd(text: string, offset: number): number {
  const found = text.slice(offset).search(/[\n\r]/);
  return found === -1 ? text.length : offset + found;
}
