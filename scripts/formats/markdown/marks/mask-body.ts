import type { SyntaxName } from '../../../units/unit.ts';
import { findMarks } from './find-marks.ts';
import { coverAll, hasFiller, MARK_FILLER, maskTemplates, type MaskedText } from './masks.ts';

/**
 * Hides in an article what site builders read before or beside Markdown: template tags and formulas, and the marks at the
 * beginnings of lines, which a value has none of. Offsets do not change.
 */
export function maskBody(original: string, syntax: SyntaxName): MaskedText {
  const templates = maskTemplates(original, syntax);
  if (hasFiller(original)) return templates;
  const marks = findMarks(templates.masked, syntax !== 'mdx');
  if (marks.length === 0) return templates;
  let next = 0;
  // A tag in a mark is a part of it.
  const free = templates.masks.filter(({ start }) => {
    while (start >= (marks[next]?.end ?? Infinity)) next++;
    return start < (marks[next]?.start ?? Infinity);
  });
  const masked = coverAll(templates.masked, marks, ({ start, end }) => MARK_FILLER.repeat(end - start));
  const masks = [...free, ...marks].sort((a, b) => a.start - b.start);
  return { original, masked, masks, hasMarks: true };
}
