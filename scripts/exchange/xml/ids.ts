/**
 * Concept ids as XML ids and back: characters that an XML name may not have are written `_xHHHH_`.
 */

/** Letters and digits of ASCII, `-`, `.`, `_`: names everywhere; not at the beginning: digits, `-`, `.`. */
export function encodeId(id: string): string {
  return [...id.replaceAll(/_(?=x[0-9A-F]+_)/gu, '_x5F_')]
    .map((character, index) => (isName(character, index) ? character : escape(character)))
    .join('');
}

export function decodeId(id: string): string {
  return id.replaceAll(/_x([0-9A-F]{1,6})_/gu, (all, code: string) => {
    const point = Number.parseInt(code, 16);
    return point > 0x10ffff ? all : String.fromCodePoint(point);
  });
}

function isName(character: string, index: number): boolean {
  return (index === 0 ? /[A-Za-z_]/u : /[A-Za-z0-9._-]/u).test(character);
}

function escape(character: string): string {
  return `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}_`;
}
