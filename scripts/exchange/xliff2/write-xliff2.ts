import type { Inline, PairedCode, StandingCode } from '../../units/unit.ts';
import type { ExchangeDocument, ExchangeMatch, ExchangeTerm, ExchangeText, ExchangeUnit } from '../exchanged.ts';
import { codesIn, textCounts } from '../shown-codes.ts';
import { escapeXml, xmlAttributes } from '../xml/escape-xml.ts';
import { encodeId } from '../xml/ids.ts';
import { OriginalData, writeInline } from './write-inline.ts';
import { GLOSSARY, MATCHES, OWN, partId, XLIFF2 } from './vocabulary.ts';

/**
 * Writes XLIFF 2.1: a file of ours is a `file`, a text a `unit`, a sentence a `segment`; texts in markup (alt texts, titles)
 * are units of their own that their code points to (`subFlows`). No dates and no names: the same project gives the same
 * bytes.
 * @param copySource the source stands in targets that are empty.
 * @returns the text, to be saved as UTF-8; undefined without units, which XLIFF does not allow.
 */
export function writeXliff2(
  { sourceLanguage, targetLanguage, files }: ExchangeDocument,
  copySource: boolean,
): string | undefined {
  if (files.length === 0) return undefined;
  const attributes = xmlAttributes({
    version: '2.1',
    xmlns: XLIFF2,
    'xmlns:gls': GLOSSARY,
    'xmlns:mtc': MATCHES,
    'xmlns:glossa': OWN,
    srcLang: sourceLanguage,
    trgLang: targetLanguage,
  });
  const body = files.map(({ path, units }, index) => {
    const about = xmlAttributes({ id: `f${index + 1}`, original: path, canResegment: 'no', 'xml:space': 'preserve' });
    return ` <file${about}>\n${units.map((unit) => writeUnit(unit, copySource)).join('')} </file>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff${attributes}>\n${body.join('')}</xliff>\n`;
}

function writeUnit(unit: ExchangeUnit, copySource: boolean): string {
  const id = encodeId(unit.key);
  const [own] = unit.texts;
  const flows = flowsOf(id, unit.texts, own);
  return unit.texts
    .map((text) => writeText(unit, id, text, text.part === 0 ? flows : () => NO_FLOWS, copySource))
    .join('');
}

type Flows = (code: StandingCode | PairedCode) => readonly [string | undefined, string | undefined];
const NO_FLOWS = [undefined, undefined] as const;

/** The parts of a unit are numbered as their texts stand in the source's codes. */
function flowsOf(id: string, texts: readonly ExchangeText[], own: ExchangeText | undefined): Flows {
  const written = new Set(texts.map(({ part }) => part));
  const byCode = new Map<number, readonly [string | undefined, string | undefined]>();
  let part = 0;
  const next = (count: number): string | undefined => {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) if (written.has((part += 1))) ids.push(partId(id, part));
    return ids.length === 0 ? undefined : ids.join(' ');
  };
  for (const code of codesIn((own?.segments ?? []).flatMap(({ source }) => source))) {
    const [opening, closing] = textCounts(code);
    byCode.set(code.id, [next(opening), next(closing)]);
  }
  return (code) => byCode.get(code.id) ?? NO_FLOWS;
}

function writeText(unit: ExchangeUnit, id: string, text: ExchangeText, flows: Flows, copySource: boolean): string {
  const data = new OriginalData();
  const inline = (content: readonly Inline[]): string => writeInline(content, data, flows);
  const { part, segments } = text;
  const parts = segments.map(({ source, target: own, gap, targetGap }, index) => {
    const target = own ?? (copySource ? source : undefined);
    const state = own === undefined ? 'initial' : unit.state;
    const subState = unit.previous === undefined ? undefined : 'glossa:stale';
    const pair = element('source', inline(source)) + (target === undefined ? '' : element('target', inline(target)));
    const sentence = `   <segment${xmlAttributes({ id: `s${index + 1}`, state, subState })}>${pair}</segment>\n`;
    if (gap === '' && targetGap === '') return sentence;
    const between =
      element('source', escapeXml(gap)) +
      (target === undefined && targetGap === gap ? '' : element('target', escapeXml(targetGap)));
    return `${sentence}   <ignorable${xmlAttributes({ id: `i${index + 1}` })}>${between}</ignorable>\n`;
  });
  const name = part === 0 ? unit.key : `${unit.key} (${part})`;
  const attributes = xmlAttributes({ id: partId(id, part), name, canResegment: 'no', 'glossa:print': text.print });
  return [
    `  <unit${attributes}>\n`,
    part === 0 ? glossary(unit.terms) : '',
    matches(text.matches),
    notes(unit, part),
    data.print('   '),
    ...parts,
    '  </unit>\n',
  ].join('');
}

function glossary(terms: readonly ExchangeTerm[]): string {
  if (terms.length === 0) return '';
  const entries = terms.map(({ source, accepted, deprecated, note }) => {
    const forms = accepted.map((form) => `     ${element('gls:translation', escapeXml(form))}\n`).join('');
    const about = [note ?? '', deprecated.length === 0 ? '' : `not: ${deprecated.join(', ')}`].filter(
      (one) => one !== '',
    );
    const definition = accepted.length === 0 && about.length === 0 ? ['has no translation yet'] : about;
    const last = definition.length === 0 ? '' : `     ${element('gls:definition', escapeXml(definition.join('; ')))}\n`;
    return `    <gls:glossEntry>\n     ${element('gls:term', escapeXml(source))}\n${forms}${last}    </gls:glossEntry>\n`;
  });
  return `   <gls:glossary>\n${entries.join('')}   </gls:glossary>\n`;
}

/** A match is of the first segment: XLIFF lets it point to a part of the source only. */
function matches(all: readonly ExchangeMatch[]): string {
  if (all.length === 0) return '';
  const entries = all.map(({ source, target, similarity, origin }) => {
    const data = new OriginalData();
    const pair =
      element(
        'source',
        writeInline(source, data, () => NO_FLOWS),
      ) +
      element(
        'target',
        writeInline(target, data, () => NO_FLOWS),
      );
    const type = origin === 'previous' ? 'tm' : 'other';
    const subType = origin === 'previous' ? undefined : 'glossa:suggestion';
    const attributes = xmlAttributes({ ref: '#s1', type, subType, similarity, origin });
    return `    <mtc:match${attributes}>\n${data.print('     ')}     ${pair}\n    </mtc:match>\n`;
  });
  return `   <mtc:matches>\n${entries.join('')}   </mtc:matches>\n`;
}

function notes({ notes: own, key }: ExchangeUnit, part: number): string {
  const shown = part === 0 ? own : [{ category: 'context', text: `a text in the markup of ${key}` }];
  const lines = shown.map(
    ({ category, text }) => `    <note${xmlAttributes({ category })}>${escapeXml(text)}</note>\n`,
  );
  return lines.length === 0 ? '' : `   <notes>\n${lines.join('')}   </notes>\n`;
}

function element(name: string, inner: string): string {
  return `<${name}>${inner}</${name}>`;
}
