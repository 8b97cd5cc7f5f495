/** Values in their inline syntaxes: parsed, printed, compared by what they say and not by how they are written. */
import { loadSyntax } from '../../formats/syntaxes.ts';
import type { InlineSyntax } from '../../formats/format.ts';
import { canonical } from '../../units/canonical.ts';
import { isOneText } from '../../units/content.ts';
import { shortHash } from '../../project/hash.ts';
import type { Inline, ParsedUnit, SyntaxName } from '../../units/unit.ts';

const loaded = new Map<SyntaxName, InlineSyntax>();

/** Loads the parsers of some syntaxes; to be awaited before the other functions of this file see such a value. */
export async function needSyntaxes(names: Iterable<SyntaxName>): Promise<void> {
  for (const name of new Set(names)) if (!loaded.has(name)) loaded.set(name, await loadSyntax(name));
}

/** @returns content that is shared with everybody who asks for the same value: never to be changed. */
export function parseValue(syntax: SyntaxName, value: string): readonly Inline[] {
  const reader = syntaxNamed(syntax);
  if (reader.isPlain?.(value) === true) return [{ type: 'text', text: value }];
  const known = remembered.get(syntax);
  const content = known?.recent.get(value) ?? known?.older.get(value) ?? reader.parse(value);
  // Text without markup is read faster than it is remembered.
  if (!isOneText(content)) remember(syntax, value, content);
  return content;
}

function remember(syntax: SyntaxName, value: string, content: readonly Inline[]): void {
  let own = remembered.get(syntax);
  if (own === undefined) remembered.set(syntax, (own = { recent: new Map(), older: new Map() }));
  if (own.recent.size >= REMEMBERED) [own.older, own.recent] = [own.recent, new Map()];
  own.recent.set(value, content);
}

/**
 * A target value is asked for by every step on its way; parsing them is what a run costs. Two generations, so that what is
 * asked for again and again stays.
 */
const REMEMBERED = 8192;
const remembered = new Map<
  SyntaxName,
  { recent: Map<string, readonly Inline[]>; older: Map<string, readonly Inline[]> }
>();

/** What a unit says: what its format, or who read the source, has found in it, else its value parsed. */
export function unitContent({ content, syntax, value }: ParsedUnit): readonly Inline[] {
  return content ?? parseValue(syntax, value);
}

export function printValue(syntax: SyntaxName, content: readonly Inline[], strict = false): string {
  return syntaxNamed(syntax).print(content, strict);
}

/** Prints content so that it reads as the same: strictly where the plain print would not. */
export function printFaithfully(syntax: SyntaxName, content: readonly Inline[]): string {
  const [first] = content;
  if (content.length === 1 && first?.type === 'text' && syntaxNamed(syntax).isPlain?.(first.text) === true)
    return first.text;
  const sure = syntaxNamed(syntax).printSurely?.(content);
  if (sure !== undefined) {
    remember(syntax, sure, content);
    return sure;
  }
  const value = printValue(syntax, content);
  return saysTheSame(parseValue(syntax, value), content) ? value : printValue(syntax, content, true);
}

function saysTheSame(one: readonly Inline[], other: readonly Inline[]): boolean {
  const [a, b] = [one[0], other[0]];
  const isText = one.length === 1 && other.length === 1 && a?.type === 'text' && b?.type === 'text';
  return (isText && a.text === b.text) || canonical(one) === canonical(other);
}

/** One string for all ways of writing what a value says; see units/canonical.ts. */
export function canonicalValue(syntax: SyntaxName, value: string): string {
  return canonicalIn(syntax, parseValue(syntax, value));
}

/** The same of a value that has been read. */
export function canonicalIn(syntax: SyntaxName, content: readonly Inline[]): string {
  return canonical(content, syntaxNamed(syntax).spaces);
}

/** Hash of what a value says: soft wraps, equivalent markers and escapes do not count. */
export function valueHash(syntax: SyntaxName, value: string): string {
  return contentHash(syntax, parseValue(syntax, value));
}

/** The same of a value that has been read. */
export function contentHash(syntax: SyntaxName, content: readonly Inline[]): string {
  return shortHash(canonicalIn(syntax, content));
}

/** What records of Glossa before it told line breaks and blanks apart have as the hash of a value. */
export function foldedHash(syntax: SyntaxName, value: string): string {
  return shortHash(canonical(parseValue(syntax, value)));
}

/** A syntax that `needSyntaxes` has loaded. */
export function syntaxNamed(syntax: SyntaxName): InlineSyntax {
  const found = loaded.get(syntax);
  if (found === undefined) throw new Error(`the syntax ${syntax} was not loaded`);
  return found;
}
