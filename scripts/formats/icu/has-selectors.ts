/** A value that has ICU's plurals or choices, whatever style its project has. */
export function hasSelectors(value: string): boolean {
  return /(?<!\{)\{\s*[\p{L}\p{N}_.-]+\s*,\s*(?:plural|select|selectordinal)\s*,/u.test(value);
}
