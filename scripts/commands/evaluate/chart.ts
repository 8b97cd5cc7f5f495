import { escapeXml } from '../status-pictures/progress.ts';
import type { EvaluationResult, ResultRow } from './result.ts';

const WIDTH = 720;
const ROW = 26;
const BAR = { start: 230, width: 300, height: 14 } as const;
const MARGIN = 44;
const SCALE = 30;

/** Follows the reader's setting, also where the picture stands in an `<img>`. */
const STYLE = `
  text { font: 13px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1f2933 }
  .title { font-weight: 600 } .quiet { fill: #52606d; font-size: 12px } .bar { fill: #2878b5 } .grid { stroke: #cbd2d9 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e4e7eb } .quiet { fill: #9aa5b1 } .bar { fill: #6cb6e8 } .grid { stroke: #3e4c59 }
  }`;

/** Characters of a row's name that fit before the bar. */
const NAME = 29;

/**
 * A bar a row: chrF2 of engines, edits of a history, each with its other figures beside it. The same figures give the same
 * bytes.
 * @returns an SVG document for light and dark pages, 720 px wide.
 */
export function evaluationChart({ of, rows }: EvaluationResult): string {
  const isHistory = of === 'history';
  const measured = rows.filter(({ measures }) => measures !== undefined);
  const most = Math.max(100, ...measured.map((row) => lengthOf(row, isHistory)));
  const end = MARGIN + measured.length * ROW;
  const title = isHistory ? 'Edits for each 100 tokens of the approved text' : 'chrF2 by engine';
  const words = measured.map((row) => `${row.names.join(', ')}: ${figures(row, isHistory)}`).join('; ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${end + SCALE}" width="${WIDTH}" height="${end + SCALE}" role="img" aria-labelledby="t d">`,
    `<title id="t">${title}</title>`,
    `<desc id="d">${escapeXml(words)}</desc>`,
    `<style>${STYLE}\n</style>`,
    `<text class="title" x="16" y="24">${title}</text>`,
    `<text class="quiet" x="${WIDTH - 16}" y="24" text-anchor="end">${isHistory ? 'shorter is better' : 'longer is better'}</text>`,
    ...scale(end, most),
    ...measured.flatMap((row, index) => bar(row, MARGIN + index * ROW, most, isHistory)),
    '</svg>',
    '',
  ].join('\n');
}

function lengthOf({ measures }: ResultRow, isHistory: boolean): number {
  return (isHistory ? measures?.edits : measures?.chrf) ?? 0;
}

function figures({ measures }: ResultRow, isHistory: boolean): string {
  if (measures === undefined) return '';
  const { bleu, chrf, edits, segments } = measures;
  const texts = `${segments} ${segments === 1 ? 'text' : 'texts'}`;
  return isHistory
    ? `${edits.toFixed(1)} %, ${texts}`
    : `${chrf.toFixed(1)}, BLEU ${bleu.toFixed(1)}, edits ${edits.toFixed(0)} %`;
}

function bar(row: ResultRow, top: number, most: number, isHistory: boolean): string[] {
  const name = row.names.join('  ');
  const shown = name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name;
  const width = Math.round((BAR.width * lengthOf(row, isHistory) * 100) / most) / 100;
  return [
    `<text x="${BAR.start - 12}" y="${top + 12}" text-anchor="end" xml:space="preserve">${escapeXml(shown)}</text>`,
    `<rect class="bar" x="${BAR.start}" y="${top}" width="${width}" height="${BAR.height}"/>`,
    `<text class="quiet" x="${BAR.start + BAR.width + 10}" y="${top + 12}">${figures(row, isHistory)}</text>`,
  ];
}

function scale(top: number, most: number): string[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((part) => {
    const x = BAR.start + BAR.width * part;
    return [
      `<path class="grid" d="M${x} ${MARGIN - 6}V${top}"/>`,
      `<text class="quiet" x="${x}" y="${top + 16}" text-anchor="middle">${Math.round(most * part)}</text>`,
    ];
  });
}
