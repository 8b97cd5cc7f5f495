/** A wire to a server on this machine, which can be cut and mended. */
import { connect, createServer, type Socket } from 'node:net';

export interface Wire {
  readonly port: number;
  /** Breaks what is connected, and lets nobody connect. @param isSilent nothing is broken: bytes are lost, as in a network. */
  cut(isSilent?: boolean): void;
  mend(): void;
  close(): Promise<void>;
}

export async function wireTo(port: number): Promise<Wire> {
  const sockets = new Set<Socket>();
  let isCut = false;
  let isSilent = false;
  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (isCut && !isSilent) return void near.destroy();
    const far = connect(port, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.on('data', (bytes) => {
        if (!isCut) other.write(bytes);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut(silent = false) {
      isCut = true;
      isSilent = silent;
      if (!silent) for (const socket of sockets) socket.destroy();
    },
    mend() {
      isCut = false;
      // What lost bytes makes no sense any more.
      if (isSilent) for (const socket of sockets) socket.destroy();
      isSilent = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
