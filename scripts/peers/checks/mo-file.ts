/** Compiled catalogues of gettext, as its manual describes them (chapter 10.3). */

const MAGIC = 0x950412de;

/** The messages of a catalogue: singular forms with their translation, contexts taken off. */
export function readMessages(file: Buffer): { source: string; target: string }[] {
  const little = file.readUInt32LE(0) === MAGIC;
  const number = (at: number): number => (little ? file.readUInt32LE(at) : file.readUInt32BE(at));
  const text = (table: number, index: number): string => {
    const at = table + index * 8;
    return file.toString('utf8', number(at + 4), number(at + 4) + number(at));
  };
  const [count, sources, targets] = [number(8), number(12), number(16)];
  return Array.from({ length: count }, (_, index) => {
    const [source = ''] = (text(sources, index).split('\u0004').at(-1) ?? '').split('\0');
    const [target = ''] = text(targets, index).split('\0');
    return { source, target };
  }).filter(({ source, target }) => source !== '' && target !== '');
}
