/**
 * Turns the bytes of an XML file into text, by its byte order mark, else by its first bytes, else by its declaration,
 * else as UTF-8 (XML 1.0, appendix F).
 * @throws RangeError for an encoding that is not known, TypeError for bytes that are not of the encoding.
 */
export function decodeXml(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
}

/**
 * The same for a file that comes in pieces.
 * @returns takes each piece in turn, and undefined at the end.
 */
export function openDecoder(): (piece: Uint8Array | undefined) => string {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  return (piece) => {
    decoder ??= new TextDecoder(encodingOf(piece ?? new Uint8Array()), { fatal: true });
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  };
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const declaration = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(ascii(bytes.subarray(0, 200)));
  return declaration?.[1] ?? 'utf-8';
}

/** A byte order mark of UTF-8 left out. */
function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes).replace(/^\u00ef\u00bb\u00bf/, '');
}
