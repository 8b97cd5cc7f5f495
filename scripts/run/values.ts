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

/**
 * @param read what a format has read in the value already (`ParsedUnit.content`)
 * @returns content that is shared with everybody who asks for the same value: never to be changed.
 */
export function parseValue(syntax: SyntaxName, value: string, read?: readonly Inline[]): readonly Inline[] {
  const known = `${syntax} ${value}`;
  const content = recent.get(known) ?? older.get(known) ?? read ?? syntaxNamed(syntax).parse(value);
  // Text without markup is read faster than it is remembered.
  if (content.length === 1 && content[0]?.type === 'text') return content;
  if (recent.size >= REMEMBERED) [older, recent] = [recent, new Map()];
  recent.set(known, content);
  return content;
}

/**
 * A source value is asked for once a language and check, a target value by every step on its way; parsing them is what a
 * run costs. Two generations, so that what is asked for again and again stays.
 */
const REMEMBERED = 8192;
let recent = new Map<string, readonly Inline[]>();
let older = new Map<string, readonly Inline[]>();

export function printValue(syntax: SyntaxName, content: readonly Inline[], strict = false): string {
  return syntaxNamed(syntax).print(content, strict);
}

/** Prints content so that it reads as the same: strictly where the plain print would not. */
export function printFaithfully(syntax: SyntaxName, content: readonly Inline[]): string {
  const value = printValue(syntax, content);
  return saysTheSame(parseValue(syntax, value), content) ? value : printValue(syntax, content, true);
}

function saysTheSame(one: readonly Inline[], other: readonly Inline[]): boolean {
  const [a, b] = [one[0], other[0]];
  const isText = one.length === 1 && other.length === 1 && a?.type === 'text' && b?.type === 'text';
  return (isText && a.text === b.text) || canonical(one) === canonical(other);
}

/** Hash of what a value says: soft wraps, equivalent markers and escapes do not count. `read`: see `parseValue`. */
export function valueHash(syntax: SyntaxName, value: string, read?: readonly Inline[]): string {
  return shortHash(canonical(parseValue(syntax, value, read)));
}

/** A syntax that `needSyntaxes` has loaded. */
export function syntaxNamed(syntax: SyntaxName): InlineSyntax {
  const found = loaded.get(syntax);
  if (found === undefined) throw new Error(`the syntax ${syntax} was not loaded`);
  return found;
}
