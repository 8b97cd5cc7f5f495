import type { TextLine } from './lines.ts';

/**
 * Wraps a text as the source's paragraph was wrapped: no line longer than its longest, later lines indented as its second.
 * @param value on one line
 * @param lines of the source's paragraph; a single one is not wrapped
 * @param file the source's text: its line ends are used
 */
export function wrap(value: string, lines: readonly TextLine[], file: string): string {
  const [first, second] = lines;
  if (first === undefined || second === undefined) return value;
  const width = lines.reduce(
    (widest, line) => Math.max(widest, line.indent.length + line.mark.length + line.text.length),
    0,
  );
  const lineEnd = file.slice(first.end, second.start).includes('\r\n') ? '\r\n' : '\n';
  let result = '';
  let column = first.indent.length + first.mark.length;
  for (const word of value.split(' ')) {
    if (result !== '' && column + 1 + word.length > width) {
      result += lineEnd + second.indent;
      column = second.indent.length;
    } else if (result !== '') {
      result += ' ';
      column += 1;
    }
    result += word;
    column += word.length;
  }
  return result;
}
