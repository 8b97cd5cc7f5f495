import { expect } from 'vitest';
import { htmlSyntax } from '../../../scripts/formats/html/html-syntax.ts';
import { formatFor } from '../../../scripts/formats/index.ts';
import { FLAVOURS } from '../../../scripts/project/flavour.ts';
import type { InlineSyntax, ParsedArticle, ParseOptions } from '../../../scripts/formats/format.ts';
import { markdownSyntax } from '../../../scripts/formats/markdown/markdown-syntax.ts';
import { mdxSyntax } from '../../../scripts/formats/markdown/mdx-syntax.ts';
import { parseFile } from '../../../scripts/formats/parse-file.ts';
import { pseudoValues } from '../pseudo-values.ts';

/** A source, what it is in accents and brackets, its extension if it is not `.md`; `docusaurus.md` and `jekyll.md` are read as those sites read it. */
export type Variant = readonly [text: string, expected: string, extension?: string];

const SYNTAXES: Readonly<Record<string, InlineSyntax>> = { markdown: markdownSyntax, mdx: mdxSyntax, html: htmlSyntax };

async function parsed(text: string, extension: string): Promise<ParsedArticle> {
  const format = formatFor(`a.${extension}`);
  if (format === undefined) throw new Error(extension);
  const flavour = FLAVOURS.find((one) => extension === `${one}.md`);
  const options: ParseOptions = {
    sourceLanguage: 'en',
    ...(flavour === undefined ? {} : { flavour, mdx: flavour === 'docusaurus' }),
  };
  const file = (await parseFile(format, text, options)).parsed;
  if (file.kind !== 'article') throw new Error(file.kind);
  return file;
}

/** The file in accents and brackets: its every unit can be written, it stays what it is, and its own values are its bytes. */
export async function pseudoFile(text: string, extension = 'md'): Promise<string> {
  const file = await parsed(text, extension);
  expect(file.fill(new Map(file.units.map(({ value }, index) => [index, value]))).text).toBe(text);
  const values = new Map(
    Object.entries(SYNTAXES).flatMap(([name, syntax]) =>
      [...pseudoValues(file, syntax)].filter(([index]) => [name, 'plain'].includes(file.units[index]?.syntax ?? '')),
    ),
  );
  const filled = file.fill(values);
  expect(filled.refused).toEqual([]);
  const again = await parsed(filled.text, extension);
  expect(again.outline()).toBe(file.outline());
  expect(again.units.length).toBe(file.units.length);
  return filled.text;
}
