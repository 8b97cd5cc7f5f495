/** What `npm run models` does. */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import fxtranslate from 'fxtranslate';
import { ConfigurationError, EngineRefusal, UsageError } from '../../project/errors.js';
import { download } from './download.js';
import { fetchRegistry } from './mirror.js';
import { beginModel, deleteModel, finishModel, installedModel, installedModels, modelFile, } from './model-cache.js';
import { findRoute } from './route.js';
/** Name of a model, as `models add` takes it. */
export function modelName({ source, target }) {
    return `${source}-${target}`;
}
/** The models that the registry offers; needs the network. @throws EngineRefusal when it cannot be read. */
export function offeredModels({ mirror, signal }) {
    return fetchRegistry(mirror, signal);
}
/**
 * Downloads what a pair needs: one model, or two through English. What is there in the newest version is kept.
 * @param name two languages, `en-es` or `it-pt-BR`.
 * @returns the models of the way, all installed now.
 * @throws UsageError when there is no such pair, EngineRefusal when the network fails.
 */
export async function addModels(name, store) {
    const offered = new Map((await offeredModels(store)).map((model) => [modelName(model), model]));
    const route = pairsIn(name)
        .map((pair) => findRoute(pair, (source, target) => offered.get(modelName({ source, target }))))
        .find((found) => found !== undefined);
    if (route === undefined) {
        throw new UsageError(`Firefox has no models for ${name}.`, {
            remedy: 'Write source and target as in en-es; npm run models -- list --all names what there is.',
        });
    }
    const installed = [];
    for (const model of route)
        installed.push(await addModel(model, store));
    return installed;
}
/** @throws UsageError when the model is not installed. */
export function removeModel(name, sharedCache) {
    const model = installedModels(sharedCache).find((one) => modelName(one) === name);
    if (model === undefined) {
        throw new UsageError(`the model ${name} is not installed.`, { remedy: 'See npm run models -- list.' });
    }
    deleteModel(model);
}
/** All ways to read a name as two languages: `en-pt-BR` is `en` and `pt-BR`, or `en-pt` and `BR`. */
function pairsIn(name) {
    const parts = name.split('-');
    return parts.slice(1).flatMap((_, index) => {
        const [source, target] = [parts.slice(0, index + 1).join('-'), parts.slice(index + 1).join('-')];
        try {
            const [one, other] = Intl.getCanonicalLocales([source, target]);
            return one === undefined || other === undefined ? [] : [{ source: one, target: other }];
        }
        catch {
            return [];
        }
    });
}
async function addModel(model, store) {
    const { source, target, version } = model;
    const known = installedModel(store.sharedCache, source, target);
    if (known?.version === version && known.files.every((file) => isWhole(known.folder, file)))
        return known;
    try {
        const folder = beginModel(store.sharedCache, source, target);
        const total = model.files.reduce((sum, file) => sum + file.size, 0);
        let before = 0;
        for (const file of model.files) {
            if (!isWhole(folder, file)) {
                const progress = (done) => store.progress(modelName(model), before + done, total);
                await addFile(file, folder, store, progress);
            }
            before += file.size;
            store.progress(modelName(model), before, total);
        }
        const files = model.files.map(({ role, sha256 }) => ({
            role,
            sha256,
            size: statSync(modelFile(folder, role)).size,
        }));
        finishModel(folder, { source, target, version, files });
        return { source, target, version, files, folder };
    }
    catch (cause) {
        if (!isFileError(cause))
            throw cause;
        throw new ConfigurationError(`the model ${modelName(model)} cannot be saved: ${cause.message}.`, { cause });
    }
}
/** A download is kept whole until its content is known to be right. */
async function addFile(file, folder, { mirror, signal }, progress) {
    const path = modelFile(folder, file.role);
    const address = mirror.attachments + file.location;
    const packed = `${path}.${file.sha256.slice(0, 16)}.zst`;
    await download(address, packed, file.size, progress, signal);
    try {
        // Unpacks and compares the SHA-256 of the result.
        writeFileSync(`${path}.part`, fxtranslate.verifyAndDecompress(readFileSync(packed), file.sha256), { flush: true });
    }
    catch (cause) {
        if (isFileError(cause))
            throw cause;
        throw new EngineRefusal('server', `${address} is not the file that the registry describes.`, {
            remedy: 'It was thrown away; try again, or use another mirror (FIREFOX_MODELS_URL).',
            cause,
        });
    }
    finally {
        rmSync(packed, { force: true });
    }
    renameSync(`${path}.part`, path);
}
function isWhole(folder, { role, sha256 }) {
    try {
        return (createHash('sha256')
            .update(readFileSync(modelFile(folder, role)))
            .digest('hex') === sha256);
    }
    catch {
        return false;
    }
}
function isFileError(error) {
    return error instanceof Error && 'syscall' in error;
}
