import type { PhrasingContent } from 'mdast';
import type { SyntaxName } from '../../units/unit.ts';
import type { Inline } from '../../units/unit.ts';
import type { InlineSyntax } from '../format.ts';
import { settle, shapeOf } from './inline/content-shape.ts';
import { escapeStretches } from './inline/escapes.ts';
import type { Grammar } from './grammar/grammar.ts';
import { quickInline } from './grammar/quick-inline.ts';
import { readInline } from './inline/inline-content.ts';
import { isTooDense } from './limits.ts';
import { maskTemplates } from './marks/masks.ts';
import { printSurely } from './inline/print-surely.ts';
import { printInline, type DelimiterStyle } from './inline/print-inline.ts';
import { normalizeValue } from './blocks/values.ts';

/** A value without any of these is text. */
const SIGNS = /[\\`*_[\]<>&~${}%@\n]|:[:/A-Za-z\d+]|#[^\s#]|\+\+|www\./i;

/** What a value cannot hold, or not at its edges. */
const UNEVEN = /[\r\uFDD0]|^[ \t]|[ \t]$|^$/;

const STYLES: readonly DelimiterStyle[] = ['own', 'alternating', 'encoded'];

/** The inline syntax of a Markdown dialect. */
export function createSyntax(name: SyntaxName, grammar: Grammar): InlineSyntax {
  const mdx = name === 'mdx';
  const parse = (value: string): readonly Inline[] => {
    const text = normalizeValue(value);
    if (text === '') return [];
    if (!SIGNS.test(text) || isTooDense(text)) return [{ type: 'text', text }];
    const masked = maskTemplates(text, name);
    const nodes = quickInline(masked.masked, mdx) ?? inlineNodes(grammar, masked.masked);
    if (nodes === undefined) return [{ type: 'text', text }];
    return readInline(nodes, { text: masked, slice: (start, end) => text.slice(start, end), mdx });
  };
  const print = (content: readonly Inline[], strict = false): string => {
    const settled = settle(content);
    const rules = { mdx, strict };
    let value = '';
    for (const style of STYLES) {
      const { stretches, safe } = printInline(settled, style, rules);
      value = escapeStretches(stretches, rules);
      if (safe || shapeOf(parse(value)) === shapeOf(settled)) return value;
    }
    return value;
  };
  const isPlain = (text: string): boolean => !SIGNS.test(text) && !UNEVEN.test(text);
  return { name, isPlain, parse, print, printSurely: (content) => printSurely(content, !mdx) };
}

/** Broken MDX has none: such a value is text. */
function inlineNodes(grammar: Grammar, text: string): readonly PhrasingContent[] | undefined {
  try {
    return grammar.inline(text).children;
  } catch {
    return undefined;
  }
}
