import { knownLanguage } from '../declared-language.ts';
import { attributeOf, type HtmlElement } from './document.ts';
import type { HtmlFile } from './html-parts.ts';

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
  return undefined;
}
