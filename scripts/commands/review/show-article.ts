/** An article of the project, source or translation, for the review's second view. */
import { readFileSync, statSync } from 'node:fs';
import { extname, posix } from 'node:path';
import { GlossaError } from '../../project/errors.ts';
import { existingInProject } from '../../project/paths.ts';
import { directionOf } from '../../project/languages.ts';
import type { SourceFile } from '../../pipeline/see/source/sources.ts';
import { parseValue } from '../../pipeline/see/values.ts';
import { marked } from '../../review/article/markers.ts';
import { articlePage } from '../../review/article/page.ts';
import type { OpenedProject } from './open-project.ts';

/** @returns undefined where there is no such article. */
export async function showArticle(
  opened: OpenedProject,
  language: string,
  namespace: string,
  side: 'source' | 'target',
): Promise<string | undefined> {
  const file = opened.files.find((one) => one.namespace === namespace);
  if (file === undefined) return undefined;
  const reading = await opened.read(file, language);
  if (reading.kind !== 'read') return undefined;
  const { source, languages } = reading.state;
  const { parsed } = source;
  const state = languages.find((one) => one.language === language);
  if (parsed.kind !== 'article' || state === undefined) return undefined;
  const { document } = state;
  // A translated document may have blocks of its own, and lack some.
  const shown = side === 'target' && document?.isOwn === true ? document : undefined;
  const byKey = new Map(state.units.map((unit) => [unit.expected.key, unit]));
  const keys = shown?.keys ?? state.units.map(({ expected }) => expected.key);
  const { units } = shown?.parsed ?? parsed;
  const textOf = (index: number): string => {
    const unit = byKey.get(keys[index] ?? '');
    const value = side === 'source' ? undefined : unit?.value;
    return value ?? (shown === undefined ? unit?.expected.source.value : undefined) ?? units[index]?.value ?? '';
  };
  const values = new Map<number, string>();
  units.forEach(({ kind }, index) => {
    if (kind !== 'field' && keys[index] !== undefined) values.set(index, marked(textOf(index), index));
  });
  const { text } = (shown?.parsed ?? parsed).fill(values, { parse: parseValue });
  const own = side === 'source' ? source.language : language;
  return articlePage({
    text,
    extension: file.extension,
    keys: keys.map((key) => key ?? ''),
    language: own,
    direction: directionOf(own),
    side,
    title: namespace,
    fields: units.flatMap(({ kind }, index) => {
      const key = keys[index];
      return kind === 'field' && key !== undefined ? [{ key, value: textOf(index) }] : [];
    }),
    imageAt: (path) => {
      if (path.startsWith('data:image/')) return path;
      return `/article/image?${new URLSearchParams({ namespace, path }).toString()}`;
    },
  });
}

const IMAGES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

const MOST_BYTES = 20 * 2 ** 20;
/** Where sites keep what an address that begins with a slash names. */
const SITE_FOLDERS = ['public', 'static', 'source', '.'];

/** An image of the project; none from elsewhere, and nothing else than an image. */
export function projectImage(
  { project }: OpenedProject,
  file: SourceFile,
  path: string,
): { readonly type: string; readonly bytes: Buffer } | undefined {
  const type = IMAGES[extname(path).toLowerCase()];
  if (type === undefined || path.includes(':')) return undefined;
  const places = path.startsWith('/')
    ? SITE_FOLDERS.map((folder) => posix.join(folder, path))
    : [posix.join(posix.dirname(file.path), path)];
  for (const place of places) {
    try {
      const found = existingInProject(project.root, place);
      const stat = found === undefined ? undefined : statSync(found);
      if (found !== undefined && stat?.isFile() === true && stat.size <= MOST_BYTES)
        return { type, bytes: readFileSync(found) };
    } catch (error) {
      // Outside of the project: as good as not there.
      if (!(error instanceof GlossaError)) throw error;
    }
  }
  return undefined;
}
