const BEGIN = /\\begin\{([A-Za-z]+)(\*?)\}/y;
/** A longer environment is text from its second line on. */
const MOST_LINES = 300;

/**
 * Where the line ends that ends the environment of TeX that begins at an offset, with those of its name in it.
 * @returns undefined where none begins, or it never ends
 */
export function environmentEnd(text: string, start: number): number | undefined {
  BEGIN.lastIndex = start;
  const [, name = '', star = ''] = BEGIN.exec(text) ?? [];
  if (name === '') return undefined;
  const sign = new RegExp(`\\\\(begin|end)\\{${name}${star === '' ? '' : '\\*'}\\}`, 'g');
  let depth = 0;
  let at = start;
  for (let count = 0; count < MOST_LINES; count++) {
    const next = text.indexOf('\n', at);
    const line = text.slice(at, next === -1 ? undefined : next);
    for (const [, which] of line.matchAll(sign)) depth += which === 'begin' ? 1 : -1;
    if (depth === 0) return at + line.trimEnd().length;
    if (next === -1) break;
    at = next + 1;
  }
  return undefined;
}
