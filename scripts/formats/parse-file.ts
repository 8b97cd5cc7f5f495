import { SourceError } from '../project/errors.ts';
import type { ParsedFile, ParseOptions } from './format.ts';
import { findFences } from './front-matter/fence.ts';
import { formatNamed, type FormatEntry } from './index.ts';

export interface ReadFile {
  /** The format that read it: not always the one of its extension. */
  readonly format: FormatEntry;
  readonly parsed: ParsedFile;
}

/** ESM as MDX has it at a file's beginning. */
const ESM =
  /^(?:import\s+(?:(?:type\s+)?(?:[\w$]+|(?:[\w$]+\s*,\s*)?(?:\*\s*as\s+[\w$]+|\{[^{}]{0,1000}\}))\s*from\s*)?["'][^"'\n]+["'][ \t]*(?:;|$|[\n\r]|\/[/*]|with\b|assert\b)|import\s*\{|export\s+(?:const|let|var|function|async|default|\{|\*))/;

/** A remark that only MDX has, behind a heading as its id (react.dev) or on a line of its own. */
const MDX_REMARK = /^(?:#{1,6}[ \t].*)?\{\/\*/;

/** The format that a file is read by, as far as its text tells. */
export function formatOf(entry: FormatEntry, text: string, options: ParseOptions): FormatEntry {
  return (entry.name === 'markdown' && isMdx(text, options) && formatNamed('mdx')) || entry;
}

/**
 * Reads a file by its format. Markdown that is MDX (the site says so, or its imports or remarks do) is read as MDX; what
 * cannot be read so is Markdown after all, with a warning.
 * @throws SourceError as the format does
 */
export async function parseFile(entry: FormatEntry, text: string, options: ParseOptions): Promise<ReadFile> {
  const format = formatOf(entry, text, options);
  try {
    return { format, parsed: (await format.load()).parse(text, options) };
  } catch (error) {
    if (format === entry || !(error instanceof SourceError)) throw error;
    const parsed = (await entry.load()).parse(text, options);
    const message = `This is no MDX (${error.message.replace(/\.$/, '')}): it is read as Markdown, its components are not.`;
    return {
      format: entry,
      parsed: { ...parsed, warnings: [{ line: error.place.line ?? 1, message }, ...parsed.warnings] },
    };
  }
}

function isMdx(text: string, { mdx = false }: ParseOptions): boolean {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const fences = findFences(text, start);
  const head = fences === undefined ? '' : text.slice(fences.start, fences.end);
  if (mdx) return !/^mdx:[ \t]*(?:\{[^}\n]*|\r?\n(?:[ \t]+.*\r?\n)*?[ \t]+)format:[ \t]*['"]?md\b/m.test(head);
  if (hasMdxRemark(text)) return true;
  const body = text.slice(fences?.bodyOffset ?? start, (fences?.bodyOffset ?? start) + 4000);
  return ESM.test(body.replace(/^(?:\s|<!--(?:(?!-->)[^])*-->|\{\/\*(?:(?!\*\/\})[^])*\*\/\})*/, ''));
}

/** What is shown in a fence says nothing of the file. */
function hasMdxRemark(text: string): boolean {
  let fence = '';
  for (const line of text.includes('{/*') ? text.split('\n') : []) {
    const sign = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence !== '') fence = sign.startsWith(fence) ? '' : fence;
    else if (sign !== '') fence = sign;
    else if (MDX_REMARK.test(line)) return true;
  }
  return false;
}
