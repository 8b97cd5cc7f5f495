/**
 * The run journal: what a run is about to write, so that a killed run is finished by the next one and no half of
 * a group (bundle, article, record) is ever taken for a person's edit. It lives in the cache; without it only that
 * last group would be looked at as edited.
 */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod/mini';
import { SourceError } from '../project/errors.ts';
import { insideProject } from '../project/paths.ts';
import { fileHash } from './file-hash.ts';
import { removeFile, writeIfChanged } from './write.ts';

/** A file's new text; null removes it. */
export interface FileChange {
  readonly file: string;
  readonly text: string | null;
  /** The text that the change was made from, as it was read; undefined where it does not matter. */
  readonly seen?: string | undefined;
}

const entrySchema = z.array(z.object({ file: z.string(), before: z.nullable(z.string()), text: z.nullable(z.string()) }));

export interface Journal {
  /**
   * Writes a group of files in the order given, announced in the journal first. Returns how many changed.
   * @throws SourceError, with nothing written, when somebody else has changed one of them since it was read.
   */
  write(changes: readonly FileChange[]): Promise<number>;
  /** Ends the run: nothing is left to finish. */
  close(): void;
}

/**
 * Opens the journal of a project and first finishes what a killed run had begun: a file is written only if it still is
 * what it was then.
 * @param path the journal's file in the cache.
 */
export async function openJournal(root: string, path: string): Promise<Journal> {
  for (const line of readText(path).split('\n')) {
    const group = entrySchema.safeParse(parse(line));
    // A half line is the journal's own last write: the group that it announces was not begun.
    if (!group.success) continue;
    for (const { file, before, text } of group.data) {
      if (currentHash(root, file) === before) await apply(root, { file, text });
    }
  }
  rmSync(path, { force: true });
  let handle: number | undefined;
  /** What this run itself has written. */
  const own = new Map<string, string | null>();
  return {
    async write(changes) {
      const entry = changes.map(({ file, text, seen }) => ({ file, text, seen, before: currentHash(root, file) }));
      for (const { file, text, seen, before } of entry) {
        if (seen === undefined || before === own.get(file) || before === fileHash(seen)) continue;
        if (text === null ? before === null : before === fileHash(text)) continue;
        throw new SourceError('was changed while this run was at work.', {
          place: { file },
          remedy: 'It was left as it is: run the command again.',
        });
      }
      const needed = entry.filter((change) => (change.text === null ? null : fileHash(change.text)) !== change.before);
      if (needed.length > 1) {
        if (handle === undefined) mkdirSync(dirname(path), { recursive: true });
        handle ??= openSync(path, 'a');
        writeSync(handle, `${JSON.stringify(needed.map(({ file, before, text }) => ({ file, before, text })))}\n`);
      }
      let written = 0;
      for (const change of needed) {
        if (await apply(root, change)) written++;
        own.set(change.file, change.text === null ? null : fileHash(change.text));
      }
      return written;
    },
    close() {
      if (handle !== undefined) closeSync(handle);
      handle = undefined;
      rmSync(path, { force: true });
    },
  };
}

async function apply(root: string, { file, text }: FileChange): Promise<boolean> {
  if (text !== null) return writeIfChanged(root, file, text);
  await removeFile(root, file);
  return true;
}

function currentHash(root: string, file: string): string | null {
  try {
    return fileHash(readFileSync(insideProject(root, file)));
  } catch {
    return null;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
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
