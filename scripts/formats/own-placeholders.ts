import type { Placeholder } from './placeholders.ts';

/**
 * What programs fill in, in the strings of other libraries than i18next: `{ name }`, `{user-name}`, `{ $name }` (Fluent),
 * `__name__`, `[[name]]`, `%name%` (Symfony), `%1` (Qt), `*|NAME|*`, `{[ … ]}`, `{'@'}`. Nobody writes so to be read.
 */
const FOREIGN =
  /\{\s{0,3}\$?[\p{L}_][\p{L}\p{N}_.-]{0,60}\s{0,3}\}|\{'[^'{}]{1,20}'\}|\{\[[^[\]]{1,300}\]\}|\[\[\s?[\p{L}_][\p{L}\p{N}_.-]{0,60}\s?\]\]|(?<![\p{L}\p{N}_])__[\p{L}\p{N}]\w{0,60}?__(?![\p{L}\p{N}_])|%[\p{L}_][\p{L}\p{N}_.-]{0,60}%|(?<![\p{N}%])%\d{1,2}(?![\p{N}%])|\*\|[\w:]{1,60}\|\*|(?<![\p{L}\p{N}$])\$[A-Za-z_@][\w@]{0,60}\$(?![\p{L}\p{N}$])/gu;

/** Without any of these there is none. */
const SIGNS = /[{[_%*$]/;
const NONE: readonly Placeholder[] = [];

let own: RegExp | undefined;

/** The project's own patterns of what is filled in; they hold for every string of its bundles. */
export function setOwnPlaceholders(patterns: readonly string[]): void {
  own = patterns.length === 0 ? undefined : new RegExp(patterns.map((one) => `(?:${one})`).join('|'), 'gu');
}

/** Placeholders of other libraries, and those of the project's own patterns. */
export function foreignPlaceholders(text: string): readonly Placeholder[] {
  const mayHave = SIGNS.test(text);
  if (!mayHave && own === undefined) return NONE;
  const found = [...(mayHave ? text.matchAll(FOREIGN) : []), ...(own === undefined ? [] : text.matchAll(own))];
  return found
    .filter(([source]) => source !== '')
    .map(({ 0: source, index }) => {
      return { kind: 'placeholder', start: index, end: index + source.length, signature: signatureOf(source) };
    });
}

/** html10n's forms by number, `{[ plural(n) one: file, other: files ]}`, have words in them: who counts is what must stay. */
function signatureOf(source: string): string {
  const [, counter] = /^\{\[\s*(\w+\(\s*\w+\s*\))[^]*\bother\s*:/.exec(source) ?? [];
  return (counter === undefined ? source : `{[${counter} other]}`).replace(/\s+/g, '');
}
