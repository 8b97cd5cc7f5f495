/**
 * The run journal: what a run is about to write, so that a killed run is finished by the next one and no half of
 * a group (bundle, article, record) is ever taken for a person's edit. It lives in the cache; without it only that
 * last group would be looked at as edited.
 */
import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod/mini';
import { SourceError } from '../project/errors.js';
import { placeInProject } from '../project/paths.js';
import { fileHash } from './file-hash.js';
import { stageFiles } from './write.js';
const entrySchema = z.array(z.object({ file: z.string(), before: z.nullable(z.string()), text: z.nullable(z.string()) }));
/** The journal's file in a project's cache. */
export function journalPath(cache) {
    return join(cache, 'journal.jsonl');
}
/**
 * Opens the journal of a project and first finishes what a killed run had begun: a file is written only if it still is
 * what it was then.
 * @param path the journal's file in the cache.
 * @param note takes one line when the journal cannot be kept, as on a full disk; the run goes on without it.
 */
export async function openJournal(root, path, note) {
    for (const line of readText(path).split('\n')) {
        const group = entrySchema.safeParse(parse(line));
        // A half line is the journal's own last write: the group that it announces was not begun.
        if (!group.success)
            continue;
        const found = await Promise.all(group.data.map(async (change) => ({ change, ...(await look(root, change.file)) })));
        const left = found.filter(({ change, hash }) => hash === change.before);
        await (await stageFiles(left.map(({ change, path, hash }) => ({ ...change, path, isNew: hash === null })))).commit();
    }
    rmSync(path, { force: true });
    const lines = journalLines(path, note);
    /** What this run itself has written. */
    const own = new Map();
    return {
        async write(changes) {
            const entry = await Promise.all(changes.map(async ({ file, text, seen }) => {
                const { path, hash } = await look(root, file);
                return { file, text, seen, path, before: hash, after: text === null ? null : fileHash(text) };
            }));
            for (const { file, seen, before, after } of entry) {
                if (seen === undefined || before === own.get(file) || before === fileHash(seen))
                    continue;
                if (before === after)
                    continue;
                throw new SourceError('was changed while this run was at work.', {
                    place: { file },
                    remedy: 'It was left as it is: run the command again.',
                });
            }
            const needed = entry.filter(({ before, after }) => before !== after);
            const staged = await stageFiles(needed.map(({ file, text, path, before }) => ({ file, text, path, isNew: before === null })));
            const line = JSON.stringify(needed.map(({ file, before, text }) => ({ file, before, text })));
            if (needed.length > 1)
                lines.add(line);
            try {
                await staged.commit();
            }
            catch (error) {
                if (needed.length > 1)
                    lines.keep(line);
                throw error;
            }
            for (const { file, after } of needed)
                own.set(file, after);
            return needed.length;
        },
        close: () => lines.close(),
    };
}
/** The journal's file: made when the first line is added. */
function journalLines(path, note) {
    let handle;
    let isFull = false;
    const kept = [];
    const append = (line) => {
        if (isFull)
            return;
        let size = 0;
        try {
            mkdirSync(dirname(path), { recursive: true });
            handle ??= openSync(path, 'a');
            size = fstatSync(handle).size;
            writeFileSync(handle, `${line}\n`);
        }
        catch (error) {
            isFull = true;
            // Half a line would spoil the next one.
            if (handle !== undefined)
                ftruncateSync(handle, size);
            const reason = error instanceof Error ? error.message : String(error);
            note(`The run journal ${path} cannot be written (${reason}); the run goes on without it. Make room for the cache: ` +
                'should this run be killed, what it was writing may be taken for edits by a person.');
        }
    };
    const end = () => {
        // Where nothing was added here, the file is another thread's.
        if (handle === undefined)
            return;
        closeSync(handle);
        handle = undefined;
        rmSync(path, { force: true });
    };
    return {
        /** Announces a group. */
        add: append,
        /** Leaves a group that broke off for the next run. */
        keep: (line) => void kept.push(line),
        close() {
            end();
            isFull = false;
            for (const line of kept)
                append(line);
            if (handle !== undefined)
                closeSync(handle);
        },
    };
}
/** Where a file is, and the hash of what stands there; null: nothing. */
async function look(root, file) {
    const { path, isThere } = placeInProject(root, file);
    if (!isThere)
        return { path, hash: null };
    try {
        return { path, hash: fileHash(await readFile(path)) };
    }
    catch (error) {
        const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        // Something is there that cannot be read: no hash is like it, and whoever writes there says what is in the way.
        return { path, hash: isAbsent ? null : '' };
    }
}
function readText(path) {
    try {
        return readFileSync(path, 'utf8');
    }
    catch {
        return '';
    }
}
function parse(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
