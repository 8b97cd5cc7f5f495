/**
 * The run journal: what a run is about to write, so that a killed run is finished by the next one and no half of
 * a group (bundle, article, record) is ever taken for a person's edit. It lives in the cache; without it only that
 * last group would be looked at as edited.
 */
import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import limit from 'p-limit';
import { z } from 'zod/mini';
import { describe, SourceError } from '../project/errors.ts';
import { forgetFolders, insideProject, readableInProject } from '../project/paths.ts';
import { fileHash } from './file-hash.ts';
import { mergeEdit } from './merge-edit.ts';
import { stageFiles, type NewText } from './write.ts';
import { inTurn } from './write-turn.ts';

export interface FileChange extends NewText {
  /** The text that the change was made from, as it was read; null: there was no file; undefined: it does not matter. */
  readonly seen?: string | null | undefined;
}

/** `was`: the text that stood there, for a person's edit to be told from it. */
const entrySchema = z.array(
  z.object({
    file: z.string(),
    before: z.nullable(z.string()),
    text: z.nullable(z.string()),
    was: z.optional(z.string()),
  }),
);

export interface FileWriter {
  /**
   * Writes the files of a group that change, in the order given, announced in the journal first. Returns how many.
   * @throws SourceError, with nothing written, when somebody else has changed one of them since it was read.
   * @throws ConfigurationError when one of them cannot be written: none is then, or the next run finishes the group.
   */
  write(changes: readonly FileChange[]): Promise<number>;
}

export interface Journal extends FileWriter {
  /** Ends the run: nothing is left to finish but groups that broke off in the middle. */
  close(): void;
}

/** The journal's file in a project's cache. */
export function journalPath(cache: string): string {
  return join(cache, 'journal.jsonl');
}

/**
 * Opens the journal of a project and first finishes what a killed run had begun: a file is written only if it still is
 * what it was then.
 * @param path the journal's file in the cache.
 * @param note takes one line when the journal cannot be kept, as on a full disk; the run goes on without it.
 */
export async function openJournal(root: string, path: string, note: (line: string) => void): Promise<Journal> {
  const guard = (file: string): void => void insideProject(root, file);
  for (const line of readText(path).split('\n')) {
    const group = entrySchema.safeParse(parse(line));
    // A half line is the journal's own last write: the group that it announces was not begun.
    if (!group.success) continue;
    try {
      await finishGroup(root, group.data, guard);
    } catch (error) {
      // What is no file of the project any more never will be: a journal is no reason to stop every later run.
      if (!(error instanceof SourceError)) throw error;
      note(`What a killed run had begun cannot be finished: ${describe(error)}`);
    }
  }
  rmSync(path, { force: true });
  const lines = journalLines(path, note);
  /** What this run itself has written. */
  const own = new Map<string, string | null>();
  // Groups of this process wait for each other here, others for the lock.
  const inOrder = limit(1);
  return {
    async write(changes) {
      forgetFolders();
      const entry = await Promise.all(
        changes.map(async ({ file, text, seen }) => {
          const stamp = stampOf(root, file);
          const { path, hash, bytes } = await look(root, file);
          const was = bytes?.toString('utf8');
          return { file, text, seen, path, stamp, before: hash, was, after: text === null ? null : fileHash(text) };
        }),
      );
      for (const { file, seen, before, after } of entry) {
        if (seen === undefined || before === own.get(file) || before === after) continue;
        if (before === (seen === null ? null : fileHash(seen))) continue;
        throw changed(file);
      }
      const needed = entry.filter(({ before, after }) => before !== after);
      const staged = await stageFiles(
        needed.map(({ file, text, path, before }) => ({ file, text, path, isNew: before === null })),
        guard,
      );
      const line = JSON.stringify(needed.map(({ file, before, text, was }) => ({ file, before, text, was })));
      const commit = async (): Promise<number> => {
        // Staging took its time; from here to the last rename nothing is waited for.
        const other = needed.find(({ file, stamp }) => stampOf(root, file) !== stamp);
        if (other !== undefined) {
          await staged.discard();
          throw changed(other.file);
        }
        if (needed.length > 1) lines.add(line);
        try {
          await staged.commit();
        } catch (error) {
          if (needed.length > 1) lines.keep(line);
          throw error;
        }
        for (const { file, after } of needed) own.set(file, after);
        return needed.length;
      };
      return needed.length === 0 ? 0 : inOrder(() => inTurn(join(dirname(path), 'turn'), () => {}, commit));
    },
    close: () => lines.close(),
  };
}

/** Changes with every write of a file; undefined: it is not there. */
function stampOf(root: string, file: string): string | undefined {
  const path = readableInProject(root, file);
  const found = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.ino} ${found.size} ${found.mtimeMs} ${found.ctimeMs}`;
}

function changed(file: string): SourceError {
  return new SourceError('was changed while this run was at work.', {
    place: { file },
    remedy: 'It was left as it is: run the command again.',
  });
}

/**
 * Writes what a killed run had announced. What a person has edited since keeps the edit: the group is one, and half of it
 * would make the machine's words the person's.
 */
async function finishGroup(
  root: string,
  changes: z.infer<typeof entrySchema>,
  guard: (file: string) => void,
): Promise<void> {
  const found = await Promise.all(changes.map(async (change) => ({ change, ...(await look(root, change.file)) })));
  const texts = found.flatMap(({ change, path, hash, bytes }) => {
    const { file, before, text, was = '' } = change;
    const isEdited = hash !== before && hash !== (text === null ? null : fileHash(text));
    if (isEdited && (text === null || bytes === undefined)) return [];
    const wanted = isEdited && text !== null ? mergeEdit(bytes?.toString('utf8') ?? '', was, text) : text;
    return hash === (wanted === null ? null : fileHash(wanted)) ? [] : [{ file, text: wanted, path, isNew: hash === null }];
  });
  await (await stageFiles(texts, guard)).commit();
}

/** The journal's file: made when the first line is added. */
function journalLines(path: string, note: (line: string) => void) {
  let handle: number | undefined;
  let isFull = false;
  const kept: string[] = [];
  const append = (line: string): void => {
    if (isFull) return;
    let size = 0;
    try {
      mkdirSync(dirname(path), { recursive: true });
      handle ??= openSync(path, 'a');
      size = fstatSync(handle).size;
      writeFileSync(handle, `${line}\n`);
    } catch (error) {
      isFull = true;
      // Half a line would spoil the next one.
      if (handle !== undefined) ftruncateSync(handle, size);
      const reason = error instanceof Error ? error.message : String(error);
      note(
        `The run journal ${path} cannot be written (${reason}); the run goes on without it. Make room for the cache: ` +
          'should this run be killed, what it was writing may be taken for edits by a person.',
      );
    }
  };
  const end = (): void => {
    // Where nothing was added here, the file is another thread's.
    if (handle === undefined) return;
    closeSync(handle);
    handle = undefined;
    rmSync(path, { force: true });
  };
  return {
    /** Announces a group. */
    add: append,
    /** Leaves a group that broke off for the next run. */
    keep: (line: string) => void kept.push(line),
    close() {
      end();
      isFull = false;
      for (const line of kept) append(line);
      if (handle !== undefined) closeSync(handle);
    },
  };
}

interface Look {
  readonly path: string;
  /** Null: nothing stands there. */
  readonly hash: string | null;
  readonly bytes?: Buffer;
}

/** Where a file is, and what stands there. */
async function look(root: string, file: string): Promise<Look> {
  const path = readableInProject(root, file);
  if (path === undefined) return { path: insideProject(root, file), hash: null };
  try {
    const bytes = await readFile(path);
    return { path, hash: fileHash(bytes), bytes };
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    // Something is there that cannot be read: no hash is like it, and whoever writes there says what is in the way.
    return { path, hash: isAbsent ? null : '' };
  }
}

function readText(path: string): string {
  try {
    // Who opens a pipe waits for somebody to write into it.
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : '';
  } catch {
    return '';
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
