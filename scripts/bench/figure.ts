/** What the bench prints: a figure, the bar that it has to meet, what was measured. */
import { table } from '../project/table.ts';

export interface Figure {
  readonly figure: string;
  readonly measured: number;
  readonly unit: string;
  /** At most this; absent for what is only shown. */
  readonly most?: number;
  /** At least this. */
  readonly least?: number;
}

/** Whether a figure meets its bar; one without a bar does. */
export function isMet({ measured, most, least }: Figure): boolean {
  return measured <= (most ?? Infinity) && measured >= (least ?? -Infinity);
}

export function figureTable(figures: readonly Figure[]): string {
  return table(
    ['figure', 'bar', 'measured', 'met'],
    figures.map((one) => [one.figure, bar(one), `${round(one.measured)} ${one.unit}`.trim(), verdict(one)]),
  );
}

function bar({ most, least }: Figure): string {
  if (most !== undefined) return `at most ${most}`;
  return least === undefined ? '' : `at least ${least}`;
}

function verdict(figure: Figure): string {
  if (figure.most === undefined && figure.least === undefined) return '';
  return isMet(figure) ? 'yes' : 'NO';
}

function round(value: number): number {
  return Number(value.toPrecision(value >= 1000 ? 12 : 3));
}
