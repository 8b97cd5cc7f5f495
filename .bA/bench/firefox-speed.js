/**
 * Measures the Firefox engine with a model of real size and random weights: sentences a second with one thread and with
 * two, and the longest time that the main thread was blocked meanwhile; `idleBlockMs` is the same for a main thread with
 * nothing to do, which is what the machine's other work takes from both, and `longestWorkMs` is what the main thread itself
 * computed between two turns of its event loop (Linux only).
 *
 *   node .build/bench/firefox-speed.js [--sentences 6]
 *
 * Prints one line of JSON for each number of threads. Weights at random end no sentence early: answers are about three
 * times as long as real ones, so real models answer faster.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { firefox } from '../engines/firefox.js';
import { beginModel, finishModel, modelFile } from '../engines/firefox/model-cache.js';
import { randomModel, REAL, vocabularyFile } from './firefox-model.js';
import { segmentGenerator } from './segment-generator.js';
const { values } = parseArgs({ options: { sentences: { type: 'string', default: '6' } } });
const sharedCache = mkdtempSync(join(tmpdir(), 'glossa-bench-'));
try {
    install();
    const units = sentences(Number(values.sentences));
    for (const workers of [1, 2])
        process.stdout.write(`${JSON.stringify(await measure(units, workers))}\n`);
}
finally {
    rmSync(sharedCache, { recursive: true });
}
/** Puts the model where the engine looks for it. */
function install() {
    const folder = beginModel(sharedCache, 'en', 'es');
    const contents = [
        ['model', randomModel(REAL, 1)],
        ['vocab', vocabularyFile(REAL)],
    ];
    const files = contents.map(([role, content]) => {
        writeFileSync(modelFile(folder, role), content);
        return { role, sha256: createHash('sha256').update(content).digest('hex'), size: content.length };
    });
    finishModel(folder, { source: 'en', target: 'es', version: '3.0', files });
}
function sentences(count) {
    const generator = segmentGenerator(5);
    return Array.from({ length: count }, () => {
        const words = `${generator.next()} ${generator.next()} ${generator.next()}`.replace(/[^a-z ]/gi, '').split(' ');
        return { article: 'bench', segments: [[{ type: 'text', text: `${words.slice(0, 6).join(' ')}.` }]] };
    });
}
async function measure(units, workers) {
    const environment = { variables: {}, sharedCache, root: '/', options: { workers }, note: () => { } };
    const session = await firefox.open(environment, { glossaries: [], concurrency: 8 });
    const batch = { source: 'en', target: 'es', units };
    const signal = new AbortController().signal;
    // Each thread loads its model on its first sentence; that is measured apart, in the blocks but not in the speed.
    const idle = monitorEventLoopDelay({ resolution: 1 });
    idle.enable();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    idle.disable();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const work = watchMainThread();
    const start = performance.now();
    await session.translate({ ...batch, units: units.slice(0, workers) }, () => { }, signal);
    const loaded = performance.now();
    let characters = 0;
    const usage = await session.translate(batch, (_, answer) => {
        if (answer.ok)
            for (const item of answer.segments.flat())
                characters += item.type === 'text' ? item.text.length : 0;
    }, signal);
    const seconds = (performance.now() - loaded) / 1000;
    delay.disable();
    const longestWork = work();
    await session.close();
    return {
        workers,
        firstAnswerMs: Math.round(loaded - start),
        sentencesPerSecond: round(units.length / seconds),
        charactersPerSecond: round(characters / seconds),
        charactersIn: usage.characters,
        charactersOut: characters,
        longestBlockMs: round(delay.max / 1e6),
        idleBlockMs: round(idle.max / 1e6),
        longestWorkMs: round(longestWork),
        rssMB: Math.round(process.memoryUsage().rss / 1e6),
    };
}
/** Watches how long the main thread computes between turns of its event loop. @returns the end: the longest, in ms. */
function watchMainThread() {
    let last = mainThreadTime();
    let longest = 0;
    const timer = setInterval(() => {
        const now = mainThreadTime();
        longest = Math.max(longest, now - last);
        last = now;
    }, 1);
    return () => {
        clearInterval(timer);
        return longest;
    };
}
/** CPU time of the main thread so far in ms; 0 where the system does not tell. */
function mainThreadTime() {
    try {
        return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ', 1)[0]) / 1e6;
    }
    catch {
        return 0;
    }
}
function round(value) {
    return Math.round(value * 100) / 100;
}
