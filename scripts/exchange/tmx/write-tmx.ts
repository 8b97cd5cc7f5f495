import type { Inline, Markup } from '../../units/unit.ts';
import { escapeXml as escaped, xmlAttributes as attributes } from '../xml/escape-xml.ts';
import { typeOfKind } from './code-types.ts';
import { SIGNATURES, type TmxFile, type TmxProperty, type TmxUnit, type TmxVariant } from './tmx-file.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n';

/**
 * Writes a translation memory as TMX 1.4b, valid against tmx14.dtd. No dates and no names: the same memory gives the same
 * bytes. Inline codes: a pair is `bpt` and `ept` (`hi` where it has no markup), a standing code `ph`; texts inside markup
 * are `sub`. Characters that XML 1.0 cannot hold become U+FFFD.
 * @returns the text; to be saved as UTF-8.
 */
export function writeTmx(file: TmxFile): string {
  const header = attributes({
    creationtool: 'Glossa',
    creationtoolversion: '1',
    segtype: file.segments,
    'o-tmf': 'Glossa',
    adminlang: 'en',
    srclang: file.sourceLanguage,
    datatype: 'plaintext',
  });
  const body = file.units.map(unit).join('');
  return `${HEAD}<tmx version="1.4">\n<header${header}/>\n<body>\n${body}</body>\n</tmx>\n`;
}

function unit({ id, sourceLanguage, notes, properties, variants }: TmxUnit): string {
  return `<tu${attributes({ tuid: id, srclang: sourceLanguage })}>\n${about(notes, properties)}${variants.map(variant).join('')}</tu>\n`;
}

function variant({ language, notes, properties, content }: TmxVariant): string {
  const signatures = signaturesOf(content);
  const own = signatures.length === 0 ? [] : [{ type: SIGNATURES, value: JSON.stringify(signatures) }];
  const tags = `<tuv${attributes({ 'xml:lang': language })}>\n${about(notes, [...properties, ...own])}`;
  return `${tags}<seg>${segment(content)}</seg>\n</tuv>\n`;
}

function about(notes: readonly string[], properties: readonly TmxProperty[]): string {
  const lines = notes.map((note) => `<note>${escaped(note)}</note>\n`);
  return [
    ...lines,
    ...properties.map(({ type, value }) => `<prop${attributes({ type })}>${escaped(value)}</prop>\n`),
  ].join('');
}

function segment(content: readonly Inline[]): string {
  return content
    .map((item) => {
      if (item.type === 'text') return escaped(item.text);
      const [i, x, type] = [String(item.id), String(item.id), typeOfKind(item.kind)];
      if (item.type === 'code') return `<ph${attributes({ x, type })}>${markup(item.markup)}</ph>`;
      const inner = segment(item.children);
      if (item.open.length === 0 && item.close.length === 0) return `<hi${attributes({ x, type })}>${inner}</hi>`;
      const open = `<bpt${attributes({ i, x, type })}>${markup(item.open)}</bpt>`;
      return `${open}${inner}<ept${attributes({ i })}>${markup(item.close)}</ept>`;
    })
    .join('');
}

function markup(pieces: Markup): string {
  return pieces
    .map((piece) =>
      typeof piece === 'string'
        ? escaped(piece)
        : `<sub${attributes({ type: piece.role })}>${escaped(piece.text)}</sub>`,
    )
    .join('');
}

function signaturesOf(content: readonly Inline[]): string[] {
  return content.flatMap((item) => {
    if (item.type === 'text') return [];
    return [item.signature, ...(item.type === 'pair' ? signaturesOf(item.children) : [])];
  });
}
