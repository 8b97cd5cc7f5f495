import type { ParsedUnit } from '../units/unit.ts';
import { checkedFill, type Patch } from './checked-fill.ts';
import type { ArticleFormat, Filled } from './format.ts';
import { readLines } from './plain-text/lines.ts';
import { isTitle, readParagraphs, type Paragraph } from './plain-text/paragraphs.ts';
import { wrap, wrapWidth } from './plain-text/wrap.ts';
import { plainSyntax } from './plain-syntax.ts';
import { refuseNul } from './limits/refuse-nul.ts';
import { signatures } from './signatures.ts';
import { withFrontMatter, type IsTaken, type ParsedBody } from './with-front-matter.ts';

/**
 * Plain text: a title line, heading lines, paragraphs, list items. Indentation, list marks, rules and empty lines stay;
 * a paragraph that was wrapped is wrapped again at the width of the file.
 */
export const plainText: ArticleFormat = {
  kind: 'article',
  name: 'plain-text',
  extensions: ['.txt'],
  parse(text, options) {
    refuseNul(text, 'plain text');
    return withFrontMatter(text, options, readBody);
  },
};

function readBody(text: string, isTaken: IsTaken): ParsedBody {
  const paragraphs = readParagraphs(readLines(text));
  const worded = paragraphs.filter(hasWords);
  const units = worded.map((paragraph, index): ParsedUnit => {
    const base = { value: valueOf(paragraph), syntax: 'plain', line: paragraph.lines[0]?.number ?? 1 } as const;
    if (index > 0 || !isTitle(paragraph, worded.length > 1)) return { kind: paragraph.kind, ...base };
    return isTaken('title') ? { kind: 'heading', ...base } : { kind: 'field', path: ['title'], ...base };
  });
  const numbers = new Map(worded.map((paragraph, index) => [paragraph, index]));
  return {
    units,
    spans: worded.map(spanOf),
    warnings: [],
    outline: () => outlineOf(paragraphs),
    fill(values) {
      const width = wrapWidth(paragraphs.map(({ lines }) => lines));
      const patchOf = (paragraph: Paragraph): Patch[] => {
        const unit = numbers.get(paragraph) ?? -1;
        const value = values.get(unit);
        if (value === undefined || value === units[unit]?.value) return [];
        const { start, end } = spanOf(paragraph);
        const strict = value.trim().replace(/\s+/g, ' ');
        return [{ unit, start, end, usual: wrap(strict, paragraph.lines, width, text), strict }];
      };
      return fillBlocks(text, blocksOf(paragraphs), patchOf);
    },
  };
}

/** What stands between empty lines is read on its own, so it is also proved on its own. */
function fillBlocks(
  text: string,
  blocks: readonly (readonly Paragraph[])[],
  patchOf: (paragraph: Paragraph) => readonly Patch[],
): Filled {
  const refused: Filled['refused'][number][] = [];
  let result = '';
  let at = 0;
  for (const block of blocks) {
    const patches = block.flatMap(patchOf);
    const [first] = block;
    const last = block.at(-1);
    if (patches.length === 0 || first === undefined || last === undefined) continue;
    const { indent = '', mark = '' } = first.lines[0] ?? {};
    const start = spanOf(first).start - mark.length - indent.length;
    const { end } = spanOf(last);
    const moved = patches.map((patch) => ({ ...patch, start: patch.start - start, end: patch.end - start }));
    const filled = checkedFill(text.slice(start, end), moved, outlineOf(block), (bytes) =>
      outlineOf(readParagraphs(readLines(bytes))),
    );
    result += text.slice(at, start) + filled.text;
    refused.push(...filled.refused);
    at = end;
  }
  return { text: result + text.slice(at), refused };
}

function blocksOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const blocks: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.apart) blocks.push([paragraph]);
    else blocks.at(-1)?.push(paragraph);
  }
  return blocks;
}

function spanOf({ lines }: Paragraph): { readonly start: number; readonly end: number } {
  return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
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
