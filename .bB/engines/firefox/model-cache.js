/** The models on this machine: `<shared cache>/firefox/<source>-<target>/`, each with a `manifest.json`. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/mini';
const MANIFEST = 'manifest.json';
const manifestSchema = z.object({
    source: z.string(),
    target: z.string(),
    version: z.string(),
    files: z.array(z.object({
        role: z.enum(['model', 'vocab', 'srcvocab', 'trgvocab']),
        sha256: z.string(),
        /** In bytes. */
        size: z.number(),
    })),
});
/** The folder of all models. */
export function modelsFolder(sharedCache) {
    return join(sharedCache, 'firefox');
}
/** The file of a role in a model's folder. */
export function modelFile(folder, role) {
    return join(folder, `${role}.bin`);
}
/** All installed models, sorted by name. */
export function installedModels(sharedCache) {
    let names;
    try {
        names = readdirSync(modelsFolder(sharedCache));
    }
    catch {
        return [];
    }
    return names.sort((a, b) => (a < b ? -1 : Number(a > b))).flatMap((name) => readModel(sharedCache, name) ?? []);
}
/** @returns undefined where the model is not there or not whole. */
export function installedModel(sharedCache, source, target) {
    return readModel(sharedCache, `${source}-${target}`);
}
function readModel(sharedCache, name) {
    const folder = join(modelsFolder(sharedCache), name);
    try {
        const json = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
        const manifest = manifestSchema.parse(json);
        const whole = manifest.files.every(({ role, size }) => statSync(modelFile(folder, role)).size === size);
        return whole && `${manifest.source}-${manifest.target}` === name ? { ...manifest, folder } : undefined;
    }
    catch {
        return undefined;
    }
}
/** Makes the folder of a model that is to be downloaded. A model that is there is no longer valid from here on. */
export function beginModel(sharedCache, source, target) {
    const folder = join(modelsFolder(sharedCache), `${source}-${target}`);
    mkdirSync(folder, { recursive: true });
    rmSync(join(folder, MANIFEST), { force: true });
    return folder;
}
/** Declares a model complete: the last step, so that an interrupted download is never taken for a model. */
export function finishModel(folder, manifest) {
    const path = join(folder, MANIFEST);
    writeFileSync(`${path}.part`, `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(`${path}.part`, path);
}
export function deleteModel({ folder }) {
    rmSync(folder, { recursive: true, force: true });
}
