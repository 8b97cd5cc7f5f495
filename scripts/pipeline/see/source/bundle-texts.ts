import { parseBundle } from '../../../locales/bundle.ts';
import { decode, readBytes } from './sources.ts';

/**
 * The texts of a bundle by key; none where there is no bundle.
 * @param file relative to the root.
 * @throws SourceError when the bundle cannot be read.
 */
export function bundleTexts(root: string, file: string): ReadonlyMap<string, string> {
  const bytes = readBytes(root, file);
  const texts = new Map<string, string>();
  if (bytes === undefined) return texts;
  for (const [key, { value }] of parseBundle(decode(bytes, file), file).entries) {
    if (typeof value === 'string') texts.set(key, value);
  }
  return texts;
}
