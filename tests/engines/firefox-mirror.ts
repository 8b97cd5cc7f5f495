/** A mirror of Firefox's models on this machine, with models of random weights, and ways to make it misbehave. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { randomModel, SMALL, vocabularyFile } from '../../scripts/bench/firefox-model.ts';

export interface TestMirror {
  readonly address: string;
  /** Paths asked for, with the range where one was. */
  readonly requests: string[];
  /** Answers the next requests for attachments in its own way; true where it did. */
  misbehave: ((request: IncomingMessage, response: ServerResponse, file: Uint8Array) => boolean) | undefined;
  close(): void;
}

/** @param pairs for example `en-es`; each has its own weights. */
export async function startMirror(pairs: readonly string[]): Promise<TestMirror> {
  const files = new Map<string, Uint8Array>();
  const data = pairs.flatMap((pair, seed) => {
    const [sourceLanguage, targetLanguage] = pair.split('-');
    return [
      { fileType: 'model', content: randomModel(SMALL, seed) },
      { fileType: 'vocab', content: vocabularyFile(SMALL) },
      { fileType: 'lex', content: new Uint8Array(3) },
    ].map(({ fileType, content }) => {
      const location = `main/${pair}/${fileType}.zst`;
      const packed = zstandard(content);
      files.set(`/${location}`, packed);
      return {
        name: `${fileType}.${pair}.bin`,
        fileType,
        sourceLanguage,
        targetLanguage,
        version: '3.0',
        decompressedHash: createHash('sha256').update(content).digest('hex'),
        attachment: { location, size: packed.length, hash: '' },
      };
    });
  });
  const records = JSON.stringify({ data: [...data, { name: 'of no known kind' }] });

  const mirror: TestMirror = { address: '', requests: [], misbehave: undefined, close: () => server.close() };
  const server = createServer((request, response) => {
    const { url = '', headers } = request;
    mirror.requests.push(headers.range === undefined ? url : `${url} ${headers.range}`);
    if (url === '/records.json') return response.end(records);
    const file = files.get(url);
    if (file === undefined) return response.writeHead(404).end();
    if (mirror.misbehave?.(request, response, file) === true) return;
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
    const range = { 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` };
    response.writeHead(from > 0 ? 206 : 200, from > 0 ? range : {}).end(file.subarray(from));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return Object.assign(mirror, { address: `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}` });
}

/** A Zstandard frame of raw blocks (RFC 8878): nothing is made smaller, but every reader takes it. */
function zstandard(content: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32LE(0xfd2fb528);
  // A single segment whose size is given in eight bytes.
  head.writeUInt8(0b11100000, 4);
  head.writeBigUInt64LE(BigInt(content.length), 5);
  const parts: Uint8Array[] = [head];
  const size = 1 << 17;
  for (let at = 0; at < content.length || at === 0; at += size) {
    const block = content.subarray(at, at + size);
    const last = at + size >= content.length ? 1 : 0;
    const blockHead = Buffer.alloc(3);
    blockHead.writeUIntLE((block.length << 3) | last, 0, 3);
    parts.push(blockHead, block);
  }
  return Buffer.concat(parts);
}
