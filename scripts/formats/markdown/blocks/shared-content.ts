import type { Inline, SyntaxName } from '../../../units/unit.ts';
import type { Survey } from '../inline/content-survey.ts';
import { mayHide, maskTemplates, type MaskedText } from '../marks/masks.ts';
import { normalizeValue, readValue, type Region } from './values.ts';

/**
 * Content as it was read in its file, where the value by itself surely says the same: then nobody has to parse it again.
 * @param found the survey of the content
 * @returns undefined where the file may say more than the value (labels, addresses, codes over several lines), and for
 *   text without markup, which costs nothing to read
 */
export function sharedContent(
  content: readonly Inline[],
  value: string,
  region: Region,
  found: Survey,
  text: MaskedText,
  syntax: SyntaxName,
): readonly Inline[] | undefined {
  if (content.length === 1 && content[0]?.type === 'text') return undefined;
  if (found.brackets || found.addresses || found.codes.includes('url:')) return undefined;
  const source = text.original.slice(region.start, region.end);
  const isLaidOut = /[\n\r]/.test(source) || (region.cell && source.includes('\\|'));
  if ((isLaidOut && found.codes !== '') || normalizeValue(value) !== value) return undefined;
  if (mayHide(value) && readValue(text.masked, region) !== maskTemplates(value, syntax).masked) return undefined;
  return content;
}
