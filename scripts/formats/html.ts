import type { ParsedUnit } from '../units/unit.ts';
import { checkedFill, type Patch } from './checked-fill.ts';
import type { ArticleFormat, Filled, InlineSyntax } from './format.ts';
import type { Claim } from './html/attributes.ts';
import { readDocument } from './html/document.ts';
import type { HtmlFile, HtmlPart } from './html/html-parts.ts';
import { escapeAttribute, escapeText, htmlSyntax, printHtml } from './html/html-syntax.ts';
import { sourceBytes } from './html/source-bytes.ts';
import { walkHtml } from './html/walk.ts';
import { refuseNul } from './refuse-nul.ts';
import { refuseTooManyTexts } from './refuse-too-many.ts';
import { signatures } from './signatures.ts';
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
    return withFrontMatter(text, options, readBody);
  },
};

function readBody(text: string, isTaken: IsTaken): ParsedBody {
  const read = (bytes: string): HtmlFile => walkHtml(readDocument(bytes), claimOnce(isTaken));
  const file = read(text);
  refuseTooManyTexts(file.parts.length);
  const units = file.parts.map(unitOf);
  const outlineOf = (some: HtmlFile): string => some.outline.join('\n');
  return {
    ...(file.language === undefined ? {} : { language: file.language }),
    units,
    warnings: file.warnings,
    outline: () => outlineOf(file),
    fill(values, { parse = htmlSyntax.parse } = {}) {
      const { patches, refused } = patchesOf(text, file.parts, units, values, parse);
      const filled = checkedFill(text, patches, outlineOf(file), (result) => outlineOf(read(result)));
      return { text: filled.text, refused: [...refused, ...filled.refused].sort((a, b) => a.unit - b.unit) };
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

function unitOf(part: HtmlPart): ParsedUnit {
  const { kind, line, language } = part;
  const base = { kind, line, ...(language === undefined ? {} : { language }) };
  if (part.type === 'text') return { ...base, value: htmlSyntax.print(part.content), syntax: 'html' };
  return { ...base, value: part.text, syntax: 'plain', ...(part.path === undefined ? {} : { path: part.path }) };
}

function patchesOf(
  text: string,
  parts: readonly HtmlPart[],
  units: readonly ParsedUnit[],
  values: ReadonlyMap<number, string>,
  parse: InlineSyntax['parse'],
): { readonly patches: readonly Patch[]; readonly refused: Filled['refused'] } {
  const patches: Patch[] = [];
  const refused: Filled['refused'][number][] = [];
  for (const [unit, part] of parts.entries()) {
    const value = values.get(unit);
    if (value === undefined || value === units[unit]?.value) continue;
    const bytes = part.type === 'text' ? textBytes(text, part, value, parse) : valueBytes(text, part, value);
    if (bytes === undefined) refused.push({ unit, reason: 'its tags and placeholders are not those of the source' });
    else patches.push({ unit, start: part.start, end: part.end, ...bytes });
  }
  return { patches, refused };
}

type Bytes = Pick<Patch, 'usual' | 'strict'>;

function textBytes(
  text: string,
  part: HtmlPart & { type: 'text' },
  value: string,
  parse: InlineSyntax['parse'],
): Bytes | undefined {
  const content = parse(value.trim());
  if (signatures(content) !== signatures(part.content)) return undefined;
  const print = (strict: boolean): string => printHtml(content, strict, sourceBytes(text.slice(part.start, part.end)));
  return { usual: print(false), strict: print(true) };
}

function valueBytes(text: string, part: HtmlPart & { type: 'attribute' | 'title' }, value: string): Bytes {
  const words = value.replace(/\s+/g, ' ').trim();
  if (part.type === 'title') return { usual: escapeText(words, false), strict: escapeText(words, true) };
  const raw = text.slice(part.start, part.end);
  const name = raw.slice(0, raw.search(/\s*=/));
  const quote = raw.endsWith("'") ? "'" : '"';
  const bytes = (strict: boolean): string => `${name}=${quote}${escapeAttribute(words, quote, strict)}${quote}`;
  return { usual: bytes(false), strict: bytes(true) };
}
