/** A document as HTML, as a reader would see it: what its own site adds (components, styles, scripts) is not there. */
import { micromark } from 'micromark';
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item';

const FRONT_MATTER = /^\uFEFF?(?:---\r?\n[\s\S]*?\r?\n---|\+\+\+\r?\n[\s\S]*?\r?\n\+\+\+)[ \t]*(?:\r?\n|$)/;
const MODULE_LINES = /^(?:import|export)\s[^\n]*\n/gm;

/** @param extension with its dot, lower case. */
export function toHtml(text: string, extension: string): string {
  const body = text.replace(FRONT_MATTER, '');
  if (extension === '.txt') return `<div class="plain-text">${escapeHtml(body)}</div>`;
  if (extension === '.html' || extension === '.htm') return body;
  return micromark(extension === '.mdx' ? body.replace(MODULE_LINES, '') : body, {
    // What it holds is parsed once more, and only what shows text is kept.
    allowDangerousHtml: true,
    extensions: [gfmAutolinkLiteral(), gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()],
    htmlExtensions: [
      gfmAutolinkLiteralHtml(),
      gfmFootnoteHtml(),
      gfmStrikethroughHtml(),
      gfmTableHtml(),
      gfmTaskListItemHtml(),
    ],
  });
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}
