/**
 * `translate --watch`: a saved source is translated at once. Each save is a whole run of its own, so that nothing is done
 * here that a plain run would not do; what a save breaks is told, and the next save is waited for.
 */
import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { CONFIGURATION_FILE } from '../project/configuration.ts';
import { describe, GlossaError } from '../project/errors.ts';
import type { Log } from '../project/log.ts';
import { GLOSSARY_FOLDER } from '../project/paths.ts';
import type { Project } from '../pipeline/see/project.ts';

export interface WatchTools {
  readonly log: Log;
  readonly signal: AbortSignal;
  /** A run over the project as it is now. @returns one line on what it did. */
  readonly run: () => Promise<string>;
}

/** Editors save in several steps; this long after the last of them, in ms. */
const QUIET = 30;

/** Watches sources, glossary and configuration until it is interrupted. */
export async function watchProject(
  { root, layout }: Pick<Project, 'root' | 'layout'>,
  tools: WatchTools,
): Promise<void> {
  const { log, signal, run } = tools;
  const folders = layout.entries.map(({ source }) => (source.folder === '' ? '.' : source.folder));
  const watcher = watch([...new Set([...folders, GLOSSARY_FOLDER, CONFIGURATION_FILE])], {
    cwd: root,
    ignoreInitial: true,
    ignored: (path) => isOther(relative(root, path)),
    // A file that is still being written would be taken for what it is not.
    atomic: true,
  });
  const saved = new Set<string>();
  let wake = (): void => undefined;
  watcher.on('all', (_event, path) => {
    const file = path.replaceAll(sep, '/');
    // Where translations stand beside their sources the run's own files are no saves.
    if (layout.translation(file) !== undefined && !isSource(layout, file)) return;
    saved.add(file);
    wake();
  });
  const ready = new Promise<void>((resolve) => watcher.on('ready', () => resolve()));
  signal.addEventListener('abort', () => wake(), { once: true });
  await tell(run, log);
  await ready;
  log.line('Watching: a saved source is translated at once. Ctrl-C ends it.');
  while (!signal.aborted) {
    if (saved.size === 0) await new Promise<void>((resolve) => (wake = resolve));
    await quiet(saved);
    if (signal.aborted) break;
    log.line(`Saved: ${[...saved].toSorted().join(', ')}`);
    saved.clear();
    await tell(run, log);
  }
  await watcher.close();
}

/** Waits until nothing more is saved for a moment. */
async function quiet(saved: ReadonlySet<string>): Promise<void> {
  for (let seen = -1; seen !== saved.size;) {
    seen = saved.size;
    await new Promise((resolve) => setTimeout(resolve, QUIET));
  }
}

/** What goes wrong with one save is its author's to mend; the watch goes on. */
async function tell(run: WatchTools['run'], log: Log): Promise<void> {
  try {
    log.line(await run());
  } catch (error) {
    if (!(error instanceof GlossaError)) throw error;
    log.error(`error: ${describe(error)}`);
  }
}

function isSource({ entries }: Project['layout'], file: string): boolean {
  return entries.some(({ source, target }) => source.match(file) !== undefined && source.text !== target.text);
}

function isOther(path: string): boolean {
  return path
    .split(sep)
    .some((name) => name === 'node_modules' || (name.startsWith('.') && name.length > 1 && name !== '..'));
}
