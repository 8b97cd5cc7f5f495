import type { Flavour } from '../../../project/flavour.ts';
import type { InlineSyntax } from '../../format.ts';
import type { Grammar } from '../grammar/grammar.ts';
import { maskTemplates } from '../marks/masks.ts';
import type { Blocks } from './block-unit.ts';
import { BlockReader } from './blocks.ts';
import { withWholeHtml } from './whole-html.ts';

const DEFINITION = /^(?:definition|<note) /;
const DATA = 'The body of a shortcode looks like data or code: it is kept as it is.';

/**
 * Reads the body of an article.
 * @throws what the grammar throws on broken MDX
 */
export function readBlocks(text: string, grammar: Grammar, syntax: InlineSyntax, flavour?: Flavour): Blocks {
  const masked = maskTemplates(text, syntax.name);
  const reader = new BlockReader(masked, syntax);
  reader.all(withWholeHtml(grammar.blocks(masked.masked, flavour).children, masked.masked, flavour), {
    kind: 'p',
    quotes: 0,
    language: undefined,
  });
  for (const { start } of masked.data) reader.warnings.push({ offset: start, message: DATA });
  // Not the reader: it holds on to the masked text.
  const { units, headings, outline, warnings } = reader;
  return { units, headings, outline, warnings, defines: outline.some((entry) => DEFINITION.test(entry)) };
}
