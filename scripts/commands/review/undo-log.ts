/**
 * What can be undone: the last actions of the review, each with the units as they were before. It lies in the cache, so that
 * an action of the shell, or of a page that was closed, can be taken back; losing it loses no text.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod/mini';
import { parseLine, type RecordLine } from '../../locales/record.ts';
import { lineText } from '../../locales/record-text.ts';

export interface DoneUnit {
  readonly language: string;
  readonly namespace: string;
  readonly key: string;
  /** The target as it was; null: none. */
  readonly value: string | null;
  readonly line: RecordLine | undefined;
  /** What the unit's version became: what has changed since is not undone. */
  readonly version: string;
}

export interface DoneAction {
  readonly by: string;
  /** `approve: 12 units`, for the one who undoes it. */
  readonly title: string;
  readonly units: readonly DoneUnit[];
}

const schema = z.array(
  z.object({
    by: z.string(),
    title: z.string(),
    units: z.array(
      z.object({
        language: z.string(),
        namespace: z.string(),
        key: z.string(),
        value: z.nullable(z.string()),
        /** In the record's own format. */
        line: z.nullable(z.string()),
        version: z.string(),
      }),
    ),
  }),
);

const MOST = 50;

export interface UndoLog {
  add(action: DoneAction): void;
  /** The last action; of one person, or of anybody. */
  last(by: string | undefined): DoneAction | undefined;
  remove(action: DoneAction): void;
}

export function undoLog(cache: string): UndoLog {
  const path = join(cache, 'review-undo.json');
  // Read anew each time: a page and the shell may be at it together.
  const read = (): DoneAction[] => {
    try {
      const actions = schema.parse(JSON.parse(readFileSync(path, 'utf8')));
      return actions.map(({ units, ...action }) => ({
        ...action,
        units: units.map(({ line, ...unit }) => ({
          ...unit,
          line: line === null ? undefined : parseLine(line),
        })),
      }));
    } catch {
      return [];
    }
  };
  const write = (actions: readonly DoneAction[]): void => {
    const plain = actions.map(({ units, ...action }) => ({
      ...action,
      units: units.map(({ line, ...unit }) => ({
        ...unit,
        line: line === undefined ? null : lineText(line),
      })),
    }));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(plain));
    renameSync(`${path}.new`, path);
  };
  return {
    add: (action) => write([...read(), action].slice(-MOST)),
    last: (by) => read().findLast((action) => by === undefined || action.by === by),
    remove(action) {
      const name = JSON.stringify(action);
      const actions = read();
      const at = actions.findLastIndex((one) => JSON.stringify(one) === name);
      if (at >= 0) write(actions.toSpliced(at, 1));
    },
  };
}
