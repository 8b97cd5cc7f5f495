import { SourceError } from '../project/errors.ts';
import type { ParsedUnit } from '../units/unit.ts';
import { checkedFill, type Patch } from './checked-fill.ts';
import type { Format, ParsedFile } from './format.ts';
import { readLines } from './plain-text/lines.ts';
import { isTitle, readParagraphs, type Paragraph } from './plain-text/paragraphs.ts';
import { wrap } from './plain-text/wrap.ts';
import { plainSyntax } from './plain-syntax.ts';
import { signatures } from './signatures.ts';

/**
 * Plain text: a title line, heading lines, paragraphs, list items. Indentation, list marks, rules and empty lines stay;
 * a paragraph that was wrapped is wrapped again at its own width.
 */
export const plainText: Format = {
  name: 'plain-text',
  extensions: ['.txt'],
  article: true,
  parse(text) {
    const nul = text.indexOf('\0');
    if (nul !== -1) {
      throw new SourceError('The file holds a NUL byte: it is not plain text.', {
        place: { line: text.slice(0, nul).split('\n').length },
        remedy: 'Save it as UTF-8.',
      });
    }
    return parsedFile(text);
  },
};

function parsedFile(text: string): ParsedFile {
  const paragraphs = readParagraphs(readLines(text));
  const worded = paragraphs.filter(hasWords);
  const units = worded.map((paragraph, index): ParsedUnit => {
    const base = { value: valueOf(paragraph), syntax: 'plain', line: paragraph.lines[0]?.number ?? 1 } as const;
    return index === 0 && isTitle(paragraph, worded.length > 1)
      ? { kind: 'field', path: ['title'], ...base }
      : { kind: paragraph.kind, ...base };
  });
  return {
    units,
    literals: [],
    warnings: [],
    outline: () => outlineOf(paragraphs),
    fill(values) {
      const patches: Patch[] = [];
      for (const [unit, paragraph] of worded.entries()) {
        const value = values.get(unit);
        const [first] = paragraph.lines;
        const last = paragraph.lines.at(-1);
        if (value === undefined || value === units[unit]?.value || first === undefined || last === undefined) continue;
        const strict = value.trim().replace(/\s+/g, ' ');
        patches.push({ unit, start: first.start, end: last.end, usual: wrap(strict, paragraph.lines, text), strict });
      }
      return checkedFill(text, patches, (filled) => outlineOf(readParagraphs(readLines(filled))));
    },
  };
}

/** Whether a paragraph is a heading is told by its length, so that is no part of the outline: translations are longer. */
function outlineOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map((paragraph) => {
      const mark = paragraph.lines[0]?.mark.trim() ?? '';
      const content = hasWords(paragraph) ? signatures(plainSyntax.parse(valueOf(paragraph))) : valueOf(paragraph);
      return JSON.stringify([paragraph.apart, mark, content]);
    })
    .join('\n');
}

function valueOf(paragraph: Paragraph): string {
  return paragraph.lines.map((line) => line.text.replace(/[ \t]+/g, ' ')).join(' ');
}

function hasWords(paragraph: Paragraph): boolean {
  return paragraph.lines.some((line) => line.type === 'words' && /\p{L}/u.test(line.text));
}
