/** A tag with attributes that Vue knows and CommonMark does not: `@click`, `#slot`, `v-slot:[name]`. */
const TAG =
  /(?<!\\)<[A-Za-z][\w.-]{0,60}(?:\s+(?:[@#]?[\w:.-]{1,60}(?:\[[\w.]{1,60}\])?|[@#:]\[[\w.]{1,60}\])(?:\s*=\s*(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'=<>`]{1,500}))?){1,40}\s*\/?>/g;
const NAME = /(\s)([@#]?[\w:.-]*(?:\[[\w.]+\])?)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;

/** Whether a text may have such a tag. */
export function mayBeVue(text: string): boolean {
  return /<[A-Za-z][^<>]*\s(?:[@#]|[\w:.-]+\[)/.test(text);
}

/** The text with those attributes' names spelt so that they are names for CommonMark too; offsets do not change. */
export function withVueTags(masked: string): string {
  if (!mayBeVue(masked)) return masked;
  return masked.replace(TAG, (tag) => {
    if (!/\s(?:[@#]|[\w:.-]+\[)/.test(tag)) return tag;
    return tag.replace(
      NAME,
      (_, space: string, name: string, value = '') => space + name.replace(/[@#[\]]/g, '_') + String(value),
    );
  });
}
