/** Files are written here and nowhere else: a group at a time, atomically, never outside the project. */
import { randomBytes } from 'node:crypto';
import { accessSync, closeSync, constants, fsync, lstatSync, mkdirSync, open, renameSync, rmSync, writeFileSync, } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ConfigurationError } from '../project/errors.js';
import { insideProject, LOCALES_FOLDER } from '../project/paths.js';
/**
 * Writes texts into temporary files beside their targets (write, fsync) and moves none: a full disk or a folder that
 * cannot be written is met before the first file of the group has changed, and a reader never sees half a file.
 * @throws ConfigurationError when one of the places cannot be written; nothing is left behind then.
 */
export async function stageFiles(changes) {
    const staged = changes.map((change) => {
        return { ...change, temporary: change.text === null ? undefined : temporaryPath(change.path) };
    });
    const discard = async () => {
        for (const { temporary } of staged) {
            if (temporary !== undefined)
                await rm(temporary, { force: true }).catch(() => undefined);
        }
    };
    const stage = async ({ file, text, isNew, path, temporary }) => {
        try {
            if (temporary === undefined || text === null)
                checkRemoval(path);
            else
                await writeBeside(path, temporary, text, isNew);
            return undefined;
        }
        catch (cause) {
            return unwritable(file, cause);
        }
    };
    // All at once: most of the time is the disk's. The first of the group is told, whichever failed first.
    const failure = (await Promise.all(staged.map(stage))).find((found) => found !== undefined);
    if (failure !== undefined) {
        await discard();
        throw failure;
    }
    return {
        async commit() {
            for (const { file, path, temporary } of staged) {
                try {
                    if (temporary === undefined)
                        rmSync(path, { force: true });
                    else
                        renameSync(temporary, path);
                }
                catch (cause) {
                    await discard();
                    throw unwritable(file, cause);
                }
            }
        },
        discard,
    };
}
/** Takes away what a killed run had begun to write beside its targets. */
export async function removeTemporaries(root) {
    const folder = insideProject(root, LOCALES_FOLDER);
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    for (const name of names)
        if (TEMPORARY.test(name))
            await rm(join(folder, name), { force: true }).catch(() => undefined);
}
function temporaryPath(path) {
    return `${path}.${process.pid}-${randomBytes(3).toString('hex')}.tmp`;
}
const TEMPORARY = /\.\d+-[0-9a-f]{6}\.tmp$/;
const create = promisify(open);
const flush = promisify(fsync);
/** What may wait for the disk is left to a thread; everything else is over sooner than a thread could take it. */
async function writeBeside(path, temporary, text, isNew) {
    const there = isNew ? undefined : lstatSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory() === true)
        throw new Error('a folder of this name is in the way');
    // A rename would replace it all the same; who took the right to write away meant the text.
    if (there !== undefined)
        accessSync(path, constants.W_OK);
    const handle = await createIn(dirname(path), temporary);
    try {
        writeFileSync(handle, text);
        await flush(handle);
    }
    finally {
        closeSync(handle);
    }
}
/** Most folders are there already. */
async function createIn(folder, temporary) {
    try {
        return await create(temporary, 'wx');
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
            throw error;
        mkdirSync(folder, { recursive: true });
        return create(temporary, 'wx');
    }
}
function checkRemoval(path) {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined)
        accessSync(dirname(path), constants.W_OK);
}
function unwritable(file, cause) {
    const reason = cause instanceof Error ? cause.message.replace(/, \w+ '.*$/, '') : String(cause);
    return new ConfigurationError(`cannot be written (${reason}).`, {
        place: { file },
        remedy: 'Check the permissions of the folder and the free space; what was finished is saved.',
        cause,
    });
}
