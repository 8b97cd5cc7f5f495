/** Text without the white space that HTML does not show. */
export function squeeze(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
