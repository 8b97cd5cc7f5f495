/** How large a Zstandard file may become (RFC 8878), read from its block headers: bombs are refused before they go off. */

const FRAME = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;
/** Bytes that one block holds at most, however small it is packed. */
const BLOCK = 128 * 1024;
const HEADER_SIZES = { dictionary: [0, 1, 2, 4], content: [0, 2, 4, 8] } as const;

/**
 * @returns the most bytes that the file unpacks to, about its true size; undefined where it is no Zstandard file.
 */
export function unpackedAtMost(file: Uint8Array): number | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let at = 0;
  let bytes = 0;
  try {
    while (at < file.byteLength) {
      const magic = view.getUint32(at, true);
      if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE) {
        at += 8 + view.getUint32(at + 4, true);
        continue;
      }
      if (magic !== FRAME) return undefined;
      const descriptor = view.getUint8(at + 4);
      at += 5 + headerSize(descriptor);
      for (let isLast = false; !isLast;) {
        const head = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
        const size = head >>> 3;
        const kind = (head >>> 1) & 3;
        isLast = (head & 1) === 1;
        // Raw, one byte repeated, compressed.
        bytes += kind === 2 ? BLOCK : size;
        at += 3 + (kind === 1 ? 1 : size);
      }
      if ((descriptor & 4) !== 0) at += 4;
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return bytes;
}

function headerSize(descriptor: number): number {
  const isSingle = (descriptor & 0x20) !== 0;
  const content = HEADER_SIZES.content[descriptor >>> 6] ?? 0;
  const dictionary = HEADER_SIZES.dictionary[descriptor & 3] ?? 0;
  return (isSingle ? 0 : 1) + dictionary + (isSingle && content === 0 ? 1 : content);
}
