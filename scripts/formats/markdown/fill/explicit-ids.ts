import type { Flavour } from '../../../project/flavour.ts';
import type { IdForm } from '../../../project/reading.ts';
import type { BlockHeading, Blocks } from '../blocks/block-unit.ts';

/** Where a unit stands in a filled body. */
export type PlaceOf = (unit: number) => { readonly start: number; readonly end: number };

/**
 * Writes the source's id beside each heading whose words would give it another one.
 * @param text the filled body
 * @param wanted ids by heading
 * @param idsNow what the headings of the filled body get by themselves
 */
export function withExplicitIds(
  text: string,
  { headings }: Pick<Blocks, 'headings'>,
  wanted: readonly string[],
  idsNow: readonly string[],
  placeOf: PlaceOf,
  form: Exclude<IdForm, 'none'>,
  flavour: Flavour | undefined,
): string {
  // A page's title is linked to as the page.
  const isTitled = headings[0]?.depth === 1 && !headings.slice(1).some(({ depth }) => depth === 1);
  if (wanted.length !== headings.length) return text;
  let result = '';
  let at = 0;
  for (const [index, heading] of headings.entries()) {
    const id = wanted[index] ?? '';
    if (heading.unit === undefined || heading.id !== undefined || id === '' || idsNow[index] === id) continue;
    if (!/^[\w.:-]+$/.test(id) && form !== 'anchor') continue;
    if (isRendered(heading, flavour) || (isTitled && heading.depth === 1 && !text.includes(`(#${id})`))) continue;
    // kramdown's names in braces begin with a letter.
    const isBelow = flavour === 'jekyll' && form === 'braces' && !/^[A-Za-z]/.test(id);
    const place = placeOf(heading.unit);
    const insertion = isBelow ? below(text, id, place) : insertionFor(text, id, place, form);
    if (insertion === undefined) continue;
    result += text.slice(at, insertion.offset) + insertion.text;
    at = insertion.offset;
  }
  return result + text.slice(at);
}

/** kramdown's list of attributes on the line below a heading of one line. */
function below(
  text: string,
  id: string,
  { start, end }: ReturnType<PlaceOf>,
): { readonly offset: number; readonly text: string } | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (!/^#{1,6}[ \t]+$/.test(text.slice(lineStart, start))) return undefined;
  const offset = end + (/^[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0);
  return { offset, text: `${text.includes('\r\n') ? '\r\n' : '\n'}{: id="${id}"}` };
}

/** Where tags are rendered before ids are made, nobody knows those of headings that hold tags. */
function isRendered({ text }: BlockHeading, flavour: Flavour | undefined): boolean {
  return (flavour === 'jekyll' && /\{[{%]/.test(text)) || (flavour === 'hugo' && /\{\{[<%]/.test(text));
}

/** The beginning of an attribute list. */
const LIST = /^[ \t]*\{:?[ \t]*(?=[.A-Za-z][^{}%\n]*\})/;
const LONGEST_LIST = 500;

function insertionFor(
  text: string,
  id: string,
  { start, end }: ReturnType<PlaceOf>,
  form: Exclude<IdForm, 'none'>,
): { readonly offset: number; readonly text: string } | undefined {
  // A heading has one list.
  const [list] = form === 'anchor' || form === 'comment' ? [] : (LIST.exec(text.slice(end, end + LONGEST_LIST)) ?? []);
  if (list !== undefined) return { offset: end + list.length, text: `#${id} ` };
  if (form === 'braces') return { offset: end, text: ` {#${id}}` };
  if (form === 'comment') return { offset: end, text: ` {/* #${id} */}` };
  if (form === 'spaced-braces') return { offset: end, text: ` { #${id} }` };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (!/^#{1,6}[ \t]+$/.test(text.slice(lineStart, start))) return undefined;
  if (/<a (?:id|name)="[^"]*"><\/a>\s*$/.test(text.slice(Math.max(0, lineStart - 300), lineStart))) return undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return { offset: lineStart, text: `<a id="${id.replaceAll('"', '&quot;')}"></a>${lineEnd}${lineEnd}` };
}
