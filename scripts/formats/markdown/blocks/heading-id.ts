/** A heading's id, however it is written. */
const ID_ALONE = /^\s*\{(?::?\s*|\/\*\s*)#[^\s{}"'=`*]+\s*(?:\*\/)?\}$/;
const NAMED_ALONE = /^\{:[ \t]*id="[^"]*"[ \t]*\}$/;
/** MDX's remark that is one word: react.dev's way to write an id. */
const REMARK = /^\s*\{\/\*\s*([\w-]+)\s*\*\/\}$/;

/** The id among the attributes at a heading's end. */
export function idIn(attributes: string): string | undefined {
  return (/#([^\s{}[\]"'=`*]+)/.exec(attributes) ?? REMARK.exec(attributes))?.[1];
}

/**
 * The id in kramdown's list of attributes on the line below a heading, and whether the list has nothing else: a translation may
 * have it where its source has none.
 */
export function idBelow(line: string): { readonly id: string; readonly isAlone: boolean } | undefined {
  if (!line.startsWith('{:')) return undefined;
  const id = /(?:^\{:|\s)id="([^"]+)"/.exec(line)?.[1] ?? idIn(line);
  return id === undefined ? undefined : { id, isAlone: ID_ALONE.test(line) || NAMED_ALONE.test(line) };
}

/** Attributes without the id, which may be there in a translation and not in its source. */
export function withoutId(attributes: string): string {
  if (ID_ALONE.test(attributes)) return '';
  return /^\s*\{:?[ \t]*[#.A-Za-z]/.test(attributes)
    ? attributes.replace(/(?<=[\s{:])#[^\s{}"'=`*]+[ \t]*/, '')
    : attributes;
}
