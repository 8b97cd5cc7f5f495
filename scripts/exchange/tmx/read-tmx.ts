import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { MarkupText } from '../../units/unit.ts';
import { SourceError } from '../../project/errors.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { SegmentBuilder } from './segment-builder.ts';
import { SIGNATURES, type TmxFile, type TmxProperty, type TmxUnit, type TmxVariant } from './tmx-file.ts';

const CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);

/** `tu` or `tuv` while it is read. */
interface Described {
  readonly properties: TmxProperty[];
  readonly notes: string[];
}

/** `bpt`, `ept`, `ph`, `it` or `ut` while it is read. */
interface OpenCode {
  readonly element: string;
  readonly attributes: SaxesTagPlain['attributes'];
  readonly markup: (string | MarkupText)[];
  sub: { readonly role: MarkupText['role']; text: string } | undefined;
  /** Elements open inside that count only by their text. */
  nested: number;
}

/**
 * Reads TMX 1.1 to 1.4b. Entities other than XML's five are not resolved but refused, and no DTD is ever looked at.
 * Pairs of `bpt` and `ept` that cross other pairs, and `it` and `ut`, become standing codes.
 * @param bytes the file, in any encoding that its byte order mark or declaration names.
 * @param name the file's name, for errors.
 * @throws SourceError with the line: not well-formed XML, no TMX, a variant without language.
 */
export function readTmx(bytes: Uint8Array, name: string): TmxFile {
  const parser = new SaxesParser();
  const fail = (message: string, cause?: unknown): never => {
    const place = { file: name, line: parser.line };
    throw new SourceError(message, {
      place,
      cause,
      remedy: 'Export the memory again as TMX 1.4 and import that file.',
    });
  };

  const units: TmxUnit[] = [];
  let root = true;
  let header: { readonly srclang: string; readonly segtype: string } | undefined;
  let unit: (Described & Pick<TmxUnit, 'id' | 'sourceLanguage'> & { readonly variants: TmxVariant[] }) | undefined;
  let variant: (Described & { readonly language: string }) | undefined;
  let segment: SegmentBuilder | undefined;
  let content: TmxVariant['content'] | undefined;
  let code: OpenCode | undefined;
  let described: { readonly type: string | undefined; text: string } | undefined;

  parser.on('error', (error) => fail(`is not well-formed XML: ${reasonOf(error)}.`, error));
  parser.on('opentag', ({ name: element, attributes }) => {
    if (root && element !== 'tmx') fail('is not a TMX file.');
    root = false;
    if (segment !== undefined) openInSegment(segment, element, attributes);
    else if (element === 'header') {
      header = { srclang: attributes['srclang'] ?? '*all*', segtype: attributes['segtype'] ?? '' };
    } else if (element === 'tu') {
      const [id, language] = [attributes['tuid'], attributes['srclang']];
      unit = {
        ...(id === undefined ? {} : { id }),
        ...(language === undefined ? {} : { sourceLanguage: canonicalTag(language) }),
        properties: [],
        notes: [],
        variants: [],
      };
    } else if (element === 'tuv' && unit !== undefined) {
      const language = attributes['xml:lang'] ?? attributes['lang'] ?? fail('has a variant (tuv) without xml:lang.');
      variant = { language: canonicalTag(language), properties: [], notes: [] };
    } else if (element === 'seg' && variant !== undefined) segment = new SegmentBuilder();
    else if (element === 'prop') described = { type: attributes['type'] ?? '', text: '' };
    else if (element === 'note') described = { type: undefined, text: '' };
  });

  function openInSegment(builder: SegmentBuilder, element: string, attributes: SaxesTagPlain['attributes']): void {
    if (code !== undefined) {
      if (element !== 'sub' || code.sub !== undefined) code.nested++;
      else code.sub = { role: roleOf(attributes['type']), text: '' };
    } else if (element === 'hi') {
      if (!builder.highlight(attributes)) fail('nests inline elements too deeply.');
    } else if (CODES.has(element)) code = { element, attributes, markup: [], sub: undefined, nested: 0 };
  }

  const takeText = (text: string): void => {
    if (code?.sub !== undefined) code.sub.text += text;
    else if (code !== undefined) {
      const last = code.markup.at(-1);
      if (typeof last === 'string') code.markup[code.markup.length - 1] = last + text;
      else code.markup.push(text);
    } else if (segment !== undefined) segment.text(text);
    else if (described !== undefined) described.text += text;
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);

  parser.on('closetag', ({ name: element }) => {
    if (segment !== undefined) closeInSegment(segment, element);
    else if (described !== undefined) {
      const owner = variant ?? unit;
      if (described.type === undefined) owner?.notes.push(described.text);
      else owner?.properties.push({ type: described.type, value: described.text });
      described = undefined;
    } else if (element === 'tuv' && variant !== undefined) {
      const { language, properties, notes } = variant;
      unit?.variants.push({
        language,
        properties: properties.filter(({ type }) => type !== SIGNATURES),
        notes,
        content: content ?? [],
      });
      [variant, content] = [undefined, undefined];
    } else if (element === 'tu' && unit !== undefined) {
      units.push(unit);
      unit = undefined;
    }
  });

  function closeInSegment(builder: SegmentBuilder, element: string): void {
    if (code !== undefined) {
      if (code.nested > 0) code.nested--;
      else if (code.sub !== undefined) {
        code.markup.push(code.sub);
        code.sub = undefined;
      } else {
        const { attributes, markup } = code;
        if (!builder.code(code.element, attributes, markup)) fail('nests inline elements too deeply.');
        code = undefined;
      }
    } else if (element === 'hi') builder.highlightEnd();
    else if (element === 'seg') {
      content = builder.finish(signaturesOf(variant?.properties ?? []));
      segment = undefined;
    }
  }

  let text: string;
  try {
    text = decodeXml(bytes);
  } catch (cause) {
    return fail('is not in the encoding that it claims to have.', cause);
  }
  parser.write(text).close();
  const source = header?.srclang ?? fail('has no header.');
  const segments = (['block', 'paragraph', 'sentence', 'phrase'] as const).find((type) => type === header?.segtype);
  return { sourceLanguage: source === '*all*' ? source : canonicalTag(source), segments: segments ?? 'block', units };
}

function roleOf(type: string | undefined): MarkupText['role'] {
  return type === 'alt' || type === 'title' ? type : 'attribute';
}

/** TMX's tags are case-insensitive, and older files write `_`. */
function canonicalTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? tag;
  } catch {
    return tag;
  }
}

function signaturesOf(properties: readonly TmxProperty[]): string[] {
  const value = properties.find(({ type }) => type === SIGNATURES)?.value;
  if (value === undefined) return [];
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

/** Saxes puts line and column before its messages; the error has them as its place. */
function reasonOf(error: Error): string {
  return error.message.replace(/^(?:\d+:\d+: )+/, '').replace(/\.$/, '');
}
