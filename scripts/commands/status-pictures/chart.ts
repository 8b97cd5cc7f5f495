import { escapeXml, percent, unitsOf, type Progress } from './progress.ts';

const WIDTH = 640;
const ROW = 28;
const BAR = { start: 84, width: 400, height: 14 } as const;
const MARGIN = 16;
const LEGEND = 30;

/** What a bar is made of, from the left; each part is told by its pattern as well as by its colour. */
const PARTS = ['reviewed', 'drafts', 'stale', 'missing'] as const;

/** Follows the reader's setting, also where the picture stands in an `<img>`. */
const STYLE = `
  text { font: 13px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1f2933 }
  .quiet { fill: #52606d; font-size: 12px }
  .reviewed { fill: #1a7f4b } .drafts { fill: url(#drafts) } .stale { fill: url(#stale) } .missing { fill: #e4e7eb }
  .draft-ground { fill: #cfe8f7 } .draft-line { stroke: #2878b5 } .stale-ground { fill: #f3c46b } .stale-dot { fill: #7a4a00 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e4e7eb } .quiet { fill: #9aa5b1 }
    .reviewed { fill: #3fb27f } .missing { fill: #323f4b }
    .draft-ground { fill: #1c3f5c } .draft-line { stroke: #6cb6e8 } .stale-ground { fill: #7a5a14 } .stale-dot { fill: #ffd98a }
  }`;

const PATTERNS = [
  '<defs>',
  '<pattern id="drafts" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
  '<rect class="draft-ground" width="6" height="6"/><path class="draft-line" d="M0 0v6" stroke-width="4"/>',
  '</pattern>',
  '<pattern id="stale" width="6" height="6" patternUnits="userSpaceOnUse">',
  '<rect class="stale-ground" width="6" height="6"/><circle class="stale-dot" cx="3" cy="3" r="1.3"/>',
  '</pattern>',
  '</defs>',
];

/**
 * The chart: a bar a language, divided into what people reviewed, machine drafts, stale texts and gaps. The same counts
 * give the same bytes.
 * @returns an SVG document for light and dark pages, 640 px wide.
 */
export function chart(languages: readonly Progress[]): string {
  const height = MARGIN + languages.length * ROW + LEGEND;
  const words = languages.map((one) => `${one.language}: ${shares(one)}`).join('; ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="t d">`,
    '<title id="t">Translations by language</title>',
    `<desc id="d">${escapeXml(words)}</desc>`,
    `<style>${STYLE}\n</style>`,
    ...PATTERNS,
    ...languages.flatMap((one, index) => row(one, MARGIN + index * ROW)),
    ...legend(MARGIN + languages.length * ROW + 8),
    '</svg>',
    '',
  ].join('\n');
}

function shares(one: Progress): string {
  return PARTS.flatMap((part) => (one[part] === 0 ? [] : [`${one[part]} ${part}`])).join(', ') || 'nothing yet';
}

function row(one: Progress, top: number): string[] {
  const units = unitsOf(one);
  const end = BAR.start + BAR.width;
  let at = BAR.start;
  const parts = PARTS.flatMap((part) => {
    if (one[part] === 0) return [];
    const width = round((BAR.width * one[part]) / units);
    const rect = `<rect class="${part}" x="${round(at)}" y="${top}" width="${width}" height="${BAR.height}"/>`;
    at += (BAR.width * one[part]) / units;
    return [rect];
  });
  const done = `${percent(one.reviewed + one.drafts, units)} %`;
  const left = one.stale + one.missing;
  return [
    `<text x="${BAR.start - 12}" y="${top + 12}" text-anchor="end">${escapeXml(one.language)}</text>`,
    ...parts,
    `<text x="${end + 12}" y="${top + 12}">${done}</text>`,
    `<text class="quiet" x="${end + 60}" y="${top + 12}">${left === 0 ? `${units} units` : `${left} of ${units} left`}</text>`,
  ];
}

function legend(top: number): string[] {
  return PARTS.flatMap((part, index) => {
    const x = BAR.start + index * 100;
    return [
      `<rect class="${part}" x="${x}" y="${top}" width="12" height="12" rx="2"/>`,
      `<text class="quiet" x="${x + 18}" y="${top + 10}">${part}</text>`,
    ];
  });
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
