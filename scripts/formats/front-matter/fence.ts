/** Front matter as it stands at the beginning of a file. */
export interface FencedBlock {
  /** Offset of the data in the file, behind the opening fence's line. */
  readonly start: number;
  /** Offset of the closing fence. */
  readonly end: number;
  /** Where the body begins. */
  readonly bodyOffset: number;
  /** `yaml`, `toml`, `json`, or what stands behind the dashes: `js`. */
  readonly language: string;
  readonly fence: string;
  /** False when the closing fence is missing. */
  readonly closed: boolean;
}

const OPENINGS: readonly { readonly pattern: RegExp; readonly fence: string; readonly language: string }[] = [
  { pattern: /^---([A-Za-z]*)[ \t]*\r?\n/, fence: '---', language: 'yaml' },
  { pattern: /^\+\+\+()[ \t]*\r?\n/, fence: '+++', language: 'toml' },
  { pattern: /^;;;()[ \t]*\r?\n/, fence: ';;;', language: 'json' },
];

/**
 * Finds the fences of front matter.
 * @param offset behind a byte order mark
 * @returns undefined when the file does not begin with a fence
 */
export function findFences(text: string, offset: number): FencedBlock | undefined {
  const head = text.slice(offset, offset + 100);
  for (const { pattern, fence, language } of OPENINGS) {
    const match = pattern.exec(head);
    if (match === null) continue;
    const start = offset + match[0].length;
    const closing = new RegExp(`^${fence.replaceAll('+', '\\+')}[ \\t]*(?:\\r?\\n|$(?![^]))`, 'gm');
    closing.lastIndex = start;
    const end = closing.exec(text);
    const said = (match[1] ?? '').toLowerCase();
    return {
      start,
      end: end?.index ?? text.length,
      bodyOffset: end === null ? text.length : end.index + end[0].length,
      language: said === '' ? language : said,
      fence,
      closed: end !== null,
    };
  }
  return undefined;
}
