/** What the bench prints: a figure, the bar that it has to meet, what was measured. */
import { table } from '../project/table.js';
/** Whether a figure meets its bar; one without a bar does. */
export function isMet({ measured, most, least }) {
    return measured <= (most ?? Infinity) && measured >= (least ?? -Infinity);
}
export function figureTable(figures) {
    return table(['figure', 'bar', 'measured', 'met'], figures.map((one) => [one.figure, bar(one), `${round(one.measured)} ${one.unit}`.trim(), verdict(one)]));
}
function bar({ most, least }) {
    if (most !== undefined)
        return `at most ${most}`;
    return least === undefined ? '' : `at least ${least}`;
}
function verdict(figure) {
    if (figure.most === undefined && figure.least === undefined)
        return '';
    return isMet(figure) ? 'yes' : 'NO';
}
function round(value) {
    return Number(value.toPrecision(value >= 1000 ? 12 : 3));
}
