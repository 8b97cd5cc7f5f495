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

/** The marks of a file as another language has them. */
export function languagePatches(text: string, { language, marks }: HtmlFile, target: string): readonly Patch[] {
  if (marks === undefined || language === undefined || sameLanguage(language, target)) return [];
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
  return [...twin, patch(marks.lang, target, direction === 'rtl' ? ' dir="rtl"' : '')];
}
