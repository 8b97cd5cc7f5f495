/** Names of parameters and attributes that readers see or hear, in shortcodes, includes and components. */
const DEFAULT =
  'alt title label caption description summary placeholder header heading subtitle subheader content text tooltip cta attribution aria-label aria-description';

let names: ReadonlySet<string> = new Set(DEFAULT.split(' '));

/** The project's own names; `...` among them stands for the default ones. */
export function setShownNames(own: readonly string[] | undefined): void {
  names = new Set((own ?? ['...']).flatMap((name) => (name === '...' ? DEFAULT.split(' ') : [name.toLowerCase()])));
}

export function isShown(name: string): boolean {
  return names.has(name.toLowerCase());
}

/** Attributes that HTML's own elements have for readers; `content` of `<meta>` is mostly for programs. */
const OF_HTML = new Set('alt title label summary placeholder aria-label aria-description'.split(' '));
/** Names that in components are more often keywords than texts. */
const DOUBTFUL = new Set('content text header heading cta'.split(' '));

/** Whether an attribute of an element or a component holds a text for readers. */
export function isShownAttribute(element: string, name: string, value: string): boolean {
  if (!isShown(name) || !/\p{L}/u.test(value)) return false;
  if (/^[a-z]/.test(element)) return OF_HTML.has(name.toLowerCase());
  // Not by capitals or spaces: a translation may have neither.
  return !DOUBTFUL.has(name.toLowerCase()) || !/^[a-z][\w-]*$/.test(value);
}
