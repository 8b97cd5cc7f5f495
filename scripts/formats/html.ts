import type { ParsedUnit } from '../units/unit.ts';
import { checkedFill, type Patch } from './checked-fill.ts';
import type { ArticleFormat, Filled, InlineSyntax } from './format.ts';
import { addressesInTags } from './html/addresses.ts';
import type { Claim } from './html/attributes.ts';
import { readDocument } from './html/document.ts';
import type { HtmlFile, HtmlPart } from './html/html-parts.ts';
import { htmlSyntax } from './html/html-syntax.ts';
import { languagePatches } from './html/language-of.ts';
import { bytesOf, unitOf } from './html/part-bytes.ts';
import { walkHtml } from './html/walk.ts';
import { refuseNul } from './limits/refuse-nul.ts';
import { refuseTooManyTexts } from './limits/refuse-too-many.ts';
import { withFrontMatter, type IsTaken, type ParsedBody } from './with-front-matter.ts';

/**
 * HTML documents and fragments. parse5 tells what stands where, as a browser would read it; texts and attributes are
 * replaced in the file's own bytes.
 */
export const html: ArticleFormat = {
  kind: 'article',
  name: 'html',
  extensions: ['.html', '.htm'],
  parse(text, options) {
    refuseNul(text, 'HTML');
    return withFrontMatter(text, options, (body, isTaken) => readBody(body, isTaken, options.sourceLanguage));
  },
};

function readBody(text: string, isTaken: IsTaken, source: string): ParsedBody {
  const read = (bytes: string): HtmlFile => walkHtml(readDocument(bytes), claimOnce(isTaken));
  const file = read(text);
  refuseTooManyTexts(file.parts.length);
  const units = file.parts.map(unitOf);
  const outlineOf = (some: HtmlFile): string => some.outline.join('\n');
  return {
    ...(file.language === undefined ? {} : { language: file.language }),
    units,
    spans: file.parts.map(({ start, end }) => ({ start, end })),
    warnings: file.warnings,
    outline: () => outlineOf(file),
    addresses: () => addressesInTags(text),
    fill(values, { parse: given, language } = {}) {
      const parse = given === undefined ? htmlSyntax.parse : (value: string) => given('html', value);
      const { patches, refused } = patchesOf(text, file.parts, units, values, parse);
      const isTranslated = (start: number, end: number): boolean =>
        file.parts.some((part, unit) => values.has(unit) && part.start >= start && part.end <= end);
      if (language !== undefined) patches.push(...languagePatches(text, file, language, source, isTranslated));
      const filled = checkedFill(text, patches, outlineOf(file), (result) => outlineOf(read(result)));
      return {
        text: filled.text,
        refused: [...refused, ...filled.refused.filter(({ unit }) => unit >= 0)].sort((a, b) => a.unit - b.unit),
      };
    },
  };
}

function claimOnce(isTaken: IsTaken): Claim {
  const claimed = new Set<string>();
  return (path) => {
    const key = path.join('.');
    if (key === '' || claimed.has(key) || isTaken(key)) return undefined;
    claimed.add(key);
    return path;
  };
}

function patchesOf(
  text: string,
  parts: readonly HtmlPart[],
  units: readonly ParsedUnit[],
  values: ReadonlyMap<number, string>,
  parse: InlineSyntax['parse'],
): { readonly patches: Patch[]; readonly refused: Filled['refused'] } {
  const patches: Patch[] = [];
  const refused: Filled['refused'][number][] = [];
  for (const [unit, part] of parts.entries()) {
    const value = values.get(unit);
    if (value === undefined || value === units[unit]?.value) continue;
    const bytes = bytesOf(text.slice(part.start, part.end), part, value, parse);
    if (bytes === undefined) refused.push({ unit, reason: 'its tags and placeholders are not those of the source' });
    else patches.push({ unit, start: part.start, end: part.end, ...bytes });
  }
  return { patches, refused };
}
