/** A rendered article as it stands on disk: which unit of the source each of its blocks belongs to. */
import { signatures } from '../../formats/signatures.ts';
import { skeletonOf, type ReadDocument } from '../../formats/skeleton/render.ts';
import type { Bundle } from '../../locales/bundle.ts';
import type { ReviewRecord } from '../../locales/record.ts';
import type { Configuration } from '../../project/configuration.ts';
import { SourceError } from '../../project/errors.ts';
import { shortHash } from '../../project/hash.ts';
import { shownWords } from '../../project/text/running-text.ts';
import { align } from '../../units/alignment/align.ts';
import { alignTranslation, type AlignedBlock } from '../../units/translation/align.ts';
import { tableCells } from '../../units/translation/table-cells.ts';
import type { ParsedUnit } from '../../units/unit.ts';
import { parseRendered } from './target/read-rendered.ts';
import type { SourceState } from './source/read-source.ts';
import { outlineSeal } from './seals.ts';
import { needSyntaxes, parseValue, unitContent } from './values.ts';

export interface DocumentOnDisk extends ReadDocument {
  /** It has a skeleton of its own: it is not laid out as its source, or was not when it was written last. */
  readonly isOwn: boolean;
  /** The source filled with its texts is another file: links, codes, ids, line breaks are its own. */
  readonly hasOwnLayout: boolean;
  /** The source's skeleton that it was merged with last. */
  readonly base: string | undefined;
}

/** What a document is read against. */
export interface DocumentContext {
  readonly source: SourceState;
  readonly record: ReviewRecord;
  readonly bundle: Bundle;
  /** The source's units when the translation was changed last, where git tells, with the keys that they have now. */
  readonly former: readonly (ParsedUnit & { readonly key: string | undefined })[] | undefined;
  readonly base: string | undefined;
  readonly configuration: Configuration;
}

/** Fewer of a document's blocks are no translation of this source. */
const FEWEST_JOINED = 0.8;

/**
 * @throws SourceError where too few blocks can be joined with the source's: then nothing is taken over, and nothing written.
 */
export async function readDocument(file: string, text: string, context: DocumentContext): Promise<DocumentOnDisk> {
  const { source, record, base, configuration } = context;
  const parsed = await parseRendered(source.file.format, file, text, configuration);
  await needSyntaxes(parsed.units.map(({ syntax }) => syntax));
  const outline = shortHash(parsed.outline());
  const recorded = [...new Set(record.lines.map(({ key }) => key))];
  const sameKeys =
    base !== undefined
      ? undefined
      : record.seal?.outline === outlineSeal(outline, recorded)
        ? recorded
        : outline === source.outline
          ? source.units.map(({ key }) => key)
          : undefined;
  const isFirst = recorded.length === 0;
  const hasOwnLayout = (keys: readonly (string | undefined)[]): boolean =>
    differsInCodes(parsed.units, keys, source) ||
    ((isFirst || base !== undefined) && isLaidOut({ text, parsed, keys }, source));
  if (sameKeys?.length === parsed.units.length) {
    const read = { text, parsed, keys: sameKeys };
    const differs = isFirst ? bare : attributeLists;
    const isOwn = outline === source.outline && (hasOwnLayout(sameKeys) || differsBy(differs, read, source));
    return { ...read, isOwn, hasOwnLayout: isOwn && hasOwnLayout(sameKeys), base };
  }
  const isKnown = record.lines.some(({ target }) => target !== undefined);
  const keys = isKnown ? keysByTexts(parsed.units, context) : keysAcross(parsed.units, context);
  refuseUnjoined(file, source, parsed.units, keys);
  return { text, parsed, keys, isOwn: true, hasOwnLayout: hasOwnLayout(keys), base };
}

/** Whether the source filled with the texts of a document is another file than the document. */
function isLaidOut(document: ReadDocument, { units, parsed }: SourceState): boolean {
  if (parsed.kind !== 'article') return false;
  const numbers = new Map(units.map(({ key }, index) => [key, index]));
  const values = new Map<number, string>();
  for (const [index, { value }] of document.parsed.units.entries()) {
    const number = numbers.get(document.keys[index] ?? '');
    if (number !== undefined) values.set(number, value);
  }
  const { text, refused } = parsed.fill(values, { parse: parseValue });
  return refused.length > 0 || text !== document.text;
}

function differsInCodes(
  units: readonly ParsedUnit[],
  keys: readonly (string | undefined)[],
  source: SourceState,
): boolean {
  const codes = new Map(source.units.map((unit) => [unit.key, signatures(unitContent(unit))]));
  return units.some((unit, index) => {
    const own = codes.get(keys[index] ?? '');
    return own !== undefined && own !== signatures(unitContent(unit));
  });
}

/** Whether what stands around the texts is another's than the source's, as far as `look` sees. */
function differsBy(look: (skeleton: string) => string, document: ReadDocument, { parsed, text }: SourceState): boolean {
  if (parsed.kind !== 'article') return false;
  // By their places: which units the blocks are of now is another matter.
  const shown = ({ text: own, parsed: read }: Pick<ReadDocument, 'text' | 'parsed'>): string =>
    look(skeletonOf({ text: own, parsed: read, keys: read.units.map((_, index) => String(index)) }));
  return shown(document) !== shown({ text, parsed });
}

/** At first sight all counts but marks and white space, and the language that a page says. */
function bare(skeleton: string): string {
  return skeleton.replace(/\b(?:lang|dir)\s*[:=]\s*["']?[\w-]+/g, '').replace(/[^\p{L}\p{N}\p{Co}{}#<>/=]/gu, '');
}

/** Later a formatter may have been over it: what it leaves alone, and the outline does not tell. */
function attributeLists(skeleton: string): string {
  return (skeleton.match(/\{[#.:][^{}\n]*\}/g) ?? []).join('\n');
}

/** The values of a document by key. */
export function documentValues({ parsed, keys }: ReadDocument): Map<string, string> {
  return new Map(
    parsed.units.flatMap(({ value }, unit) => {
      const key = keys[unit];
      return key === undefined ? [] : [[key, value] as const];
    }),
  );
}

/** By what the bundle says of each unit: the document shows that, or what a person has made of it. */
function keysByTexts(
  units: readonly ParsedUnit[],
  { source, record, bundle }: DocumentContext,
): readonly (string | undefined)[] {
  const kinds = new Map(source.units.map(({ key, kind }) => [key, kind]));
  const shown = new Map(source.units.map(({ key, before, value }) => [key, before ?? value]));
  const olds = [...new Set(record.lines.map(({ key }) => key))].flatMap((key) => {
    const target = bundle.entries.get(key)?.value;
    const value = typeof target === 'string' ? target : shown.get(key);
    return value === undefined ? [] : [{ key, value, kind: kinds.get(key) }];
  });
  return align(olds, units).map((old) => (old === undefined ? undefined : olds[old]?.key));
}

/** Across languages: fields by their names, blocks by what translations share with their source. */
function keysAcross(
  units: readonly ParsedUnit[],
  { source, former }: DocumentContext,
): readonly (string | undefined)[] {
  const sources = former ?? source.units;
  const nameOf = ({ path }: ParsedUnit): string | undefined => path?.join('.');
  const fields = new Map(sources.flatMap((unit) => (unit.kind === 'field' ? [[nameOf(unit), unit.key] as const] : [])));
  const isBlock = ({ kind }: ParsedUnit): boolean => kind !== 'field';
  const blocks = sources.filter(isBlock);
  const places = [...units.keys()].filter((unit) => units[unit]?.kind !== 'field');
  const partners = alignTranslation(alignedBlocks(blocks), alignedBlocks(units.filter(isBlock)));
  const keys = units.map((unit) => (unit.kind === 'field' ? fields.get(nameOf(unit)) : undefined));
  for (const [index, partner] of partners.entries()) {
    const place = places[index];
    if (place !== undefined && partner !== undefined) keys[place] = blocks[partner]?.key;
  }
  return keys;
}

function alignedBlocks(units: readonly ParsedUnit[]): AlignedBlock[] {
  const cells = tableCells(units);
  return units.map((unit, index) => {
    return { kind: unit.kind, value: unit.value, content: unitContent(unit), cell: cells[index] };
  });
}

function hasWords(unit: ParsedUnit | undefined): boolean {
  return unit !== undefined && /\p{L}/u.test(shownWords(unitContent(unit)));
}

function refuseUnjoined(
  file: string,
  source: SourceState,
  units: readonly ParsedUnit[],
  keys: readonly (string | undefined)[],
): void {
  // A component's label is a text where it is in another script, and a name for programs where it is one English word.
  const shown = [...units.keys()].filter((index) => hasWords(units[index]));
  const left = shown.filter((index) => keys[index] === undefined);
  const joined = shown.length - left.length;
  if (joined >= shown.length * FEWEST_JOINED) return;
  const line = units[left[0] ?? 0]?.line ?? 1;
  const message = `only ${joined} of its ${shown.length} texts can be told to translate ${source.file.path}; they part here.`;
  throw new SourceError(message, {
    place: { file, line },
    remedy: 'It was left as it is. Bring it nearer to its source, or exclude the source in "files".',
  });
}
