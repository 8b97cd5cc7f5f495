/** A tag with attributes that Vue knows and CommonMark does not: `@click`, `#slot`, `v-slot:[name]`. */
const TAG =
  /(?<!\\)<[A-Za-z][\w.-]{0,60}(?:(?:\s+|\s*\n(?:[ \t]*>)+[ \t]+)(?:[@#.]?[\w:.-]{1,60}(?:\[[\w.]{1,60}\])?|[@#:]\[[\w.]{1,60}\])(?:\s*=\s*(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'=<>`]{1,500}))?){1,40}\s*\/?>/g;
const NAME = /(\s)([@#.]?[\w:.-]*(?:\[[\w.]+\])?)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;

const ATTRIBUTE = /\s(?:[@#.][A-Za-z[]|[\w:.-]+\[)/;
/** A component whose tag has several lines, at the beginning of a block. */
const LINES =
  /<(?<=(?:^|\n[ \t]*\r?\n)(?:[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t]){0,20}<)(?:[A-Z][\w.-]{0,60}|[a-z][a-z\d]{0,60}-[\w-]{1,60})(?:\s+[^\s"'<>=/]{1,100}(?:=(?:"(?:[^"\n]|\n(?![ \t]*\r?\n)){0,2000}"|'[^'\n]{0,2000}'|[^\s"'=<>`]{1,500}))?){0,60}\s*\/?>(?=[ \t]*(?:[\n\r]|$))/g;

/** Whether a text may have such a tag. */
export function mayBeVue(text: string): boolean {
  return (
    text.includes('<') &&
    (/<[A-Za-z][^<>]*\s(?:[@#.][A-Za-z[]|[\w:.-]+\[)/.test(text) || /<[A-Za-z][\w.-]*(?:[ \t][^<>]*)?\r?\n/.test(text))
  );
}

/** The text with those attributes' names spelt so that they are names for CommonMark too; offsets do not change. */
export function withVueTags(masked: string): string {
  if (!mayBeVue(masked)) return masked;
  const joined = masked.replace(LINES, (tag) => tag.replace(/[\n\r]/g, ' '));
  return joined.replace(TAG, (tag) => {
    if (!ATTRIBUTE.test(tag)) return tag;
    return tag.replace(
      NAME,
      (_, space: string, name: string, value = '') => space + name.replace(/^\.|[@#[\]]/g, '_') + String(value),
    );
  });
}
