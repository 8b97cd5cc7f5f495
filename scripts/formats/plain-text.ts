import type { ParsedUnit } from '../units/unit.ts';
import { checkedFill, type Patch } from './checked-fill.ts';
import type { Format, ParsedFile } from './format.ts';
import { readLines } from './plain-text/lines.ts';
import { isTitle, readParagraphs, type Paragraph } from './plain-text/paragraphs.ts';
import { wrap, wrapWidth } from './plain-text/wrap.ts';
import { plainSyntax } from './plain-syntax.ts';
import { refuseNul } from './refuse-nul.ts';
import { signatures } from './signatures.ts';
import { withFrontMatter, type IsTaken } from './with-front-matter.ts';

/**
 * Plain text: a title line, heading lines, paragraphs, list items. Indentation, list marks, rules and empty lines stay;
 * a paragraph that was wrapped is wrapped again at the width of the file.
 */
export const plainText: Format = {
  name: 'plain-text',
  extensions: ['.txt'],
  article: true,
  parse(text, options) {
    refuseNul(text, 'plain text');
    return withFrontMatter(text, options, readBody);
  },
};

function readBody(text: string, isTaken: IsTaken): ParsedFile {
  const paragraphs = readParagraphs(readLines(text));
  const worded = paragraphs.filter(hasWords);
  const units = worded.map((paragraph, index): ParsedUnit => {
    const base = { value: valueOf(paragraph), syntax: 'plain', line: paragraph.lines[0]?.number ?? 1 } as const;
    if (index > 0 || !isTitle(paragraph, worded.length > 1)) return { kind: paragraph.kind, ...base };
    return isTaken('title') ? { kind: 'heading', ...base } : { kind: 'field', path: ['title'], ...base };
  });
  return {
    units,
    literals: [],
    warnings: [],
    outline: () => outlineOf(paragraphs),
    fill(values) {
      const width = wrapWidth(paragraphs.map(({ lines }) => lines));
      const patches: Patch[] = [];
      for (const [unit, paragraph] of worded.entries()) {
        const value = values.get(unit);
        const [first] = paragraph.lines;
        const last = paragraph.lines.at(-1);
        if (value === undefined || value === units[unit]?.value || first === undefined || last === undefined) continue;
        const strict = value.trim().replace(/\s+/g, ' ');
        patches.push({
          unit,
          start: first.start,
          end: last.end,
          usual: wrap(strict, paragraph.lines, width, text),
          strict,
        });
      }
      return checkedFill(text, patches, outlineOf(paragraphs), (filled) =>
        outlineOf(readParagraphs(readLines(filled))),
      );
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
