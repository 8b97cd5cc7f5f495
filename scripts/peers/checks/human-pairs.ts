/** Translations that people made, aligned by their makers: LibreOffice's help, paragraph by paragraph, and its texts on screen. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianFiles } from '../debian-files.ts';
import type { Desk } from '../desk.ts';
import { readMessages } from './mo-file.ts';

export interface HumanPair {
  readonly source: string;
  readonly target: string;
  /** Where it is from: a page and its paragraph, a catalogue and its message. */
  readonly place: string;
}

const PARAGRAPH = /<(p|h[1-6])\b[^>]*\bid="((?:par|hd)_id\w+)"[^>]*>([^]*?)<\/\1>/g;

/** @param language as Debian spells it: `pt-br`. @returns paragraphs of the help that differ from the English ones. */
export async function helpPairs(language: string, desk: Desk): Promise<HumanPair[]> {
  const english = await helpPages('en-us', desk);
  const pages = await helpPages(language, desk);
  const pairs: HumanPair[] = [];
  for (const [page, file] of pages) {
    const original = english.get(page);
    if (original === undefined) continue;
    const sources = paragraphs(original);
    for (const [id, target] of paragraphs(file)) {
      const source = sources.get(id);
      if (source !== undefined) pairs.push({ source, target, place: `${page}#${id}` });
    }
  }
  return unique(pairs);
}

/** Texts on screen, with their English originals. */
export async function screenPairs(language: string, desk: Desk): Promise<HumanPair[]> {
  const root = await debianFiles(`libreoffice-l10n-${language}`, desk);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mo'));
  return unique(
    files.toSorted().flatMap((file) =>
      readMessages(readFileSync(join(root, file))).map(({ source, target }) => ({
        source: withoutAccelerator(source),
        target: withoutAccelerator(target),
        place: file.split('/').at(-1) ?? file,
      })),
    ),
  );
}

async function helpPages(language: string, desk: Desk): Promise<Map<string, string>> {
  const root = await debianFiles(`libreoffice-help-${language}`, desk);
  const pages = new Map<string, string>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const [, page] = /\/help\/[\w-]+\/(text\/.*\.html)$/.exec(file) ?? [];
    if (page !== undefined) pages.set(page, join(root, file));
  }
  return pages;
}

function paragraphs(file: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, , id = '', html = ''] of readFileSync(file, 'utf8').matchAll(PARAGRAPH)) {
    found.set(id, html.replace(/\s+/g, ' ').trim());
  }
  return found;
}

/** `_Open`, `~Open`: the letter that a key opens it with. */
function withoutAccelerator(text: string): string {
  return text.replace(/[_~](?=\p{L})/u, '').replace(/\s*\([_~]?[A-Z]\)(?=\W*$)/, '');
}

/** Each pair once, in order, without those that say the same but for tags and white space: they were not translated. */
function unique(pairs: readonly HumanPair[]): HumanPair[] {
  const bare = (text: string): string => text.replace(/<[^>]*>|\s/g, '');
  const seen = new Set<string>();
  return pairs.filter(({ source, target }) => {
    if (!/\p{L}/u.test(source) || target === '' || bare(source) === bare(target)) return false;
    const name = `${source}\n${target}`;
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}

/** Every so-manieth pair, so that the sample is the same each time. @param words at least so many in the source */
export function sample(
  pairs: readonly HumanPair[],
  size: number,
  words: readonly [least: number, most: number],
): HumanPair[] {
  const fitting = pairs.filter(({ source }) => {
    const count = source.replace(/<[^>]*>/g, ' ').match(/\S+/g)?.length ?? 0;
    return count >= words[0] && count <= words[1];
  });
  const step = Math.max(1, fitting.length / size);
  return Array.from({ length: Math.min(size, fitting.length) }, (_, index) => fitting[Math.floor(index * step)]).filter(
    (pair) => pair !== undefined,
  );
}
