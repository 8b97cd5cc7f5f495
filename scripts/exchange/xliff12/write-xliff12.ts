import type { Inline } from '../../units/unit.ts';
import type { ExchangeDocument, ExchangeMatch, ExchangeText, ExchangeUnit } from '../exchanged.ts';
import { shownMarkup } from '../shown-codes.ts';
import { escapeXml, xmlAttributes } from '../xml/escape-xml.ts';
import { encodeId } from '../xml/ids.ts';
import { partId } from '../xliff2/vocabulary.ts';
import { codeType, STATE_WORDS, XLIFF12 } from './vocabulary.ts';

/**
 * Writes XLIFF 1.2 for tools that read no other: codes are `x` and `g` with nothing in them, sentences `mrk`, `approved` is
 * yes exactly for what a person approved. Same project, same bytes.
 * @param copySource the source stands in targets that are empty: some tools show nothing without.
 * @returns undefined without units.
 */
export function writeXliff12(
  { sourceLanguage, targetLanguage, files }: ExchangeDocument,
  copySource: boolean,
): string | undefined {
  if (files.length === 0) return undefined;
  const body = files.map(({ path, units }) => {
    const about = { original: path, 'source-language': sourceLanguage, 'target-language': targetLanguage };
    const attributes = xmlAttributes({ ...about, datatype: 'plaintext', 'xml:space': 'preserve' });
    const all = units.map((unit) => unit.texts.map((text) => writeText(unit, text, copySource)).join(''));
    return ` <file${attributes}>\n  <body>\n${all.join('')}  </body>\n </file>\n`;
  });
  const head = xmlAttributes({ version: '1.2', xmlns: XLIFF12 });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff${head}>\n${body.join('')}</xliff>\n`;
}

function writeText(unit: ExchangeUnit, text: ExchangeText, copySource: boolean): string {
  const { part, segments, matches, print } = text;
  const isDone = segments.every(({ target }) => target !== undefined);
  const isApproved = isDone && (unit.state === 'reviewed' || unit.state === 'final');
  const sources = segments.map(({ source, gap }) => ({ content: source, gap }));
  const targets = segments.map(({ target, targetGap, source, gap }) =>
    target === undefined ? { content: source, gap } : { content: target, gap: targetGap },
  );
  const attributes = xmlAttributes({
    id: partId(encodeId(unit.key), part),
    resname: part === 0 ? unit.key : `${unit.key} (${part})`,
    approved: isApproved ? 'yes' : 'no',
    extradata: print,
  });
  const state = isDone ? STATE_WORDS[unit.state] : 'new';
  const target = `    <target${xmlAttributes({ state })}>${sentences(targets)}</target>\n`;
  return [
    `   <trans-unit${attributes}>\n`,
    `    <source>${sources.map(({ content, gap }) => inline(content) + escapeXml(gap)).join('')}</source>\n`,
    segments.length > 1 ? `    <seg-source>${sentences(sources)}</seg-source>\n` : '',
    isDone || copySource ? target : '',
    ...notes(unit, part).map(
      ({ category, text: words }) => `    <note${xmlAttributes({ from: category })}>${escapeXml(words)}</note>\n`,
    ),
    ...matches.map(alternative),
    '   </trans-unit>\n',
  ].join('');
}

interface Sentence {
  readonly content: readonly Inline[];
  readonly gap: string;
}

function sentences(all: readonly Sentence[]): string {
  if (all.length === 1) return inline(all[0]?.content ?? []);
  return all
    .map(
      ({ content, gap }, index) =>
        `<mrk${xmlAttributes({ mtype: 'seg', mid: index + 1 })}>${inline(content)}</mrk>${escapeXml(gap)}`,
    )
    .join('');
}

function inline(content: readonly Inline[]): string {
  return content
    .map((item) => {
      if (item.type === 'text') return escapeXml(item.text);
      const ctype = codeType(item.kind);
      if (item.type === 'code')
        return `<x${xmlAttributes({ id: item.id, ctype, 'equiv-text': shownMarkup(item.markup) })}/>`;
      return `<g${xmlAttributes({ id: item.id, ctype, 'equiv-text': shownMarkup(item.open) })}>${inline(item.children)}</g>`;
    })
    .join('');
}

function notes(unit: ExchangeUnit, part: number): readonly { readonly category: string; readonly text: string }[] {
  if (part !== 0) return [{ category: 'context', text: `a text in the markup of ${unit.key}` }];
  const terms = unit.terms.map(({ source, accepted, deprecated }) => {
    const not = deprecated.length === 0 ? '' : ` (not ${deprecated.join(', ')})`;
    return { category: 'term', text: `${source} → ${accepted.join(', ') || '—'}${not}` };
  });
  return [...unit.notes, ...terms];
}

function alternative({ source, target, similarity, origin }: ExchangeMatch): string {
  const attributes = xmlAttributes({ 'match-quality': `${similarity}%`, origin });
  return `    <alt-trans${attributes}>\n     <source>${inline(source)}</source>\n     <target>${inline(target)}</target>\n    </alt-trans>\n`;
}
