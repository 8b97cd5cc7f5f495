import type { Inline, PairedCode, StandingCode } from '../../units/unit.ts';
import { shownMarkup, writtenMarkup } from '../shown-codes.ts';
import { escapeXml, NO_XML, xmlAttributes } from '../xml/escape-xml.ts';
import { codeType } from './vocabulary.ts';

/** The codes' own writing, each once: `originalData` of a unit or match. */
export class OriginalData {
  readonly #ids = new Map<string, string>();

  idOf(text: string): string {
    const id = this.#ids.get(text) ?? `d${this.#ids.size + 1}`;
    this.#ids.set(text, id);
    return id;
  }

  print(indent: string): string {
    if (this.#ids.size === 0) return '';
    const data = [...this.#ids].map(
      ([text, id]) => `${indent} <data${xmlAttributes({ id })}>${xmlText(text)}</data>\n`,
    );
    return `${indent}<originalData>\n${data.join('')}${indent}</originalData>\n`;
  }
}

/**
 * Content of `source` and `target`.
 * @param flows ids of the units that hold the texts in a code's markup.
 */
export function writeInline(
  content: readonly Inline[],
  data: OriginalData,
  flows: (code: StandingCode | PairedCode) => readonly [open: string | undefined, close: string | undefined],
): string {
  return content
    .map((item) => {
      if (item.type === 'text') return xmlText(item.text);
      const { id } = item;
      const { type, subType } = codeType(item.kind);
      const [open, close] = flows(item);
      if (item.type === 'code') {
        const written = writtenMarkup(item.markup);
        const shown = shownMarkup(item.markup);
        const equiv = item.kind === 'break' ? ' ' : item.kind === 'placeholder' ? shown : '';
        return `<ph${xmlAttributes({ id, type, subType, dataRef: written === '' ? undefined : data.idOf(written), equiv, disp: shown, subFlows: open })}/>`;
      }
      const [before, after] = [writtenMarkup(item.open), writtenMarkup(item.close)];
      // What stands at both ends of a pair stands at none or at both (XLIFF 2.1, 4.3.1.8 and 4.3.1.29).
      const hasData = before !== '' || after !== '';
      const attributes = xmlAttributes({
        id,
        type,
        subType,
        dataRefStart: hasData ? data.idOf(before) : undefined,
        dataRefEnd: hasData ? data.idOf(after) : undefined,
        equivStart: '',
        equivEnd: '',
        dispStart: shownMarkup(item.open),
        dispEnd: shownMarkup(item.close),
        subFlowsStart: open ?? close,
        subFlowsEnd: close ?? open,
      });
      return `<pc${attributes}>${writeInline(item.children, data, flows)}</pc>`;
    })
    .join('');
}

/** Characters that XML cannot hold are `cp` elements (XLIFF 2.1, 4.2.3.1). */
function xmlText(text: string): string {
  let result = '';
  let from = 0;
  for (const { 0: character, index } of text.matchAll(NO_XML)) {
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    result += `${escapeXml(text.slice(from, index))}<cp hex="${hex}"/>`;
    from = index + character.length;
  }
  return result + escapeXml(text.slice(from));
}
