/** A heading's id, however it is written. */
const ID_ALONE = /^\s*\{(?::?\s*|\/\*\s*)#[^\s{}"'=`*]+\s*(?:\*\/)?\}$/;
/** MDX's remark that is one word: react.dev's way to write an id. */
const REMARK = /^\s*\{\/\*\s*([\w-]+)\s*\*\/\}$/;

/** The id among the attributes at a heading's end. */
export function idIn(attributes: string): string | undefined {
  return (/#([^\s{}[\]"'=`*]+)/.exec(attributes) ?? REMARK.exec(attributes))?.[1];
}

/** Attributes without the id, which may be there in a translation and not in its source. */
export function withoutId(attributes: string): string {
  if (ID_ALONE.test(attributes)) return '';
  return /^\s*\{:?[ \t]*[#.A-Za-z]/.test(attributes)
    ? attributes.replace(/(?<=[\s{:])#[^\s{}"'=`*]+[ \t]*/, '')
    : attributes;
}
