/**
 * The parser asks at each `}` of an expression whether that ends there, and puts all before it together again. Braces that
 * surely are inside stand for something else while it reads: a chart's data is one piece then.
 */
import { OpenBrackets } from './open-brackets.ts';

/** A noncharacter: it never stands in exchanged text. */
const INNER = '\uFDD1';
/** With fewer of them an expression is read as it is. */
const FEW = 30;

const brackets = new OpenBrackets();

/** A text as long, in which the inner braces of long expressions are hidden. What is no expression may be hidden, too. */
export function hideInnerBraces(text: string): string {
  if (text.split('}', FEW + 1).length <= FEW || text.includes(INNER)) return text;
  let hidden = '';
  let done = 0;
  for (let at = text.indexOf('{'); at !== -1;) {
    const { braces, end } = brackets.inside(text, at + 1);
    for (const brace of braces.length < FEW ? [] : braces) {
      hidden += text.slice(done, brace) + INNER;
      done = brace + 1;
    }
    if (end === undefined) break;
    at = text.indexOf('{', end);
  }
  return hidden + text.slice(done);
}

export function showInnerBraces(text: string): string {
  return text.includes(INNER) ? text.replaceAll(INNER, '}') : text;
}

/** Shows the braces in all texts of a tree. */
export function showInTree(node: object): void {
  for (const [name, value] of Object.entries(node)) {
    if (typeof value === 'string') Object.assign(node, { [name]: showInnerBraces(value) });
    else if (typeof value === 'object' && value !== null && name !== 'data' && name !== 'position') showInTree(value);
  }
}
