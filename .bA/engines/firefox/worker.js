/** A translation thread. The engine is synchronous, so it never runs on the main thread. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import fxtranslate from 'fxtranslate';
import { modelFile } from './model-cache.js';
/** Two: a way through English needs two, and a run does one language after the other. */
const KEPT = 2;
/** Loaded models by folder, the last used at the end. */
const loaded = new Map();
/** @throws Error saying what is wrong with the model. */
function load(leg) {
    const known = loaded.get(leg.folder);
    loaded.delete(leg.folder);
    const translator = known ?? build(leg);
    loaded.set(leg.folder, translator);
    for (const [folder, oldest] of loaded) {
        if (loaded.size <= KEPT)
            break;
        loaded.delete(folder);
        oldest.free();
    }
    return translator;
}
function build({ folder, files }) {
    const read = (...roles) => {
        const file = files.find(({ role }) => roles.includes(role));
        if (file === undefined)
            throw new Error(`it has no ${roles[0] ?? ''}`);
        const bytes = readFileSync(modelFile(folder, file.role));
        // What the disk or a person did to the file since its download.
        if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
            throw new Error(`its ${file.role} is damaged`);
        return bytes;
    };
    return new fxtranslate.Translator(read('model'), read('srcvocab', 'vocab'), read('trgvocab', 'vocab'));
}
function translate({ legs, text }) {
    let translators;
    try {
        translators = legs.map(load);
    }
    catch (error) {
        return { unusable: error instanceof Error ? error.message : String(error) };
    }
    try {
        return { text: translators.reduce((rest, translator) => translator.translate_long(rest), text) };
    }
    catch (error) {
        return { broken: error instanceof Error ? error.message : String(error) };
    }
}
parentPort?.on('message', (job) => {
    const answer = translate(job);
    parentPort?.postMessage(answer);
    // After a panic the engine's memory is in no known state: this thread is given up and another one takes its place.
    if ('broken' in answer)
        parentPort?.close();
});
