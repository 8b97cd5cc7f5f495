/** Says which files of a project have changed, whoever changed them. For liveliness only: each decision reads anew what it changes. */
import { relative } from 'node:path';
import { watch } from 'chokidar';
import { GLOSSARY_FOLDER } from '../../project/paths.ts';
import type { OpenedProject } from './open-project.ts';

/** Saves come in groups of three files, and runs in hundreds. */
const PAUSE = 120;

/** @returns how to end it. */
export async function watchProject(
  current: () => Promise<OpenedProject>,
  changed: (namespaces: readonly string[]) => void,
): Promise<() => Promise<void>> {
  const { project } = await current();
  const { root } = project;
  const paths = new Set<string>();
  let waiting: NodeJS.Timeout | undefined;
  const tell = async (): Promise<void> => {
    const seen = [...paths];
    paths.clear();
    const opened = await current().catch(() => undefined);
    if (opened === undefined) return;
    const isAll = seen.some((path) => path === 'l10n.config.json' || path.startsWith(`${GLOSSARY_FOLDER}/`));
    const named = opened.files.filter((file) => isAll || opened.pathsOf(file).some((path) => seen.includes(path)));
    if (named.length > 0) changed(named.map(({ namespace }) => namespace));
  };
  const { entries, written, records } = project.layout;
  const folders = new Set([...entries.map(({ source }) => source.folder), ...written, records, GLOSSARY_FOLDER]);
  const watcher = watch([...[...folders].map((folder) => (folder === '' ? '.' : folder)), 'l10n.config.json'], {
    cwd: root,
    ignoreInitial: true,
    ignored: (path) => path.endsWith('.tmp') || /(?:^|[\\/])(?:node_modules|\.git)(?:[\\/]|$)/.test(path),
  });
  watcher.on('all', (_event, path) => {
    paths.add((path.startsWith(root) ? relative(root, path) : path).replaceAll('\\', '/'));
    clearTimeout(waiting);
    waiting = setTimeout(() => void tell(), PAUSE);
  });
  // What cannot be watched is seen all the same, when it is asked for.
  watcher.on('error', () => undefined);
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return async () => {
    clearTimeout(waiting);
    await watcher.close();
  };
}
