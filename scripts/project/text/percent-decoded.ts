/** An address, or a part of one, with the characters that `%` and two digits stand for; as it is where they stand for none. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
