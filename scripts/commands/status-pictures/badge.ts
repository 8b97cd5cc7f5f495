import { escapeXml, percent, unitsOf, type Progress } from './progress.ts';

const LABEL = 'translations';

/** Width of a character of 11 px Verdana or DejaVu Sans, about; `textLength` makes the drawn text exactly as wide. */
const CHARACTER = 6.6;

const PADDING = 7;

/**
 * The badge: how many languages there are, and how much of them is translated from the present source. The same counts
 * give the same bytes.
 * @returns an SVG document that reads on light and dark pages.
 */
export function badge(languages: readonly Progress[]): string {
  const units = languages.reduce((sum, one) => sum + unitsOf(one), 0);
  const current = languages.reduce((sum, { reviewed, drafts }) => sum + reviewed + drafts, 0);
  const share = percent(current, units);
  const value = `${languages.length} ${languages.length === 1 ? 'language' : 'languages'}, ${share} %`;
  const colour = share === 100 ? '#1a7f4b' : share >= 80 ? '#71690c' : '#9a4a12';
  const [left, right] = [LABEL, value].map((text) => Math.round(text.length * CHARACTER) + 2 * PADDING);
  const width = (left ?? 0) + (right ?? 0);
  const word = (text: string, start: number, wide: number): string =>
    `<text x="${start + PADDING}" y="14" textLength="${wide - 2 * PADDING}">${escapeXml(text)}</text>`;
  const title = escapeXml(`${LABEL}: ${value}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<clipPath id="c"><rect width="${width}" height="20" rx="3"/></clipPath>`,
    `<g clip-path="url(#c)"><path fill="#444d56" d="M0 0h${left}v20H0z"/><path fill="${colour}" d="M${left} 0h${right}v20H${left}z"/></g>`,
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">',
    word(LABEL, 0, left ?? 0),
    word(value, left ?? 0, right ?? 0),
    '</g></svg>',
    '',
  ].join('\n');
}
