import { knownLanguage } from '../declared-language.ts';
import { directionOf, sameLanguage } from '../../project/languages.ts';
import type { Patch } from '../checked-fill.ts';
import { attributeOf, type HtmlElement } from './document.ts';
import type { HtmlFile, LanguageMarks } from './html-parts.ts';

/**
 * The language of an element's text where it is another than the file's. `<html lang>` is noted as the file's.
 * @param around the language of the text around it
 */
export function languageOf(file: HtmlFile, element: HtmlElement, around: string | undefined): string | undefined {
  const declared = attributeOf(element, 'lang') ?? attributeOf(element, 'xml:lang');
  if (declared === undefined || declared.trim() === '') return around;
  const language = knownLanguage(declared.trim());
  if (language === undefined) {
    const line = element.sourceCodeLocation?.startLine ?? 1;
    file.warnings.push({ line, message: `lang="${declared}" is no known language: it is not heeded.` });
    return around;
  }
  if (element.tagName !== 'html') return language === file.language ? undefined : language;
  file.language = language;
  file.marks = marksOf(element);
  return undefined;
}

function marksOf(element: HtmlElement): LanguageMarks | undefined {
  const attributes = element.sourceCodeLocation?.attrs ?? {};
  const place = (name: string): LanguageMarks['dir'] => {
    const found = attributes[name];
    return found && { start: found.startOffset, end: found.endOffset };
  };
  const [xml, dir] = [place('xml:lang'), place('dir')];
  const lang = place('lang') ?? xml;
  return lang && { lang, xml: lang === xml ? undefined : xml, dir };
}

/** Notes what a block says of its language. */
export function noteLanguage({ blocks }: HtmlFile, element: HtmlElement): void {
  const declared = attributeOf(element, 'lang') ?? attributeOf(element, 'xml:lang');
  const language = declared === undefined ? undefined : knownLanguage(declared.trim());
  const marks = language === undefined || element.tagName === 'html' ? undefined : marksOf(element);
  if (language === undefined || marks === undefined) return;
  const { startOffset: start = 0, endOffset: end = 0 } = element.sourceCodeLocation ?? {};
  blocks.push({ language, marks, start, end });
}

/**
 * The marks of a file as another language has them, and those of its blocks that say the source's language though they have
 * translated texts.
 * @param source the language of a file that says none.
 * @param isTranslated whether a text between two offsets is.
 */
export function languagePatches(
  text: string,
  file: HtmlFile,
  target: string,
  source: string,
  isTranslated: (start: number, end: number) => boolean,
): readonly Patch[] {
  const own = file.language ?? source;
  const isOther = (language: string): boolean => !sameLanguage(language, target);
  const isSource = (language: string): boolean => sameLanguage(language, own) || sameLanguage(language, source);
  const blocks = file.blocks.filter(
    ({ language, start, end }) => isSource(language) && isOther(language) && isTranslated(start, end),
  );
  return [
    ...(file.marks !== undefined && isOther(own) ? patchesOf(text, file.marks, target) : []),
    // Their direction is the page's.
    ...blocks.flatMap(({ marks: { lang, xml } }) => patchesOf(text, { lang, xml, dir: undefined }, target, '')),
  ];
}

function patchesOf(text: string, marks: LanguageMarks, target: string, rtl = ' dir="rtl"'): readonly Patch[] {
  const direction = directionOf(target);
  const patch = ({ start, end }: LanguageMarks['lang'], value: string, more = ''): Patch => {
    const raw = text.slice(start, end);
    const quote = raw.endsWith("'") ? "'" : '"';
    const usual = `${raw.slice(0, raw.indexOf('='))}=${quote}${value}${quote}${more}`;
    return { unit: -1, start, end, usual, strict: usual };
  };
  // XHTML says it twice, and both say the same.
  const twin = marks.xml === undefined ? [] : [patch(marks.xml, target)];
  if (marks.dir !== undefined) return [...twin, patch(marks.lang, target), patch(marks.dir, direction)];
  return [...twin, patch(marks.lang, target, direction === 'rtl' ? rtl : '')];
}
