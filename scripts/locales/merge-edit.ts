/**
 * A file that a killed run was about to write, and that a person has edited since: the person's edit on top of what the
 * run had made, whether the edit was made before or after the file was put in place. Where both changed the same, the
 * person's words stay.
 */
import { diff3Merge } from 'node-diff3';
import { GlossaError } from '../project/errors.ts';
import { parseBundle, type Bundle } from './bundle.ts';

/** Comparing lines takes time with the square of what differs: so many are a file of a megabyte or so. */
const MOST_LINES = 20_000;

/**
 * @param before what the run had read; empty where there was no file.
 * @param after what it was about to write.
 */
export function mergeEdit(edited: string, before: string, after: string): string {
  const bundles = [edited, before === '' ? '{}' : before, after].map(readBundle);
  const [own, old, made] = bundles;
  return own && old && made ? mergeValues(own, old, made) : mergeLines(edited, before, after);
}

function readBundle(text: string): Bundle | undefined {
  try {
    return parseBundle(text, '');
  } catch (error) {
    if (error instanceof GlossaError) return undefined;
    throw error;
  }
}

/** What is new in the run's bundle is made again; what changed there and not in the person's is taken over. */
function mergeValues(own: Bundle, old: Bundle, made: Bundle): string {
  let text = '';
  let at = 0;
  for (const [key, entry] of own.entries) {
    const [was, is] = [old.entries.get(key), made.entries.get(key)];
    if (was === undefined || is === undefined || was.value !== entry.value || is.value === was.value) continue;
    text += own.text.slice(at, entry.start) + made.text.slice(is.start, is.end);
    at = entry.end;
  }
  return text + own.text.slice(at);
}

function mergeLines(edited: string, before: string, after: string): string {
  const [own, old, made] = [edited, before, after].map((text) => text.split('\n'));
  if (own === undefined || old === undefined || made === undefined) return edited;
  if (Math.max(own.length, old.length, made.length) > MOST_LINES) return edited;
  const merged = diff3Merge(own, old, made).flatMap((region): string[] => {
    if (region.conflict === undefined) return region.ok ?? [];
    const { a, o, b } = region.conflict;
    // Neighbours that both changed are one region: line by line each has its own.
    const isEven = a.length === o.length && b.length === o.length;
    return isEven ? a.map((line, index) => (line === o[index] ? (b[index] ?? line) : line)) : a;
  });
  return merged.join('\n');
}
