/** Values in their inline syntaxes: parsed, printed, compared by what they say and not by how they are written. */
import { loadSyntax } from '../formats/syntaxes.ts';
import type { InlineSyntax } from '../formats/format.ts';
import { canonical } from '../units/canonical.ts';
import { shortHash } from '../units/hash.ts';
import type { Inline, SyntaxName } from '../units/unit.ts';

const loaded = new Map<SyntaxName, InlineSyntax>();

/** Loads the parsers of some syntaxes; to be awaited before the other functions of this file see such a value. */
export async function needSyntaxes(names: Iterable<SyntaxName>): Promise<void> {
  for (const name of new Set(names)) if (!loaded.has(name)) loaded.set(name, await loadSyntax(name));
}

export function parseValue(syntax: SyntaxName, value: string): readonly Inline[] {
  return parser(syntax).parse(value);
}

export function printValue(syntax: SyntaxName, content: readonly Inline[], strict = false): string {
  return parser(syntax).print(content, strict);
}

/** Hash of what a value says: soft wraps, equivalent markers and escapes do not count. */
export function valueHash(syntax: SyntaxName, value: string): string {
  return shortHash(canonical(parseValue(syntax, value)));
}

function parser(syntax: SyntaxName): InlineSyntax {
  const found = loaded.get(syntax);
  if (found === undefined) throw new Error(`the syntax ${syntax} was not loaded`);
  return found;
}
