import type { Inline } from '../../../units/unit.ts';
import type { InlineSyntax } from '../../format.ts';
import { survey, type Survey } from '../inline/content-survey.ts';
import { readCollapsed, type Region } from './values.ts';

/**
 * A unit's value, which has to say by itself what only the file's definitions say: a link by its label is written
 * `[label][]`, and brackets that are no link though they look like one are escaped.
 * @param shortcuts offsets of links by their label
 */
export function ownValue(
  content: readonly Inline[],
  text: string,
  region: Region,
  shortcuts: readonly number[],
  { brackets, codes }: Survey,
  syntax: InlineSyntax,
): string {
  const value = readCollapsed(text, region, shortcuts);
  const doubtful = brackets && value.includes('][');
  if (!doubtful || survey(syntax.parse(value)).codes === codes) return value;
  return syntax.print(content);
}
