/** Pictures and other files that stand beside a source alone: its translation, in another folder, leads there. */
import { posix } from 'node:path';
import type { Address } from '../../../formats/links/addresses.ts';
import type { Flavour } from '../../../project/flavour.ts';
import { existingInProject } from '../../../project/paths.ts';
import { percentDecoded } from '../../../project/text/percent-decoded.ts';

/** Generators that look for a picture beside the page, and end the build where there is none. */
const LOOKS_BESIDE: ReadonlySet<Flavour | undefined> = new Set<Flavour>([
  'astro',
  'docusaurus',
  'starlight',
  'vitepress',
]);

/**
 * @param page the source, relative to the root.
 * @param translation where it is written.
 * @returns undefined where the site does not ask for it
 */
export function fileAddress(
  root: string,
  flavour: Flavour | undefined,
  page: string,
  translation: string,
): Address | undefined {
  const [from, to] = [posix.dirname(page), posix.dirname(translation)];
  if (!LOOKS_BESIDE.has(flavour) || from === to) return undefined;
  return (address) => {
    const [, path, rest = ''] = RELATIVE.exec(address) ?? [];
    if (path === undefined || !isThere(root, from, path) || isThere(root, to, path)) return address;
    return posix.relative(to, posix.join(from, path)) + rest;
  };
}

/** A file that is no page, by a path that begins at the page's own folder. */
const RELATIVE = /^(?![\w+.-]+:|[/#@~{])([^?#\s]*\.(?!(?:mdx?|html?)\b)\w{1,5})([?#]\S*)?$/i;

function isThere(root: string, folder: string, path: string): boolean {
  const file = posix.join(folder, percentDecoded(path));
  return !file.startsWith('../') && existingInProject(root, file) !== undefined;
}
