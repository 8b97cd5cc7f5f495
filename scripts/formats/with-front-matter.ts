import { SourceError } from '../project/errors.ts';
import type { FillOptions, Filled, ParsedArticle, ParseOptions, Span } from './format.ts';
import { readFrontMatter } from './front-matter/front-matter.ts';

/** Tells whether front matter has a field of this key, or one above or below it. */
export type IsTaken = (key: string) => boolean;

/** What a format makes of the text behind front matter; lines and offsets are the body's own. */
export type ParsedBody = Omit<ParsedArticle, 'kind'>;

/**
 * Reads a file that may begin with front matter (a page of a static site): its fields are the first units. The byte order
 * mark belongs to the head too.
 * @throws SourceError as the two readers do, with the line in the file
 */
export function withFrontMatter(
  text: string,
  options: ParseOptions,
  readBody: (body: string, isTaken: IsTaken) => ParsedBody,
): ParsedArticle {
  const head = readFrontMatter(text, options);
  const fields = head.units.length;
  const keys = head.units.map(({ path }) => `${path?.join('.') ?? ''}.`);
  const isTaken: IsTaken = (key) => keys.some((one) => one.startsWith(`${key}.`) || `${key}.`.startsWith(one));
  const linesBefore = text.slice(0, head.bodyOffset).split('\n').length - 1;
  const body = moved(linesBefore, () => readBody(text.slice(head.bodyOffset), isTaken));
  const inFile = <Item extends { readonly line: number }>(item: Item): Item => ({
    ...item,
    line: item.line + linesBefore,
  });
  const language = head.language ?? body.language;
  /** Looked for once: each language asks for them. */
  let addresses: readonly Span[] | undefined;
  return {
    kind: 'article',
    ...(language === undefined ? {} : { language }),
    spans: [...head.spans, ...body.spans.map((span) => moveSpan(span, head.bodyOffset))],
    units: [...head.units, ...(linesBefore === 0 ? body.units : body.units.map(inFile))],
    warnings: body.warnings.map(inFile),
    ...(body.headingIds === undefined ? {} : { headingIds: body.headingIds }),
    addresses: () =>
      (addresses ??= [
        ...head.addresses(),
        ...(body.addresses?.() ?? []).map((span) => moveSpan(span, head.bodyOffset)),
      ]),
    outline: () => `${head.outline()}\n${body.outline()}`,
    fill(values: ReadonlyMap<number, string>, given?: FillOptions): Filled {
      const ofBody = [...values].flatMap(([unit, value]) => (unit < fields ? [] : [[unit - fields, value] as const]));
      const filledHead = head.fill(values, given?.language);
      const filled = body.fill(new Map(ofBody), given);
      const refused = filled.refused.map(({ unit, reason }) => ({ unit: unit + fields, reason }));
      return { text: filledHead.text + filled.text, refused: [...filledHead.refused, ...refused] };
    },
  };
}

function moveSpan({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

/** Errors of the body's reader, with their lines in the file. */
function moved<Result>(lines: number, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const line = error instanceof SourceError ? error.place.line : undefined;
    if (!(error instanceof SourceError) || line === undefined || lines === 0) throw error;
    const { message, place, remedy, cause } = error;
    throw new SourceError(message, { place: { ...place, line: line + lines }, remedy, cause });
  }
}
