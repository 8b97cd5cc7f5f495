import type { SyntaxName } from '../../../units/unit.ts';
import { markOf } from '../marks/block-marks.ts';

/** What would begin a block at the beginning of a line; the escape goes before the character at the capture's end. */
const STARTS: readonly RegExp[] = [
  /^()#{1,6}(?=[ \t]|$)/,
  /^()[-+*](?=[ \t]|$)/,
  /^(\d{1,9})[.)](?=[ \t]|$)/,
  /^()>/,
  /^()(?:```+[^`]*$|~~~|\$\$+[^$]*$)/,
  /^()(?:=+|-+)[ \t]*$/,
  /^()(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/,
  /^()\[(?:[^\]\\]|\\[^])*\]:/,
  /^()\[[ xX]\](?=[ \t])/,
  /^()::+/,
  /^()[|:-][-|: \t]*$/,
];

/** Escapes what would make another block of a line that begins with a value: `# x`, `1. x`, `- x`, `> x`, `---`, MDX's `import`. */
export function escapeLineStart(line: string, syntax: SyntaxName): string {
  if (syntax === 'mdx' && /^(?:import|export)\b/.test(line)) return `&#${line.charCodeAt(0)};${line.slice(1)}`;
  for (const start of STARTS) {
    const match = start.exec(line);
    if (match !== null) {
      const at = match[1]?.length ?? 0;
      return `${line.slice(0, at)}\\${line.slice(at)}`;
    }
  }
  const mark = markOf(line.trimEnd(), { quoted: true });
  return mark === undefined ? line : `\\${line}`;
}

/** Escapes the closing sequence that the end of a value would be in an ATX heading. */
export function escapeHeadingEnd(value: string): string {
  return value.replace(/(^|[ \t])(#+)$/, '$1\\$2');
}
