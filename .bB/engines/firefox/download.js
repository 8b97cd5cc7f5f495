import { open, rename, rm, stat } from 'node:fs/promises';
import { unreachable } from './mirror.js';
/**
 * Downloads a file, going on where an earlier try ended.
 * @param path where it goes when it is whole; meanwhile it is `<path>.part`.
 * @param size in bytes, as announced; a longer or shorter answer is an error.
 * @throws EngineRefusal when the network fails: what arrived is kept for the next try.
 */
export async function download(address, path, size, progress, signal) {
    const part = `${path}.part`;
    let done = await sizeOf(part);
    if (done >= size) {
        // Not a rest that can be continued; a whole one would have been renamed.
        await rm(part, { force: true });
        done = 0;
    }
    try {
        const response = await fetch(address, { signal, ...(done > 0 ? { headers: { range: `bytes=${done}-` } } : {}) });
        const continues = response.status === 206 && response.headers.get('content-range')?.startsWith(`bytes ${done}-`);
        if (!response.ok || response.body === null || (response.status === 206 && continues !== true)) {
            throw new Error(`it answered ${response.status}`);
        }
        if (continues !== true)
            done = 0;
        const file = await open(part, continues === true ? 'a' : 'w');
        try {
            progress(done, size);
            for await (const chunk of response.body) {
                done += chunk.byteLength;
                if (done > size)
                    break;
                await file.writeFile(chunk);
                progress(done, size);
            }
            await file.sync();
        }
        finally {
            await file.close();
        }
    }
    catch (cause) {
        signal.throwIfAborted();
        throw unreachable(address, cause);
    }
    if (done > size)
        await rm(part, { force: true });
    if (done !== size)
        throw unreachable(address, new Error(`it gave ${done} of ${size} bytes`));
    await rename(part, path);
}
async function sizeOf(path) {
    try {
        return (await stat(path)).size;
    }
    catch {
        return 0;
    }
}
