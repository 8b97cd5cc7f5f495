/** Measurements that are programs of their own, because they measure a part of Glossa and not a command. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { measure } from '../measure.js';
const HOME = fileURLToPath(new URL('..', import.meta.url));
const times = z.object({ p50: z.number() });
const fuzzySchema = z.object({ readyMs: z.number(), long: times, short: times, equalToFullScan: z.string() });
const firefoxSchema = z.record(z.string(), z.unknown());
async function runProgram(name, args = []) {
    const { code, stdout, stderr } = await measure([process.execPath, join(HOME, `${name}.js`), ...args]);
    if (code !== 0)
        throw new Error(`${name} ended with ${code}: ${stderr}`);
    return stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
}
const FUZZY = [
    { segments: 100_000, compare: 1000, long: 1, short: 3, ready: 500 },
    { segments: 200_000, compare: 0, long: 3, short: 6, ready: undefined },
];
/** The memory's fuzzy index: as good as a full scan, and how fast. */
export async function fuzzy() {
    const figures = [];
    for (const { segments, compare, long, short, ready } of FUZZY) {
        const [line] = await runProgram('fuzzy-lookup', ['--segments', String(segments), '--compare', String(compare)]);
        const found = fuzzySchema.parse(line);
        const name = `fuzzy lookup in ${segments / 1000},000`;
        figures.push({ figure: `${name}: long texts, median`, measured: found.long.p50, unit: 'ms', most: long }, { figure: `${name}: short texts, median`, measured: found.short.p50, unit: 'ms', most: short });
        const index = { figure: `${name}: index ready`, measured: found.readyMs, unit: 'ms' };
        figures.push(ready === undefined ? index : { ...index, most: ready });
        if (compare === 0)
            continue;
        const equal = Number.parseInt(found.equalToFullScan, 10);
        figures.push({ figure: `${name}: equal to a full scan of ${compare}`, measured: equal, unit: '', least: compare });
    }
    return figures;
}
/** The Firefox engine with a model of real size made of random weights. */
export async function firefox() {
    const lines = (await runProgram('firefox-speed')).map((line) => firefoxSchema.parse(line));
    return lines.flatMap((line) => Object.entries(line)
        .filter(([name]) => name !== 'workers')
        .map(([name, value]) => ({
        figure: `firefox, ${String(line['workers'])} threads: ${name}`,
        measured: Number(value),
        unit: '',
    })));
}
