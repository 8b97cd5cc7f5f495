/** A value that has ICU's plurals, choices or formats (`{day, date, short}`), whatever style its project has. */
export function hasSelectors(value: string): boolean {
  return /(?<!\{)\{\s*[\p{L}\p{N}_.-]+\s*,\s*(?:(?:plural|select|selectordinal|choice)\s*[,}]|(?:number|date|time|spellout|ordinal|duration|list|relative)\s*[,}])/iu.test(
    value,
  );
}
